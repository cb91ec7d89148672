// Arm and hand of the model, stated hanging straight down from the shoulder joint, palm forward, then placed by a pose.
import { cone, ellipsoid, hinge, loft, placed, type Placement, type Solid, type Vec } from './primitives.ts'

/** The centre of the shoulder joint. */
const shoulder: Vec = [87, 712, -17]

/** How arm and foot are held: degrees of the arm away from the body and forward, degrees of the foot pointed down. */
export interface Pose {
  readonly outward: number
  readonly forward: number
  readonly footDown: number
}

/** The placement of an arm in a pose; `undo` leads back to the arm's own coordinates. */
export function armPlacement(pose: Pose): Placement {
  return hinge(shoulder, pose.outward, pose.forward)
}

/** Deltoid, arm, forearm and hand in their pose. In the arm's own coordinates the shoulder joint is the origin. */
export function armParts(pose: Pose): readonly Solid[] {
  const placement = armPlacement(pose)
  return [...upperArm(), ...forearm(), ...palm(), ...fingers()].map((solid) => placed(solid, placement))
}

function upperArm(): readonly Solid[] {
  return [
    ellipsoid('arm', 22, [5, -4, 0], [23, 25, 25]),
    ellipsoid('arm', 18, [9.5, -28, 0], [19.5, 40, 24]),
    // Whole arm: height, inner, outer, back, front, fullness.
    loft('arm', 14, [
      [-5, -20, 24, -24, 24, 2],
      [-40, -18, 25, -24.5, 23.5, 2],
      [-75, -16, 22.6, -24, 23, 2],
      [-105, -15, 22.2, -23, 22.5, 2],
      [-130, -14.5, 21.5, -19, 19, 2],
      [-148, -15, 23.5, -17, 16, 2.1],
      [-160, -13.5, 26, -17, 16.5, 2.1],
      [-180, -10, 29.5, -18, 18, 2.1],
      [-205, -5, 31.5, -17.5, 17, 2.1],
      [-235, 3, 32.5, -14, 13.5, 2.2],
      [-262, 10, 34.5, -11, 10.5, 2.3],
      [-280, 13.5, 37.5, -9, 9.5, 2.3],
      [-292, 14, 41, -8.5, 9, 2.3],
    ]),
    ellipsoid('arm', 12, [4, -82, 11], [16, 42, 15]),
    ellipsoid('arm', 12, [8, -72, -12], [16, 46, 15]),
  ]
}

function forearm(): readonly Solid[] {
  return [
    ellipsoid('arm', 10, [19, -176, 6], [12, 34, 11]),
    ellipsoid('arm', 10, [0, -178, 1], [10, 32, 14]),
    ellipsoid('arm', 6, [4, -151, -13], [7, 8, 6]),
  ]
}

function palm(): readonly Solid[] {
  return [
    loft('hand', 8, [
      [-284, 15, 39, -7.5, 8, 2.4],
      [-296, 13, 45, -8, 8.5, 2.6],
      [-310, 12, 50, -7.5, 8, 2.8],
      [-326, 12.5, 52.5, -6.5, 7, 2.8],
      [-338, 14, 53, -5.5, 6, 2.8],
      [-345, 17, 52, -4.5, 5, 2.6],
    ]),
    ellipsoid('hand', 8, [42, -306, 5], [10, 18, 8]),
    ellipsoid('hand', 8, [19, -308, 4], [7, 18, 6]),
    cone('hand', 8, [42, -296, 4], [58, -322, 9], 9, 7),
  ]
}

function fingers(): readonly Solid[] {
  const rays: readonly (readonly [Solid['piece'], Vec, Vec, number])[] = [
    ['index', [47.8, -338, 0.5], [55.2, -384, 5], 5.5],
    ['middle', [38, -342, 0.5], [41.6, -393, 5], 5.7],
    ['ring', [28.3, -340, 0.5], [27.6, -387, 5], 5.4],
    ['little', [19, -334, 0.5], [13.6, -371, 5], 4.8],
  ]
  return [
    cone('thumb', 6, [57, -322, 9], [65, -338, 12], 6.6, 6),
    cone('thumb', 3, [65, -338, 12], [69, -354, 13], 6, 4.6),
    ...rays.map(([piece, from, to, r]) => cone(piece, 2, from, to, r, r * 0.78)),
  ]
}
