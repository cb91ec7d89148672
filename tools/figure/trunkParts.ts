// Trunk of the model: rib cage, waist and pelvis, the yoke of the shoulders, and the muscles that shape them.
import { cone, ellipsoid, loft, type Solid } from './primitives.ts'
import { profiles, type Row } from './profile.ts'

/** Sections of the trunk: height, half width, back z, front z, fullness. */
const trunkRows: readonly Row[] = [
  [418, 40, -34, 26, 2.2],
  [430, 76, -42, 36, 2.3],
  [445, 84, -48, 42, 2.3],
  [470, 86.5, -52, 46, 2.3],
  [490, 84.5, -50, 47.5, 2.3],
  [515, 78.5, -46, 48, 2.3],
  [540, 72.5, -43, 47.5, 2.3],
  [562, 70, -42, 46.5, 2.3],
  [590, 72, -45, 47, 2.3],
  [620, 76.5, -51, 50, 2.3],
  [650, 80.5, -56, 53, 2.3],
  [675, 82, -58, 53, 2.3],
  [695, 79, -58, 48, 2.3],
  [712, 70, -56, 40, 2.2],
  [726, 58, -52, 30, 2.1],
  [738, 44, -47, 20, 2],
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
    cone('trunk', 20, [22, 768, -26], [62, 741, -24], 13, 15),
    cone('trunk', 18, [62, 741, -24], [98, 727, -18], 15, 12),
    // Collarbone, a gentle double curve.
    cone('trunk', 7, [8, 735, 20], [46, 738, 17], 5, 4.2),
    cone('trunk', 7, [46, 738, 17], [96, 739, -8], 4.2, 5),
    ellipsoid('trunk', 10, [102, 735, -14], [10, 6, 10]),
  ]
}

function chestAndBack(): readonly Solid[] {
  return [
    // Pectoral mass, without the mark of either sex.
    ellipsoid('trunk', 26, [40, 672, 38], [40, 30, 17]),
    cone('trunk', 20, [50, 690, 34], [92, 706, 8], 17, 12),
    // Shoulder blade and the muscles on it.
    ellipsoid('trunk', 16, [62, 692, -46], [31, 38, 12]),
    cone('trunk', 12, [40, 712, -54], [96, 732, -24], 5, 6),
    // Latissimus and teres major: the back wall of the armpit.
    cone('trunk', 22, [56, 620, -26], [90, 690, -22], 20, 14),
    // Erectors beside the furrow of the spine.
    cone('trunk', 12, [19, 530, -35], [20, 620, -43], 13, 13),
    cone('trunk', 12, [20, 620, -43], [17, 720, -46], 13, 10),
    // Serratus and lower ribs.
    ellipsoid('trunk', 22, [56, 610, 14], [24, 40, 30]),
    // Belly.
    ellipsoid('trunk', 26, [22, 535, 34], [28, 60, 16]),
  ]
}

function pelvis(): readonly Solid[] {
  return [
    ellipsoid('trunk', 26, [41, 462, -36], [42, 40, 31]),
    ellipsoid('trunk', 22, [62, 497, -14], [24, 30, 30]),
    // Front of the hip bone.
    ellipsoid('trunk', 16, [62, 502, 26], [12, 12, 14]),
    ellipsoid('trunk', 16, [0, 440, 22], [24, 16, 16]),
  ]
}
