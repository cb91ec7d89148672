// The drafts that are open in this window, and one of them as React sees it.
import { keepPreviousData, useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query'
import { createContext, useContext, useEffect, useState, useSyncExternalStore, type ReactNode } from 'react'
import { flushSync } from 'react-dom'
import { useStore } from 'zustand'
import type { HistoryPart } from '#shared/domain/note/parts.ts'
import type { Failure } from '#renderer/bridge/bridge.ts'
import { refreshAfterSession } from '#renderer/bridge/queries.ts'
import { currentWorkspace } from '#renderer/bridge/workspace.ts'
import { mapPlaces } from '#renderer/figure/index.ts'
import { usePlaces } from '#renderer/ui/places.tsx'
import type { Autosave, SaveState } from './autosave.ts'
import { createDrafts, type Drafts, type DraftState, type DraftStore, type LoadedDraft } from './draftStore.ts'

const DraftsContext = createContext<Drafts | null>(null)

/** Above all screens: unsaved changes outlive their screen. */
export function DraftsProvider({ children }: { children: ReactNode }) {
  const cache = useQueryClient()
  const [drafts] = useState(() =>
    createDrafts({
      renderAtOnce: flushSync,
      reload: (id) => cache.refetchQueries({ queryKey: ['session:get', { id }] }, { throwOnError: true }),
    }),
  )
  return <DraftsContext.Provider value={drafts}>{children}</DraftsContext.Provider>
}

function useDrafts(): Drafts {
  const drafts = useContext(DraftsContext)
  if (!drafts) throw new Error('no DraftsProvider above')
  return drafts
}

/** The draft of a session: the same one for as long as it is shown or has something to save. */
export const useDraft = (sessionId: string): DraftStore => useDrafts()(sessionId)

export const useDraftState = (draft: DraftStore): DraftState => useStore(draft.state)

/** The draft of a session for the screen that shows it: requests write access, and releases it on unmount. */
export function useShownDraft(sessionId: string): DraftStore {
  const draft = useDraft(sessionId)
  useEffect(() => draft.show(), [draft])
  return draft
}

/** Writing in a draft that was read at a revision, until the screen is left. @returns its autosave */
export function useWriting(sessionId: string, revision: number): Autosave {
  const cache = useQueryClient()
  const draft = useDraft(sessionId)
  // Editors start with the first record; later reads do not affect them.
  const [begunAt] = useState(revision)
  const places = usePlaces()
  useEffect(() => {
    const leave = draft.write(begunAt)
    const place = draft.takeFocus()
    if (place !== null) places.focus(place)
    return () => void leave().then(() => refreshAfterSession(cache))
  }, [draft, begunAt, cache, places])
  return draft.autosave
}

/**
 * The session's record. Never from an earlier cache, since the editors start with it. It is read again whenever
 * this window begins or stops writing; until then the one before is a placeholder.
 */
export function useLoadedDraft(draft: DraftStore): UseQueryResult<LoadedDraft, Failure> {
  const { lease, turn } = useDraftState(draft)
  return useQuery<LoadedDraft, Failure>({
    queryKey: ['session:get', { id: draft.sessionId }, turn],
    queryFn: draft.load,
    enabled: lease !== 'asking',
    placeholderData: keepPreviousData,
    gcTime: 0,
  })
}

/** The place of a part whose history is shown; of the whole draft (null), the text that was written in last. */
function placeOf(part: HistoryPart | null): string {
  if (part === null) return currentWorkspace().caret?.editor ?? 'note'
  return part === 'map' ? mapPlaces.regions : part
}

/**
 * Restores a moment of the draft and shows it; resolves to the moment that undoes it. The focus stays in the part that has
 * it, and otherwise goes to the part that is restored.
 */
export function useRestore(sessionId: string): (at: string, part: HistoryPart | null) => Promise<string> {
  const cache = useQueryClient()
  const drafts = useDrafts()
  const places = usePlaces()
  return async (at, part) => {
    // The one that is on screen when this is asked for: an Undo is offered longer than a screen may live.
    const draft = drafts(sessionId)
    const focusAt = places.focused() ?? placeOf(part)
    const undoneBy = await draft.restore(at, part, focusAt)
    void refreshAfterSession(cache)
    return undoneBy
  }
}

export const useSaveState = (autosave: Autosave): SaveState => useSyncExternalStore(autosave.subscribe, autosave.state)
