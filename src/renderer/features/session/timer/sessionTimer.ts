// The session's timer: spans with stored instants, so that a lock, a restart or a crash takes nothing from it.
import type { SessionRecord } from '#shared/contract/sessions.ts'
import type { TimedSpan } from '#shared/domain/timedSpan.ts'
import { runningSpan } from '#shared/domain/timer.ts'
import type { Autosave } from '../saving/autosave.ts'

export interface SessionTimer {
  spans(): readonly TimedSpan[]
  start(): void
  stop(): void
  /** From now on the running timer counts for this treated area, or for the session as a whole. */
  workOn(treatedAreaId: string | null): void
  /** Forgets all that was timed. The returned function brings it back. */
  reset(): () => void
  subscribe(listener: () => void): () => void
}

export interface TimerSurroundings {
  /** The instant now, UTC. */
  now(): string
  newId(): string
  /** Stores a span, new or changed; answers after the commit. */
  put(span: TimedSpan): Promise<{ savedAt: string }>
  /** Removes a stored span. One that is not stored is as good as removed. */
  remove(id: string): Promise<{ savedAt: string }>
}

/**
 * @param stored the session's spans; read once
 * @param autosave takes every change as the part `timer`
 */
export function createSessionTimer(
  stored: SessionRecord['timedSpans'],
  autosave: Pick<Autosave, 'change'>,
  { now, newId, put, remove }: TimerSurroundings,
): SessionTimer {
  let spans: readonly TimedSpan[] = stored
  const committed = new Map(stored.map((span) => [span.id, span]))
  const listeners = new Set<() => void>()

  /** Brings the store to what is on screen: what ended before what runs, since only one span of a session may run. */
  const save = async () => {
    let answer = { savedAt: now() }
    for (const id of [...committed.keys()].filter((known) => !spans.some((span) => span.id === known))) {
      answer = await remove(id)
      committed.delete(id)
    }
    const changed = spans.filter((span) => committed.get(span.id) !== span)
    for (const span of changed.toSorted((a, b) => Number(a.endedAt === null) - Number(b.endedAt === null))) {
      answer = await put(span)
      committed.set(span.id, span)
    }
    return answer
  }

  const set = (next: readonly TimedSpan[]) => {
    spans = next
    autosave.change('timer', save, 'at once')
    for (const listener of listeners) listener()
  }

  /** No span ends before it started, wherever the clock was set in between. */
  const ended = (at: string) =>
    spans.map((span) =>
      span.endedAt === null ? { ...span, endedAt: at < span.startedAt ? span.startedAt : at } : span,
    )

  const begin = (at: string, treatedAreaId: string | null) =>
    set([...ended(at), { id: newId(), treatedAreaId, startedAt: at, endedAt: null }])

  return {
    spans: () => spans,
    start: () => {
      if (!runningSpan(spans)) begin(now(), null)
    },
    stop: () => {
      if (runningSpan(spans)) set(ended(now()))
    },
    workOn: (treatedAreaId) => {
      const running = runningSpan(spans)
      if (running && running.treatedAreaId !== treatedAreaId) begin(now(), treatedAreaId)
    },
    reset: () => {
      const before = spans
      set([])
      // Where it ran, it has run all along: what was started since is a part of that.
      return () => set(runningSpan(before) ? before : [...before, ...spans])
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
