// What a signature that failed means: the note is still a draft, and what to do.
import type { ErrorWords } from '#renderer/bridge/errorWords.ts'
import type { Failure } from '#renderer/bridge/bridge.ts'

const words: Partial<Record<Failure['code'], ErrorWords>> = {
  DISK_FULL: {
    title: 'Not signed: the disk is full',
    text: 'The note stays a draft, and what was saved of it is safe. Free some space, then sign again.',
  },
  READ_ONLY: {
    title: 'Not signed: the folder can’t be written to',
    text: 'The note stays a draft, and what was saved of it is safe. Allow writing to the practice’s folder, then sign again.',
  },
  SIGNED: {
    title: 'Already signed',
    text: 'This note was signed in the meantime. The signed note is as it was then; anything you add now goes into an addendum.',
  },
  NOT_FOUND: {
    title: 'Not signed: the draft is gone',
    text: 'It was discarded in the meantime. It is in the bin and can be restored from there.',
  },
  VALIDATION: {
    title: 'Not signed: the note has changed',
    text: 'Something in it changed after the questions were asked. Look at it once more, then sign.',
  },
}

/** Words for a failed signature, or undefined where those of its code say it. */
export const signFailureWords = ({ code }: Pick<Failure, 'code'>): ErrorWords | undefined => words[code]
