// Which region of shoulder girdle, chest, back, abdomen and buttock a surface point belongs to.
import { painted, patch, turnAngle } from './patches.ts'
import type { Surface } from './raster.ts'
import { trunkSection } from './trunkParts.ts'

// Front chart: distance from the midline, height.
const frontPatches = [
  patch('thigh.rectus-femoris', 0, 300, 200, 300, 200, 480, 0, 480),
  patch('abdomen.obliques', 0, 470, 120, 470, 120, 660, 0, 660),
  patch('chest.lower-ribs', 0, 650, 100, 650, 100, 600, 76, 594, 62, 589, 50, 592, 34, 606, 18, 624, 0, 640),
  patch('abdomen.upper', 0, 632, 10, 632, 18, 624, 34, 606, 38, 598, 38, 548, 0, 548),
  patch('abdomen.lower', 0, 548, 38, 548, 38, 522, 33, 490, 24, 468, 0, 462),
  patch('abdomen.iliac-fossa', 38, 524, 60, 520, 84, 524, 80, 508, 62, 502, 24, 464, 33, 490),
  patch('hip.tensor-fasciae-latae', 62, 506, 82, 510, 100, 500, 100, 410, 82, 420, 70, 452),
  patch('thigh.vastus-lateralis', 69, 455, 82, 425, 84, 400, 66, 380, 62, 405),
  patch('thigh.adductors', 0, 440, 16, 446, 34, 450, 37, 436, 36, 400, 26, 360, 0, 360),
  patch('pelvis.groin', 12, 450, 24, 466, 62, 505, 70, 500, 66, 480, 42, 446, 30, 432, 18, 436),
  patch('pelvis.pubic', 0, 464, 24, 467, 14, 447, 8, 430, 0, 400),
  patch('chest.breast', 0, 704, 62, 702, 100, 700, 100, 648, 70, 650, 52, 638, 24, 634, 0, 640),
  patch('chest.lateral-pectoral', 58, 704, 110, 716, 110, 690, 82, 678, 74, 660, 68, 676),
  patch('shoulder.armpit', 74, 661, 80, 676, 110, 692, 110, 640, 78, 640),
  patch('chest.clavicular-pectoral', 0, 727, 50, 729, 110, 733, 110, 712, 88, 710, 60, 702, 0, 705),
  patch('chest.sternum', 0, 739, 9, 737, 12, 728, 8, 705, 9, 650, 8, 634, 4, 624, 0, 622),
  patch('shoulder.clavicle', 8, 744, 22, 752, 34, 750, 56, 747, 92, 744, 96, 730, 50, 728, 9, 727),
  patch('shoulder.upper-trapezius', 20, 800, 34, 752, 54, 747, 90, 743, 120, 760, 60, 800),
  patch('shoulder.acromion', 88, 760, 89, 732, 98, 728, 118, 734, 118, 760),
]

// Side chart: depth, height.
const sidePatches = [
  patch('chest.side-ribs', -100, 595, 100, 595, 100, 760, -100, 760),
  patch('shoulder.armpit', -26, 650, 0, 636, 24, 640, 24, 760, -26, 760),
  patch('back.latissimus', -100, 596, -36, 596, -28, 640, -26, 680, -100, 680),
  patch('back.flank', -100, 526, 12, 526, 8, 560, 6, 596, -100, 596),
  patch('abdomen.obliques', 12, 518, 100, 518, 100, 600, 40, 594, 6, 596, 8, 560),
  patch('hip.gluteus-medius', -100, 527, 100, 527, 100, 440, -100, 440),
  patch('abdomen.iliac-fossa', 40, 521, 100, 521, 100, 506, 52, 506),
  patch('hip.tensor-fasciae-latae', 12, 526, 38, 520, 54, 505, 100, 500, 100, 380, 15, 380, 18, 440, 8, 470),
  patch('thigh.it-band', -18, 380, -17, 430, -12, 450, 10, 450, 17, 430, 16, 380),
  patch('thigh.vastus-lateralis', 15, 380, 16, 428, 40, 414, 60, 400, 60, 380),
  patch('hip.gluteus-maximus', -24, 470, -42, 492, -100, 512, -100, 380, -18, 380, -17, 430),
  patch('hip.greater-trochanter', -26, 462, -20, 478, -6, 486, 8, 480, 15, 462, 12, 446, 0, 438, -14, 438, -22, 446),
]

