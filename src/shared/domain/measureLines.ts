// The measures of a session as lines: name, value and change, in the same words on screen and on paper.
import {
  functionInWords,
  loadInWords,
  meanScore,
  noChange,
  painInWords,
  rangeInWords,
  type Change,
} from './measureChange.ts'
import {
  measureNames,
  scoredMeasures,
  type FunctionActivity,
  type RangeOfMotion,
  type SessionMeasures,
} from './measures.ts'

export interface MeasureLine {
  /** Unlike those of the other lines. */
  readonly key: string
  readonly name: string
  /** Such as "6 → 3", "5.5 h", "45° → 60°"; what was not recorded is a dash. */
  readonly value: string
  readonly change: Change
}

/** "Neck rotation, right" */
export const rangeName = ({ joint, side, movement }: Pick<RangeOfMotion, 'joint' | 'side' | 'movement'>): string =>
  [`${joint} ${movement}`, side].filter(Boolean).join(', ')

/** What was typed in place of a number, with the unit where it ends with a digit: "45-50" is "45-50°". */
const typedValue = (text: string, unit: string): string => (/\d$/.test(text) ? `${text}${unit}` : text)

/**
 * "45°", "limited", what was typed, or empty where it was not measured. Degrees stand before limited and full.
 * @param text what was typed where it is neither
 */
export const rangeValue = (
  degrees: number | null,
  extent: RangeOfMotion['extentBefore'],
  text?: RangeOfMotion['textBefore'],
): string =>
  [degrees === null ? '' : `${degrees}°`, extent ?? '', typedValue(text ?? '', '°')].filter(Boolean).join(' ')

/** Hours of sleep: "5.5 h", or what was typed: "5-6 h". Empty where there are none. */
export const sleepValue = (hours: number | null, text?: string): string =>
  hours === null ? typedValue(text ?? '', ' h') : `${hours} h`

const pair = (before: string | number | null, after: string | number | null): string =>
  `${before === null || before === '' ? '–' : before} → ${after === null || after === '' ? '–' : after}`

/** The measures of a session: pain, which is stored with the session itself, and the others. */
interface Measured {
  readonly painBefore: number | null
  readonly painAfter: number | null
  readonly measures: SessionMeasures
}

/** Every measure that has a value, pain first. */
export const allMeasureLines = ({ painBefore, painAfter, measures }: Measured): readonly MeasureLine[] => [
  ...painLine(painBefore, painAfter),
  ...measureLines(measures),
]

/** None where it was not recorded. */
function painLine(before: number | null, after: number | null): readonly MeasureLine[] {
  if (before === null && after === null) return []
  return [{ key: 'pain', name: measureNames.pain, value: pair(before, after), change: painInWords(before, after) }]
}

const isScored = ({ score }: Pick<FunctionActivity, 'score'>) => score !== null

/**
 * All measures but pain that have a value, in the order tension, sleep, stress, ranges, activities. Activities are listed
 * without a change, which needs last time's: see `functionInWords`.
 */
export function measureLines({ scores, ranges, activities }: SessionMeasures): readonly MeasureLine[] {
  const scored = scoredMeasures.flatMap((measure): MeasureLine[] => {
    const score = scores.find((one) => one.measure === measure)
    if (!score) return []
    const named = { key: measure, name: measureNames[measure] }
    if (score.measure === 'sleep') {
      const value = sleepValue(score.before, score.beforeText)
      return value === '' ? [] : [{ ...named, value, change: noChange }]
    }
    const { before, after } = score
    if (before === null && after === null) return []
    return [{ ...named, value: pair(before, after), change: loadInWords(before, after) }]
  })
  const moved = ranges.flatMap((range): MeasureLine[] => {
    const before = rangeValue(range.degreesBefore, range.extentBefore, range.textBefore)
    const after = rangeValue(range.degreesAfter, range.extentAfter, range.textAfter)
    if (before === '' && after === '') return []
    return [{ key: range.id, name: rangeName(range), value: pair(before, after), change: rangeInWords(range) }]
  })
  const able = activities.filter(isScored).map(({ id, activity, score }): MeasureLine => ({
    key: id,
    name: activity,
    value: `${score} of 10`,
    change: noChange,
  }))
  const mean = able.length > 1 ? meanScore(activities.map(({ score }) => score)) : null
  const together: MeasureLine[] =
    mean === null ? [] : [{ key: 'mean', name: 'Activities, mean', value: `${mean} of 10`, change: noChange }]
  return [...scored, ...moved, ...able, ...together]
}

/** "Tension 6 → 3 less" of each line. */
export const lineInWords = ({ name, value, change }: MeasureLine): string =>
  [name, value, change.words].filter(Boolean).join(' ')

/** Compared with last time's of the same names: the change of the mean of those activities that were scored both times. */
export function meanAgainst(
  activities: readonly Pick<FunctionActivity, 'activity' | 'score'>[],
  earlier: readonly Pick<FunctionActivity, 'activity' | 'score'>[],
): Change {
  const both = activities.flatMap(({ activity, score }) => {
    const was = earlier.find((one) => one.activity === activity)?.score ?? null
    return score === null || was === null ? [] : [{ score, was }]
  })
  if (both.length < 2) return noChange
  return functionInWords(meanScore(both.map(({ was }) => was)), meanScore(both.map(({ score }) => score)), 'mean')
}
