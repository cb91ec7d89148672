// Sentences of the demo practice that fit any complaint. They say what was seen and reported, and diagnose nothing.
import type { Stage } from './course.ts'

/** What clients mention in passing. */
export const everyday = [
  'Work is quiet at the moment.',
  'Has a weekend away planned.',
  'Did the exercises on five days of seven.',
  'Did the exercises twice.',
  'Drinks more water since last time.',
  'No new medication, no illness since last time.',
  'Mood is good.',
  'A little tired today.',
  'Would like more time for the feet today.',
  'Prefers less pressure today.',
  'Slept seven hours on most nights.',
  'Nothing else is new.',
]

/** The response to treatment. */
export const responses = [
  'Pressure was checked and comfortable throughout.',
  'Asked for a little less pressure once, then comfortable.',
  'Relaxed well, breathing slow by the end.',
  'No soreness on rising.',
  'Tissue warm and pliable at the end.',
  'Rose slowly, no dizziness.',
  'Slight redness over the treated area, as expected.',
  'Quiet session by wish.',
]

export const assessments: Readonly<Record<Stage, readonly string[]>> = {
  first: [
    'No red flags in the intake questions.',
    'Suitable for massage today; consent given for all areas that were treated.',
    'Good first response to careful work.',
    'Story and findings point to the same areas.',
    'Eased within the session; how long it lasts will show by next week.',
  ],
  early: [
    'Responding: softer than at the last visit.',
    'Relief lasted about two days after the last session.',
    'Range of motion better within the session.',
    'Tone lower on both sides; the main spot is still active.',
    'Change in the right direction, slower than hoped for.',
    'Tolerates moderate pressure now.',
    'Findings unchanged in place, lower in severity.',
  ],
  middle: [
    'Relief lasts four to five days now.',
    'Holding the gain of the last visits.',
    'Steady: neither better nor worse than two weeks ago.',
    'Range of motion holds from visit to visit.',
    'The main spot no longer refers at moderate pressure.',
    'Function improves ahead of pain.',
    'Home care shows.',
  ],
  flare: [
    'Setback after a known load; pattern as at the beginning, milder.',
    'Sore but settled well within the session.',
    'Flare-up; no new signs, no change in strength or feeling reported.',
    'Kept the pressure light; responded as before.',
    'Back a step; expected to settle within days.',
  ],
  upkeep: [
    'Stable at a low level.',
    'Goal reached for everyday life; upkeep.',
    'Responding well; little is needed to let go.',
    'Little left to find today.',
    'Keeps well between visits.',
    'Range of motion full and easy.',
    'Tension of the week rather than the old complaint.',
  ],
}

export const frequencies: Readonly<Record<Exclude<Stage, 'flare'>, readonly string[]>> = {
  first: [
    'Weekly for four weeks, then review.',
    'Weekly for six weeks; letter to the referring doctor after that if wished.',
    'Three weekly sessions, then decide together.',
  ],
  early: [
    'Weekly for three more weeks, then review.',
    'Same time next week.',
    'Keep to once a week until it settles.',
    'Once more within the week if it suits.',
  ],
  middle: [
    'Every two weeks from now on.',
    'In two weeks; sooner if it flares up.',
    'Continue as agreed.',
    'Two more sessions, then review against the goal.',
  ],
  upkeep: [
    'Once a month.',
    'In four weeks.',
    'Next appointment as booked.',
    'Longer gap this time; call if it returns.',
    'Continue at the same rhythm.',
  ],
}

export const closings = [
  'Knows that questions are welcome by telephone.',
  'To see the doctor if it wakes at night or if there is numbness.',
  'Letter to the referring doctor after the next visit.',
  'Exercise sheet handed out.',
]

/** Added to notes that were signed already. */
export const addendumTexts = [
  'Telephoned two days after the session: relief held, slight soreness on the first day only.',
  'Left out above: consent for work at the front of the shoulder was asked for and given.',
  'The referring doctor’s letter arrived after the session: no objection to massage, light pressure advised.',
  'The client telephoned in the evening: the exercise is easier with a cushion under the knees.',
  'The client mentioned on leaving that a new medication was started last week; name to follow.',
  'The exercise sheet was sent by post on the day after the session.',
]

/** In the draft that was discarded. */
export const discardedText = 'Telephoned from the bus: a cold, does not come today. New appointment next week.'

/** Beside a signed note, for the therapist alone. */
export const remarkText = 'Likes quiet; ask about the grandchildren at the end, not at the beginning.'

/** How often phrases were put into notes, by abbreviation; the ones used lately first. */
export const phraseUses: Readonly<Record<string, number>> = {
  relief: 64,
  nonew: 51,
  better: 38,
  tender: 27,
  sleep: 19,
  posture: 12,
  flare: 7,
}