// Back chart: distance from the midline, height.
const backPatches = [
  patch('hip.gluteus-maximus', 0, 380, 200, 380, 200, 527, 0, 527),
  patch('back.flank', 56, 526, 200, 526, 200, 596, 62, 596),
  patch('hip.gluteus-medius', 24, 527, 200, 527, 200, 470, 78, 476, 60, 490, 38, 510, 30, 519),
  patch('back.quadratus-lumborum', 30, 526, 64, 526, 62, 560, 64, 592, 30, 600),
  patch('back.latissimus', 22, 596, 64, 590, 120, 596, 120, 700, 80, 690, 56, 650, 22, 640),
  patch('chest.side-ribs', 84, 600, 130, 600, 130, 670, 92, 668),
  patch('back.lower-trapezius', 20, 655, 44, 652, 50, 646, 40, 630, 22, 590),
  patch('shoulder.teres-major', 48, 642, 84, 700, 130, 690, 130, 664, 84, 664, 60, 634),
  patch(
    'shoulder.infraspinous-fossa',
    40,
    712,
    70,
    718,
    98,
    731,
    110,
    726,
    88,
    704,
    62,
    656,
    50,
    638,
    44,
    642,
    38,
    680,
  ),
  patch('shoulder.interscapular', 20, 744, 36, 738, 41, 728, 39, 712, 37, 680, 44, 650, 20, 652),
  patch('shoulder.upper-trapezius', 0, 768, 40, 800, 130, 770, 100, 739, 66, 740, 44, 734, 34, 741, 22, 745, 6, 748),
  patch('shoulder.supraspinous-fossa', 40, 713, 38, 728, 44, 736, 66, 741, 90, 741, 98, 732, 70, 719),
  patch('shoulder.acromion', 88, 760, 90, 740, 92, 728, 100, 726, 120, 730, 120, 760),
  patch('back.upper-thoracic-erectors', 6, 760, 24, 746, 23, 718, 6, 718),
  patch('back.mid-thoracic-erectors', 6, 718, 23, 718, 24, 655, 6, 655),
  patch('back.lower-thoracic-erectors', 6, 655, 24, 655, 27, 596, 6, 590),
  patch('back.lumbar-erectors', 6, 592, 27, 598, 34, 570, 34, 530, 24, 514, 6, 518),
  patch('back.sacroiliac', 18, 516, 32, 520, 40, 508, 30, 486, 18, 470, 12, 470),
  patch('hip.deep-rotators', 26, 480, 40, 486, 74, 470, 76, 456, 50, 450, 28, 458),
  patch('hip.sit-bone', 24, 440, 40, 446, 54, 440, 52, 424, 38, 416, 24, 422),
  patch('back.sacrum', 0, 512, 14, 512, 22, 508, 20, 488, 12, 466, 0, 466),
  patch('back.lumbosacral', 0, 530, 10, 529, 24, 519, 22, 508, 0, 508),
  patch('back.coccyx', 0, 468, 12, 468, 8, 450, 0, 444),
  patch('back.upper-thoracic-spine', 0, 756, 7, 754, 7, 718, 0, 718),
  patch('back.mid-thoracic-spine', 0, 718, 7, 718, 7, 655, 0, 655),
  patch('back.lower-thoracic-spine', 0, 655, 7, 655, 7, 592, 0, 592),
  patch('back.lumbar-spine', 0, 592, 7, 592, 8, 529, 0, 529),
]

/** The region of a point on the trunk, shoulder yoke and buttock (down to the top of the thigh). */
export function regionOfTrunk({ point: [x, y, z] }: Surface): string {
  const section = trunkSection(Math.min(y, 690))
  const middle = (section.front + section.back) / 2
  const depth = (section.front - section.back) / 2
  const angle = turnAngle(x / section.width, (z - middle) / depth, -1)
  if (y > 705) return (z > -17 ? painted(frontPatches, x, y) : painted(backPatches, x, y)) ?? 'shoulder.upper-trapezius'
  if (angle < 58) return painted(frontPatches, x, y) ?? 'abdomen.obliques'
  if (angle < 122) return painted(sidePatches, z, y) ?? 'chest.side-ribs'
  return painted(backPatches, x, y) ?? 'back.latissimus'
}
