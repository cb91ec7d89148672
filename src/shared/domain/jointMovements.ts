// Joints and their movements to choose from; the therapist adds others by typing them.

/** Each joint with the movements that are usually measured at it, in plain names. */
const movementsOfJoints: Readonly<Record<string, readonly string[]>> = {
  Neck: ['rotation', 'side bending', 'flexion', 'extension'],
  Shoulder: [
    'flexion',
    'abduction',
    'external rotation',
    'internal rotation',
    'extension',
    'horizontal adduction',
    'hand behind the back',
  ],
  Elbow: ['flexion', 'extension'],
  Forearm: ['supination', 'pronation'],
  Wrist: ['flexion', 'extension', 'radial deviation', 'ulnar deviation'],
  Thumb: ['abduction', 'flexion', 'extension'],
  Finger: ['flexion', 'extension'],
  'Upper back': ['rotation', 'flexion', 'extension', 'side bending'],
  'Lower back': ['flexion', 'extension', 'side bending', 'rotation'],
  Hip: [
    'flexion',
    'straight leg raise',
    'extension',
    'external rotation',
    'internal rotation',
    'abduction',
    'adduction',
  ],
  Knee: ['flexion', 'extension'],
  Ankle: ['upward bending', 'downward bending', 'inversion', 'eversion'],
  'Big toe': ['extension', 'flexion'],
  Jaw: ['opening', 'sideways', 'forwards'],
}

export const joints: readonly string[] = Object.keys(movementsOfJoints)

/** The movements usually measured at a joint; those of all joints where this list does not know it. */
export const movementsOf = (joint: string): readonly string[] =>
  movementsOfJoints[joint] ?? [...new Set(Object.values(movementsOfJoints).flat())]
