// Front and back with their marks in thumbnail size, beside words that say the same.
import { memo } from 'react'
import type { Finding } from '#shared/domain/bodymap/finding.ts'
import { figuresOf } from '../stage/mapViews.ts'
import { BodyFigure } from './BodyFigure.tsx'
import classes from './SmallBodyMap.module.css'

interface Props {
  /** Of one phase. */
  findings: readonly Finding[]
  /** In CSS pixels. */
  height: number
}

const markRadiusPixels = 4.2

/** Hidden from screen readers: the words beside it say the same. */
export const SmallBodyMap = memo(({ findings, height }: Props) => (
  <div className={classes.map} style={{ height }} aria-hidden>
    {figuresOf('body').map(({ key, drawing, box }) => (
      <BodyFigure
        key={key}
        drawing={drawing}
        box={box}
        findings={findings}
        strokes={[]}
        areas={[]}
        sizes={{ radius: (markRadiusPixels * box.height) / height }}
      />
    ))}
  </div>
))
