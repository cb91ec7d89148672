// Bringing a moment of a draft back: what is on screen is saved first, and what is on screen after it is the restored.
import type { QueryClient } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import type { HistoryPart } from '#shared/domain/note/parts.ts'
import { refreshAfterSession } from '#renderer/bridge/queries.ts'
import { ask } from '#renderer/bridge/bridge.ts'
import { draftSettled } from '../saving/openDrafts.ts'

// How often each draft was brought back while the app runs. Editors begin with what is stored and are the truth from
// then on, so a restored draft has to be drawn anew.
const counts = new Map<string, number>()
const listeners = new Set<() => void>()

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** Changes whenever the draft on screen has to be drawn anew from what is stored. */
export const useRestoreCount = (sessionId: string): number =>
  useSyncExternalStore(subscribe, () => counts.get(sessionId) ?? 0)

/**
 * Brings a part of a draft back, or everything (null), and shows it.
 * @returns the moment that undoes it
 * @throws Failure
 */
export async function restoreMoment(
  cache: QueryClient,
  sessionId: string,
  at: string,
  part: HistoryPart | null,
): Promise<string> {
  await draftSettled(sessionId)
  const { undoneBy } = await ask('history:restore', { sessionId, at, part })
  await cache.refetchQueries({ queryKey: ['session:get', { id: sessionId }] })
  counts.set(sessionId, (counts.get(sessionId) ?? 0) + 1)
  for (const listener of listeners) listener()
  void refreshAfterSession(cache)
  return undoneBy
}
