// The findings on screen: changed at once, handed on to be saved, undone and redone.
import { useCallback, useRef, useState } from 'react'
import type { Finding } from '#shared/domain/bodymap/finding.ts'
import { historyOf, putFinding, redo, removeFinding, undo, type Turned } from './findingHistory.ts'

export interface FindingSaver {
  /** The finding is new or changed; `isTyping` while a text of it is being written. */
  put(finding: Finding, isTyping: boolean): void
  remove(id: string): void
}

export interface Findings {
  readonly all: readonly Finding[]
  put(finding: Finding): void
  /** Like put, for a text in the middle of typing: it is saved after a short pause. */
  putTyping(finding: Finding): void
  remove(id: string): void
  /** Takes the last change back and answers what it was, or null when there is none. */
  undo(): Turned | null
  redo(): Turned | null
}

/**
 * @param stored the session's findings, read once
 * @param saver takes every change and keeps what cannot be saved yet; the same object from drawing to drawing
 */
export function useFindings(stored: readonly Finding[], saver: FindingSaver): Findings {
  const [history, setHistory] = useState(() => historyOf(stored))
  const current = useRef(history)

  const show = useCallback((next: typeof history) => {
    current.current = next
    setHistory(next)
  }, [])

  const change = useCallback(
    (finding: Finding, isTyping: boolean) => {
      show(putFinding(current.current, finding))
      saver.put(finding, isTyping)
    },
    [show, saver],
  )

  const turn = useCallback(
    (turned: Turned | null) => {
      if (!turned) return null
      show(turned.history)
      if (turned.now) saver.put(turned.now, false)
      else saver.remove(turned.id)
      return turned
    },
    [show, saver],
  )

  const put = useCallback((finding: Finding) => change(finding, false), [change])
  const putTyping = useCallback((finding: Finding) => change(finding, true), [change])
  const remove = useCallback(
    (id: string) => {
      show(removeFinding(current.current, id))
      saver.remove(id)
    },
    [show, saver],
  )
  const undoLast = useCallback(() => turn(undo(current.current)), [turn])
  const redoLast = useCallback(() => turn(redo(current.current)), [turn])
  return { all: history.findings, put, putTyping, remove, undo: undoLast, redo: redoLast }
}
