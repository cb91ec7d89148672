// The words for what is added to a signed note: titles, what an amendment is of, and why it is not signed.
import type { Addendum, SessionRecord } from '#shared/contract/sessions.ts'
import { amendedPartNames, amendedParts } from '#shared/domain/note/parts.ts'
import type { AmendmentTarget } from '#shared/domain/record/partText.ts'
import type { Failure } from '#renderer/bridge/bridge.ts'
import type { ErrorWords } from '#renderer/bridge/errorWords.ts'
import { instantOnScreen } from '#renderer/ui/dateWords.ts'

/** The name of a signed addition's place on the screen. */
export const additionPlace = (id: string): string => `addition ${id}`

/** The three ways to add to the record, by their usual names. */
export const waysToAdd = [
  ['Addendum', 'something new on a note that is correct'],
  ['Amendment', 'corrects an error: it shows what, why, and the old words beside the new ones'],
  ['Late entry', 'a whole note for a visit that was never charted; it begins on the client’s page'],
] as const

/** "Addendum of 24 Nov 2026, 08:05", by its signing. */
export function additionTitle({
  kind,
  signature,
  createdAt,
  createdOffset,
}: Pick<Addendum, 'kind' | 'signature' | 'createdAt' | 'createdOffset'>): string {
  const time = signature
    ? instantOnScreen(signature.signedAt, signature.signedOffset)
    : instantOnScreen(createdAt, createdOffset)
  return `${kind === 'amendment' ? 'Amendment' : 'Addendum'} of ${time}`
}

/** What an amendment is of: "Plan", "Addendum of 24 Nov 2026, 08:05". */
export function targetName({ part, addendumId }: AmendmentTarget, addenda: SessionRecord['addenda']): string {
  if (part !== null) return amendedPartNames[part]
  const addendum = addenda.find(({ id }) => id === addendumId)
  return addendum ? additionTitle(addendum) : 'Addendum'
}

/** What can be amended, in its order: the parts of the note, then its signed addenda. */
export const amendable = (addenda: SessionRecord['addenda']): readonly AmendmentTarget[] => [
  ...amendedParts.map((part) => ({ part, addendumId: null })),
  ...addenda
    .filter(({ kind, signature }) => kind === 'addendum' && signature !== null)
    .map(({ id }) => ({ part: null, addendumId: id })),
]

/** A target as a unique value of a choice. */
export const targetKey = ({ part, addendumId }: AmendmentTarget): string => part ?? addendumId ?? ''

const clockSetBack = 'clock_set_back'

/** Whether signing was refused only because of the clock. */
export const isOfClock = (failure: Failure): boolean => codeOf(failure) === clockSetBack

const codeOf = ({ details }: Failure): string => details.issues?.[0]?.code ?? ''

const refusals: Readonly<Record<string, ErrorWords>> = {
  amends_amendment: {
    title: 'An amendment can’t be amended',
    text: 'Add a new amendment to the note. It begins with the current words.',
  },
  amends_draft: { title: 'Not signed yet', text: 'What is still a draft is simply changed, not amended.' },
  other_session: {
    title: 'This belongs to another note',
    text: 'This addendum does not belong to this note. Choose again what to correct.',
  },
  reason_missing: { title: 'Not signed: the reason is missing', text: 'Say why the words are corrected, then sign.' },
  unchanged: {
    title: 'Not signed: nothing is changed',
    text: 'The words are the same as they stand now. Change them, or discard the amendment.',
  },
  empty_addendum: { title: 'Not signed: nothing is written', text: 'Write what is to be added, then sign.' },
  [clockSetBack]: {
    title: 'Not signed: this computer’s clock is set back',
    text: 'It shows a time before the newest signature. Set it right, or sign again with the time it shows.',
  },
  unreadable: {
    title: 'Not signed: part of it can’t be read',
    text: 'A newer version of Palpate wrote this draft. It is kept as it is; open it there.',
  },
}

/** Words for a refused signature, or undefined where those of its code are enough. */
export const refusalWords = (failure: Failure): ErrorWords | undefined => refusals[codeOf(failure)]
