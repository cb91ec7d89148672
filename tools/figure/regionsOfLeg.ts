// Which region of thigh, knee, leg and foot a surface point belongs to.
import type { Pose } from './armParts.ts'
import { footPlacement } from './legParts.ts'
import { along, painted, patch, turnAngle } from './patches.ts'
import type { Vec } from './primitives.ts'
import type { Surface } from './raster.ts'

const seam = -110
const middleX: readonly (readonly [number, number])[] = [
  [0, 56],
  [46, 57],
  [85, 56],
  [145, 54],
  [195, 52],
  [246, 51],
  [340, 50],
  [430, 46],
]
const middleZ: readonly (readonly [number, number])[] = [
  [0, -9],
  [46, -8.5],
  [85, -9],
  [145, -11],
  [195, -8],
  [246, 2],
  [340, 2.5],
  [430, 0],
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
  patch('leg.tibialis-anterior', -5, 240, 42, 240, 42, 150, 44, 40, -30, 40, -12, 120, -5, 180),
  patch('leg.peroneals', 40, 240, 110, 240, 116, 150, 128, 60, 44, 60, 42, 150),
  patch('leg.tibia', seam, 240, -4, 240, -4, 180, -11, 120, -28, 60, seam, 60),
  patch('leg.medial-gastrocnemius', 178, 260, 250, 260, 250, 140, 178, 140),
  patch('leg.medial-gastrocnemius', seam, 240, -54, 240, -50, 180, -58, 142, seam, 142),
  patch('leg.lateral-gastrocnemius', 109, 260, 180, 260, 180, 150, 112, 150),
  patch('leg.soleus', 114, 176, 130, 158, 155, 149, 180, 152, 205, 141, 230, 146, 250, 160, 250, 60, 124, 60, 118, 120),
  patch('leg.soleus', seam, 150, -70, 146, -56, 140, -60, 100, -66, 60, seam, 60),
  patch('leg.achilles', 156, 104, 180, 114, 204, 104, 212, 70, 212, 24, 148, 24, 148, 70),
  patch('knee.back', 122, 284, 180, 292, 240, 284, 244, 250, 226, 232, 180, 222, 134, 232, 118, 250),
  patch('knee.medial', seam, 284, -60, 278, -30, 272, -28, 238, -16, 220, -40, 212, -80, 222, seam, 230),
  patch('knee.medial', 238, 284, 250, 284, 250, 230, 236, 236),
  patch('knee.lateral', 28, 274, 70, 284, 108, 284, 124, 280, 128, 236, 112, 218, 60, 220, 26, 226, 28, 240),
  patch(
    'knee.cap',
    -32,
    258,
    -28,
    272,
    0,
    279,
    28,
    272,
    32,
    258,
    29,
    240,
    16,
    226,
    10,
    218,
    -10,
    218,
    -16,
    226,
    -29,
    240,
  ),
  patch('ankle.front', -46, 64, 0, 68, 42, 64, 38, 46, 30, 20, -32, 20, -38, 46),
  patch('ankle.lateral', 42, 63, 90, 67, 148, 60, 150, 20, 30, 20, 38, 46),
  patch('ankle.medial', seam, 64, -80, 67, -46, 63, -38, 46, -32, 20, seam, 20),
  patch('ankle.medial', 212, 60, 250, 64, 250, 20, 212, 20),
]

/** The region of a point on thigh, leg or foot. */
export function regionOfLeg({ point: [x, y, z], normal, piece }: Surface, pose: Pose): string {
  if (piece === 'great-toe') return 'foot.great-toe'
  if (piece === 'toes') return 'foot.toes'
  const foot = footPlacement(pose)
  const own = foot.undo(x, y, z)
  // Where the foot hangs straight down its own shape tells it from the leg; standing, a slanting line gives a calmer border.
  const ofFoot = pose.footDown > 45 ? piece === 'foot' : y < 70 && own[1] < 24 + Math.max(0, own[2] - 4) * 0.9
  if (ofFoot) return regionOfFoot(own, foot.undo(x + normal[0], y + normal[1], z + normal[2])[1] - own[1])
  const angle = turnAngle(x - along(middleX, y), z - along(middleZ, y), seam)
  return painted(legPatches, angle, y) ?? 'thigh.adductors'
}

/** @param facing upward part of the surface's direction as the foot itself sees it: −1 straight down, 1 straight up. */
function regionOfFoot([x, y, z]: Vec, facing: number): string {
  if (z < 3 - y * 0.2) return 'foot.heel'
  if (facing < -0.55) return regionOfSole(x, z)
  if (x < -10 && y < 21 && z < 74) return 'foot.medial-arch'
  if (x > 11 && (y < 15 || z < 14) && z < 74) return 'foot.lateral-edge'
  return 'foot.instep'
}

function regionOfSole(x: number, z: number): string {
  if (z > 58 - Math.max(0, x) * 0.4) return 'foot.ball'
  if (x < -7 && z > 12) return 'foot.medial-arch'
  return x > 12 ? 'foot.lateral-edge' : 'foot.sole'
}
