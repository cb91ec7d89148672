// Notifications of failures, where no place beside the cause is better.
import { notifications } from '@mantine/notifications'
import type { ErrorCode } from '#shared/contract/errors.ts'
import { failureOf, type Failure } from '#renderer/bridge/bridge.ts'
import { wordsOf, type ErrorWords } from '#renderer/bridge/errorWords.ts'

const noticeOf = (code: ErrorCode) => `failure-${code}`

/** Shows what happened, whether the data is safe, and what to do. A lock needs no words: its screen says it. */
export const notifyFailure = (thrown: unknown): void => notifyFailureWith(thrown, wordsOf)

/** The same with words for what was being done, in place of those of the failure's code. */
export function notifyFailureWith(thrown: unknown, wordsFor: (failure: Failure) => ErrorWords): void {
  const failure = failureOf(thrown)
  if (failure.code === 'LOCKED' || failure.code === 'CANCELLED') return
  const { title, text } = wordsFor(failure)
  notifications.show({ id: noticeOf(failure.code), color: 'ember', title, message: text, autoClose: 12_000 })
}

/** Hides the notification of a failure that no longer holds. */
export const withdrawFailure = (code: ErrorCode): void => void notifications.hide(noticeOf(code))
