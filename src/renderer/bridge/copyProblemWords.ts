// What is wrong with a copy of the vault, in words. Two people read it: who works, and wants to know what it means for the
// backups; and who has lost something, and looks into a copy to see what is in it.
import type { CopyProblem } from '#shared/contract/backups.ts'
import type { ErrorWords } from './errorWords.ts'

interface Words {
  /** Of the newest copy, when it was made. */
  readonly whenMade: ErrorWords
  /** Of a copy that somebody looks into, to restore it. */
  readonly inside: string
}

const stays = 'The backups before it are still there.'

/**
 * @param of of a record that cannot be read: whether it is a note or what is known of the client, and the day of the visit;
 * null where nothing is known
 */
function wordsOf(problem: CopyProblem, of: UnreadableRecord | null): Words {
  switch (problem.kind) {
    case 'damage':
      return {
        whenMade: {
          title: 'The newest copy is damaged',
          text: `It does not count as a backup. ${stays} Your records may be damaged too: check the whole file now, under Vault.`,
        },
        inside: 'The file is damaged in places. Some records may be missing or unreadable.',
      }
    case 'other rows':
      return {
        whenMade: {
          title: 'The newest copy is not complete',
          text: `It has fewer or more records than the vault, so it does not count as a backup. ${stays} Back up again; if it happens again, check the whole file, under Vault.`,
        },
        inside: 'It does not hold all the records that were there when it was made.',
      }
    case 'chain':
      return {
        whenMade: {
          title: `Signature ${problem.sequence} does not fit the one before it`,
          text: `Something signed was changed outside of Palpate, or is damaged. The newest copy does not count as a backup. ${stays} “Verify record”, under Record, says which note it is.`,
        },
        inside: `From signature ${problem.sequence} on, the signed records are not as they were signed.`,
      }
    case 'unreadable':
      return {
        whenMade: unreadableWords(of),
        inside:
          problem.sessionId === null
            ? 'The record of one client can’t be read. All others can.'
            : 'One session, or more, can’t be read. All others can.',
      }
  }
}

/** What is known of a record that cannot be read: whether it is a note, and the day of the visit in words. */
export interface UnreadableRecord {
  readonly isNote: boolean
  readonly day: string | null
}

function unreadableWords(of: UnreadableRecord | null): ErrorWords {
  const text = `The newest copy does not count as a backup. ${stays} Nothing else is affected: you can go on working.`
  if (of === null) return { title: 'A note without a client can’t be read', text }
  if (!of.isNote) return { title: 'The record of a client can’t be read', text: `${text} It is the record of:` }
  const title = of.day === null ? 'A note can’t be read' : `A note of ${of.day} can’t be read`
  return { title, text: `${text} It is in the record of:` }
}

/** Why the newest copy does not count as a backup. The screen adds whose record it is that cannot be read. */
export const newestCopyWords = (problem: CopyProblem, of: UnreadableRecord | null = null): ErrorWords =>
  wordsOf(problem, of).whenMade

/** What is wrong with a copy, and what it means for somebody who needs it. */
export const copyInsideWords = (problem: CopyProblem): string => wordsOf(problem, null).inside
