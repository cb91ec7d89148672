// A draft on screen: its autosave, kept while it is open and flushed when it is left.
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useSyncExternalStore } from 'react'
import { refreshAfterSession } from '#renderer/bridge/queries.ts'
import type { Autosave, SaveState } from './autosave.ts'
import { autosaveOf, enterDraft, leaveDraft } from './openDrafts.ts'

/** The autosave of the session, from the first drawing of its screen to the last commit after it was left. */
export function useDraft(sessionId: string): Autosave {
  const cache = useQueryClient()
  useEffect(() => {
    enterDraft(sessionId)
    return () => {
      void leaveDraft(sessionId).then(() => refreshAfterSession(cache))
    }
  }, [sessionId, cache])
  return autosaveOf(sessionId)
}

export const useSaveState = (autosave: Autosave): SaveState => useSyncExternalStore(autosave.subscribe, autosave.state)
