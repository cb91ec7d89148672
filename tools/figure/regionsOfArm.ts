// Which region of shoulder cap, arm and hand a surface point belongs to, in the arm's own coordinates.
import { painted, patch, turnAngle } from './patches.ts'
import type { Piece, Vec } from './primitives.ts'
import { along } from './patches.ts'

const seam = -140
// Middle of the arm by height below the shoulder joint (its forearm leans outward).
const axis: readonly (readonly [number, number])[] = [
  [-292, 27],
  [-262, 22],
  [-235, 18],
  [-205, 13],
  [-180, 10],
  [-148, 4],
  [-105, 4],
  [-40, 4],
  [0, 2],
]

// Chart: degrees (0 front, 90 outward, 180 back, −90 inward), height.
const armPatches = [
  patch('arm.triceps', seam, 60, 230, 60, 230, -150, seam, -150),
  patch('arm.inner', -104, 40, -30, 40, -34, -60, -40, -134, -104, -134),
  patch('arm.biceps', -28, 60, 66, 60, 66, -134, -34, -134),
  patch('arm.brachialis', 66, -60, 92, -92, 112, -110, 112, -140, 62, -140, 58, -110),
  patch('forearm.extensors', seam, -160, seam, -300, 230, -300, 230, -130, 130, -130, 70, -150),
  patch('forearm.flexors', -118, -140, 60, -150, 50, -200, 84, -240, 88, -300, -112, -300),
  patch('forearm.brachioradialis', 50, -140, 108, -140, 104, -200, 84, -250, 58, -236, 24, -190, 20, -164),
  patch('elbow.crease', -50, -130, 0, -124, 60, -130, 60, -154, 24, -166, -20, -166, -50, -154),
  patch('elbow.lateral-epicondyle', 60, -136, 100, -132, 144, -136, 144, -160, 104, -172, 60, -162),
  patch('elbow.medial-epicondyle', seam, -136, -50, -130, -48, -158, -86, -168, seam, -160),
  patch('elbow.medial-epicondyle', 206, -134, 230, -134, 230, -162, 206, -160),
  patch('elbow.point', 142, -136, 176, -130, 212, -136, 214, -158, 178, -170, 142, -160),
  patch('wrist.back', seam, -266, 230, -266, 230, -300, seam, -300),
  patch('wrist.front', -96, -266, 96, -266, 96, -300, -96, -300),
  patch('shoulder.anterior-deltoid', -120, 60, 44, 60, 54, -40, 84, -88, 40, -66, -6, -36, -60, -14, -120, 0),
  patch('shoulder.lateral-deltoid', 42, 60, 138, 60, 126, -40, 94, -92, 82, -88, 52, -40),
  patch('shoulder.posterior-deltoid', 136, 60, 230, 60, 230, -10, 190, -26, 146, -64, 93, -92, 124, -40),
  patch('shoulder.posterior-deltoid', seam, 60, -120, 60, -120, 0, seam, -6),
]

// Palm chart: across (towards the thumb), height.
const palmPatches = [
  patch('hand.palm', -100, -400, 100, -400, 100, -280, -100, -280),
  patch('hand.thenar', 29, -280, 80, -280, 80, -334, 54, -334, 45, -326, 36, -308),
  patch('hand.hypothenar', -20, -280, 27, -280, 28, -304, 24, -328, -20, -336),
]

/** The region of a point on arm or hand; `facing` is how far the surface looks forward, from −1 to 1. */
export function regionOfArm([x, y, z]: Vec, facing: number, piece: Piece): string {
  if (piece === 'thumb' || piece === 'index' || piece === 'middle' || piece === 'ring' || piece === 'little')
    return `hand.${piece}`
  if (y < -289) return facing < 0 ? 'hand.back' : (painted(palmPatches, x, y) ?? 'hand.palm')
  const angle = turnAngle(x - along(axis, y), z, seam)
  return painted(armPatches, angle, y) ?? 'arm.inner'
}
