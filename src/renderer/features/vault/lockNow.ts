// Locks the app at the therapist's wish.
import { ask } from '#renderer/bridge/bridge.ts'
import { notifications } from '@mantine/notifications'
import { notifyFailure } from '#renderer/ui/notifyFailure.ts'
import { fieldsToLose, unstoredNames } from '#renderer/ui/unstoredFields.ts'

/** Asks main to lock, which closes the page. Unsaved work prevents it, and is notified. */
export function lockNow(): void {
  const fields = fieldsToLose()
  const now = performance.now()
  const wasWarned = now - warnedAt < askedAgainMilliseconds
  warnedAt = fields.length > 0 ? now : -Infinity
  if (fields.length === 0 || wasWarned) return void ask('vault:lock', {}).catch(notifyFailure)
  notifications.show({
    id: 'lock-unstored',
    color: 'ember',
    message: `Not saved yet: ${unstoredNames(fields)}. Lock again to lock anyway.`,
    autoClose: askedAgainMilliseconds,
  })
}

/** Within this time a second "Lock" confirms the first. */
const askedAgainMilliseconds = 12_000
let warnedAt = -Infinity
