// The words of a failed export. They differ from those of a note, because no record is at risk.
import type { Failure } from '#renderer/bridge/bridge.ts'
import { wordsOf, type ErrorWords } from '#renderer/bridge/errorWords.ts'

/** The words for a patient file that could not be saved. */
export function exportWordsOf(failure: Pick<Failure, 'code'>): ErrorWords {
  switch (failure.code) {
    case 'DISK_FULL':
      return {
        title: 'The disk is full',
        text: 'The file was not written, and nothing was left behind. Your notes are safe. Free some space, or choose another disk, and save again.',
      }
    case 'READ_ONLY':
      return {
        title: 'Palpate can’t write to this folder',
        text: 'The file was not written. Your notes are safe. Choose another folder and save again.',
      }
    case 'TARGET_IN_USE':
      return {
        title: 'The file is open in another program',
        text: 'It was left as it is. Close it there, or save under another name.',
      }
    case 'NOT_FOUND':
      return { title: 'No longer there', text: 'This client no longer exists. No file was written.' }
    case 'INTERNAL':
      return {
        title: 'The file could not be made',
        text: 'Nothing was written, and your notes are safe. Try again; if it happens again, choose a shorter period.',
      }
    default:
      return wordsOf(failure)
  }
}
