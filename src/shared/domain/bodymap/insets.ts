// Details of the figure enlarged: face, back of head, hands and feet.
import { feet } from './feet.generated.ts'
import { figure } from './figure.generated.ts'
import type { FigureView } from './figure.ts'

/** A section of a drawing, used as an SVG view box. */
export interface Inset {
  readonly id: string
  readonly name: string
  readonly figure: FigureView
  /** In the drawing's figure units. */
  readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
  /**
   * Whether a point in the inset is a point of the whole view that `figure.view` names. The feet are separate drawings, so a
   * finding made there belongs to its region but has no exact point in the view.
   */
  readonly sharesPoints: boolean
}

export const insets: readonly Inset[] = [
  windowOnto('face', 'Face', figure.anterior, [190, 0, 120, 150]),
  windowOnto('back-of-head', 'Back of head', figure.posterior, [190, 0, 120, 150]),
  windowOnto('head-right', 'Head from the right', figure['right-lateral'], [30, 0, 130, 150]),
  windowOnto('head-left', 'Head from the left', figure['left-lateral'], [180, 0, 130, 150]),
  windowOnto('palm-right', 'Right palm', figure.anterior, [4, 455, 96, 130]),
  windowOnto('palm-left', 'Left palm', figure.anterior, [400, 455, 96, 130]),
  windowOnto('back-of-hand-left', 'Back of left hand', figure.posterior, [4, 455, 96, 130]),
  windowOnto('back-of-hand-right', 'Back of right hand', figure.posterior, [400, 455, 96, 130]),
  { id: 'feet-top', name: 'Top of feet', figure: feet.top, box: below(feet.top, 6), sharesPoints: false },
  { id: 'soles', name: 'Soles', figure: feet.sole, box: below(feet.sole, 0), sharesPoints: false },
]

function windowOnto(
  id: string,
  name: string,
  drawing: FigureView,
  [x, y, width, height]: readonly [number, number, number, number],
): Inset {
  return { id, name, figure: drawing, box: { x, y, width, height }, sharesPoints: true }
}

/** The whole drawing from a height downward: the leg above it is cut off. */
function below({ width, height }: FigureView, y: number): Inset['box'] {
  return { x: 0, y, width, height: height - y }
}
