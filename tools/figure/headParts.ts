// Head and neck of the model: skull, face only hinted, ears, and the column and muscles of the neck.
import { carved, cone, ellipsoid, hinge, loft, placed, type Solid } from './primitives.ts'

/** Skull and face, from chin (780) to crown (900). Half of it is stated; the model is mirrored at x = 0. */
export function headParts(): readonly Solid[] {
  return [
    ellipsoid('head', 6, [0, 851, -2], [38.5, 48, 48]),
    ellipsoid('head', 12, [0, 864, -4], [35.5, 34.5, 44]),
    // Back of the skull.
    ellipsoid('head', 14, [0, 830, -22], [30, 25, 26]),
    // Face and jaw: height, inner, outer, back, front, fullness.
    loft('head', 10, [
      [781, -10, 10, 22, 42, 2],
      [785, -16, 16, 8, 46, 2.1],
      [792, -23, 23, -2, 47, 2.2],
      [800, -28, 28, -10, 46.5, 2.2],
      [810, -31.5, 31.5, -16, 47, 2.2],
      [822, -34, 34, -22, 46.5, 2.2],
      [836, -36, 36, -28, 45.5, 2.2],
      [846, -36.5, 36.5, -32, 46.2, 2.2],
      [860, -33, 33, -30, 43.5, 2.1],
      [874, -24, 24, -22, 34, 2],
      [884, -12, 12, -10, 20, 2],
    ]),
    ellipsoid('head', 8, [0, 848, 42], [26, 5, 6]),
    carved(ellipsoid('head', 9, [15.5, 838, 50], [9, 5.5, 6])),
    ellipsoid('head', 6, [15.5, 838, 37], [7.5, 5.5, 7]),
    cone('nose', 5, [0, 840, 46], [0, 820, 54.5], 3.2, 4.6),
    ellipsoid('nose', 4, [5, 818, 49], [3.6, 3.4, 4.2]),
    ellipsoid('head', 4, [0, 805.5, 46.5], [10.5, 2.6, 4]),
    ellipsoid('head', 4, [0, 800.5, 46], [9, 2.6, 4]),
    ellipsoid('head', 8, [0, 787, 43], [11, 6, 6]),
    ellipsoid('head', 10, [25, 822, 30], [9, 7, 12]),
    ...ear(),
  ]
}

function ear(): readonly Solid[] {
  // Leaning back and standing a little off the skull.
  const lean = hinge([38.4, 836, -5], -7, -12)
  return [
    placed(ellipsoid('ear', 2, [0, 2, 0], [3.4, 13.5, 8.6]), lean),
    placed(carved(ellipsoid('ear', 2.5, [3.6, 2, 1.5], [2.2, 7.5, 4.4])), lean),
  ]
}

/** The neck with sternocleidomastoid and the front edge of the trapezius. */
export function neckParts(): readonly Solid[] {
  return [
    // Height, inner, outer, back, front, fullness: the column leans forward from the shoulders to the skull.
    loft('neck', 12, [
      [715, -38, 38, -56, -4, 2],
      [730, -36, 36, -54.5, 3, 2],
      [746, -32.5, 32.5, -50, 8, 2],
      [762, -29, 29, -43.5, 12, 2.1],
      [780, -28, 28, -37.5, 17, 2.1],
      [795, -27, 27, -35, 17, 2.1],
      [812, -24, 24, -33, 12, 2.1],
    ]),
    cone('neck', 10, [24.5, 806, -12], [7, 737, 12], 5.4, 4.2),
    // Larynx.
    ellipsoid('neck', 10, [0, 770, 13.5], [7, 9, 4.5]),
  ]
}
