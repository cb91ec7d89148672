// Leg and foot of the model: thigh, knee, calf, ankle, heel, arch and toes.
import { cone, ellipsoid, hinge, loft, placed, type Placement, type Solid, type Vec } from './primitives.ts'

/** Thigh to ankle; the table states the outlines seen from in front (inner, outer) and from the side (back, front). */
export function legParts(): readonly Solid[] {
  return [
    loft('leg', 16, [
      [452, 8, 86, -40, 38, 2.2],
      [430, 4, 87.5, -44, 44, 2.2],
      [405, 5, 88, -46, 48, 2.2],
      [375, 9, 87, -45, 49, 2.2],
      [340, 15, 84.5, -42, 47, 2.2],
      [305, 21.5, 80.5, -37, 42, 2.2],
      [282, 25, 77, -33, 37.5, 2.2],
      [262, 27, 75, -31, 35, 2.3],
      [246, 28, 74.5, -30, 34, 2.3],
      [232, 28.5, 74, -31, 31.5, 2.3],
      [215, 27.5, 74.5, -35, 28, 2.2],
      [195, 26.5, 77, -41, 25.5, 2.1],
      [172, 27, 79, -44, 22.5, 2.1],
      [145, 30.5, 78, -41.5, 19, 2.1],
      [115, 36, 74, -35, 14.5, 2.1],
      [85, 41.5, 70.5, -29, 10.5, 2.1],
      [62, 43.5, 69.5, -27, 9, 2.1],
      [46, 42.5, 71, -27.5, 10.5, 2.1],
      [30, 42, 72, -30, 14, 2.1],
    ]),
    // Vastus lateralis and medialis, the teardrop above the knee.
    ellipsoid('leg', 16, [68, 350, 14], [18, 70, 28]),
    ellipsoid('leg', 12, [38, 292, 20], [12, 28, 16]),
    // Kneecap and the tendon below it.
    ellipsoid('leg', 8, [51, 256, 29], [12, 14, 9]),
    ellipsoid('leg', 8, [51, 226, 25], [6, 10, 6]),
    // Heads of the calf and the shin muscle.
    ellipsoid('leg', 10, [40, 182, -27], [14, 42, 18]),
    ellipsoid('leg', 10, [64, 188, -27], [14, 38, 16]),
    ellipsoid('leg', 10, [63, 178, 10], [12, 46, 13]),
    // Ankle bones: the inner one stands higher.
    ellipsoid('leg', 5, [43.5, 41, -6], [4.5, 8, 8]),
    ellipsoid('leg', 5, [70.5, 35, -11], [4.5, 8, 7]),
  ]
}

/** How a foot stands: degrees that its toes turn outward; the tip of the foot points forward. */
export function footPlacement(): Placement {
  return turn([56, 0, -10], 9)
}

/** Heel, arch, ball and toes, stated with the foot pointing straight forward from the ankle, then turned out. */
export function footParts(): readonly Solid[] {
  const placement = footPlacement()
  return [...footBody(), ...toes()].map((solid) => placed(solid, placement))
}

function footBody(): readonly Solid[] {
  // Lying down: the table's height is the distance forward (negative), its back and front are sole and instep.
  const lying = hinge([0, 0, 0], 0, 90)
  const body = loft('foot', 10, [
    [24, -10, 11, 5, 26, 2.2],
    [14, -14, 14.5, 2, 40, 2.3],
    [0, -15.5, 15.5, 2, 46, 2.3],
    [-18, -15, 16, 3, 46, 2.3],
    [-36, -14.5, 18, 4, 39, 2.3],
    [-56, -18, 21, 3.5, 29, 2.4],
    [-74, -22, 23, 2, 22, 2.5],
    [-86, -22, 23.5, 1.5, 17.5, 2.5],
    [-94, -20, 22, 2, 14, 2.5],
  ])
  return [
    placed(body, lying),
    ellipsoid('foot', 10, [0, 15, -16], [14, 14.5, 15]),
    ellipsoid('foot', 8, [-14, 11, 78], [9, 10, 12]),
  ]
}

function toes(): readonly Solid[] {
  const rays: readonly (readonly [Vec, Vec, number])[] = [
    [[-1, 9, 92], [-1.5, 6.5, 109], 5.4],
    [[7, 8.5, 91], [7, 6, 105], 5],
    [[14, 8, 88], [14.5, 5.5, 100], 4.7],
    [[20, 7.5, 83], [21, 5.5, 93], 4.6],
  ]
  return [
    cone('great-toe', 3, [-14, 9.5, 90], [-12, 8, 108], 8.4, 7.2),
    ...rays.map(([from, to, r]) => cone('toes', 2.5, from, to, r, r * 0.95)),
  ]
}

/** A turn about a vertical axis through a pivot, toes outward, in degrees. */
function turn(pivot: Vec, outward: number): Placement {
  const c = Math.cos((outward * Math.PI) / 180)
  const s = Math.sin((outward * Math.PI) / 180)
  return {
    place: ([x, y, z]) => [pivot[0] + x * c + z * s, pivot[1] + y, pivot[2] + z * c - x * s],
    undo: (gx, gy, gz) => {
      const x = gx - pivot[0]
      const z = gz - pivot[2]
      return [x * c - z * s, gy - pivot[1], z * c + x * s]
    },
  }
}
