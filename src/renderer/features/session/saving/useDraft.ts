// A draft on screen: its autosave, kept while it is open and flushed when it is left.
import { useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useEffect, useSyncExternalStore } from 'react'
import type { Channel } from '#shared/contract/contract.ts'
import type { Autosave, SaveState } from './autosave.ts'
import { autosaveOf, enterDraft, leaveDraft } from './openDrafts.ts'

/** The answers that tell of sessions and are out of date after one has changed. */
const sessionAnswers: readonly Channel[] = [
  'client:get',
  'client:list',
  'today:overview',
  'session:lastTime',
  'bodymap:lastVisit',
  'bodymap:visits',
  'lists:suggestions',
  'measures:earlier',
  'bin:list',
]

/** Has all of them read anew; resolves when those on screen are. */
export const refreshSessionAnswers = (cache: QueryClient): Promise<unknown> =>
  Promise.all(sessionAnswers.map((name) => cache.invalidateQueries({ queryKey: [name] })))

/** The autosave of the session, from the first drawing of its screen to the last commit after it was left. */
export function useDraft(sessionId: string): Autosave {
  const cache = useQueryClient()
  useEffect(() => {
    enterDraft(sessionId)
    return () => {
      void leaveDraft(sessionId).then(() => refreshSessionAnswers(cache))
    }
  }, [sessionId, cache])
  return autosaveOf(sessionId)
}

export const useSaveState = (autosave: Autosave): SaveState => useSyncExternalStore(autosave.subscribe, autosave.state)
