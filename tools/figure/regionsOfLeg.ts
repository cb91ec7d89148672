// Which region of thigh, knee, leg and foot a surface point belongs to.
import type { Pose } from './armParts.ts'
import { footPlacement } from './legParts.ts'
import { along, painted, patch, turnAngle } from './patches.ts'
import type { Vec } from './primitives.ts'
import type { Surface } from './raster.ts'

const seam = -110
const middleX: readonly (readonly [number, number])[] = [
  [0, 56], [46, 57], [85, 56], [145, 54], [195, 52], [246, 51], [340, 50], [430, 46],
]
const middleZ: readonly (readonly [number, number])[] = [
  [0, -9], [46, -8.5], [85, -9], [145, -11], [195, -8], [246, 2], [340, 2.5], [430, 0],
]

// Chart: degrees (0 front, 90 outward, 180 back, −90 inward), height.
const legPatches = [
  patch('thigh.rectus-femoris', -30, 440, 30, 440, 30, 260, -30, 260),
  patch('thigh.vastus-lateralis', 29, 440, 70, 440, 72, 280, 62, 270, 34, 270, 24, 290, 26, 380),
  patch('thigh.it-band', 70, 440, 108, 440, 106, 270, 72, 270),
  patch('thigh.lateral-hamstrings', 107, 440, 180, 440, 180, 270, 105, 270),
  patch('thigh.medial-hamstrings', 179, 440, 250, 440, 250, 260, 179, 260),
  patch('thigh.adductors', seam, 440, -40, 440, -22, 400, -24, 350, -60, 320, -90, 280, seam, 280),
  patch('thigh.vastus-medialis', -22, 372, -44, 350, -78, 318, -96, 282, -70, 270, -30, 274, -18, 296, -20, 340),
  patch('leg.tibialis-anterior', -5, 240, 50, 240, 52, 150, 48, 40, -30, 40, -12, 120, -5, 180),
  patch('leg.peroneals', 49, 240, 110, 240, 116, 150, 128, 60, 46, 60, 52, 150),
  patch('leg.tibia', seam, 240, -4, 240, -4, 180, -11, 120, -28, 60, seam, 60),
  patch('leg.medial-gastrocnemius', 178, 260, 250, 260, 250, 140, 178, 140),
  patch('leg.medial-gastrocnemius', seam, 240, -82, 240, -84, 180, -92, 150, seam, 146),
  patch('leg.lateral-gastrocnemius', 109, 260, 180, 260, 180, 150, 112, 150),
  patch('leg.soleus', 114, 176, 130, 158, 155, 149, 180, 152, 205, 141, 230, 146, 250, 160, 250, 60, 124, 60, 118, 120),
  patch('leg.soleus', seam, 160, -94, 150, -88, 110, -82, 60, seam, 60),
  patch('leg.achilles', 156, 104, 180, 114, 204, 104, 216, 70, 220, 24, 140, 24, 144, 70),
  patch('knee.back', 122, 284, 180, 292, 240, 284, 244, 250, 226, 232, 180, 222, 134, 232, 118, 250),
  patch('knee.medial', seam, 284, -60, 278, -36, 272, -34, 232, -16, 220, -40, 212, -80, 222, seam, 230),
  patch('knee.medial', 238, 284, 250, 284, 250, 230, 236, 236),
  patch('knee.lateral', 36, 274, 70, 284, 108, 284, 124, 280, 128, 236, 112, 218, 60, 220, 30, 226, 34, 240),
  patch('knee.cap', -36, 258, -30, 272, 0, 279, 30, 272, 36, 258, 32, 240, 16, 226, 10, 218, -10, 218, -16, 226, -32, 240),
  patch('ankle.front', -52, 62, 0, 68, 48, 62, 52, 20, -52, 20),
  patch('ankle.lateral', 47, 62, 90, 66, 140, 58, 146, 20, 48, 20),
  patch('ankle.medial', seam, 62, -80, 66, -50, 62, -50, 20, seam, 20),
  patch('ankle.medial', 218, 58, 250, 62, 250, 20, 216, 20),
]

/** The region of a point on thigh, leg or foot. */
export function regionOfLeg({ point: [x, y, z], piece }: Surface, pose: Pose): string {
  if (piece === 'great-toe') return 'foot.great-toe'
  if (piece === 'toes') return 'foot.toes'
  const own = footPlacement(pose).undo(x, y, z)
  if (y < 70 && own[1] < 24 + Math.max(0, own[2] - 4) * 0.9) return regionOfFoot(own)
  const angle = turnAngle(x - along(middleX, y), z - along(middleZ, y), seam)
  return painted(legPatches, angle, y) ?? 'thigh.adductors'
}

function regionOfFoot([x, y, z]: Vec): string {
  if (z < 3 - y * 0.2) return 'foot.heel'
  if (y < 3.5) return 'foot.sole'
  if (x < -10 && y < 21 && z < 84) return 'foot.medial-arch'
  if (x > 11 && y < 15 && z < 84) return 'foot.lateral-edge'
  return 'foot.instep'
}
