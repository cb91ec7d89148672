// One view of the body on which a region is chosen to see its history: by mouse, touch, arrow keys or typing a name.
import { useRef, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react'
import type { RegionShape } from '#shared/domain/bodymap/figure.ts'
import { labelOfRegion, type RegionId } from '#shared/domain/bodymap/regions.ts'
import { FigureBackground, regionAt, RegionButtons, type ShownFigure, useRegionFocus } from '#renderer/figure/index.ts'
import { ourKeys } from '#renderer/ui/inputMethodKeys.ts'
import classes from './VisitFigure.module.css'

/** The regions of a pile's marks. */
export interface RegionPile {
  readonly regionIds: readonly RegionId[]
  readonly element: Element
}

interface Props {
  figure: ShownFigure
  /** The length of a CSS pixel in figure units. */
  unit: number
  /** The region whose history is shown. */
  chosen: RegionId | null
  /** What assistive technology says of a region besides its name. */
  descriptions: ReadonlyMap<RegionId, string>
  onChoose: (regionId: RegionId) => void
  /** A pile of marks of several regions was pressed. */
  onPile: (pile: RegionPile) => void
  /** Called with the name of the hovered or focused region; null when there is none. */
  onPoint: (name: string | null) => void
  /** Drawn under the regions, and over them. */
  tints: ReactNode
  marks: ReactNode
}

export function VisitFigure({ figure, unit, chosen, descriptions, onChoose, onPile, onPoint, tints, marks }: Props) {
  const { view, drawing, box } = figure
  const svg = useRef<SVGSVGElement>(null)
  const focus = useRegionFocus(svg, { drawing, box })
  const { shapes, stop, focused } = focus

  const onClick = (event: MouseEvent) => {
    const pile = pileAt(event.target)
    const id = pile ? pile.regionIds[0] : regionAt(event.target)
    if (pile && pile.regionIds.length > 1) onPile(pile)
    else if (id) onChoose(id)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const id = regionAt(event.target)
    if (!id || event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === 'Enter' || event.key === ' ') onChoose(id)
    else if (!focus.move(event, id)) return
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
      onKeyDown={ourKeys(onKeyDown)}
      onPointerOver={({ target }) =>
        onPoint(pileAt(target)?.regionIds.map(nameOf).join(' · ') ?? nameOf(regionAt(target)))
      }
      onPointerLeave={() => onPoint(nameOf(focused))}
      onFocus={(event) => {
        const id = focus.onFocus(event.target)
        if (id) onPoint(nameOf(id))
      }}
      onBlur={() => {
        focus.onBlur()
        onPoint(null)
      }}
    >
      <FigureBackground figure={drawing} />
      {tints}
      <RegionButtons
        drawing={drawing}
        shapes={shapes}
        stop={stop}
        pixel={unit}
        labelsOf={(id) => ({
          label: labelOfRegion(id, view),
          description: descriptions.get(id) ?? '',
          isPressed: id === chosen,
          isFilled: false,
        })}
      />
      <Outline shapes={shapes} regionId={chosen} />
      {focused !== chosen && <Outline shapes={shapes} regionId={focused} isQuiet />}
      <g className={classes.marks} aria-hidden>
        {marks}
      </g>
    </svg>
  )
}

const nameOf = (id: RegionId | null) => id && labelOfRegion(id)

/** The regions of a mark that can be pressed itself; null elsewhere. */
function pileAt(target: EventTarget): RegionPile | null {
  const element = target instanceof Element ? target.closest('[data-mark-regions]') : null
  const regionIds = element?.getAttribute('data-mark-regions')?.split(' ')
  return element && regionIds ? { regionIds, element } : null
}

interface OutlineProps {
  shapes: readonly RegionShape[]
  regionId: RegionId | null
  /** Visible for keyboard focus only. */
  isQuiet?: boolean
}

/** The border of one region above all others: neighbours would cover half of a border drawn in place. */
function Outline({ shapes, regionId, isQuiet = false }: OutlineProps) {
  const shape = regionId && shapes.find((region) => region.regionId === regionId)
  if (!shape) return null
  return <path className={classes.outline} data-quiet={isQuiet || undefined} d={shape.path} aria-hidden />
}
