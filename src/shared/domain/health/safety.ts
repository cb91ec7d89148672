// Safety at the table, derived from a client's answers and nothing else. Nothing is scored, nothing is diagnosed.
import type { NoGoArea, ShownNoGo } from '../bodymap/noGo.ts'
import { fieldTextLimit } from '../text.ts'
import { listWords } from '../wordLists.ts'
import type { Health, HealthAnswer, HealthEntry, MedicationEffect, TablePreferences } from './health.ts'
import { meanings, type Meaning } from './question.ts'

/** One line of what to mind. */
export interface SafetyLine {
  /** Unique among the lines: the answer or the entry that it is from. */
  readonly from: string
  readonly meaning: Exclude<Meaning, 'nothing'>
  /** What to think of. */
  readonly wording: string
  /** What the client said beside it; may be empty. */
  readonly said: string
  readonly regionIds: readonly string[]
}

/** A region that is not to be touched, and why. */
export interface DerivedNoGo {
  readonly regionId: string
  readonly reasons: readonly string[]
}

const weightOf = (meaning: Meaning) => meanings.indexOf(meaning)

const said = ({ since, remark }: Pick<HealthAnswer, 'since' | 'remark'>) =>
  listWords([since && `since ${since}`, remark].filter(Boolean))

function lineOfAnswer(answer: HealthAnswer): readonly SafetyLine[] {
  const { meaning, wording, text, questionId, regionIds } = answer
  if (meaning === 'nothing' || answer.answer === 'no') return []
  const isUnsure = answer.answer === 'unsure'
  const words = wording === '' ? text : wording
  return [
    { from: questionId, meaning, wording: isUnsure ? `${words} (not sure)` : words, said: said(answer), regionIds },
  ]
}

const effectWords: Readonly<Record<Exclude<MedicationEffect, 'none' | 'patch or injection'>, string>> = {
  'bruises easily': 'bruises easily: lighter pressure.',
  'dizzy on rising': 'dizzy on rising: sit first.',
  'dulled feeling': 'dulls feeling: the client cannot judge the pressure.',
}

function lineOfEntry(entry: HealthEntry): readonly SafetyLine[] {
  const line = (meaning: SafetyLine['meaning'], wording: string): readonly SafetyLine[] => [
    { from: entry.id, meaning, wording, said: entry.detail, regionIds: entry.regionIds },
  ]
  if (entry.list === 'allergy') return line('caution', `Allergy: ${entry.name}.`)
  if (entry.list === 'implant') return line('avoid the area', `${entry.name}: no pressure on it.`)
  if (entry.list !== 'medication' || entry.effect === 'none') return []
  if (entry.effect === 'patch or injection')
    return line('avoid the area', `${entry.name}: not on the patch or injection site.`)
  return line('caution', `${entry.name} ${effectWords[entry.effect]}`)
}

/** What to mind with a client, the weightiest first, otherwise in the order of the answers. Each line is from one answer or entry. */
export const safetyOf = ({
  answers,
  entries,
  pregnancyWeeks,
}: Pick<Health, 'answers' | 'entries' | 'pregnancyWeeks'>): readonly SafetyLine[] =>
  [
    ...answers
      .flatMap(lineOfAnswer)
      .map((line) =>
        line.from === 'pregnancy.now' && pregnancyWeeks !== null
          ? { ...line, said: listWords([`${pregnancyWeeks} weeks when asked`, line.said].filter(Boolean)) }
          : line,
      ),
    ...entries.flatMap(lineOfEntry),
  ].toSorted((one, other) => weightOf(one.meaning) - weightOf(other.meaning))

/** The regions that are not to be touched: exactly those of the lines that say so, each with all its reasons. */
export function noGoOf(lines: readonly SafetyLine[]): readonly DerivedNoGo[] {
  const reasons = new Map<string, readonly string[]>()
  for (const line of lines) {
    if (line.meaning !== 'avoid the area') continue
    for (const regionId of line.regionIds) reasons.set(regionId, [...(reasons.get(regionId) ?? []), line.wording])
  }
  return [...reasons].map(([regionId, own]) => ({ regionId, reasons: own }))
}

/** The areas made by hand, and those that the client's answers add. Where a region has both, each reason is said. */
export function noGoWithAnswers(
  byHand: readonly NoGoArea[],
  health: Pick<Health, 'answers' | 'entries' | 'pregnancyWeeks'>,
  clientId: string,
): readonly ShownNoGo[] {
  const derived = noGoOf(safetyOf(health))
  const why = new Map(derived.map(({ regionId, reasons }) => [regionId, reasons.join(' ').slice(0, fieldTextLimit)]))
  const own = byHand.map((area) => {
    const reason = why.get(area.regionId)
    return reason === undefined ? area : { ...area, reason: `${area.reason}; ${reason}`.slice(0, fieldTextLimit) }
  })
  const taken = new Set(byHand.map(({ regionId }) => regionId))
  const added = [...why].filter(([regionId]) => !taken.has(regionId))
  return [
    ...own,
    ...added.map(([regionId, reason]) => ({
      id: `answers ${regionId}`,
      clientId,
      regionId,
      level: 'forbidden' as const,
      reason,
      isDerived: true,
    })),
  ]
}

/** The preferences in a few words, those that are known. */
export const preferencesInWords = ({
  pressure,
  position,
  warmth,
  sound,
  oil,
  comfort,
}: TablePreferences): readonly string[] =>
  [pressure === null ? '' : `pressure ${pressure} of 5`, position, warmth, sound, oil, comfort].filter(Boolean)

/** What can be decided about a line that asks for a decision. The names are stored and never change. */
export const safetyDecisions = [
  'go on', // postpone: treated all the same, with the reason
  'postponed',
  'cleared', // ask the doctor: the doctor agrees
  'cleared with limits',
  'not cleared',
  'not asked yet',
  'known to the doctor', // a red flag
  'advised to see the doctor',
  'sent to the doctor',
] as const
export type SafetyDecision = (typeof safetyDecisions)[number]

/** The decisions that a line can have; none where it asks for none. */
export const decisionsFor: Readonly<Record<SafetyLine['meaning'], readonly SafetyDecision[]>> = {
  postpone: ['postponed', 'go on'],
  'ask the doctor': ['cleared', 'cleared with limits', 'not cleared', 'not asked yet'],
  'red flag': ['known to the doctor', 'advised to see the doctor', 'sent to the doctor'],
  'avoid the area': [],
  caution: [],
}

/** The lines about which nothing was decided. What was decided about an answer holds while the same answer stands. */
export const undecidedLines = (
  lines: readonly SafetyLine[],
  decided: (line: SafetyLine) => boolean,
): readonly SafetyLine[] => lines.filter((line) => decisionsFor[line.meaning].length > 0 && !decided(line))
