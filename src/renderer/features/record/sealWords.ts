// What a checked seal says about the record, in words for each outcome.
import type { SealCheck } from '#shared/contract/record.ts'
import { instantWords } from '#renderer/ui/dateWords.ts'
import { countWords } from '#shared/domain/wordLists.ts'

interface SealWords {
  readonly verdict: string
  readonly meaning: string
  readonly next: string
}

type Outcome = SealCheck['outcome']

const keepFolder = 'Keep the practice’s folder as it is. An older copy of it may still have what is missing here.'

const unreadable: Partial<Record<Outcome, SealWords>> = {
  none: {
    verdict: 'There is no seal in this text',
    meaning: 'A seal begins with PALPATE-SEAL-1 and has 228 letters and digits after it.',
    next: 'Paste all of it, or open the file that it was saved to.',
  },
  newer: {
    verdict: 'This seal is from a newer version of Palpate',
    meaning: 'It cannot be read here. That says nothing about the record.',
    next: 'Check it with the newest version.',
  },
  damaged: {
    verdict: 'This seal cannot be read in full',
    meaning: 'Letters are missing or mistyped. That says nothing about the record.',
    next: 'Compare it with the original, or scan its code once more.',
  },
  forged: {
    verdict: 'This seal is not genuine',
    meaning: 'No vault’s key has signed what it says: it was made up or changed. It proves nothing, for or against.',
    next: 'Ask where it comes from.',
  },
}

function made({ sequence, madeAt, key }: SealCheck): string {
  return `The seal was made on ${instantWords(madeAt ?? '', null)} of signature ${sequence}, with the key ${key}.`
}

const since = (count: number) => (count === 0 ? 'Nothing was signed since' : `${countWords(count, 'signature')} since`)

const compared: Partial<Record<Outcome, (check: SealCheck) => SealWords>> = {
  contained: (check) => ({
    verdict: 'Everything that this seal stands for is still there',
    meaning: `Signature ${check.sequence}, made on ${instantWords(check.signedAt ?? '', check.signedOffset)}, is there with the same fingerprint. ${since(check.since ?? 0)}.`,
    next: 'Verify the record as well: that reads the signed notes themselves again.',
  }),
  'cut off': (check) => ({
    verdict: 'The record ends before this seal',
    meaning: `The seal is of signature ${check.sequence}, and the record has ${check.total === 0 ? 'none' : `only ${check.total}`}. What was signed last was cut off, or an older copy of the record was put back.`,
    next: keepFolder,
  }),
  rewritten: (check) => ({
    verdict: 'The record was rewritten',
    meaning: `Signature ${check.sequence} is there, but with another fingerprint than when the seal was made. That one or an earlier one was changed and signed anew.`,
    next: keepFolder,
  }),
  broken: (check) => ({
    verdict: 'The signature is there, but what comes after it does not fit',
    meaning: `Signature ${check.sequence} is there with the same fingerprint. After it a signature was put in, taken out or exchanged.`,
    next: 'Verify the record: it names the signature that does not fit.',
  }),
  'other vault': () => ({
    verdict: 'This seal is from another vault',
    meaning:
      'It was made with another key than this vault has. If it should be from your vault, this vault was set up anew, or a copy from before its first seal was put back.',
    next: 'Compare the key with the one on a patient file that was printed here.',
  }),
}

/** What a checked seal says. */
export const sealWords = (check: SealCheck): SealWords & { made: string | null } => ({
  ...(unreadable[check.outcome] ?? compared[check.outcome]?.(check) ?? { verdict: '', meaning: '', next: '' }),
  made: check.sequence === null ? null : made(check),
})
