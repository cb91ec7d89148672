// Notifications of failures, where no place beside the cause is better.
import { notifications } from '@mantine/notifications'
import type { ErrorCode } from '#shared/contract/errors.ts'
import { failureOf } from '#renderer/bridge/bridge.ts'
import { wordsOf } from '#renderer/bridge/errorWords.ts'

const noticeOf = (code: ErrorCode) => `failure-${code}`

/** Shows what happened, whether the data is safe, and what to do. A lock needs no words: its screen says it. */
export function notifyFailure(thrown: unknown): void {
  const failure = failureOf(thrown)
  if (failure.code === 'LOCKED' || failure.code === 'CANCELLED') return
  const { title, text } = wordsOf(failure)
  notifications.show({ id: noticeOf(failure.code), color: 'ember', title, message: text, autoClose: 12_000 })
}

/** Hides the notification of a failure that no longer holds. */
export const withdrawFailure = (code: ErrorCode): void => void notifications.hide(noticeOf(code))
