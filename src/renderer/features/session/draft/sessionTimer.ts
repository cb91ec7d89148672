// The session's timer: spans with stored instants, so that a lock, a restart or a crash takes nothing from it.
import { useMemo, useSyncExternalStore } from 'react'
import { createStore } from 'zustand/vanilla'
import type { DraftChange } from '#shared/contract/drafts.ts'
import type { SessionRecord } from '#shared/contract/sessions.ts'
import { minutesByArea, runningSpan, type TimedSpan } from '#shared/domain/timer.ts'
import type { Autosave } from './autosave.ts'

export interface SessionTimer {
  spans(): readonly TimedSpan[]
  start(): void
  stop(): void
  /** Makes the running timer count for this treated area, or for the session as a whole. */
  workOn(treatedAreaId: string | null): void
  /** Forgets all that was timed. The returned function brings it back. */
  reset(): () => void
  subscribe(listener: () => void): () => void
}

export interface TimerSurroundings {
  /** The instant now, UTC. */
  now(): string
  newId(): string
}

const ofThisMachine: TimerSurroundings = { now: () => new Date().toISOString(), newId: () => crypto.randomUUID() }

/**
 * @param stored the session's id and its spans; read once
 * @param autosave takes every change as the part `timer`
 */
export function createSessionTimer(
  { id: sessionId, timedSpans }: Pick<SessionRecord, 'id' | 'timedSpans'>,
  autosave: Pick<Autosave, 'change'>,
  { now, newId }: TimerSurroundings = ofThisMachine,
): SessionTimer {
  const state = createStore<{ readonly spans: readonly TimedSpan[] }>(() => ({ spans: timedSpans }))
  const spansNow = () => state.getState().spans
  let committed: readonly TimedSpan[] = timedSpans

  /** Saves the spans: ended ones before the running one, since only one span of a session may run. */
  const save = () => {
    const spans = spansNow()
    const gone = committed.filter(({ id }) => !spans.some((span) => span.id === id))
    const changed = spans.filter((span) => !committed.includes(span))
    const changes: readonly DraftChange[] = [
      ...gone.map(({ id }) => ({ operation: 'timer:remove', input: { sessionId, id } }) as const),
      ...changed
        .toSorted((a, b) => Number(a.endedAt === null) - Number(b.endedAt === null))
        .map((span) => ({ operation: 'timer:put', input: { sessionId, span } }) as const),
    ]
    return { changes, onSaved: () => void (committed = spans) }
  }

  const set = (next: readonly TimedSpan[]) => {
    state.setState({ spans: next })
    autosave.change('timer', save, 'at once')
  }

  /** No span ends before it started, wherever the clock was set in between. */
  const ended = (at: string) =>
    spansNow().map((span) =>
      span.endedAt === null ? { ...span, endedAt: at < span.startedAt ? span.startedAt : at } : span,
    )

  const begin = (at: string, treatedAreaId: string | null) =>
    set([...ended(at), { id: newId(), treatedAreaId, startedAt: at, endedAt: null }])

  return {
    spans: spansNow,
    start: () => {
      if (!runningSpan(spansNow())) begin(now(), null)
    },
    stop: () => {
      if (runningSpan(spansNow())) set(ended(now()))
    },
    workOn: (treatedAreaId) => {
      const running = runningSpan(spansNow())
      if (running && running.treatedAreaId !== treatedAreaId) begin(now(), treatedAreaId)
    },
    reset: () => {
      const before = spansNow()
      set([])
      // If it was running, it counts as running since then, including spans started later.
      return () => set(runningSpan(before) ? before : [...before, ...spansNow()])
    },
    subscribe: (listener) => state.subscribe(listener),
  }
}

/** The timer's spans for React: renders on start, stop or another area, never by the second. */
export const useSpans = (timer: SessionTimer): readonly TimedSpan[] =>
  useSyncExternalStore(timer.subscribe, timer.spans)

/** The timer's whole minutes of each treated area, by its id; without the running span. */
export function useTimedMinutes(timer: SessionTimer): ReadonlyMap<string, number> {
  const spans = useSpans(timer)
  return useMemo(() => {
    const done = spans.filter(({ endedAt }) => endedAt !== null)
    return minutesByArea(done, ofThisMachine.now())
  }, [spans])
}
