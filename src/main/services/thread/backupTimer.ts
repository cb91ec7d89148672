// Begins backups by themselves: when nobody has changed anything for a moment, and the last one is some hours old.
import type { Clock } from '#shared/domain/time.ts'
import type { LastTry } from '../../vault/backup/backups.ts'

/** Nobody has changed anything for so long. */
const idleMilliseconds = 30_000
/** A backup of today is made again after this time, where something was changed. */
const againAfter = 4 * 60 * 60 * 1000
/** After a failure. */
const retryAfter = 30 * 60 * 1000
const lookEvery = 10_000

const millisecondsSince = (at: string | null, now: string) =>
  at === null ? Number.POSITIVE_INFINITY : Date.parse(now) - Date.parse(at)

/** A clock that was set back makes a backup due, as the hours do. */
const isOver = (at: string | null, now: string, limit: number) => {
  const passed = millisecondsSince(at, now)
  return passed < 0 || passed >= limit
}

/** Whether a backup should begin by itself, once the app is idle. @param now UTC */
export const isBackupDue = ({ behind, triedAt }: LastTry, now: string): boolean =>
  behind.some((madeAt) => isOver(madeAt, now, againAfter)) && isOver(triedAt, now, retryAfter)

export interface BackupTimer {
  start(): void
  stop(): void
  /** Somebody has changed something. */
  changed(): void
}

/**
 * @param lastTry undefined while no vault is open
 * @param begin begins a backup
 */
export function makeBackupTimer(
  lastTry: () => LastTry | undefined,
  { now }: Pick<Clock, 'now'>,
  begin: () => void,
): BackupTimer {
  let timer: ReturnType<typeof setInterval> | undefined
  let changedAt = now()
  const stop = () => clearInterval(timer)
  return {
    start() {
      stop()
      changedAt = now()
      timer = setInterval(() => {
        const last = lastTry()
        if (last !== undefined && isOver(changedAt, now(), idleMilliseconds) && isBackupDue(last, now())) begin()
      }, lookEvery)
      timer.unref()
    },
    stop,
    changed: () => void (changedAt = now()),
  }
}
