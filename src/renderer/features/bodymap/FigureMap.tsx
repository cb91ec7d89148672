// One view of the body whose regions can be chosen: by mouse, touch, arrow keys, or typing a name.
import { memo, useMemo, useRef, useState, type KeyboardEvent, type MouseEvent } from 'react'
import { figure as figures } from '#shared/domain/bodymap/figure.generated.ts'
import type { View } from '#shared/domain/bodymap/figure.ts'
import type { Finding } from '#shared/domain/bodymap/finding.ts'
import { nextRegion, type Direction } from '#shared/domain/bodymap/navigation.ts'
import { regions, type RegionId } from '#shared/domain/bodymap/regions.ts'
import { FigureBackground, SideLetters } from './FigureBackground.tsx'
import classes from './FigureMap.module.css'
import { findingDescription } from './findingWords.ts'
import { Mark } from './Mark.tsx'
import { placeMarks } from './markPlacement.ts'
import { RegionButton } from './RegionButton.tsx'
import { RegionTints } from './RegionTints.tsx'
import { regionByTyping } from './regionTyping.ts'
import { longRegionName } from './regionWords.ts'
import type { MarkSizes } from './useFigureScale.ts'

const typingMilliseconds = 900

const directions: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
}

interface Props {
  view: View
  findings: readonly Finding[]
  /** The region whose finding is being edited in this view, if any. */
  openRegion: RegionId | null
  sizes: MarkSizes
  onChoose: (view: View, regionId: RegionId, element: Element) => void
  /** Tells which region is pointed at or focused; null when none is. */
  onPoint: (name: string | null) => void
}

export const FigureMap = memo(({ view, findings, openRegion, sizes, onChoose, onPoint }: Props) => {
  const figure = figures[view]
  const inView = useMemo(() => regions.filter((region) => region.views.includes(view)), [view])
  const [stop, setStop] = useState<RegionId>(inView[0]?.id ?? '')
  const [focused, setFocused] = useState<RegionId | null>(null)
  const typed = useRef({ letters: '', at: 0 })
  const svg = useRef<SVGSVGElement>(null)

  const elementOf = (id: RegionId) => svg.current?.querySelector<SVGPathElement>(`[data-region="${id}"]`)
  const goTo = (id: RegionId | null | undefined) => {
    if (id) elementOf(id)?.focus()
  }
  const choose = (id: RegionId) => {
    const element = elementOf(id)
    if (element) onChoose(view, id, element)
  }

  const onClick = (event: MouseEvent) => {
    const id = regionAt(event.target)
    if (id) choose(id)
  }

  const type = (event: KeyboardEvent, from: RegionId) => {
    const isFresh = event.timeStamp - typed.current.at > typingMilliseconds
    typed.current = { letters: (isFresh ? '' : typed.current.letters) + event.key, at: event.timeStamp }
    goTo(regionByTyping(inView, from, typed.current.letters)?.id)
  }

  const onKeyDown = (event: KeyboardEvent) => {
    const id = regionAt(event.target)
    if (!id || event.ctrlKey || event.metaKey || event.altKey) return
    const direction = directions[event.key]
    if (direction) goTo(nextRegion(view, id, direction))
    else if (event.key === 'Home') goTo(inView[0]?.id)
    else if (event.key === 'End') goTo(inView.at(-1)?.id)
    else if (event.key === 'Enter' || event.key === ' ') choose(id)
    else if (event.key.length === 1) type(event, id)
    else return
    event.preventDefault()
  }

  return (
    <figure className={classes.view}>
      {/* One listener for all regions, which are the buttons. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <svg
        ref={svg}
        className={classes.figure}
        viewBox={`0 0 ${figure.width} ${figure.height}`}
        role="group"
        aria-label={`Body map, ${view}`}
        onClick={onClick}
        onKeyDown={onKeyDown}
        onPointerOver={(event) => onPoint(nameAt(event.target, view))}
        onPointerLeave={() => onPoint(focused && longRegionName(focused, view))}
        onFocus={(event) => {
          const id = regionAt(event.target)
          if (!id) return
          setStop(id)
          setFocused(id)
          onPoint(longRegionName(id, view))
        }}
        onBlur={() => {
          setFocused(null)
          onPoint(null)
        }}
      >
        <FigureBackground figure={figure} />
        <RegionTints figure={figure} findings={findings} />
        <g>
          {figure.regions.map(({ regionId, path }) => (
            <RegionButton
              key={regionId}
              id={regionId}
              path={path}
              label={longRegionName(regionId, view)}
              description={findings
                .filter((finding) => finding.regionId === regionId)
                .map(findingDescription)
                .join('; ')}
              isStop={regionId === stop}
              isOpen={regionId === openRegion}
            />
          ))}
        </g>
        <Outline view={view} regionId={openRegion ?? focused} isQuiet={openRegion === null} />
        <SideLetters figure={figure} fontSize={sizes.letter} />
        <g className={classes.marks} aria-hidden>
          {placeMarks(figure, findings, sizes.radius).map((mark) => (
            <Mark key={mark.finding.id} {...mark} radius={sizes.radius} />
          ))}
        </g>
      </svg>
      <figcaption className={classes.caption} aria-hidden>
        {view}
      </figcaption>
    </figure>
  )
})

const regionAt = (target: EventTarget): RegionId | null =>
  target instanceof Element ? (target.closest('[data-region]')?.getAttribute('data-region') ?? null) : null

const nameAt = (target: EventTarget, view: View): string | null => {
  const id = regionAt(target)
  return id && longRegionName(id, view)
}

interface OutlineProps {
  view: View
  regionId: RegionId | null
  /** Only seen while the keyboard is used. */
  isQuiet: boolean
}

/** The border of one region above all others: neighbours would cover half of a border drawn in place. */
function Outline({ view, regionId, isQuiet }: OutlineProps) {
  const shape = regionId && figures[view].regions.find((region) => region.regionId === regionId)
  if (!shape) return null
  return <path className={classes.ring} data-quiet={isQuiet || undefined} d={shape.path} aria-hidden />
}
