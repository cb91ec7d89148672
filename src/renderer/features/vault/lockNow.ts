// Locks the app at the therapist's wish.
import { ask } from '#renderer/bridge/bridge.ts'
import { notifications } from '@mantine/notifications'
import { notifyFailure } from '#renderer/ui/notifyFailure.ts'
import { fieldsToLose, unstoredNames } from '#renderer/ui/unstoredFields.ts'

/** Asks main to lock. The page goes away then; what could not be saved keeps it, and is told. */
export function lockNow(): void {
  const fields = fieldsToLose()
  const now = performance.now()
  const wasTold = now - toldAt < askedAgainMilliseconds
  toldAt = fields.length > 0 ? now : -Infinity
  if (fields.length === 0 || wasTold) return void ask('vault:lock', {}).catch(notifyFailure)
  notifications.show({
    id: 'lock-unstored',
    color: 'ember',
    message: `Not saved yet: ${unstoredNames(fields)}. Lock again to lock anyway.`,
    autoClose: askedAgainMilliseconds,
  })
}

/** Within this time a second "Lock" means it. */
const askedAgainMilliseconds = 12_000
let toldAt = -Infinity
