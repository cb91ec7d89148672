// A few contour lines drawn by hand on the model: collarbone, shoulder blade, spine, folds, kneecap, a hint of a face.
import type { Placement } from './primitives.ts'

/** Control points of a soft line in the half view: distance from the midline (or depth, from the side) and height. */
export type DrawnLine = readonly (readonly [number, number])[]

export const linesInFront: readonly DrawnLine[] = [
  // Collarbone
  [
    [9, 733],
    [22, 736],
    [40, 738],
    [58, 736],
    [74, 733],
    [86, 733],
  ],
  // Eyelid, base of the nose, mouth
  [
    [9.5, 836.4],
    [15.5, 834.6],
    [22, 836.8],
  ],
  [
    [0, 813.6],
    [3.4, 814.2],
    [6.6, 816.6],
  ],
  [
    [0, 803.2],
    [3, 803.2],
    [6, 803.1],
    [8.6, 802.8],
  ],
  // Lower edge of the chest
  [
    [24, 646],
    [40, 644],
    [56, 648],
    [68, 656],
  ],
  // Arch of the ribs
  [
    [20, 606],
    [32, 593],
    [46, 582],
  ],
  // Navel
  [
    [0, 541.4],
    [1.6, 542.2],
    [2.4, 544.2],
  ],
  // Groin
  [
    [66, 494],
    [48, 472],
    [30, 452],
  ],
  // Kneecap
  [
    [41, 262],
    [44, 270],
    [51, 273],
    [58, 270],
    [61, 262],
  ],
  [
    [43, 244],
    [51, 239],
    [59, 244],
  ],
]

export const linesBehind: readonly DrawnLine[] = [
  // Inner edge and lower tip of the shoulder blade
  [
    [38, 704],
    [36, 686],
    [38, 668],
    [43, 652],
    [50, 645],
  ],
  // Spine of the shoulder blade
  [
    [42, 712],
    [58, 717],
    [76, 723],
  ],
  // Furrow of the spine
  [
    [0, 690],
    [0, 556],
  ],
  // Dimple over the sacroiliac joint
  [
    [19, 514],
    [22, 511.5],
    [25.5, 512],
  ],
  // Cleft and fold of the buttock
  [
    [0, 488],
    [0, 434],
  ],
  [
    [8, 432],
    [22, 426],
    [42, 425],
    [60, 430],
  ],
  // Hollow of the knee
  [
    [38, 250],
    [50, 247],
    [64, 250],
  ],
]

export const linesFromSide: readonly DrawnLine[] = [
  // Eyelid, wing of the nose, mouth
  [
    [40, 836.2],
    [36, 834.6],
    [31, 836.2],
  ],
  [
    [46, 822],
    [44.4, 818.4],
    [46.2, 815.6],
  ],
  [
    [49, 803],
    [44.5, 803],
    [41, 801.8],
  ],
  // Ear
  [
    [2, 841],
    [1, 846],
    [-4, 849.4],
    [-10, 847.5],
    [-13, 841],
    [-11.6, 833],
    [-8, 826],
    [-4.4, 822.6],
    [-1.4, 824.4],
    [-0.4, 829],
  ],
  [
    [-2.6, 843.4],
    [-7, 842.6],
    [-8, 837],
    [-5, 832],
    [-3.4, 829],
  ],
]

// Between the toes, in the foot's own coordinates: across and forward.
const betweenToes: readonly DrawnLine[] = [
  [
    [-6.2, 89],
    [-6.5, 97],
    [-6.9, 105],
  ],
  [
    [1.5, 88],
    [1.6, 95],
    [1.8, 102],
  ],
  [
    [9, 84],
    [9.4, 90],
    [9.9, 96],
  ],
  [
    [15.2, 76],
    [16, 82],
    [17.2, 88.5],
  ],
]

/** The lines between the toes of a foot, as they lie in a picture from in front or from behind. */
export function toeLines(foot: Placement): readonly DrawnLine[] {
  return betweenToes.map((line) =>
    line.map(([across, forward]) => {
      const [x, y] = foot.place([across, 6, forward])
      return [x, y] as const
    }),
  )
}
