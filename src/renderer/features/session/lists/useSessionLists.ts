// The session's lists as React sees them.
import { useState, useSyncExternalStore } from 'react'
import type { SessionRecord } from '#shared/contract/sessions.ts'
import type { SessionItem } from '#shared/domain/sessionItem.ts'
import type { Autosave } from '../saving/autosave.ts'
import { createSessionLists, type ListName, type SessionLists } from './sessionLists.ts'

/** The lists of the draft that is open; the same object for as long as it is. */
export function useSessionLists(record: SessionRecord, autosave: Autosave): SessionLists {
  const [lists] = useState(() => createSessionLists(record, autosave))
  return lists
}

export const useListItems = (lists: SessionLists, list: ListName): readonly SessionItem[] =>
  useSyncExternalStore(lists.subscribe, () => lists.now(list))
