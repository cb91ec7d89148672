// A draft on screen: its autosave, kept while it is open and flushed when it is left.
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useSyncExternalStore } from 'react'
import type { Channel } from '#shared/contract/contract.ts'
import type { Autosave, SaveState } from './autosave.ts'
import { autosaveOf, enterDraft, leaveDraft } from './openDrafts.ts'

/** The answers that tell of sessions and are out of date after one has changed. */
export const sessionAnswers: readonly Channel[] = [
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

/** The autosave of the session, from the first drawing of its screen to the last commit after it was left. */
export function useDraft(sessionId: string): Autosave {
  const cache = useQueryClient()
  useEffect(() => {
    enterDraft(sessionId)
    return () => {
      void leaveDraft(sessionId).then(() =>
        Promise.all(sessionAnswers.map((name) => cache.invalidateQueries({ queryKey: [name] }))),
      )
    }
  }, [sessionId, cache])
  return autosaveOf(sessionId)
}

export const useSaveState = (autosave: Autosave): SaveState => useSyncExternalStore(autosave.subscribe, autosave.state)
