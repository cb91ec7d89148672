// The sides from which the figure is drawn, and how each picture is laid out.
import type { Camera } from './raster.ts'

/** Half the width of the front and back pictures, in units. */
export const halfWidth = 250
/** Depth range of the side pictures, in units. */
export const sideFrom = -95
export const sideTo = 245

/** Feet pointed a little, as when lying, so that instep and sole can be seen. */
const anatomical = { outward: 13, forward: 0, footDown: 17 }
/** Seen from the side the arm reaches forward, so that it leaves flank and hip in view. */
const reaching = { outward: 3, forward: 33, footDown: 0 }

const wholeBody = { top: 910, bottom: -40, without: [] }

/** Right half of the body from in front; u is the distance from the midline. */
export const fromFront: Camera = {
  uFrom: 0,
  uTo: halfWidth,
  ...wholeBody,
  pose: anatomical,
  ray: (u, y) => [u, y, 160],
  direction: [0, 0, -1],
  uAxis: 0,
}

/** Right half of the body from behind. */
export const fromBehind: Camera = { ...fromFront, ray: (u, y) => [u, y, -160], direction: [0, 0, 1] }

/** Right side of the body; u runs from the back (left) to the front (right). */
export const fromRight: Camera = {
  uFrom: sideFrom,
  uTo: sideTo,
  ...wholeBody,
  pose: reaching,
  ray: (u, y) => [240, y, u],
  direction: [-1, 0, 0],
  uAxis: 2,
}

/** Half the width of the pictures of the feet, in units. */
export const feetHalfWidth = 92

/** The top of the right foot: from in front with the foot pointed down. */
export const footFromAbove: Camera = {
  ...fromFront,
  uTo: feetHalfWidth,
  top: 66,
  bottom: -100,
  pose: { ...anatomical, footDown: 74 },
}

/** The sole of the right foot: from behind with the foot pointed down all the way. */
export const footFromBelow: Camera = {
  ...fromBehind,
  uTo: feetHalfWidth,
  top: 78,
  bottom: -100,
  // The leg would stand before the heel.
  without: ['leg'],
  pose: { ...anatomical, footDown: 86 },
}
