// Complaints of hip and leg for the demo practice.
import { line, mark, treatment, type Complaint } from './complaint.ts'

export const hipAndButtock: Complaint = {
  goal: 'sitting through a film and running ten kilometres',
  marks: [
    mark('hip.deep-rotators', 'trigger-point', 7, 'posterior', {
      structure: 'piriformis',
      depth: 'deep',
      refersTo: 'the back of the {side} thigh',
      refersToRegion: 'thigh.lateral-hamstrings',
    }),
    mark('hip.gluteus-maximus', 'hypertonicity', 5, 'posterior', { depth: 'superficial' }),
    mark('thigh.lateral-hamstrings', 'restriction', 5, 'posterior'),
    mark('hip.greater-trochanter', 'tender-point', 4, 'posterior', { depth: 'deep' }),
  ],
  drawn: line('posterior', 'pain', 'hip.deep-rotators', 'hip.sit-bone', 'thigh.lateral-hamstrings'),
  ranges: [
    { joint: 'Hip', movement: 'internal rotation', on: 'side', from: 20, to: 38 },
    { joint: 'Hip', movement: 'straight leg raise', on: 'side', from: 55, to: 80 },
  ],
  activities: ['Sitting through a film'],
  histories: [
    'Deep ache in the {side} buttock for two months, worse when sitting. The doctor tested strength and reflexes and found both normal.',
    'Buttock pain on the {side} since training for a half marathon; no numbness, no back pain.',
  ],
  symptoms: [
    'Sitting longer than half an hour brings the ache in the {side} buttock.',
    'A pull down the back of the thigh, never below the knee.',
    'Shifts to the {other} side in every meeting.',
    'Crossing the legs is uncomfortable.',
    'First steps after sitting are stiff.',
  ],
  improvements: [
    'Sat through a whole film.',
    'Ran five kilometres, slow, no pain until the end.',
    'The pull down the thigh has not come back.',
    'Crosses the legs again without noticing.',
    'Drove two hours with one stop.',
  ],
  triggers: [
    'Intervals on the track.',
    'A bench without a back at a long wedding.',
    'Nine hours of flight.',
    'New bicycle saddle.',
    'Stairs at a trade show all day.',
  ],
  observations: [
    '{side} foot turned out when lying on the back.',
    'Sits on the {other} hip.',
    'Single-leg stand less steady on the {side}.',
    'Walks evenly today.',
    'Pelvis drops to the {other} when standing on the {side} leg.',
  ],
  treatments: [
    treatment('Trigger point therapy', 'side', 'hip.deep-rotators'),
    treatment('Deep tissue', 'side', 'thigh.lateral-hamstrings'),
    treatment('Petrissage', 'side', 'hip.gluteus-maximus'),
    treatment('Pin and stretch', 'side', 'hip.gluteus-medius'),
    treatment('Joint mobilisation', 'side', 'hip.greater-trochanter'),
  ],
  homeCare: [
    'Figure-four stretch, 40 seconds on each side',
    'Ball against the wall for the buttock, one minute',
    'Stand up every half hour',
    'Bridge, twelve slow repetitions',
    'Shorter runs on soft ground',
  ],
  nextTime: [
    'Check the adductors as well.',
    'Ask about the saddle.',
    'Test the single-leg stand again.',
    'Less pressure if it was sore for more than a day.',
  ],
}

