// A question about health: what is asked, what an answer means for massage, and where that is from.
import type { RegionId } from '../bodymap/regions.ts'

/** What an answer means for massage, the weightiest first. The names are stored and never change. */
export const meanings = ['red flag', 'postpone', 'ask the doctor', 'avoid the area', 'caution', 'nothing'] as const
export type Meaning = (typeof meanings)[number]

/** The groups of the questionnaire, in the order of asking. The ids never change; the names may. */
export const questionGroups = [
  { id: 'today', name: 'Today' },
  { id: 'signs', name: 'Warning signs' },
  { id: 'heart', name: 'Heart and circulation' },
  { id: 'lungs', name: 'Breathing' },
  { id: 'skin', name: 'Skin' },
  { id: 'joints', name: 'Muscles, bones and joints' },
  { id: 'nerves', name: 'Head and nerves' },
  { id: 'organs', name: 'Digestion, kidneys and bladder' },
  { id: 'immune', name: 'Hormones and immune system' },
  { id: 'cancer', name: 'Cancer' },
  { id: 'pregnancy', name: 'Pregnancy and reproductive health' },
  { id: 'life', name: 'Mind, senses and daily life' },
] as const
export type QuestionGroup = (typeof questionGroups)[number]['id']

/**
 * Where a grade is from, read on the day that is given. `general` is what massage training teaches, without a source that was seen:
 * the practice should look at it before it decides anything.
 */
export const questionSources = {
  abmp: { name: 'Contraindications, a member’s page at ABMP', at: 'cynthialombardi.abmp.com', readOn: '2026-11-28' },
  hands: { name: 'When not to massage, The Magical Hands', at: 'the-magical-hands.com', readOn: '2026-11-28' },
  circle: {
    name: 'Where not to massage, Circle of Light',
    at: 'circleoflight.massagetherapy.com',
    readOn: '2026-11-28',
  },
  ontario: {
    name: 'Health history form, Ontario pattern',
    at: 'massagetherapyreference.com/massage-health-history-form-questions',
    readOn: '2026-11-28',
  },
  medication: {
    name: 'Medication and massage, questions and answers',
    at: 'questionsandanswerspdf.com',
    readOn: '2026-11-28',
  },
  washington: { name: 'Health questionnaire, Washington', at: 'mywsmta.org', readOn: '2026-11-28' },
  general: { name: 'General massage training', at: '', readOn: '2026-11-28' },
} as const
export type QuestionSource = keyof typeof questionSources

export interface Question {
  /** Never changes, and is never used for another question. */
  readonly id: string
  readonly group: QuestionGroup
  /** As the client reads it. */
  readonly text: string
  /** What "yes" and "not sure" mean. */
  readonly meaning: Meaning
  /** What "in the past" means. */
  readonly past: Meaning
  /** What the therapist should think of, in a few words; empty where the answer means nothing by itself. */
  readonly wording: string
  /** The regions that it touches where the answer names none. */
  readonly regionIds: readonly RegionId[]
  /** Whether the answer asks where on the body. */
  readonly asksWhere: boolean
  /** Whether the short form for chair and event work has it. */
  readonly isShort: boolean
  /** Where the grade is from. Several that disagree make a caution of it. */
  readonly sources: readonly QuestionSource[]
  readonly isDisputed: boolean
}

type Options = Partial<
  Pick<Question, 'past' | 'regionIds' | 'asksWhere' | 'isShort' | 'isDisputed'> & {
    /** A second source that says something else. */
    against: QuestionSource
  }
>

/** Makes the questions of a group. */
export const questionsOf =
  (group: QuestionGroup) =>
  (
    id: string,
    text: string,
    meaning: Meaning,
    wording: string,
    source: QuestionSource,
    options: Options = {},
  ): Question => {
    const { against, ...given } = options
    return {
      id: `${group}.${id}`,
      group,
      text,
      meaning,
      wording,
      past: 'nothing',
      regionIds: [],
      asksWhere: meaning === 'avoid the area',
      isShort: false,
      sources: against === undefined ? [source] : [source, against],
      isDisputed: against !== undefined,
      ...given,
    }
  }

/** The regions of both sides of paired ones. */
export const onBothSides = (...regions: readonly string[]): RegionId[] =>
  regions.flatMap((region) => [`${region}.right`, `${region}.left`])
