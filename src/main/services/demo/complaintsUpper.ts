// Complaints of head, neck, shoulder and arm for the demo practice.
import { mark, type Complaint } from './complaint.ts'

export const neckAndHeadache: Complaint = {
  goal: 'fewer headache days and a night without waking from the neck',
  marks: [
    mark('shoulder.upper-trapezius', 'trigger-point', 7, 'posterior', {
      structure: 'trapezius-descending',
      depth: 'superficial',
      refersTo: 'the temple',
    }),
    mark('neck.suboccipital', 'tender-point', 6, 'posterior', { on: 'both', depth: 'deep' }),
    mark('shoulder.upper-trapezius', 'hypertonicity', 5, 'posterior', { on: 'other', depth: 'superficial' }),
    mark('neck.posterior', 'restriction', 5, 'posterior', { depth: 'deep' }),
  ],
  ranges: [
    { movement: 'Cervical rotation {side}', from: 45, to: 72 },
    { movement: 'Cervical side-bending {other}', from: 25, to: 40 },
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
  techniques: [
    'Myofascial release to neck and shoulders',
    'Trigger point pressure to the {side} upper trapezius',
    'Suboccipital release, supine',
    'Slow effleurage and petrissage to neck and upper back',
    'Contract-relax for cervical rotation',
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
      refersTo: 'the front of the shoulder',
    }),
    mark('shoulder.armpit', 'restriction', 6, 'anterior', { structure: 'subscapularis', depth: 'deep' }),
    mark('shoulder.upper-trapezius', 'hypertonicity', 4, 'posterior', { depth: 'superficial' }),
  ],
  ranges: [
    { movement: '{side} shoulder abduction', from: 75, to: 150 },
    { movement: '{side} shoulder external rotation', from: 15, to: 55 },
  ],
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
  techniques: [
    'Pin and stretch to the {side} infraspinatus',
    'Gentle work on the {side} subscapularis with consent, arm supported',
    'Swedish massage to upper back and shoulder',
    'Passive movement within the comfortable range',
    'Myofascial release to the {side} chest',
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

export const deskThoracic: Complaint = {
  goal: 'working a full day without burning between the shoulder blades',
  marks: [
    mark('shoulder.interscapular', 'pain', 6, 'posterior', { on: 'both', depth: 'superficial' }),
    mark('back.mid-thoracic-erectors', 'hypertonicity', 6, 'posterior', { depth: 'deep' }),
    mark('chest.clavicular-pectoral', 'hypertonicity', 5, 'anterior', { on: 'both', depth: 'superficial' }),
    mark('back.mid-thoracic-spine', 'restriction', 4, 'posterior', { on: 'midline', depth: 'deep' }),
  ],
  ranges: [
    { movement: 'Thoracic rotation {side}', from: 30, to: 48 },
    { movement: 'Shoulder flexion {side}', from: 150, to: 172 },
  ],
  histories: [
    'Burning between the shoulder blades after about two hours at the desk, for a year now. Works from home on a laptop.',
    'Upper back tension since the last project deadline; it no longer goes away on holiday.',
  ],
  symptoms: [
    'Burning between the shoulder blades from eleven in the morning.',
    'A deep breath feels stuck on the {side}.',
    'Cracks the back over the chair several times a day; relief for minutes only.',
    'Upper back tired and tight by the end of each working day.',
    'A spot beside the {side} shoulder blade asks to be pressed.',
  ],
  improvements: [
    'Got through two working days without the burning.',
    'Breathing feels wider.',
    'Stands at the desk for half the day now and likes it.',
    'The spot beside the shoulder blade was quiet until yesterday.',
    'Back to the gym, rowing machine without trouble.',
  ],
  triggers: [
    'A release week with twelve-hour days.',
    'Online workshop for two full days.',
    'Carried the toddler on one hip all weekend.',
    'Chair at the holiday flat was too low.',
    'Skipped the exercises; says so with a smile.',
  ],
  observations: [
    'Rounded shoulders, flat upper back when bending forward.',
    'Thoracic movement freer on the {other} than on the {side}.',
    'Shoulders rest lower than at the first visit.',
    'Chest muscles short on both sides when lying on the back.',
    'Little movement of the ribs while breathing in.',
  ],
  techniques: [
    'Deep tissue along the mid-thoracic erectors',
    'Cross-fibre friction beside the {side} shoulder blade',
    'Myofascial release to the chest, both sides',
    'Petrissage to upper back and shoulders',
    'Rib mobilising with the breath',
  ],
  homeCare: [
    'Foam roller across the upper back, two minutes',
    'Open-book rotation, eight on each side',
    'Separate keyboard, screen at eye height',
    'A walk at lunch',
    'Wall angels, ten, slowly',
  ],
  nextTime: [
    'Side-lying for the ribs on the {side}.',
    'More time for the chest.',
    'Show the band exercise once more.',
    'Check the {side} serratus.',
  ],
}

export const forearmOveruse: Complaint = {
  goal: 'playing and typing for an hour without pain at the elbow',
  marks: [
    mark('elbow.lateral-epicondyle', 'tender-point', 7, 'posterior', { depth: 'deep' }),
    mark('forearm.extensors', 'hypertonicity', 6, 'posterior', { depth: 'superficial' }),
    mark('forearm.brachioradialis', 'trigger-point', 5, 'anterior', {
      depth: 'superficial',
      refersTo: 'the back of the thumb',
    }),
    mark('wrist.back', 'pain', 4, 'posterior'),
  ],
  ranges: [
    { movement: '{side} wrist flexion', from: 55, to: 78 },
    { movement: '{side} wrist extension', from: 50, to: 68 },
  ],
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
  techniques: [
    'Cross-fibre friction at the {side} extensor origin, within comfort',
    'Stripping along the forearm extensors',
    'Petrissage to forearm and upper arm',
    'Trigger point pressure to the brachioradialis',
    'Gentle traction of the wrist',
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
    'Shorter friction if it was sore for more than a day.',
  ],
}

export const jawTension: Complaint = {
  goal: 'waking without a tired jaw',
  marks: [
    mark('head.jaw', 'hypertonicity', 6, 'anterior', { on: 'both', structure: 'masseter', depth: 'superficial' }),
    mark('head.temple', 'tender-point', 5, 'anterior', { on: 'both' }),
    mark('neck.sternocleidomastoid', 'trigger-point', 5, 'anterior', { refersTo: 'the ear and forehead' }),
  ],
  ranges: [{ movement: 'Cervical rotation {side}', from: 55, to: 75 }],
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
  techniques: [
    'Slow compression of the masseter from outside, both sides',
    'Circular work on the temporalis',
    'Gentle release of the {side} sternocleidomastoid',
    'Scalp massage',
    'Neck effleurage, supine',
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
