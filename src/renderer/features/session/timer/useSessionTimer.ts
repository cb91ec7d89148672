// The session's timer as React sees it. It is drawn anew when it is started, stopped or given another area, never by
// the second.
import { useMemo, useState, useSyncExternalStore } from 'react'
import type { SessionRecord } from '#shared/contract/sessions.ts'
import type { TimedSpan } from '#shared/domain/timedSpan.ts'
import { minutesByArea } from '#shared/domain/timer.ts'
import { ask } from '#renderer/bridge/bridge.ts'
import { asRemoved } from '../saving/asRemoved.ts'
import type { Autosave } from '../saving/autosave.ts'
import { createSessionTimer, type SessionTimer } from './sessionTimer.ts'

const now = () => new Date().toISOString()

/** The timer of the draft that is open; the same object for as long as it is. */
export function useSessionTimer(record: SessionRecord, autosave: Autosave): SessionTimer {
  const [timer] = useState(() =>
    createSessionTimer(record.timedSpans, autosave, {
      now,
      newId: () => crypto.randomUUID(),
      put: (span) => ask('timer:put', { sessionId: record.id, span }),
      remove: (id) => asRemoved(ask('timer:remove', { sessionId: record.id, id })),
    }),
  )
  return timer
}

export const useSpans = (timer: SessionTimer): readonly TimedSpan[] =>
  useSyncExternalStore(timer.subscribe, timer.spans)

/** What the timer says of each treated area, by its id, in whole minutes; of a running span only once it has ended. */
export function useTimedMinutes(timer: SessionTimer): ReadonlyMap<string, number> {
  const spans = useSpans(timer)
  return useMemo(() => {
    const done = spans.filter(({ endedAt }) => endedAt !== null)
    return minutesByArea(done, now())
  }, [spans])
}
