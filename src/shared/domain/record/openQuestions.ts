// The questions before a note is signed: computed from the draft, the last visit and the newest signature.
import { carriedRuns } from '../note/carried.ts'
import { isTextBlock, type Block, type ListItem, type NoteDocument } from '../note/document.ts'
import { samePercent, wordsOf } from '../note/sameWords.ts'
import { sectionIds, type SectionId } from '../note/sections.ts'
import { timedMinutes, type TimedSpan } from '../timer.ts'
import type { SignQuestion } from './signQuestions.ts'

/** A section is asked about when it is more than this share, in percent, the same as last time's. */
const mostSame = 90
/** A section of fewer words is not compared: "No change." is not a copied note. */
const fewestWords = 5

interface Section {
  readonly section: SectionId
  readonly document: NoteDocument | null
  readonly plainText: string
}

/** The timer is asked about when it ran for an hour longer than planned, and at least twice as long. */
const longestOver = 60

/** The data that the questions follow from. */
export interface AskedDraft {
  readonly sections: readonly Section[]
  readonly findings: readonly { readonly isConfirmed: boolean }[]
  readonly techniques: readonly { readonly carriedFrom: string | null }[]
  readonly homework: readonly { readonly carriedFrom: string | null }[]
  readonly details: { readonly lengthMinutes: number }
  readonly timedSpans: readonly TimedSpan[]
}

/** What a draft is compared with. */
export interface AskedAgainst {
  /** The sections of the client's visit before; none at the first visit. */
  readonly lastVisit: readonly Pick<Section, 'section' | 'plainText'>[]
  /** When the practice's newest signature was made, UTC; null before the first. */
  readonly lastSignedAt: string | null
  /** UTC. */
  readonly now: string
}

/**
 * The questions of a draft, section by section in the note's order, then the body map, the lists, the timer and the
 * clock. A section that cannot be read is not asked about: such a note is not signed at all.
 */
export function openQuestions(draft: AskedDraft, { lastVisit, lastSignedAt, now }: AskedAgainst): SignQuestion[] {
  const ofSections = sectionIds.flatMap((id): SignQuestion[] => {
    const stored = draft.sections.find(({ section }) => section === id)
    if (!stored?.document) return []
    const before = lastVisit.find(({ section }) => section === id)?.plainText ?? ''
    return [
      ...asked('unconfirmed text', id, carriedRuns(stored.document).length),
      ...asked('same as last time', id, sameAsLastTime(stored.plainText, before)),
      ...asked('open blanks', id, blankCount(stored.document)),
    ]
  })
  const isCarried = ({ carriedFrom }: { carriedFrom: string | null }) => carriedFrom !== null
  return [
    ...ofSections,
    ...asked('unconfirmed findings', null, draft.findings.filter(({ isConfirmed }) => !isConfirmed).length),
    ...asked('unconfirmed items', null, [...draft.techniques, ...draft.homework].filter(isCarried).length),
    ...asked('timed long', null, hoursTimedLong(draft, now)),
    ...(lastSignedAt !== null && isClockSetBack(now, lastSignedAt)
      ? [{ question: 'clock set back', section: null, amount: null } as const]
      : []),
  ]
}

/** Whether a clock stands before the time of the newest signature; both UTC. */
export const isClockSetBack = (now: string, lastSignedAt: string): boolean => now < lastSignedAt

/** The hours that were timed where that is far over what was planned; otherwise 0. */
function hoursTimedLong({ details: { lengthMinutes }, timedSpans }: AskedDraft, now: string): number {
  const minutes = timedMinutes(timedSpans, now)
  return minutes > lengthMinutes + longestOver && minutes > 2 * lengthMinutes ? Math.floor(minutes / 60) : 0
}

/** One question if there is something to ask about, none otherwise. */
const asked = (question: SignQuestion['question'], section: SectionId | null, amount: number): SignQuestion[] =>
  amount === 0 ? [] : [{ question, section, amount }]

/** The share that is the same as last time's, in percent, where it is to be asked about; otherwise 0. */
function sameAsLastTime(text: string, before: string): number {
  if (text === '' || before === '') return 0
  const words = wordsOf(text)
  if (words.length < fewestWords) return 0
  const percent = samePercent(words, wordsOf(before))
  return percent > mostSame ? percent : 0
}

/** How many blanks a document has; neighbouring pieces of text of one blank are one. */
function blankCount(document: NoteDocument): number {
  return document.content.reduce((sum, block) => sum + blanksIn(block), 0)
}

function blanksIn(block: Block | ListItem): number {
  if (!isTextBlock(block)) return block.content.reduce((sum, inner) => sum + blanksIn(inner), 0)
  const ids = (block.content ?? []).map((node) => node.marks?.find((mark) => mark.type === 'blank')?.attrs.id)
  return ids.filter((id, at) => id !== undefined && id !== ids[at - 1]).length
}
