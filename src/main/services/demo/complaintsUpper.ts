// Complaints of head, neck, shoulder and arm for the demo practice.
import { line, mark, treatment, type Complaint } from './complaint.ts'

export const neckAndHeadache: Complaint = {
  goal: 'fewer headache days and a night without waking from the neck',
  marks: [
    mark('shoulder.upper-trapezius', 'trigger-point', 7, 'posterior', {
      structure: 'trapezius-descending',
      depth: 'superficial',
      refersTo: 'the {side} temple',
      refersToRegion: 'head.temple',
    }),
    mark('neck.suboccipital', 'tender-point', 6, 'posterior', { on: 'both', depth: 'deep' }),
    mark('shoulder.upper-trapezius', 'hypertonicity', 5, 'posterior', { on: 'other', depth: 'superficial' }),
    mark('neck.posterior', 'restriction', 5, 'posterior', { depth: 'deep' }),
  ],
  drawn: line('posterior', 'hypertonicity', 'shoulder.upper-trapezius', 'neck.posterior', 'neck.suboccipital'),
  ranges: [
    { joint: 'Neck', movement: 'rotation', on: 'side', from: 45, to: 72 },
    { joint: 'Neck', movement: 'side bending', on: 'other', from: 25, to: 40 },
  ],
  histories: [
    'Headaches for about four months, starting at the base of the skull on the {side} and ending behind the {side} eye. Two to three a week, usually in the afternoon.',
    'Neck stiffness since a change of desk in spring; headaches came later. Seen by the family doctor, who found nothing that needs imaging and suggested massage.',
  ],
  symptoms: [
    'Headaches start behind the {side} eye in the afternoon, two to three a week.',
    'Turning the head to check the blind spot pulls on the {side}.',
    'Woke twice this week with neck pain and had to change the pillow.',
    'The dull band around the head was there on most working days.',
    'Neck feels heavy by four in the afternoon; pressing on the muscle helps for a moment.',
    'Two headaches since last time, both let go after lying down for an hour.',
  ],
  improvements: [
    'Only one headache since last time, and it stayed mild.',
    'Slept better for two nights after the session.',
    'Can look over the shoulder while driving without thinking about it.',
    'Noticed that the jaw and neck stayed loose until the weekend.',
    'No painkillers for the head this week, for the first time since summer.',
  ],
  triggers: [
    'Sat at a trade fair for three days.',
    'Long drive on Sunday without a break.',
    'A cold with a lot of coughing.',
    'Worked on the laptop at the kitchen table all week.',
    'Slept in a hotel bed for three nights.',
  ],
  observations: [
    'Head carried forward, shoulders raised, {side} a little higher.',
    'Forward head posture less marked than last time.',
    'Breathing high in the chest at the start, slower by the end.',
    'Guards the neck when turning to the {side}.',
    'Sits down with the head turned slightly to the {other}.',
  ],
  treatments: [
    treatment('Myofascial release', 'both', 'neck.posterior', 'shoulder.upper-trapezius'),
    treatment('Trigger point therapy', 'side', 'shoulder.upper-trapezius'),
    treatment('Myofascial release', 'both', 'neck.suboccipital'),
    treatment('Effleurage', 'both', 'neck.posterior', 'shoulder.upper-trapezius', 'back.upper-thoracic-erectors'),
    treatment('Stretching', 'both', 'neck.posterior', 'neck.lateral'),
  ],
  homeCare: [
    'Doorway stretch twice a day, 30 seconds',
    'Chin tucks, ten slow repetitions, morning and evening',
    'Screen raised to eye height',
    'Five minutes of warmth on the neck before bed',
    'A short break from the screen every half hour',
  ],
  nextTime: [
    'Check the {side} levator and the first rib.',
    'Start supine with the suboccipitals.',
    'Ask for the headache diary.',
    'More time for the front of the neck if it is comfortable.',
  ],
}

