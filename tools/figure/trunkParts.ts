// Trunk of the model: rib cage, waist and pelvis, the yoke of the shoulders, and the muscles that shape them.
import { carved, cone, ellipsoid, loft, type Solid } from './primitives.ts'
import { profiles, type Row } from './profile.ts'

/** Sections of the trunk: height, half width, back z, front z, fullness. */
const trunkRows: readonly Row[] = [
  [410, 30, -34, 20, 2.1],
  [426, 70, -42, 37, 2.2],
  [445, 83, -50, 43, 2.3],
  [465, 88, -54, 45.5, 2.3],
  [485, 87, -53.5, 47, 2.3],
  [505, 83, -50, 48, 2.3],
  [530, 75.5, -44.5, 48, 2.3],
  [552, 70.5, -41, 46.5, 2.3],
  [570, 69.5, -41.5, 46, 2.3],
  [595, 71.5, -46, 47.5, 2.3],
  [620, 75.5, -51.5, 50, 2.3],
  [650, 79.5, -57.5, 51, 2.3],
  [675, 80.5, -60.5, 49, 2.3],
  [695, 77, -61, 43, 2.3],
  [712, 68, -59.5, 35, 2.2],
  [726, 56, -56, 25, 2.1],
  [740, 42, -52, 14, 2],
  [752, 27, -45, 4, 2],
  [760, 14, -38, -6, 2],
]

const [halfWidth, backDepth, frontDepth] = profiles(trunkRows)

/** Half width of the trunk and the depth of its back and front at a height, all in units. */
export function trunkSection(y: number): { readonly width: number; readonly back: number; readonly front: number } {
  return { width: halfWidth!(y), back: backDepth!(y), front: frontDepth!(y) }
}

/** Rib cage, belly and pelvis with the muscles that show; mirrored at x = 0. */
export function trunkParts(): readonly Solid[] {
  return [
    loft(
      'trunk',
      14,
      trunkRows.map(([y, w, back, front, full]) => [y!, -w!, w!, back!, front!, full!]),
    ),
    ...shoulderYoke(),
    ...chestAndBack(),
    ...pelvis(),
  ]
}

function shoulderYoke(): readonly Solid[] {
  return [
    // Trapezius: from the side of the neck down to the point of the shoulder.
    cone('trunk', 24, [17, 770, -26], [54, 741, -28], 12, 14),
    cone('trunk', 20, [54, 742, -28], [88, 726, -20], 14, 12),
    // Collarbone, a gentle double curve.
    cone('trunk', 9, [8, 732, 13.5], [42, 734, 12], 4.2, 3.8),
    cone('trunk', 10, [42, 734, 12], [88, 731, -10], 3.8, 5),
  ]
}

function chestAndBack(): readonly Solid[] {
  return [
    // Pectoral mass, without the mark of either sex.
    ellipsoid('trunk', 28, [38, 671, 35], [38, 28, 16]),
    cone('trunk', 22, [40, 694, 30], [88, 704, 4], 15, 12),
    ellipsoid('trunk', 22, [50, 714, 10], [36, 18, 17]),
    // Shoulder blade with its spine.
    ellipsoid('trunk', 26, [57, 688, -50], [27, 38, 11]),
    cone('trunk', 22, [48, 713, -53], [88, 724, -30], 5, 7),
    // Latissimus and teres major: the back wall of the armpit.
    cone('trunk', 24, [52, 615, -24], [84, 688, -24], 20, 14),
    // Erectors beside the furrow of the spine.
    cone('trunk', 18, [17, 500, -27], [20, 565, -29.5], 10, 13),
    cone('trunk', 18, [20, 565, -29.5], [19, 650, -44], 13, 12),
    carved(cone('trunk', 14, [0, 510, -54], [0, 570, -48], 1, 3.5)),
    carved(cone('trunk', 14, [0, 570, -48], [0, 700, -67], 3.5, 2)),
    // Lower ribs and the edge of their arch.
    ellipsoid('trunk', 24, [54, 612, 16], [22, 36, 28]),
    // Belly.
    ellipsoid('trunk', 28, [20, 528, 34], [26, 56, 15]),
  ]
}

function pelvis(): readonly Solid[] {
  return [
    ellipsoid('trunk', 20, [41, 460, -38], [38, 37, 30]),
    // The cleft between the buttocks.
    carved(cone('trunk', 14, [0, 500, -64], [0, 430, -66], 1, 7)),
    ellipsoid('trunk', 24, [60, 495, -16], [24, 30, 28]),
    ellipsoid('trunk', 16, [0, 438, 22], [22, 14, 16]),
  ]
}