export const runnersCalf: Complaint = {
  goal: 'starting at the spring half marathon',
  marks: [
    mark('leg.medial-gastrocnemius', 'adhesion', 6, 'posterior', { depth: 'deep' }),
    mark('leg.soleus', 'trigger-point', 6, 'posterior', {
      depth: 'deep',
      refersTo: 'the {side} heel',
      refersToRegion: 'foot.heel',
    }),
    mark('leg.achilles', 'tender-point', 5, 'posterior'),
    mark('foot.medial-arch', 'hypertonicity', 4, 'anterior'),
  ],
  drawn: line('posterior', 'hypertonicity', 'leg.medial-gastrocnemius', 'leg.soleus', 'leg.achilles'),
  ranges: [{ joint: 'Ankle', movement: 'upward bending', on: 'side', from: 8, to: 18 }],
  histories: [
    'Calf tight on the {side} since raising the weekly distance; an old strain in the same place three years ago.',
    'Heel and arch sore with the first steps in the morning, {side} more than {other}, for ten weeks.',
  ],
  symptoms: [
    'First steps in the morning are stiff and sore at the {side} heel.',
    'The calf tightens after four kilometres.',
    'Stairs down are noticeable.',
    'A knot on the inside of the {side} calf.',
    'Cramp at night, once this week.',
  ],
  improvements: [
    'First steps in the morning almost normal.',
    'Eight kilometres without tightening.',
    'No cramp since last time.',
    'Heel quiet after standing all day.',
    'New best time on the home route, and easy.',
  ],
  triggers: [
    'Hill repeats.',
    'New shoes without breaking them in.',
    'Walked the old town on cobbles all Saturday.',
    'Stood at a stall for ten hours.',
    'Ran on the beach on holiday.',
  ],
  observations: [
    'Heel lifts early on the {side} when squatting.',
    'Stands with the weight on the forefoot.',
    'Arch flattens more on the {side} when standing on one leg.',
    'Even heel raise, twenty on both sides.',
    'No swelling, skin cool and dry.',
  ],
  treatments: [
    treatment('Deep tissue', 'side', 'leg.medial-gastrocnemius', 'leg.lateral-gastrocnemius'),
    treatment('Friction', 'side', 'leg.achilles'),
    treatment('Trigger point therapy', 'side', 'foot.sole', 'foot.medial-arch'),
    treatment('Pin and stretch', 'side', 'leg.soleus'),
    treatment('Effleurage', 'side', 'leg.soleus', 'leg.medial-gastrocnemius', 'knee.back'),
  ],
  homeCare: [
    'Heel drops on a step, three sets of fifteen',
    'Rolling the sole on a ball, two minutes',
    'Calf stretch with bent knee',
    'One kilometre less per run this week',
    'Change between two pairs of shoes',
  ],
  nextTime: [
    'Compare the heel raise of both sides.',
    'Check the hip on the {side}.',
    'Ask about the training plan.',
    'Work the peroneals too.',
  ],
}

export const kneeAfterSurgery: Complaint = {
  goal: 'stairs without the rail',
  marks: [
    mark('knee.cap', 'scar', 5, 'anterior', { depth: 'superficial' }),
    mark('thigh.rectus-femoris', 'weakness', 6, 'anterior'),
    mark('knee.medial', 'inflammation', 5, 'anterior'),
    mark('thigh.vastus-lateralis', 'hypertonicity', 5, 'anterior', { depth: 'deep' }),
  ],
  drawn: line('anterior', 'weakness', 'thigh.rectus-femoris', 'knee.cap'),
  ranges: [
    { joint: 'Knee', movement: 'flexion', on: 'side', from: 85, to: 128 },
    { joint: 'Knee', movement: 'extension', on: 'side', from: -8, to: 0 },
  ],
  activities: ['Stairs without the rail', 'Walking to the market'],
  histories: [
    'New {side} knee ten weeks ago. Wound closed and dry; the surgeon has cleared massage around the scar and lymphatic strokes.',
    'Ligament surgery on the {side} knee three months ago, in rehabilitation; clearance for massage is in the file.',
  ],
  symptoms: [
    'The knee swells by the evening.',
    'The scar feels tight when bending.',
    'Stairs down only with the rail.',
    'Thigh tires quickly.',
    'Night rest is fine with a pillow under the calf.',
  ],
  improvements: [
    'One flight of stairs without the rail.',
    'Less swelling, the trousers fit in the evening.',
    'Bends far enough for the exercise bicycle.',
    'The scar moves and no longer pulls.',
    'Walked to the market and back.',
  ],
  triggers: [
    'A long day on the feet at a christening.',
    'New exercise at rehabilitation.',
    'Heat.',
    'A small stumble, caught in time.',
    'Missed a week with a cold.',
  ],
  observations: [
    'Sits with the {side} leg stretched out.',
    'Scar pale, dry, moves in all directions but the lower third.',
    'Walks with a stick on the {other}.',
    'Even steps without the stick in the room.',
    '{side} thigh slimmer than the {other}.',
  ],
  treatments: [
    treatment('Lymphatic drainage', 'side', 'knee.medial', 'thigh.vastus-medialis', 'thigh.rectus-femoris'),
    treatment('Scar mobilisation', 'side', 'knee.cap'),
    treatment('Petrissage', 'side', 'thigh.rectus-femoris'),
    treatment('Myofascial release', 'side', 'thigh.vastus-lateralis'),
    treatment('Joint mobilisation', 'side', 'knee.cap', 'knee.back'),
  ],
  homeCare: [
    'Leg up for fifteen minutes, twice a day',
    'Scar cream, two minutes of small circles',
    'Exercises of the rehabilitation plan',
    'Cold pack after exercise',
    'Short walks, several a day',
  ],
  nextTime: [
    'Measure flexion first.',
    'Ask for the date of the surgeon’s check.',
    'Look at the lower third of the scar.',
    'Look at the back of the knee.',
  ],
}