export const stiffShoulder: Complaint = {
  goal: 'reaching the top shelf and sleeping on the {side} again',
  marks: [
    mark('shoulder.anterior-deltoid', 'pain', 7, 'anterior', { depth: 'deep' }),
    mark('shoulder.infraspinous-fossa', 'trigger-point', 6, 'posterior', {
      structure: 'infraspinatus',
      depth: 'deep',
      refersTo: 'the front of the {side} shoulder',
      refersToRegion: 'shoulder.anterior-deltoid',
    }),
    mark('shoulder.armpit', 'restriction', 6, 'anterior', { structure: 'subscapularis', depth: 'deep' }),
    mark('shoulder.upper-trapezius', 'hypertonicity', 4, 'posterior', { depth: 'superficial' }),
  ],
  drawn: line('anterior', 'pain', 'shoulder.anterior-deltoid', 'arm.biceps'),
  ranges: [
    { joint: 'Shoulder', movement: 'abduction', on: 'side', from: 75, to: 150 },
    { joint: 'Shoulder', movement: 'external rotation', on: 'side', from: 15, to: 55 },
  ],
  activities: ['Reaching the top shelf', 'Putting on a coat'],
  histories: [
    'Shoulder stiffening on the {side} since a fall on the outstretched arm in winter. The orthopaedic doctor has checked it and prescribed exercises; massage as a complement.',
    'The {side} shoulder has lost movement over half a year, without an accident. In physiotherapy once a week; the therapist knows of these sessions.',
  ],
  symptoms: [
    'Cannot reach the back pocket with the {side} hand.',
    'Lying on the {side} brings pain after an hour at most.',
    'Putting on a coat needs the other arm to help.',
    'A sharp catch when reaching sideways, gone as soon as the arm is down.',
    'Dull ache down to the elbow in the evening.',
  ],
  improvements: [
    'Combed the hair with the {side} hand on two mornings.',
    'Slept on the {side} for a couple of hours.',
    'Reached the second shelf without lifting the whole shoulder.',
    'The ache in the evening is shorter, about half an hour.',
    'Swimming again, breaststroke only, without pain afterwards.',
  ],
  triggers: [
    'Painted a ceiling on Saturday.',
    'Lifted a suitcase into the rack.',
    'Missed the exercises for a week.',
    'A dog pulled on the lead.',
    'Raked leaves for two hours.',
  ],
  observations: [
    'Lifts the shoulder blade early when raising the arm.',
    'Holds the {side} arm close to the body when walking.',
    'Arm swing more even than at the last visit.',
    'Rounded {side} shoulder at rest, softer after the chest work.',
    'Undresses with the {other} arm first.',
  ],
  treatments: [
    treatment('Pin and stretch', 'side', 'shoulder.infraspinous-fossa'),
    treatment('Myofascial release', 'side', 'shoulder.armpit'),
    treatment(
      'Swedish massage',
      'side',
      'shoulder.upper-trapezius',
      'shoulder.interscapular',
      'shoulder.posterior-deltoid',
    ),
    treatment('Joint mobilisation', 'side', 'shoulder.acromion', 'shoulder.lateral-deltoid'),
    treatment('Myofascial release', 'side', 'chest.clavicular-pectoral'),
  ],
  homeCare: [
    'Pendulum swings, two minutes, three times a day',
    'Wall walk with the fingers up to the first pull, no further',
    'Towel stretch behind the back, gently',
    'Sleep with a pillow under the arm',
    'Keep to the exercises of the physiotherapist',
  ],
  nextTime: [
    'Measure abduction before and after.',
    'Begin in side-lying on the {other}.',
    'Ask what the physiotherapist has changed.',
    'Try a little more pressure at the infraspinatus.',
  ],
}

