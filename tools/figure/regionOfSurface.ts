// Which region of the catalogue (without its side) a point on the model's surface belongs to.
import { armPlacement, type Pose } from './armParts.ts'
import { along } from './patches.ts'
import type { Surface } from './raster.ts'
import { regionOfArm } from './regionsOfArm.ts'
import { regionOfHead } from './regionsOfHead.ts'
import { regionOfLeg } from './regionsOfLeg.ts'
import { regionOfTrunk } from './regionsOfTrunk.ts'

// Where the shoulder cap begins, as distance from the midline by height: the groove in front, the edge of the deltoid behind.
const grooveInFront: readonly (readonly [number, number])[] = [
  [664, 82],
  [690, 86],
  [712, 91],
  [730, 95],
  [742, 104],
]
const edgeBehind: readonly (readonly [number, number])[] = [
  [664, 86],
  [690, 88],
  [708, 92],
  [728, 99],
  [742, 108],
]
const thighBegins = 426

/** The key of the region at a surface point, such as `shoulder.upper-trapezius`. */
export function regionOfSurface(surface: Surface, pose: Pose): string {
  const [x, y, z] = surface.point
  const [nx, ny, nz] = surface.normal
  const { piece } = surface
  const ofHead = piece === 'head' || piece === 'ear' || piece === 'nose'
  if (ofHead || (y > 742 && x < 33 && (z > -22 || y > 768))) return regionOfHead(surface)
  if (isArm(surface)) {
    const arm = armPlacement(pose)
    const own = arm.undo(x, y, z)
    const facing = arm.undo(x + nx, y + ny, z + nz)[2] - own[2]
    return regionOfArm(own, facing, piece)
  }
  if (y < thighBegins) return regionOfLeg(surface, pose)
  return regionOfTrunk(surface)
}

function isArm({ point: [x, y, z], piece }: Surface): boolean {
  if (y > 672) return x > along(z > -17 ? grooveInFront : edgeBehind, y)
  return (
    piece === 'arm' ||
    piece === 'hand' ||
    piece === 'thumb' ||
    piece === 'index' ||
    piece === 'middle' ||
    piece === 'ring' ||
    piece === 'little'
  )
}
