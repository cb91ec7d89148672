// Complaints of back, hip and leg, and of the whole person, for the demo practice.
import { mark, type Complaint } from './complaint.ts'

export const lowBack: Complaint = {
  goal: 'an hour in the garden without paying for it the next day',
  marks: [
    mark('back.lumbar-erectors', 'hypertonicity', 7, 'posterior', { on: 'both', depth: 'deep' }),
    mark('back.quadratus-lumborum', 'trigger-point', 6, 'posterior', { depth: 'deep', refersTo: 'the hip' }),
    mark('hip.gluteus-medius', 'tender-point', 5, 'posterior', { depth: 'deep' }),
    mark('back.sacroiliac', 'pain', 4, 'posterior'),
  ],
  ranges: [
    { movement: 'Lumbar flexion', from: 40, to: 62 },
    { movement: 'Lumbar side-bending {other}', from: 15, to: 26 },
  ],
  histories: [
    'Low back pain on and off for years, constant for three weeks after carrying furniture. No tingling, no weakness, bladder and bowel normal.',
    'Low back stiff in the morning for about an hour. The doctor has ruled out anything that needs treatment and recommends movement and massage.',
  ],
  symptoms: [
    'Getting out of the car is the worst moment of the day.',
    'Stiff for half an hour in the morning.',
    'Pulling pain on the {side} above the hip when standing at the sink.',
    'Needs two attempts to put on the {side} shoe.',
    'Sits comfortably for twenty minutes at most.',
    'No pain below the buttock.',
  ],
  improvements: [
    'Walked for an hour on Sunday without stopping.',
    'Morning stiffness down to ten minutes.',
    'Put on both shoes standing.',
    'Lifted a crate with bent knees and nothing happened.',
    'Slept through on four nights.',
  ],
  triggers: [
    'Dug over two beds.',
    'Eight hours in the train.',
    'Lifted a washing machine with a neighbour.',
    'Bent over a cot all week.',
    'Jogged for the first time in months.',
  ],
  observations: [
    'Stands with the weight on the {other} leg.',
    'Rises from the chair with a hand on the thigh.',
    'Bends forward in one piece, little movement in the lower back.',
    'Walks with longer steps than last time.',
    'Pelvis shifted slightly to the {other}.',
  ],
  techniques: [
    'Deep tissue to the lumbar erectors, slow',
    'Trigger point pressure to the {side} quadratus lumborum, side-lying',
    'Myofascial release across the sacrum',
    'Swedish massage to back and buttocks',
    'Contract-relax for the hip flexors',
  ],
  homeCare: [
    'Knee to chest, five breaths on each side',
    'Cat and cow, ten, in the morning',
    'Twenty minutes of walking a day',
    'Lift with the load close to the body',
    'A pillow between the knees at night',
  ],
  nextTime: [
    'Check the hip flexors on the {side}.',
    'Side-lying again; prone was tiring.',
    'Look at the way of lifting.',
    'More time for the gluteals.',
  ],
}

