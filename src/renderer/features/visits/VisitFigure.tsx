// One view of the body on which a region is chosen to see its history: by mouse, touch, arrow keys or typing a name.
import { memo, useMemo, useRef, useState, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react'
import type { RegionShape } from '#shared/domain/bodymap/figure.ts'
import { nextRegion, type Direction } from '#shared/domain/bodymap/navigation.ts'
import { labelOfRegion, regions, type RegionId } from '#shared/domain/bodymap/regions.ts'
import { FigureBackground, regionByTyping, type ShownFigure } from '#renderer/features/bodymap/index.ts'
import classes from './VisitFigure.module.css'

const typingMilliseconds = 900

const directions: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
}

interface Props {
  figure: ShownFigure
  /** The region whose history is shown. */
  chosen: RegionId | null
  /** What assistive technology says of a region besides its name. */
  descriptions: ReadonlyMap<RegionId, string>
  onChoose: (regionId: RegionId) => void
  /** Which region is pointed at or focused, by name; null when none is. */
  onPoint: (name: string | null) => void
  /** Drawn under the regions, and over them. */
  tints: ReactNode
  marks: ReactNode
}

export function VisitFigure({ figure, chosen, descriptions, onChoose, onPoint, tints, marks }: Props) {
  const { view, drawing, box } = figure
  const shapes = useMemo(
    () =>
      drawing.regions
        .filter(({ anchor }) => isWithin(anchor, box))
        .map((shape) => ({ ...shape, label: labelOfRegion(shape.regionId, view) })),
    [drawing, box, view],
  )
  const inView = useMemo(() => {
    const ids = new Set(shapes.map(({ regionId }) => regionId))
    return regions.filter(({ id }) => ids.has(id))
  }, [shapes])
  const [stop, setStop] = useState<RegionId>(inView[0]?.id ?? '')
  const [focused, setFocused] = useState<RegionId | null>(null)
  const typed = useRef({ letters: '', at: 0 })
  const svg = useRef<SVGSVGElement>(null)

  const goTo = (id: RegionId | null | undefined) => {
    if (id) svg.current?.querySelector<SVGPathElement>(`[data-region="${id}"]`)?.focus()
  }
  const type = (event: KeyboardEvent, from: RegionId) => {
    const isFresh = event.timeStamp - typed.current.at > typingMilliseconds
    typed.current = { letters: (isFresh ? '' : typed.current.letters) + event.key, at: event.timeStamp }
    goTo(regionByTyping(inView, from, typed.current.letters)?.id)
  }
  const onClick = (event: MouseEvent) => {
    const id = regionAt(event.target)
    if (id) onChoose(id)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const id = regionAt(event.target)
    if (!id || event.ctrlKey || event.metaKey || event.altKey) return
    const direction = event.shiftKey ? undefined : directions[event.key]
    if (direction) goTo(nextRegion(view, id, direction))
    else if (event.key === 'Home') goTo(inView[0]?.id)
    else if (event.key === 'End') goTo(inView.at(-1)?.id)
    else if (event.key === 'Enter' || event.key === ' ') onChoose(id)
    else if (/^\p{L}$/u.test(event.key)) type(event, id)
    else return
    event.preventDefault()
  }
  return (
    // One listener for all regions, which are the buttons.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <svg
      ref={svg}
      className={classes.figure}
      viewBox={`${box.x} ${box.y} ${box.width} ${box.height}`}
      role="group"
      aria-label={`Body map, ${figure.caption.toLowerCase()}`}
      onClick={onClick}
      onKeyDown={onKeyDown}
      onPointerOver={(event) => onPoint(nameOf(regionAt(event.target)))}
      onPointerLeave={() => onPoint(nameOf(focused))}
      onFocus={(event) => {
        const id = regionAt(event.target)
        if (!id) return
        setStop(id)
        setFocused(id)
        onPoint(nameOf(id))
      }}
      onBlur={() => {
        setFocused(null)
        onPoint(null)
      }}
    >
      <FigureBackground figure={drawing} />
      {tints}
      <g>
        {shapes.map(({ regionId, path, label }) => (
          <RegionPath
            key={regionId}
            id={regionId}
            path={path}
            label={label}
            description={descriptions.get(regionId) ?? ''}
            isStop={regionId === stop}
            isChosen={regionId === chosen}
          />
        ))}
      </g>
      <Outline shapes={shapes} regionId={chosen} />
      {focused !== chosen && <Outline shapes={shapes} regionId={focused} isQuiet />}
      <g className={classes.marks} aria-hidden>
        {marks}
      </g>
    </svg>
  )
}

const isWithin = ({ x, y }: RegionShape['anchor'], box: ShownFigure['box']) =>
  x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height

const regionAt = (target: EventTarget): RegionId | null =>
  target instanceof Element ? (target.closest('[data-region]')?.getAttribute('data-region') ?? null) : null

const nameOf = (id: RegionId | null) => id && labelOfRegion(id)

interface RegionPathProps {
  id: RegionId
  path: string
  label: string
  description: string
  /** Whether Tab stops here: one region of each view. */
  isStop: boolean
  isChosen: boolean
}

const RegionPath = memo(({ id, path, label, description, isStop, isChosen }: RegionPathProps) => (
  <path
    role="button"
    tabIndex={isStop ? 0 : -1}
    data-region={id}
    className={classes.region}
    d={path}
    aria-label={label}
    aria-pressed={isChosen}
    {...(description && { 'aria-description': description })}
  />
))

interface OutlineProps {
  shapes: readonly RegionShape[]
  regionId: RegionId | null
  /** Only seen while the keyboard is used. */
  isQuiet?: boolean
}

/** The border of one region above all others: neighbours would cover half of a border drawn in place. */
function Outline({ shapes, regionId, isQuiet = false }: OutlineProps) {
  const shape = regionId && shapes.find((region) => region.regionId === regionId)
  if (!shape) return null
  return <path className={classes.outline} data-quiet={isQuiet || undefined} d={shape.path} aria-hidden />
}
