// One drawing of the body whose regions can be marked: by mouse, touch, pen, arrow keys, or typing a name.
import { memo, useMemo, useRef, type KeyboardEvent, type MouseEvent, type PointerEvent, type ReactNode } from 'react'
import type { FigureView, RegionShape } from '#shared/domain/bodymap/figure.ts'
import type { Finding, Phase } from '#shared/domain/bodymap/finding.ts'
import type { NoGoArea } from '#shared/domain/bodymap/noGo.ts'
import { labelOfRegion, type RegionId } from '#shared/domain/bodymap/regions.ts'
import { isOfInputMethod } from '#renderer/ui/inputMethodKeys.ts'
import {
  findingsAt,
  markElement,
  FigureBackground,
  findingDescription,
  markAt,
  type MarkSizes,
  ownMarkAt,
  pileWords,
  type PlacedMark,
  PlacedMarks,
  regionAt,
  RegionButtons,
  regionElement,
  RegionTints,
  useRegionFocus,
} from '#renderer/figure/index.ts'
import type { FigureMapActions, MapSpot, PileSpot } from '../marking/mapActs.ts'
import classes from './FigureMap.module.css'
import { usePress } from './usePress.ts'

interface Props {
  drawing: FigureView
  /** The part of the drawing that is shown, in figure units. */
  box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
  /** The drawing's name: "posterior", "left palm". */
  name: string
  phase: Phase
  /** Whether every name includes the phase: when both phases are on screen. */
  namesPhase: boolean
  /** Whether spots have exact points in the view. */
  hasPoints: boolean
  /** The map in its phase. */
  findings: readonly Finding[]
  /** Where the marks of these findings stand. */
  placed: readonly PlacedMark[]
  /** The client's no-go areas, which are named in the region's label. */
  noGoAreas: readonly NoGoArea[]
  sizes: MarkSizes
  /** The region whose finding is being edited here, or that was searched for. */
  outlined: readonly RegionId[]
  /** Between the body and the regions: tints of other layers. */
  under?: ReactNode
  /** Above the regions, below the marks. */
  over?: ReactNode
  /** Whether a tool handles the pointers: then only keys and assistive technology are handled here. */
  hasTool: boolean
  actions: FigureMapActions
}

/** About a CSS pixel, in radii of a mark. */
const pixelInRadii = 0.12

export const FigureMap = memo((props: Props) => {
  const {
    drawing,
    box,
    name,
    phase,
    namesPhase,
    hasPoints,
    findings,
    placed,
    noGoAreas,
    sizes,
    outlined,
    under,
    over,
    hasTool,
    actions,
  } = props
  const { view } = drawing
  const svg = useRef<SVGSVGElement>(null)
  const focus = useRegionFocus(svg, { drawing, box })
  const { shapes, stop, focused } = focus
  const press = usePress()
  const byRegion = useMemo(() => wordsByRegion(findings, noGoAreas), [findings, noGoAreas])
  const marked = useMemo(() => new Set(findings.map(({ regionId }) => regionId)), [findings])
  const label = (id: RegionId) => labelOfRegion(id, view) + (namesPhase && phase === 'after' ? ', after' : '')
  /** The name with the reason why it must not be touched, where there is one. */
  const pointed = (id: RegionId | null) => {
    if (id === null) return null
    const area = noGoAreas.find(({ regionId }) => regionId === id)
    return area ? `${label(id)} · ${area.level}: ${area.reason}` : label(id)
  }

  const spotOf = (event: { target: EventTarget }, mark?: PlacedMark, point?: MapSpot['point']): MapSpot | null => {
    const hit = mark?.items[0]
    const regionId = hit ? hit.regionId : regionAt(event.target)
    const element = regionId && regionElement(svg.current, regionId)
    if (!element) return null
    return { view, phase, regionId, findingId: hit?.id ?? null, point: (hasPoints && point) || null, element }
  }

  const onClick = (event: MouseEvent) => {
    if (press.wasDragOrLong(event) || (hasTool && event.detail > 0)) return
    const at = placeAt(svg.current, event)
    const mark = at ? ownMarkAt(placed, at, sizes.radius) : undefined
    const spot = spotOf(event, mark, at)
    if (!spot) return
    if (isPile(mark)) actions.choose(pileSpot(svg.current, mark, spot))
    else if (event.detail === 2) actions.zoom(spot)
    else if (event.detail < 2) actions.tap(spot)
  }
  /** What a long press or a right click opens: the mark that is pressed, or else the region. */
  const openingAt = (event: MouseEvent): (() => void) | null => {
    const at = placeAt(svg.current, event)
    const mark = at ? markAt(placed, at, sizes.radius) : undefined
    const spot = spotOf(event, mark, at)
    if (!spot) return null
    return () => (isPile(mark) ? actions.choose(pileSpot(svg.current, mark, spot)) : actions.open(spot))
  }
  const onContextMenu = (event: MouseEvent) => {
    const open = openingAt(event)
    if (!open) return
    event.preventDefault()
    if (!press.wasDragOrLong(event) && !hasTool) open()
  }
  const onPointerDown = (event: PointerEvent) => press.begin(event, hasTool ? null : openingAt(event))

  const onKeyDown = (event: KeyboardEvent) => {
    if (isOfInputMethod(event)) return
    const spot = spotOf(event)
    if (!spot || event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === 'Enter') actions.enter(spot)
    else if (event.key === 'Delete' || event.key === 'Backspace') actions.remove(spot)
    else if (!focus.move(event, spot.regionId)) {
      if (event.key !== ' ') return
      actions.tap(spot)
    }
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    // One listener for all regions, which are the buttons.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <svg
      ref={svg}
      className={classes.figure}
      viewBox={`${box.x} ${box.y} ${box.width} ${box.height}`}
      role="group"
      aria-label={`Body map, ${name}${namesPhase ? `, ${phase}` : ''}`}
      onClick={onClick}
      onContextMenu={onContextMenu}
      onPointerDown={onPointerDown}
      onPointerMove={press.move}
      onPointerUp={press.end}
      onPointerCancel={press.end}
      // Otherwise lifting the finger would click too, and close what the long press has opened.
      onTouchEnd={(event) => press.wasLong() && event.preventDefault()}
      onKeyDown={onKeyDown}
      onPointerOver={(event) => actions.point(markWords(event.target, findings) ?? pointed(regionAt(event.target)))}
      onPointerLeave={() => actions.point(pointed(focused))}
      onFocus={(event) => {
        const id = focus.onFocus(event.target)
        if (id) actions.point(pointed(id))
      }}
      onBlur={() => {
        focus.onBlur()
        actions.point(null)
      }}
    >
      <FigureBackground figure={drawing} />
      <RegionTints figure={drawing} findings={findings} />
      {under}
      <RegionButtons
        drawing={drawing}
        shapes={shapes}
        stop={stop}
        pixel={sizes.radius * pixelInRadii}
        labelsOf={(id) => ({
          label: label(id),
          description: byRegion.get(id) ?? '',
          isPressed: marked.has(id),
          isFilled: outlined.includes(id),
        })}
      />
      <Outlines shapes={shapes} outlined={outlined} focused={focused} />
      {over}
      <g className={classes.marks} aria-hidden>
        <PlacedMarks placed={placed} radius={sizes.radius} isPressed />
      </g>
    </svg>
  )
})