export const forearmOveruse: Complaint = {
  goal: 'playing and typing for an hour without pain at the elbow',
  marks: [
    mark('elbow.lateral-epicondyle', 'tender-point', 7, 'posterior', { depth: 'deep' }),
    mark('forearm.extensors', 'hypertonicity', 6, 'posterior', { depth: 'superficial' }),
    mark('forearm.brachioradialis', 'trigger-point', 5, 'anterior', {
      depth: 'superficial',
      refersTo: 'the back of the {side} thumb',
      refersToRegion: 'hand.thumb',
    }),
    mark('wrist.back', 'pain', 4, 'posterior'),
  ],
  drawn: line('posterior', 'hypertonicity', 'elbow.lateral-epicondyle', 'forearm.extensors', 'wrist.back'),
  ranges: [
    { joint: 'Wrist', movement: 'flexion', on: 'side', from: 55, to: 78 },
    { joint: 'Wrist', movement: 'extension', on: 'side', from: 50, to: 68 },
  ],
  activities: ['Opening a jar'],
  histories: [
    'Pain on the outside of the {side} elbow for six weeks after a lot of sawing; grip hurts.',
    'Forearm ache on the {side} from rehearsals, four hours a day before the concerts. No numbness.',
  ],
  symptoms: [
    'Lifting the kettle hurts at the outside of the {side} elbow.',
    'Forearm tight like a rope after an hour of typing.',
    'Shaking hands is unpleasant.',
    'Wrist aches in the evening, gone by morning.',
    'Wringing out a cloth is the worst.',
  ],
  improvements: [
    'Opened a jar without pain on Thursday.',
    'Typed for an hour before the ache came.',
    'Rehearsed two hours with one break.',
    'Grip feels surer.',
    'The elbow is quiet at rest for the first time.',
  ],
  triggers: [
    'Sawed and screwed all weekend.',
    'Two concerts in three days.',
    'Deadline with late evenings of typing.',
    'Moved house; boxes.',
    'Pruned the hedge.',
  ],
  observations: [
    'Grip on the {side} weaker than on the {other}, with pain at the elbow.',
    'Keeps the {side} wrist bent back while writing.',
    'Skin warm and even, no swelling.',
    'Grip equal on both sides today.',
    'Shakes the {side} hand out when asked to make a fist.',
  ],
  treatments: [
    treatment('Friction', 'side', 'elbow.lateral-epicondyle'),
    treatment('Deep tissue', 'side', 'forearm.extensors'),
    treatment('Petrissage', 'side', 'forearm.flexors', 'forearm.extensors', 'arm.biceps', 'arm.triceps'),
    treatment('Trigger point therapy', 'side', 'forearm.brachioradialis'),
    treatment('Joint mobilisation', 'side', 'wrist.front', 'wrist.back'),
  ],
  homeCare: [
    'Slow lowering of a light weight with the wrist, fifteen repetitions',
    'Forearm stretch, palm down, 30 seconds',
    'Cold pack for ten minutes after heavy use',
    'A thicker handle on the tool',
    'Breaks of five minutes in each hour of practice',
  ],
  nextTime: [
    'Look at the neck and shoulder on the {side} too.',
    'Compare the grip of both hands.',
    'Ask about the new mouse.',
    'Less time at the elbow if it was sore for more than a day.',
  ],
}

export const jawTension: Complaint = {
  goal: 'waking without a tired jaw',
  marks: [
    mark('head.jaw', 'hypertonicity', 6, 'anterior', { on: 'both', structure: 'masseter', depth: 'superficial' }),
    mark('head.temple', 'tender-point', 5, 'anterior', { on: 'both' }),
    mark('neck.sternocleidomastoid', 'trigger-point', 5, 'anterior', {
      refersTo: 'the {side} ear and forehead',
      refersToRegion: 'head.forehead',
    }),
  ],
  drawn: line('lateral', 'hypertonicity', 'head.temple', 'head.jaw'),
  ranges: [{ joint: 'Neck', movement: 'rotation', on: 'side', from: 55, to: 75 }],
  histories: [
    'Grinds at night; has a splint from the dentist, who recommended massage for the chewing muscles.',
    'Jaw tight on the {side} since a long dental treatment; opening wide is uncomfortable.',
  ],
  symptoms: [
    'Woke with a tired jaw on most mornings.',
    'Clicks on the {side} when yawning, without pain.',
    'Pressure at the temples during meetings.',
    'Chews on the {other} to spare the {side}.',
    'Teeth pressed together again while driving.',
  ],
  improvements: [
    'Jaw soft on waking three mornings in a row.',
    'Bit into an apple without thinking.',
    'Temples quiet since last time.',
    'Notices the clenching now and lets go.',
    'Opened wide at the dentist without a cramp.',
  ],
  triggers: [
    'Exams.',
    'Forgot the splint for a week.',
    'Conflict at work.',
    'Little sleep with a new baby in the house.',
    'Chewing gum on a long journey.',
  ],
  observations: [
    'Opening three fingers wide, drifts slightly to the {side}.',
    'Masseter stands out on the {side} when biting.',
    'Lips together, teeth apart by the end of the session.',
    'Opens straight today.',
    'Shoulders lifted when speaking about work.',
  ],
  treatments: [
    treatment('Myofascial release', 'both', 'head.jaw'),
    treatment('Friction', 'both', 'head.temple'),
    treatment('Myofascial release', 'side', 'neck.sternocleidomastoid'),
    treatment('Swedish massage', 'both', 'head.crown', 'head.parietal'),
    treatment('Effleurage', 'both', 'neck.lateral', 'neck.posterior'),
  ],
  homeCare: [
    'Tongue at the palate, lips closed, teeth apart',
    'Warm cloth on both cheeks for five minutes in the evening',
    'Opening with the tongue at the palate, ten times',
    'No chewing gum for now',
    'A reminder on the phone to let the jaw drop',
  ],
  nextTime: [
    'Work inside the mouth only if it is wished and agreed.',
    'More time for the scalp.',
    'Ask about the splint.',
    'Check the front of the neck.',
  ],
}
