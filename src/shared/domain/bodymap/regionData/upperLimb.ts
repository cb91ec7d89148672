// Regions of arm, forearm, wrist and hand.
import { paired, type RegionEntry } from './entry.ts'

const fingerStructures = ['flexor-tendons', 'extensor-tendons', 'digital-nerves', 'finger-joints'] as const

export const upperLimb: readonly RegionEntry[] = [
  paired('arm.biceps', 'biceps', 'anterior brachial region', ['biceps-brachii', 'coracobrachialis', 'brachialis']),
  paired('arm.brachialis', 'brachialis', 'lateral brachial region', ['brachialis', 'triceps-lateral-head', 'radial-nerve']),
  paired('arm.triceps', 'triceps', 'posterior brachial region', ['triceps-long-head', 'triceps-lateral-head', 'triceps-medial-head', 'radial-nerve']),
  paired('arm.inner', 'inner upper arm', 'medial brachial region', ['brachial-neurovascular', 'coracobrachialis', 'triceps-medial-head', 'brachialis']),
  paired('elbow.crease', 'elbow crease', 'cubital fossa', ['bicipital-aponeurosis', 'biceps-tendon-distal', 'brachialis', 'median-nerve', 'supinator']),
  paired('elbow.point', 'point of elbow', 'olecranon', ['olecranon-bursa', 'triceps-tendon', 'anconeus']),
  paired('elbow.lateral-epicondyle', 'outer elbow', 'lateral epicondyle', ['extensor-carpi-radialis', 'common-extensor-origin', 'radial-collateral-ligament', 'supinator', 'radial-nerve']),
  paired('elbow.medial-epicondyle', 'inner elbow', 'medial epicondyle', ['common-flexor-origin', 'pronator-teres', 'ulnar-nerve', 'ulnar-collateral-ligament']),
  paired('forearm.flexors', 'forearm flexors', 'anterior antebrachial region', [
    'pronator-teres', 'flexor-carpi-radialis', 'palmaris-longus', 'flexor-carpi-ulnaris', 'flexor-digitorum-superficialis',
    'median-nerve', 'flexor-digitorum-profundus', 'flexor-pollicis-longus', 'pronator-quadratus',
  ]),
  paired('forearm.extensors', 'forearm extensors', 'posterior antebrachial region', [
    'extensor-carpi-radialis', 'extensor-digitorum', 'extensor-carpi-ulnaris', 'thumb-long-extensors', 'extensor-pollicis-longus',
    'extensor-indicis', 'supinator', 'interosseous-membrane',
  ]),
  paired('forearm.brachioradialis', 'brachioradialis', 'radial antebrachial region', ['brachioradialis', 'extensor-carpi-radialis', 'pronator-teres', 'supinator', 'radial-nerve']),
  paired('wrist.front', 'front of wrist', 'anterior carpal region', ['flexor-tendons', 'flexor-retinaculum', 'median-nerve', 'pronator-quadratus', 'wrist-joint']),
  paired('wrist.back', 'back of wrist', 'posterior carpal region', ['extensor-retinaculum', 'extensor-tendons', 'thumb-long-extensors', 'wrist-joint']),
  paired('hand.thenar', 'ball of thumb', 'thenar eminence', ['abductor-pollicis-brevis', 'flexor-pollicis-brevis', 'opponens-pollicis', 'adductor-pollicis', 'thumb-saddle-joint']),
  paired('hand.hypothenar', 'heel of hand', 'hypothenar eminence', ['abductor-digiti-minimi', 'flexor-digiti-minimi', 'opponens-digiti-minimi', 'ulnar-nerve']),
  paired('hand.palm', 'palm', 'palm of the hand', ['palmar-aponeurosis', 'flexor-tendons', 'lumbricals', 'palmar-interossei', 'adductor-pollicis']),
  paired('hand.back', 'back of hand', 'dorsum of the hand', ['extensor-tendons', 'dorsal-interossei']),
  paired('hand.thumb', 'thumb', 'pollex', ['flexor-pollicis-longus', 'extensor-pollicis-longus', 'digital-nerves', 'thumb-joints']),
  paired('hand.index', 'index finger', 'second digit', [...fingerStructures]),
  paired('hand.middle', 'middle finger', 'third digit', [...fingerStructures]),
  paired('hand.ring', 'ring finger', 'fourth digit', [...fingerStructures]),
  paired('hand.little', 'little finger', 'fifth digit', [...fingerStructures]),
]
