// Leg and foot of the model: thigh, knee, calf, ankle, heel, arch and toes.
import type { Pose } from './armParts.ts'
import { cone, ellipsoid, hinge, loft, placed, type Placement, type Solid, type Vec } from './primitives.ts'

const jointX = 56
const jointHeight = 38
const jointZ = -10

/** Thigh to ankle; the table states the outlines seen from in front (inner, outer) and from the side (back, front). */
export function legParts(): readonly Solid[] {
  return [
    loft('leg', 16, [
      [468, 16, 68, -24, 32, 2.1],
      [445, 8, 82, -38, 42, 2.2],
      [425, 4, 87, -44.5, 46, 2.2],
      [405, 5, 88.5, -46, 48.5, 2.2],
      [375, 9, 87.5, -46, 51, 2.2],
      [340, 15, 85, -44.5, 49, 2.2],
      [305, 21.5, 80.5, -39, 43.5, 2.2],
      [282, 25, 77, -34, 38, 2.2],
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
    ellipsoid('leg', 10, [51, 256, 28.5], [12.5, 15, 8.5]),
    ellipsoid('leg', 10, [51, 224, 23.5], [6.5, 10, 6]),
    // Heads of the calf and the shin muscle.
    ellipsoid('leg', 16, [40, 182, -27], [14, 46, 18]),
    ellipsoid('leg', 16, [64, 188, -27], [14, 42, 16]),
    ellipsoid('leg', 10, [63, 178, 10], [12, 46, 13]),
    // Ankle bones: the inner one stands higher.
    ellipsoid('leg', 5, [43.5, 41, -6], [4.5, 8, 8]),
    ellipsoid('leg', 5, [70.5, 35, -11], [4.5, 8, 7]),
  ]
}

/** The placement of a foot: turned out a little, and pointed down about the ankle as the pose says. */
export function footPlacement(pose: Pose): Placement {
  return ankle(pose.footDown, 5)
}

/** Heel, arch, ball and toes, stated with the foot pointing straight forward from the ankle, then placed. */
export function footParts(pose: Pose): readonly Solid[] {
  const placement = footPlacement(pose)
  return [...footBody(), ...toes()].map((solid) => placed(solid, placement))
}

function footBody(): readonly Solid[] {
  // Lying down: the table's height is the distance forward (negative), its back and front are sole and instep.
  const lying = hinge([0, 0, 0], 0, 90)
  const body = loft('foot', 10, [
    [29, -4, 4, 8, 20, 2],
    [26, -8, 8.5, 6, 24, 2.1],
    [18, -12.5, 13, 3, 34, 2.2],
    [8, -14.5, 15, 2, 43, 2.2],
    [-4, -15, 15.5, 2.5, 46, 2.2],
    [-18, -14.6, 16, 3.5, 45, 2.2],
    [-34, -15, 17, 4.5, 38, 2.3],
    [-48, -17.5, 18.5, 4, 30.5, 2.4],
    [-62, -21, 21.5, 2.5, 23.5, 2.5],
    [-71, -22, 21.5, 1.8, 19.5, 2.5],
    [-78, -21.5, 18, 1.8, 17, 2.4],
    [-85, -20, 11, 2.5, 14.5, 2.3],
  ])
  return [
    placed(body, lying),
    ellipsoid('foot', 14, [0, 17, -14], [13, 16, 15]),
    ellipsoid('foot', 12, [-13, 11, 64], [8.5, 10, 17]),
  ]
}

function toes(): readonly Solid[] {
  const rays: readonly (readonly [Vec, Vec, number])[] = [
    [[-2.4, 8.5, 78], [-2.6, 5.5, 104], 4.6],
    [[5.4, 8, 76], [6, 5, 100], 4.4],
    [[12.2, 7.5, 71], [13.6, 4.8, 93.5], 4.3],
    [[17.6, 7, 62], [20.4, 4.8, 85], 4.4],
  ]
  return [
    cone('great-toe', 3, [-13.4, 9.5, 78], [-12.4, 7.4, 103], 7.8, 7.3),
    ...rays.map(([from, to, r]) => cone('toes', 1.5, from, to, r, r * 0.96)),
  ]
}

/** Bends the foot down about the ankle joint, then turns the toes outward, in degrees; the foot's own origin is below the joint. */
function ankle(down: number, outward: number): Placement {
  const c = Math.cos((outward * Math.PI) / 180)
  const s = Math.sin((outward * Math.PI) / 180)
  const cd = Math.cos((down * Math.PI) / 180)
  const sd = Math.sin((down * Math.PI) / 180)
  return {
    place: ([x, y, z]) => {
      const y1 = (y - jointHeight) * cd - z * sd
      const z1 = z * cd + (y - jointHeight) * sd
      return [jointX + x * c + z1 * s, jointHeight + y1, jointZ + z1 * c - x * s]
    },
    undo: (gx, gy, gz) => {
      const x = gx - jointX
      const z = gz - jointZ
      const y1 = gy - jointHeight
      const z1 = z * c + x * s
      return [x * c - z * s, jointHeight + y1 * cd + z1 * sd, z1 * cd - y1 * sd]
    },
  }
}
