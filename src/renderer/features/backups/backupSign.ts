// What the state of the backups comes to: one sign of a few words, and the one step that helps.
import type { BackupState, PlaceProblem } from '#shared/contract/backups.ts'
import { relativeDay } from '#shared/domain/dateWords.ts'
import { daysBetween, offsetHere, wallTimeAt } from '#shared/domain/time.ts'
import { dayHere, momentOnScreen, timeWords } from '#renderer/ui/dateWords.ts'

/** What helps: choosing a place, backing up, looking at the places again, or reading what is wrong in Settings. */
export type BackupStep = 'choose' | 'back up' | 'look' | 'read'

export interface BackupSign {
  /** `good`: each place has a recent verified backup; `none`: one has none, or an old one; `alarm`: something is wrong. */
  readonly tone: 'good' | 'none' | 'alarm'
  readonly words: string
  /** Null where nothing has to be done. */
  readonly step: BackupStep | null
}

export const stepWords: Readonly<Record<BackupStep, string>> = {
  choose: 'Choose a place',
  'back up': 'Back up now',
  look: 'Look again',
  read: 'What to do',
}

const placeSigns: Readonly<Record<PlaceProblem, Omit<BackupSign, 'tone'>>> = {
  missing: { words: 'Backup disk is not there', step: 'look' },
  'other disk': { words: 'Backup folder has changed', step: 'read' },
  'newest gone': { words: 'Newest backup is gone', step: 'read' },
  full: { words: 'Backup disk is full', step: 'read' },
  'read-only': { words: 'Backup folder is read-only', step: 'read' },
  failed: { words: 'Backup failed', step: 'back up' },
}

/**
 * "today 14:03", "yesterday 14:03", "Mon 9 Nov, 14:03".
 * @param at UTC
 * @param today of this computer, `YYYY-MM-DD`
 */
export function backupTimeWords(at: string, today: string): string {
  const day = dayHere(at)
  const age = daysBetween(day, today)
  if (age !== 0 && age !== 1) return momentOnScreen(at, today)
  return `${relativeDay(day, today)} ${timeWords(wallTimeAt(at, offsetHere(at)))}`
}

/** Problems of a place whose newest backup is not where it was. */
const isElsewhere: ReadonlySet<PlaceProblem | null> = new Set<PlaceProblem | null>(['newest gone', 'other disk'])

/** When the newest backup of all places that still is there, or on a disk that is away, was verified, UTC; null for none. */
export const lastVerifiedAt = ({ places }: Pick<BackupState, 'places'>): string | null =>
  places
    .flatMap(({ last, problem }) => (isElsewhere.has(problem) ? [] : (last?.verifiedAt ?? [])))
    .toSorted()
    .at(-1) ?? null

/**
 * The sign of a state. What is wrong with the records comes before what is wrong with a place.
 * @param today gives the day of this computer, `YYYY-MM-DD`; it is only read where a backup's time is shown
 */
export function backupSign(state: BackupState, today: () => string): BackupSign {
  const alarm = (words: string, step: BackupStep): BackupSign => ({ tone: 'alarm', words, step })
  if (state.places.length === 0) return { tone: 'none', words: 'Not backed up yet', step: 'choose' }
  if (state.copyProblem !== null) return alarm('Last backup is not good', 'read')
  if (state.failure !== null) return alarm('No backup could be made', 'read')
  const problem = state.places.find((place) => place.problem !== null)?.problem
  if (problem) return { tone: 'alarm', ...placeSigns[problem] }
  return signOfAge(state, today)
}

/** A backup that is older is named by its age. */
const daysOfCalm = 7

/** What is shown where nothing is wrong: the time of the backup in the place that has the oldest one. */
function signOfAge({ places }: BackupState, today: () => string): BackupSign {
  const missing = (words: string): BackupSign => ({ tone: 'none', words, step: 'back up' })
  const times = places.flatMap(({ last }) => last?.verifiedAt ?? []).toSorted()
  const [oldest] = times
  if (oldest === undefined) return missing('Not backed up yet')
  if (times.length < places.length) return missing('One place has no backup yet')
  const day = today()
  const words = backupTimeWords(oldest, day)
  if (daysBetween(dayHere(oldest), day) <= daysOfCalm) {
    return { tone: 'good', words: `Backed up and verified ${words}`, step: null }
  }
  return missing(`${places.length === 1 ? 'Last' : 'One place: last'} backup ${words}`)
}

const week = 7 * 24 * 60 * 60 * 1000

/**
 * Whether to ask for a place on Today: there is none, and the question was not put off within the last week. With a clock
 * that was set back it is asked.
 * @param now UTC
 */
export function isPlaceWanted({ places, putOffAt }: Pick<BackupState, 'places' | 'putOffAt'>, now: string): boolean {
  if (places.length > 0) return false
  if (putOffAt === null) return true
  const passed = Date.parse(now) - Date.parse(putOffAt)
  return passed < 0 || passed >= week
}
