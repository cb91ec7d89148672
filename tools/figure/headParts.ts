// Head and neck of the model: skull, face only hinted, ears, and the column and muscles of the neck.
import { carved, cone, ellipsoid, loft, type Solid } from './primitives.ts'

/** Skull and face, from chin (780) to crown (900). Half of it is stated; the model is mirrored at x = 0. */
export function headParts(): readonly Solid[] {
  return [
    ellipsoid('head', 6, [0, 852, -3], [38.5, 48, 49]),
    // Face and jaw: height, inner, outer, back, front, fullness.
    loft('head', 10, [
      [781, -10, 10, 22, 42, 2],
      [785, -16, 16, 8, 46, 2.1],
      [792, -23, 23, -2, 47, 2.2],
      [800, -28, 28, -10, 46.5, 2.2],
      [810, -31.5, 31.5, -16, 47, 2.2],
      [822, -34, 34, -22, 46.5, 2.2],
      [836, -36, 36, -28, 45.5, 2.2],
      [846, -37, 37, -32, 46.5, 2.2],
      [862, -36, 36, -34, 44, 2.1],
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
    ellipsoid('ear', 2.5, [39.5, 833, -6], [2.8, 14, 8.5]),
  ]
}

/** The neck with sternocleidomastoid and the front edge of the trapezius. */
export function neckParts(): readonly Solid[] {
  return [
    loft('neck', 14, [
      [728, -37, 37, -48, 14, 2],
      [742, -33, 33, -44, 12, 2],
      [756, -30, 30, -39, 14, 2.1],
      [772, -29, 29, -36, 18, 2.1],
      [790, -28.5, 28.5, -36, 18, 2.1],
      [808, -28, 28, -36, 14, 2.1],
    ]),
    cone('neck', 8, [30, 812, -14], [7, 738, 17], 6.5, 4.5),
    cone('neck', 8, [13, 800, -28], [13, 755, -32], 11, 12),
    ellipsoid('neck', 7, [0, 771, 17], [6, 8, 5]),
  ]
}
