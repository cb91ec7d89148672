// The marks on screen: changed at once, handed on to be saved, undone and redone.
import { useMemo, useRef, useState } from 'react'
import type { Finding } from '#shared/domain/bodymap/finding.ts'
import { change, historyOf, markId, redo, undo, type MarkChange, type Marks, type MarkList } from './markHistory.ts'

export interface MarkSaver {
  /** The mark is new or changed; `isTyping` while a text of it is being written. */
  put<S extends MarkList>(sort: S, mark: Marks[S][number], isTyping: boolean): void
  remove(sort: MarkList, id: string): void
}

/** Why the marks are as they are now. */
export type ChangeCause = 'opened' | 'made' | 'changed' | 'removed' | 'undone'

export interface MarkActions {
  /** The marks as they stand, also between two drawings of the screen. */
  now(): Marks
  /** Makes changes as one step; see `Step.topic`. `isTyping`: they are saved after a short pause. */
  change(changes: readonly MarkChange[], topic?: string | null, isTyping?: 'typing'): void
  /** Puts a finding, new or changed. */
  putFinding(finding: Finding, topic?: string | null, isTyping?: 'typing'): void
  /** Takes the last step back and answers its changes, or null when there is none. */
  undo(): readonly MarkChange[] | null
  redo(): readonly MarkChange[] | null
}

export interface SessionMarks extends MarkActions {
  readonly marks: Marks
  readonly cause: ChangeCause
  readonly canUndo: boolean
  readonly canRedo: boolean
}

function causeOf(changes: readonly MarkChange[]): ChangeCause {
  if (changes.some(({ before }) => before === null)) return 'made'
  return changes.some(({ after }) => after === null) ? 'removed' : 'changed'
}

/**
 * @param stored the session's marks, read once
 * @param saver takes every change and keeps what cannot be saved yet; the same object from drawing to drawing
 * @returns the marks; its functions stay the same from drawing to drawing
 */
export function useMarks(stored: Marks, saver: MarkSaver): SessionMarks {
  const [state, setState] = useState(() => ({ history: historyOf(stored), cause: 'opened' as ChangeCause }))
  const newest = useRef(state.history)

  const actions = useMemo((): MarkActions => {
    const show = (history: typeof newest.current, cause: ChangeCause) => {
      newest.current = history
      setState({ history, cause })
    }
    const save = (changes: readonly MarkChange[], isTyping: boolean) => {
      for (const one of changes) {
        if (one.after === null) saver.remove(one.sort, markId(one))
        else saver.put(one.sort, one.after, isTyping)
      }
    }
    const turn = (turned: ReturnType<typeof undo>, cause: (changes: readonly MarkChange[]) => ChangeCause) => {
      if (!turned) return null
      show(turned.history, cause(turned.changes))
      save(turned.changes, false)
      return turned.changes
    }
    const make: MarkActions['change'] = (changes, topic = null, isTyping = undefined) => {
      if (changes.length === 0) return
      show(change(newest.current, { changes, topic }), causeOf(changes))
      save(changes, isTyping === 'typing')
    }
    return {
      now: () => newest.current.marks,
      change: make,
      putFinding: (finding, topic, isTyping) => {
        const before = newest.current.marks.findings.find(({ id }) => id === finding.id) ?? null
        make([{ sort: 'findings', before, after: finding }], topic, isTyping)
      },
      undo: () => turn(undo(newest.current), () => 'undone'),
      redo: () => turn(redo(newest.current), causeOf),
    }
  }, [saver])

  const { history, cause } = state
  return useMemo(
    () => ({
      ...actions,
      marks: history.marks,
      cause,
      canUndo: history.past.length > 0,
      canRedo: history.future.length > 0,
    }),
    [actions, history, cause],
  )
}
