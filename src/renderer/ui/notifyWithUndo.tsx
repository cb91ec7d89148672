// Notifications of what was just done, with undo: a button, and Ctrl/Cmd+Z while it is shown.
import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import type { ReactNode } from 'react'
import { ourKeys } from './inputMethodKeys.ts'
import { undoingOf } from './chord.ts'
import { isApple } from './keys.ts'
import { notifyFailure } from './notifyFailure.ts'
import classes from './notifyWithUndo.module.css'

interface Undoable {
  readonly id: string
  /** The screen on which it was shown; on another one the key is not for it. */
  readonly place: string
  readonly undo: () => void
}

const shownMilliseconds = 12_000

/** What can be undone, the latest last. */
let undoables: readonly Undoable[] = []

const forget = (id: string) => {
  undoables = undoables.filter((one) => one.id !== id)
  if (undoables.length === 0) window.removeEventListener('keydown', hearKeys)
}

function onKeyDown(event: KeyboardEvent): void {
  if (event.defaultPrevented || undoingOf(event, isApple) !== 'undo') return
  // In a box the key undoes what was typed there.
  if (event.target instanceof Element && event.target.closest('input, textarea, select, [contenteditable="true"]'))
    return
  const latest = undoables.at(-1)
  if (!latest || latest.place !== window.location.hash) return
  event.preventDefault()
  latest.undo()
}

const hearKeys = ourKeys(onKeyDown)

/** Hides all undo notifications: nothing on screen may change any more. */
export function stopOfferingUndo(): void {
  for (const { id } of undoables) {
    notifications.hide(id)
    forget(id)
  }
}

/**
 * Shows a message with "Undo".
 * @param id of the message; a message of the same id is replaced
 * @param undo takes back what was done; its failure is notified
 */
export function notifyWithUndo(id: string, message: ReactNode, undo: () => Promise<unknown>): void {
  const undoNow = () => {
    notifications.hide(id)
    forget(id)
    void undo().catch(notifyFailure)
  }
  notifications.hide(id)
  forget(id)
  undoables = [...undoables, { id, place: window.location.hash, undo: undoNow }]
  window.addEventListener('keydown', hearKeys)
  notifications.show({
    id,
    withBorder: true,
    autoClose: shownMilliseconds,
    onClose: () => forget(id),
    message: (
      <span className={classes.line}>
        <span>{message}</span>
        <Button variant="default" size="compact-sm" flex="none" onClick={undoNow} aria-keyshortcuts="Control+Z Meta+Z">
          Undo
        </Button>
      </span>
    ),
  })
}
