// The calm grey body itself: silhouette, tones, contour lines, and the client's sides printed beside it.
import { memo, useId } from 'react'
import type { FigureView, ToneShape, View } from '#shared/domain/bodymap/figure.ts'
import classes from './figure.module.css'

const toneClasses: Readonly<Record<ToneShape['tone'], string | undefined>> = {
  'shade-1': classes.shade1,
  'shade-2': classes.shade2,
  'shade-3': classes.shade3,
  'shade-4': classes.shade4,
  line: classes.contour,
}

export const FigureBackground = memo(({ figure }: { figure: FigureView }) => {
  const clip = useId()
  return (
    <g aria-hidden>
      <clipPath id={clip}>
        <path d={figure.outline} />
      </clipPath>
      <path className={classes.body} d={figure.outline} />
      <g clipPath={`url(#${clip})`}>
        {figure.tones.map(({ tone, path }, index) => (
          <path key={index} className={toneClasses[tone]} d={path} />
        ))}
      </g>
      <path className={classes.outline} d={figure.outline} />
    </g>
  )
})

/** Which of the client's sides lies at the picture's left and right edge; null for views from the side. */
const sides: Readonly<Record<View, readonly [atLeft: string, atRight: string] | null>> = {
  anterior: ['R', 'L'],
  posterior: ['L', 'R'],
  'right-lateral': null,
  'left-lateral': null,
}

const insetOfLetters = 0.17
const baseOfLetters = 0.075

/** The room that the letters of a figure take. */
export function roomOfSideLetters({ view, width, height }: FigureView, fontSize: number) {
  if (!sides[view]) return []
  const room = { y: height * baseOfLetters - fontSize * 0.75, width: fontSize * 0.7, height: fontSize * 0.8 }
  return [insetOfLetters, 1 - insetOfLetters].map((share) => ({ ...room, x: width * share - room.width / 2 }))
}

/** R and L from the client's side, at the height of the head. Mixing up sides is the commonest error on body maps. */
export function SideLetters({ figure, fontSize }: { figure: FigureView; fontSize: number }) {
  const letters = sides[figure.view]
  if (!letters) return null
  const inset = figure.width * insetOfLetters
  return (
    <g className={classes.sides} fontSize={fontSize} textAnchor="middle" aria-hidden>
      <text x={inset} y={figure.height * baseOfLetters}>
        {letters[0]}
      </text>
      <text x={figure.width - inset} y={figure.height * baseOfLetters}>
        {letters[1]}
      </text>
    </g>
  )
}
