// Which region of head and neck a surface point belongs to.
import type { Surface } from './raster.ts'
import { along, painted, patch, turnAngle } from './patches.ts'

/** The lower edge of the jaw and the base of the skull: height by depth. Below it the neck begins. */
const skullBase: readonly (readonly [number, number])[] = [
  [-60, 808],
  [-34, 813],
  [-18, 816],
  [-9, 812],
  [-4, 800],
  [4, 795],
  [22, 787],
  [40, 780],
  [60, 774],
]

// Charts: degrees from the front, height.
const headPatches = [
  patch('head.cheek', 0, 770, 75, 770, 75, 850, 0, 850),
  patch('head.forehead', 0, 846, 62, 846, 60, 905, 0, 905),
  patch('head.parietal', 58, 820, 118, 820, 118, 905, 58, 905),
  patch('head.occiput', 116, 790, 190, 790, 190, 905, 116, 905),
  patch('head.temple', 38, 829, 84, 826, 90, 846, 80, 862, 62, 868, 46, 860, 40, 848),
  patch('head.orbit', 0, 829, 38, 829, 44, 846, 38, 852, 10, 853, 0, 849),
  patch('head.jaw', 30, 770, 38, 800, 46, 819, 56, 830, 118, 830, 118, 780),
  patch('head.mouth-chin', 0, 770, 24, 770, 22, 796, 19, 808, 8, 812, 0, 812),
  patch('head.nose', 0, 811, 10, 811, 9, 824, 6, 838, 6, 848, 0, 849),
]

const neckPatches = [
  patch('neck.lateral', -1, 700, 130, 700, 124, 830, -1, 830),
  patch('neck.throat', -1, 700, 50, 700, 50, 778, 84, 800, 84, 830, -1, 830),
  patch(
    'neck.sternocleidomastoid',
    80,
    826,
    114,
    826,
    102,
    800,
    74,
    774,
    40,
    744,
    30,
    728,
    0,
    728,
    8,
    742,
    36,
    772,
    66,
    798,
  ),
  patch('neck.posterior', 124, 700, 190, 700, 190, 830, 112, 830, 116, 800),
  patch('neck.cervical-spine', 166, 700, 190, 700, 190, 794, 172, 794),
  patch('neck.suboccipital', 112, 830, 114, 798, 130, 794, 190, 794, 190, 830),
]

/** The region of a point on head or neck. */
export function regionOfHead({ point: [x, y, z], piece }: Surface): string {
  if (piece === 'ear') return 'head.ear'
  const base = along(skullBase, z)
  if (y < base) return painted(neckPatches, turnAngle(x, z + 10, -1), y) ?? 'neck.lateral'
  if (y > 882 + z * 0.05) return 'head.crown'
  return painted(headPatches, turnAngle(x, z + 2, -1), y) ?? 'head.cheek'
}
