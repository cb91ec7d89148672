// What it means when a signature does not fit, and what to do: in words for each thing that can be wrong.
import type { JobProgress } from '#shared/contract/jobs.ts'
import type { Mismatch, RecordCheck } from '#shared/contract/record.ts'
import type { ChainProblem } from '#shared/domain/record/recordFindings.ts'
import type { Failure } from '#renderer/bridge/bridge.ts'
import { wordsOf, type ErrorWords } from '#renderer/bridge/errorWords.ts'
import { dateWords, dayHere } from '#renderer/ui/dateWords.ts'
import { countWords } from '#shared/domain/wordLists.ts'

interface ProblemWords {
  /** What was found. */
  readonly found: string
  /** What it means, and what it does not. */
  readonly meaning: string
  /** What to do now. */
  readonly next: string
}

const compareWithCopy =
  'Keep the practice’s folder as it is, and compare what is in the record now with a printed patient file or an older copy of the folder.'

const words: Readonly<Record<ChainProblem, ProblemWords>> = {
  sequence: {
    found: 'A signature before this one is missing, or they were put in another order.',
    meaning: 'Something that was signed has been taken out of the record. What this one signed may still be as it was.',
    next: 'Keep the practice’s folder as it is. An older copy of it may still have what is missing here.',
  },
  previous: {
    found: 'It does not continue the signature before it.',
    meaning: 'A signature was put in, taken out or exchanged here, so that nothing before it is vouched for any more.',
    next: compareWithCopy,
  },
  version: {
    found: 'It was signed in a form that this version of Palpate does not know.',
    meaning: 'Most often a newer version signed it. Then nothing is wrong; it only cannot be checked here.',
    next: 'Verify the record with the newest version of Palpate that wrote to it.',
  },
  missing: {
    found: 'What it signed is no longer in the record.',
    meaning: 'It was taken out or hidden after it was signed.',
    next: 'Keep the practice’s folder as it is. An older copy of it, or a printed patient file, may still have the text.',
  },
  fingerprint: {
    found: 'Its content is not what was signed.',
    meaning:
      'A word, a score, a mark, a date or the signature itself was changed after signing. Palpate never does that: it happened outside of the app, or the file is damaged.',
    next: compareWithCopy,
  },
  'plain text': {
    found: 'The signed text fits, but lists and searches show other words.',
    meaning: 'Its own page shows it as it was signed. Only the copy of its text for lists was changed.',
    next: 'Rely on that page. Keep the practice’s folder as it is if you want somebody to look into it.',
  },
}

/** What was found, what it means, and what to do. */
export const problemWords = (problem: ChainProblem): ProblemWords => words[problem]

/** "Signature 17 does not fit: the note of 9 Nov 2026, Mara Sample". */
export function misfitTitle({ sequence, kindName, serviceStart, clientName }: Mismatch): string {
  const of = serviceStart === null ? '' : ` of ${dateWords(serviceStart)}`
  const whose = clientName === null ? '' : `, ${clientName}`
  return `Signature ${sequence} does not fit: the ${kindName}${of}${whose}`
}

/** "All 214 signatures fit." */
export const allFit = (total: number): string =>
  total === 0
    ? 'Nothing is signed yet.'
    : total === 1
      ? 'The one signature fits.'
      : `All ${countWords(total, 'signature')} fit.`

type Erasure = RecordCheck['erasures'][number]

/** "3 notes were erased on 5 May 2036, because the time to keep them was over. Signature 7 says so." */
export function erasedWords({ notes, erasedAt, basis, sequence }: Erasure): string {
  const what =
    notes === 0 ? 'A client without signed notes was' : `${countWords(notes, 'note')} ${notes === 1 ? 'was' : 'were'}`
  const why = basis === 'retention over' ? 'the time to keep the record was over' : 'the therapist decided so'
  return `${what} erased on ${dateWords(dayHere(erasedAt))}, because ${why}. Signature ${sequence} says so.`
}

/** Above what was found where every signature that is left fits. */
export const problemTitle = (total: number): string =>
  total === 0
    ? 'There is no signature, but there once was one'
    : `${allFit(total).slice(0, -1)}, but the record is not what it was`

/** What is said where a check of the record did not get to its end: it found nothing, for good or ill. */
export function unfinishedWords(failure: Pick<Failure, 'code'>): ErrorWords {
  switch (failure.code) {
    case 'INTERNAL':
      return {
        title: 'The check did not get to its end',
        text: 'Nothing was changed, and what was saved is safe. Try again. If it happens again, it is a defect in Palpate: Diagnostics, in Settings, shows where it happened.',
      }
    case 'IO_ERROR':
      return {
        title: 'The check did not get to its end: the disk can’t be read',
        text: 'Nothing was changed. Check the disk and its cable, copy the vault’s folder to another disk soon, then try again.',
      }
    default:
      return wordsOf(failure)
  }
}

/** "200 of 450 signatures checked": how far a check of the record is. */
export function checkedWords(progress: JobProgress | null): string {
  if (progress === null) return 'Beginning …'
  const { stage, done, total } = progress
  if (stage !== 'signatures') return 'Every signature is checked. Now the seals and traces …'
  return `${done} of ${countWords(total, 'signature')} checked`
}
