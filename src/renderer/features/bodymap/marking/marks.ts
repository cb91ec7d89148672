// The store of marks: changed at once, passed on to be saved, undone and redone; and findings looked up in it.
import { useMemo } from 'react'
import { useStore } from 'zustand'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Finding, Phase } from '#shared/domain/bodymap/finding.ts'
import { findingCourses, mapAt } from '#shared/domain/bodymap/phases.ts'
import type { RegionId } from '#shared/domain/bodymap/regions.ts'
import {
  change,
  historyOf,
  redo,
  undo,
  type MarkChange,
  type MarkHistory,
  type Marks,
  type Turned,
} from './markHistory.ts'

/** The cause of the latest change. */
export type ChangeCause = 'opened' | 'made' | 'changed' | 'removed' | 'undone'

export interface MarkActions {
  /** The current marks, also between two renders. */
  now(): Marks
  /** Makes changes as one step; see `Step.topic`. `isTyping`: they are saved after a short pause. */
  change(changes: readonly MarkChange[], topic?: string | null, isTyping?: 'typing'): void
  /** Adds or changes a finding. */
  putFinding(finding: Finding, topic?: string | null, isTyping?: 'typing'): void
  /** Undoes the last step and returns its changes, or null when there is none. */
  undo(): readonly MarkChange[] | null
  redo(): readonly MarkChange[] | null
}

interface MarksState {
  readonly history: MarkHistory
  readonly cause: ChangeCause
}

/** The marks of one session with their history and actions. */
export interface MarkStore extends MarkActions {
  readonly state: StoreApi<MarksState>
}

/** The marks for React; the functions are stable across renders. */
export interface SessionMarks extends MarkActions {
  readonly marks: Marks
  readonly canUndo: boolean
  readonly canRedo: boolean
}

function causeOf(changes: readonly MarkChange[]): ChangeCause {
  if (changes.some(({ before }) => before === null)) return 'made'
  return changes.some(({ after }) => after === null) ? 'removed' : 'changed'
}

/**
 * @param stored the session's marks, read once
 * @param save takes the changes of each step, and calls `show`, which runs everything that follows from them
 */
export function createMarks(
  stored: Marks,
  save: (changes: readonly MarkChange[], isTyping: boolean, show: () => void) => void,
): MarkStore {
  const state = createStore<MarksState>(() => ({ history: historyOf(stored), cause: 'opened' }))
  const step = (history: MarkHistory, cause: ChangeCause, changes: readonly MarkChange[], isTyping: boolean) =>
    save(changes, isTyping, () => state.setState({ history, cause }))
  const turn = (turned: Turned | null, cause: (changes: readonly MarkChange[]) => ChangeCause) => {
    if (!turned) return null
    step(turned.history, cause(turned.changes), turned.changes, false)
    return turned.changes
  }
  const history = () => state.getState().history
  const make: MarkActions['change'] = (changes, topic = null, isTyping = undefined) => {
    if (changes.length === 0) return
    step(change(history(), { changes, topic }), causeOf(changes), changes, isTyping === 'typing')
  }
  return {
    state,
    now: () => history().marks,
    change: make,
    putFinding: (finding, topic, isTyping) => {
      const before = history().marks.findings.find(({ id }) => id === finding.id) ?? null
      make([{ list: 'findings', before, after: finding }], topic, isTyping)
    },
    undo: () => turn(undo(history()), () => 'undone'),
    redo: () => turn(redo(history()), causeOf),
  }
}

export function useMarks(marks: MarkStore): SessionMarks {
  const { history } = useStore(marks.state)
  return useMemo(
    () => ({
      ...marks,
      marks: history.marks,
      canUndo: history.past.length > 0,
      canRedo: history.future.length > 0,
    }),
    [marks, history],
  )
}

/** The finding under an id as it stands in a phase, or null. */
export function findingAt(findings: readonly Finding[], id: string | null, phase: Phase): Finding | null {
  const shown = mapAt(findings, phase)
  return shown.find((one) => one.id === id || (one.continuesId !== null && one.continuesId === id)) ?? null
}

/** A region's findings as they stand in a phase; also those that are gone, so that they can be looked at again. */
export const findingsIn = (findings: readonly Finding[], phase: Phase, region: RegionId | null): readonly Finding[] =>
  findingCourses(findings)
    .flatMap(({ before, after }) => (phase === 'after' ? (after ?? before) : before) ?? [])
    .filter(({ regionId }) => regionId === region)
