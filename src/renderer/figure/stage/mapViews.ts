// What the body map can show: both sides, one side, or the details, with the figures of each; and the phases.
import { figure as figures } from '#shared/domain/bodymap/figure.generated.ts'
import type { FigureView, View } from '#shared/domain/bodymap/figure.ts'
import type { Phase } from '#shared/domain/bodymap/finding.ts'
import { insets, type Inset } from '#shared/domain/bodymap/insets.ts'
import { usualInset, type SideLetters } from './letterPlaces.ts'

export type MapView = 'body' | View | 'details'

/** Every choice with its name, in the order in which they are offered. */
export const mapViews: readonly { readonly id: MapView; readonly name: string }[] = [
  { id: 'body', name: 'Body' },
  { id: 'anterior', name: 'Anterior' },
  { id: 'posterior', name: 'Posterior' },
  { id: 'right-lateral', name: 'Right lateral' },
  { id: 'left-lateral', name: 'Left lateral' },
  { id: 'details', name: 'Details' },
]

/** The phases, in the order in which they are offered. */
export const phaseChoices: readonly { readonly id: Phase; readonly name: string }[] = [
  { id: 'before', name: 'Before' },
  { id: 'after', name: 'After' },
]

/** One drawing to be shown, or a window onto one. */
export interface ShownFigure {
  /** The view's or the inset's id. */
  readonly key: string
  /** The view in which findings made here are recorded. */
  readonly view: View
  readonly drawing: FigureView
  /** View box in figure units of the drawing. */
  readonly box: Inset['box']
  readonly letters: SideLetters | null
  readonly caption: string
  /** Whether the drawing's points are points of the view; see {@link Inset}. */
  readonly sharesPoints: boolean
}

// Heads over hands, with the feet beside them: five in a row.
const detailOrder = [
  'face',
  'back-of-head',
  'head-right',
  'head-left',
  'feet-top',
  'palm-right',
  'palm-left',
  'back-of-hand-left',
  'back-of-hand-right',
  'soles',
]

const cornerInset = 0.07
/** Between the feet, and close to the edge beside a head. */
const insetsOfDetails: Readonly<Record<string, number>> = {
  'feet-top': 0.4,
  soles: 0.4,
  face: 0.1,
  'back-of-head': 0.1,
}

const details: readonly ShownFigure[] = insets
  .map(({ id, name, figure, box, sharesPoints }) => ({
    key: id,
    view: figure.view,
    drawing: figure,
    box,
    letters: sideLetters(figure, box, insetsOfDetails[id]),
    caption: name,
    sharesPoints,
  }))
  .toSorted((a, b) => placeOf(a.key) - placeOf(b.key))

const anterior = wholeView('anterior')
const posterior = wholeView('posterior')

const shown: Readonly<Record<MapView, readonly ShownFigure[]>> = {
  body: [anterior, posterior],
  anterior: [anterior],
  posterior: [posterior],
  'right-lateral': [wholeView('right-lateral')],
  'left-lateral': [wholeView('left-lateral')],
  details,
}

/** The figures of a choice in reading order; the same objects each time. */
export function figuresOf(mapView: MapView): readonly ShownFigure[] {
  return shown[mapView]
}

function wholeView(view: View): ShownFigure {
  const drawing = figures[view]
  const box = { x: 0, y: 0, width: drawing.width, height: drawing.height }
  const caption = mapViews.find(({ id }) => id === view)?.name ?? view
  return { key: view, view, drawing, box, letters: sideLetters(drawing, box), caption, sharesPoints: true }
}

function placeOf(key: string): number {
  const place = detailOrder.indexOf(key)
  return place < 0 ? detailOrder.length : place
}

/** Derived from the drawn regions, so that letters and drawing cannot disagree. */
function sideLetters(drawing: FigureView, box: Inset['box'], inset = usualInset): SideLetters | null {
  const right = meanOf(drawing, box, '.right')
  const left = meanOf(drawing, box, '.left')
  if (right !== null && left !== null)
    return right < left ? { left: 'R', right: 'L', inset } : { left: 'L', right: 'R', inset }
  const mean = right ?? left
  if (mean === null) return null
  // A single side leaves room where the drawing ends.
  const letter = right === null ? 'L' : 'R'
  const isAtLeft = mean < drawing.width / 2
  return { left: isAtLeft ? letter : null, right: isAtLeft ? null : letter, inset: cornerInset }
}

/** How far to the right the regions of a side lie; null where the box shows none. */
function meanOf({ regions }: FigureView, { x, y, width, height }: Inset['box'], ending: string): number | null {
  const across = regions
    .filter(({ regionId, anchor }) => {
      const isInside = anchor.x >= x && anchor.y >= y && anchor.x <= x + width && anchor.y <= y + height
      return isInside && regionId.endsWith(ending)
    })
    .map(({ anchor }) => anchor.x)
  return across.length === 0 ? null : across.reduce((sum, value) => sum + value, 0) / across.length
}
