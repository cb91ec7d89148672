// Tells of a failure at the edge of the screen, where there is no better place beside what caused it.
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

/** Takes what was told of a failure off the screen, once it holds no longer. */
export const withdrawFailure = (code: ErrorCode): void => void notifications.hide(noticeOf(code))