export const hipAndButtock: Complaint = {
  goal: 'sitting through a film and running ten kilometres',
  marks: [
    mark('hip.deep-rotators', 'trigger-point', 7, 'posterior', {
      structure: 'piriformis',
      depth: 'deep',
      refersTo: 'the back of the thigh',
    }),
    mark('hip.gluteus-maximus', 'hypertonicity', 5, 'posterior', { depth: 'superficial' }),
    mark('thigh.lateral-hamstrings', 'restriction', 5, 'posterior'),
    mark('hip.greater-trochanter', 'tender-point', 4, 'posterior', { depth: 'deep' }),
  ],
  ranges: [
    { movement: '{side} hip internal rotation', from: 20, to: 38 },
    { movement: '{side} straight leg raise', from: 55, to: 80 },
  ],
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
  techniques: [
    'Sustained pressure to the {side} piriformis, hip in slight rotation',
    'Stripping along the lateral hamstrings',
    'Petrissage to the gluteals',
    'Pin and stretch to the gluteus medius',
    'Rocking of the leg',
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
    mark('leg.soleus', 'trigger-point', 6, 'posterior', { depth: 'deep', refersTo: 'the heel' }),
    mark('leg.achilles', 'tender-point', 5, 'posterior'),
    mark('foot.medial-arch', 'hypertonicity', 4, 'anterior'),
  ],
  ranges: [{ movement: '{side} ankle dorsiflexion', from: 8, to: 18 }],
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
    'Calves different in tone, {side} firmer.',
    'Arch flattens more on the {side} when standing on one leg.',
    'Even heel raise, twenty on both sides.',
    'No swelling, skin cool and dry.',
  ],
  techniques: [
    'Deep stripping of the {side} gastrocnemius',
    'Friction beside the Achilles tendon, light',
    'Thumb work along the sole',
    'Pin and stretch to the soleus',
    'Effleurage towards the knee',
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
  ranges: [
    { movement: '{side} knee flexion', from: 85, to: 128 },
    { movement: '{side} knee extension deficit', from: 8, to: 0 },
  ],
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
    'Slight warmth and swelling at the inside of the {side} knee.',
    'Scar pale, dry, moves in all directions but the lower third.',
    'Walks with a stick on the {other}.',
    'Even steps without the stick in the room.',
    '{side} thigh slimmer than the {other}.',
  ],
  techniques: [
    'Lymphatic strokes from knee to groin, light',
    'Scar mobilising, skin rolling beside the scar',
    'Petrissage to the front of the thigh',
    'Release of the vastus lateralis',
    'Passive bending within comfort',
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

export const stressAndSleep: Complaint = {
  goal: 'falling asleep within half an hour and shoulders that come down',
  marks: [
    mark('shoulder.upper-trapezius', 'hypertonicity', 6, 'posterior', { on: 'both', depth: 'superficial' }),
    mark('back.lumbar-erectors', 'hypertonicity', 4, 'posterior', { on: 'both', depth: 'superficial' }),
    mark('head.temple', 'tender-point', 4, 'anterior', { on: 'both' }),
  ],
  ranges: [{ movement: 'Cervical rotation {side}', from: 60, to: 76 }],
  histories: [
    'A demanding year; sleeps five hours, wakes at three. Wants an hour in which nothing is asked. No pain that needs a name.',
    'Tension in shoulders and stomach since taking over the team; sleeps badly. Sees a counsellor as well.',
  ],
  symptoms: [
    'Wakes at three and lies awake for an hour.',
    'Shoulders up by the ears without noticing.',
    'Restless legs in the evening.',
    'Tired on waking, tense at noon.',
    'Stomach tight before meetings.',
  ],
  improvements: [
    'Slept six hours on most nights.',
    'Fell asleep on the evening after the session before the book was open.',
    'Colleagues say that the shoulders have come down.',
    'Took the lunch break outside, four days of five.',
    'Woke at three and fell asleep again.',
  ],
  triggers: [
    'A family illness.',
    'Budget round at work.',
    'Two nights on call.',
    'A house full of guests.',
    'Change to winter time.',
  ],
  observations: [
    'Breathing shallow at first, deep after ten minutes.',
    'Speaks fast, slower at the end.',
    'Hands cold at the beginning, warm at the end.',
    'Fell asleep for a few minutes.',
    'Shoulders level and lower than last time.',
  ],
  techniques: [
    'Full-body Swedish massage, slow rhythm',
    'Effleurage and petrissage to back and shoulders',
    'Foot massage',
    'Scalp and face, light',
    'Holding at the sacrum with the breath',
  ],
  homeCare: [
    'Screen off an hour before bed',
    'Ten slow breaths before standing up',
    'A warm foot bath in the evening',
    'A walk before dinner',
    'The same bedtime on seven days',
  ],
  nextTime: [
    'Begin with the feet.',
    'Same rhythm; warmth was welcome.',
    'Ask about sleep first.',
    'Less talk, by wish.',
  ],
}

export const pregnancyComfort: Complaint = {
  goal: 'comfortable nights on the side',
  marks: [
    mark('back.lumbosacral', 'pain', 5, 'posterior', { on: 'midline' }),
    mark('hip.gluteus-medius', 'tender-point', 5, 'posterior', { on: 'both' }),
    mark('leg.medial-gastrocnemius', 'avoid', 0, 'posterior', { on: 'both' }),
    mark('shoulder.upper-trapezius', 'hypertonicity', 4, 'posterior', { on: 'both', depth: 'superficial' }),
  ],
  ranges: [{ movement: 'Cervical rotation {side}', from: 60, to: 74 }],
  histories: [
    'In the second trimester, uncomplicated by the midwife’s word, who knows of the massage. Low back and hips ache by evening.',
    'Second pregnancy, week 22; pelvis and low back tired. Midwife’s clearance is in the file.',
  ],
  symptoms: [
    'Low back aches after standing to cook.',
    'Turning over in bed is work.',
    'Hips sore from lying on the side.',
    'Feet heavy in the evening, no swelling in the morning.',
    'Shoulders tired.',
  ],
  improvements: [
    'Two good nights after the session.',
    'The pillow between the knees helps.',
    'Stood through a concert.',
    'Hips easier when turning over.',
    'Heaviness in the feet gone by morning.',
  ],
  triggers: [
    'A long day of errands.',
    'Moved the nursery furniture, with help.',
    'Hot week.',
    'Back at the desk after holidays.',
    'A cough.',
  ],
  observations: [
    'Positioned side-lying with pillows, both sides in turn.',
    'No swelling of hands or face.',
    'Calves soft, same colour and warmth on both sides.',
    'Weight forward, low back hollow in standing.',
    'Comfortable in position throughout.',
  ],
  techniques: [
    'Swedish massage in side-lying, light to moderate',
    'Slow compression around the hips',
    'Shoulder and neck petrissage',
    'Foot massage, light',
    'Holding at the sacrum',
  ],
  homeCare: [
    'Pillow between knees and under the belly',
    'Cat stretch, gently, ten',
    'Feet up for fifteen minutes',
    'Shorter spells of standing',
    'Pelvic tilts at the wall',
  ],
  nextTime: [
    'Ask the midwife’s news first.',
    'More pillows at the back.',
    'No pressure at the calves.',
    'Begin on the {other} side.',
  ],
}