const isPile = (mark: PlacedMark | undefined): mark is PlacedMark => mark !== undefined && mark.items.length > 1

const pileSpot = (svg: SVGSVGElement | null, { items }: PlacedMark, { view, phase, element }: MapSpot): PileSpot => ({
  view,
  phase,
  findings: items,
  element: markElement(svg, items[0].id) ?? element,
})

interface OutlinesProps {
  shapes: readonly RegionShape[]
  outlined: readonly RegionId[]
  focused: RegionId | null
}

/** Borders of regions above all others: neighbours would cover half of a border drawn in place. */
const Outlines = ({ shapes, outlined, focused }: OutlinesProps) => (
  <g aria-hidden>
    {shapes
      .filter(({ regionId }) => outlined.includes(regionId) || regionId === focused)
      .map(({ regionId, path }) => (
        // Visible for keyboard focus only.
        <path key={regionId} className={classes.ring} data-quiet={!outlined.includes(regionId) || undefined} d={path} />
      ))}
  </g>
)

/** The accessible description of each region: its findings, and its no-go reason. */
function wordsByRegion(findings: readonly Finding[], noGo: readonly NoGoArea[]): ReadonlyMap<string, string> {
  const words = new Map<string, string>()
  const add = (regionId: string, more: string) => {
    const known = words.get(regionId)
    words.set(regionId, known ? `${known}; ${more}` : more)
  }
  for (const { regionId, level, reason } of noGo) add(regionId, `${level}: ${reason}`)
  for (const finding of findings) add(finding.regionId, findingDescription(finding))
  return words
}

/** The words for a hovered mark away from its region, or a pile; null where none is hovered. */
function markWords(target: EventTarget, findings: readonly Finding[]): string | null {
  const pointed = findingsAt(target).flatMap((id) => findings.find((one) => one.id === id) ?? [])
  const [first] = pointed
  if (!first) return null
  if (pointed.length > 1) return pileWords(pointed)
  return `${labelOfRegion(first.regionId)} · ${findingDescription(first)}`
}

/** A spot on the screen in figure units, to a tenth. */
function placeAt(svg: SVGSVGElement | null, at: { clientX: number; clientY: number }): MapSpot['point'] {
  const matrix = svg?.getScreenCTM()
  if (!matrix) return null
  const { x, y } = new DOMPoint(at.clientX, at.clientY).matrixTransform(matrix.inverse())
  return { x: Math.round(x * 10) / 10, y: Math.round(y * 10) / 10 }
}
