// The words for a start that is refused because its profile's lock cannot be taken.
import type { LockProblem } from './profileLock.ts'

export interface LockWords {
  readonly message: string
  readonly detail: string
  /** The button that goes on. */
  readonly wayOn: string
  /** Whether going on removes what is in the lock's place. */
  readonly removes: boolean
}

const tryAgain = { wayOn: 'Try again', removes: false } as const

/** @param profile absolute path of the folder with all the app's data */
export function lockWords(problem: Exclude<LockProblem, { kind: 'other instance' }>, profile: string): LockWords {
  switch (problem.kind) {
    case 'leftover':
      return {
        message: `A leftover ${problem.what} keeps Palpate from starting.`,
        detail: `No other Palpate is open. It came with a copy, or was left after a crash, and holds no records. It lies in ${profile}`,
        wayOn: `Remove the leftover ${problem.what} and start`,
        removes: true,
      }
    case 'other computer':
      return {
        message: `Palpate may be open on another computer, “${problem.host}”.`,
        detail: `Its mark is in ${profile}. If this computer was renamed, or the folder was copied from there, start. If Palpate is open on the other one, quit it there first: two at once would damage the records.`,
        wayOn: 'It is not open there: start',
        removes: true,
      }
    case 'not a folder':
      return {
        message: 'Palpate’s folder is a file.',
        detail: `Palpate keeps its data in ${profile}, but that is a file. Move it to another place; it was not touched.`,
        ...tryAgain,
      }
    case 'cannot be written':
      return {
        message: 'Palpate cannot write in its folder.',
        detail: `Allow reading and writing in ${profile}, or connect the disk that it is on. Nothing was changed.`,
        ...tryAgain,
      }
    case 'no temporary files':
      return {
        message: 'Palpate cannot write temporary files.',
        detail: `The disk is full, or ${problem.folder} cannot be written. Nothing was changed.`,
        ...tryAgain,
      }
    case 'unknown':
      return {
        message: 'Palpate cannot make sure that it is the only one open.',
        detail: `Another one may just be starting or ending with the data in ${profile}. Nothing was changed.`,
        ...tryAgain,
      }
  }
}
