// What was found beyond the chain, and what it means: in words for each kind.
import type { RecordFinding } from '#shared/contract/record.ts'
import { recordFindingKinds, type RecordFindingKind } from '#shared/domain/record/recordFindings.ts'
import { andWords, countWords } from '#shared/domain/wordLists.ts'

interface FindingWords {
  readonly found: string
  readonly meaning: string
}

type Counted = (count: number) => string
const be = (count: number) => (count === 1 ? 'is' : 'are')
const have = (count: number) => (count === 1 ? 'has' : 'have')
const past = (count: number) => (count === 1 ? 'was' : 'were')

const outside = 'Palpate never does that: it happened outside of the app.'

const words: Readonly<Record<RecordFindingKind, readonly [found: Counted, meaning: string]>> = {
  'signatures gone': [
    (count) => `${countWords(count, 'signature')} ${past(count)} made and ${be(count)} no longer there`,
    `What was signed last has been cut off, or taken out. ${outside}`,
  ],
  'signatures replaced': [
    (count) => `${countWords(count, 'signature')} ${be(count)} not the one that was made there first`,
    `A part of the record was taken away and signed anew. ${outside}`,
  ],
  'signatures not salvaged': [
    (count) => `${countWords(count, 'signature')} could not be read when the vault was salvaged`,
    'The file was damaged there. What was signed with them is listed under “What could not be read”.',
  ],
  'records not salvaged': [
    (count) =>
      `${countWords(count, 'signature')} ${be(count)} there, and not all of what ${count === 1 ? 'it' : 'they'} signed`,
    'A part of the note could not be read when the vault was salvaged. The fingerprint is that of the whole note.',
  ],
  'signatures untraced': [
    (count) => `${countWords(count, 'signature')} did not come through Palpate`,
    'The database keeps a list of every signature that the app makes. These are not on it.',
  ],
  'traces missing': [
    (count) => `${countWords(count, 'entry', 'entries')} of the list of all signatures ${be(count)} missing`,
    `Somebody took out what would show that signatures were removed. ${outside}`,
  ],
  'seals beyond the end': [
    (count) => `Seals were made of ${countWords(count, 'signature')} that ${be(count)} no longer there`,
    'The record once went on after its present end. A printed or saved seal, and an older copy, can show it.',
  ],
  'seals of another chain': [
    (count) => `Seals of ${countWords(count, 'signature')} state another fingerprint than the record has`,
    'What was signed up to there is not what it was when the seal was made.',
  ],
  'seals not valid': [
    (count) => `Kept seals of ${countWords(count, 'signature')} were not made with this vault’s key`,
    'The list of seals or the vault’s key was changed. Seals on paper and in files are not touched by that.',
  ],
  'stamps of another chain': [
    (count) => `Time stamps of ${countWords(count, 'signature')} are for another fingerprint than the record has`,
    'At the stamped time the record was not what it is now.',
  ],
  'answers without signature': [
    (count) => `${countWords(count, 'note')} ${have(count)} answers that are only given when signing, and no signature`,
    `The signature was taken away. ${outside}`,
  ],
  'additions without signature': [
    (count) =>
      `${countWords(count, 'note')} ${have(count)} additions that only a signed note can have, and no signature`,
    `The signature was taken away. ${outside}`,
  ],
  'parts without session': [
    (count) => `Nothing but text is left of ${countWords(count, 'session')}`,
    `The session was taken out, and not all of it. ${outside}`,
  ],
  'refusals missing': [
    (count) => `${countWords(count, 'rule')} of the database ${be(count)} missing or changed`,
    `They refuse every change to what is signed. Without them it could be changed unnoticed by the database. ${outside}`,
  ],
  'dated before': [
    (count) =>
      `${countWords(count, 'signature')} ${be(count)} dated before the one before ${count === 1 ? 'it' : 'them'}`,
    'The computer’s clock was set back in between. That is asked about when signing, and breaks nothing: the order of signatures is their number.',
  ],
}

/** "4, 9 and 12", "2, 3, 5 and 70 more". */
function listed(sequences: readonly number[], count: number): string {
  const left = count - sequences.length
  const all = [...sequences.map(String), ...(left > 0 ? [`${left} more`] : [])]
  return andWords(all)
}

/** What was found, with the signatures that it is about, and what it means. */
export function findingWords({ kind, count, sequences }: RecordFinding): FindingWords {
  const [found, meaning] = words[kind]
  const which = sequences.length === 0 ? '' : `: ${listed(sequences, count)}`
  return { found: `${found(count)}${which}.`, meaning }
}

/** Whether a finding means that the record was changed; otherwise it is only a remark. */
export const isProblem = ({ kind }: RecordFinding): boolean => recordFindingKinds[kind] === 'problem'
