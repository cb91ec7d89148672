// What a patient file holds and what it leaves out, in a sentence or two: a reader must not have to guess.
import type { PatientFile } from '#shared/contract/patientFile.ts'
import { longDateWords } from '#renderer/ui/dateWords.ts'

const count = (number: number, one: string, many: string) => `${number} ${number === 1 ? one : many}`

function rangeWords({ from, to }: PatientFile['options']): string {
  if (from && to)
    return from === to ? `of ${longDateWords(from)}` : `from ${longDateWords(from)} to ${longDateWords(to)}`
  if (from) return `from ${longDateWords(from)} on`
  return to ? `up to ${longDateWords(to)}` : ''
}

/** Number of sessions, period, drafts, drawings; such as "12 sessions from …, newest first. Unsigned drafts are left out." */
export function scopeWords({ sessions, options }: PatientFile): string {
  const drafts = sessions.filter((session) => session.signature === null).length
  const held = [
    sessions.length === 0 ? 'No session' : count(sessions.length, 'session', 'sessions'),
    rangeWords(options),
  ]
    .filter(Boolean)
    .join(' ')
  return [
    sessions.length > 1 ? `${held}, newest first.` : `${held}.`,
    draftWords(options.includeDrafts, drafts),
    options.includeBodyMaps ? '' : 'Body map drawings are left out; their findings are listed.',
    sessions.some(({ privateRemark }) => privateRemark !== '') ? 'Private remarks are included.' : '',
  ]
    .filter(Boolean)
    .join(' ')
}

function draftWords(areIncluded: PatientFile['options']['includeDrafts'], drafts: number): string {
  if (!areIncluded) return 'Only signed notes are included.'
  if (drafts === 0) return 'Every note is signed.'
  return drafts === 1
    ? '1 of them is an unsigned draft and is marked as such.'
    : `${drafts} of them are unsigned drafts and are marked as such.`
}
