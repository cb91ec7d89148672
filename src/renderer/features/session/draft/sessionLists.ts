// The session's two lists, techniques and homework, as they stand on screen; every change is saved at once.
import { useSyncExternalStore } from 'react'
import { createStore } from 'zustand/vanilla'
import { notifications } from '@mantine/notifications'
import type { NotePart } from '#shared/domain/note/parts.ts'
import type { SessionRecord } from '#shared/contract/sessions.ts'
import { mostItems, type SessionItem } from '#shared/domain/sessionItem.ts'
import { listWords } from '#shared/domain/wordLists.ts'
import type { Autosave } from './autosave.ts'

export type ListName = 'technique' | 'homework'
export const listNames: readonly ListName[] = ['technique', 'homework']

/** The part of the note that a list is. */
export const partOfList = { technique: 'techniques', homework: 'homework' } as const satisfies Record<
  ListName,
  NotePart
>

export interface SessionLists {
  now(list: ListName): readonly SessionItem[]
  /** Replaces the list's entries. Duplicates are removed; entries without room are notified. */
  set(list: ListName, items: readonly SessionItem[]): void
  /** Adds entries of an earlier visit that the list does not have yet; they wait to be confirmed. */
  takeOver(list: ListName, texts: readonly string[], carriedFrom: string): void
  /** Confirms what was taken over. */
  confirm(list: ListName): void
  /** Calls the listener after every change; the returned function stops it. */
  subscribe(listener: () => void): () => void
}

/** A list's entries for React. */
export const useListItems = (lists: SessionLists, list: ListName): readonly SessionItem[] =>
  useSyncExternalStore(lists.subscribe, () => lists.now(list))

/** Each text once, the first of its kind. */
function eachOnce(items: readonly SessionItem[]): readonly SessionItem[] {
  const once = new Map<string, SessionItem>()
  for (const item of items) if (item.text !== '' && !once.has(item.text)) once.set(item.text, item)
  return [...once.values()]
}

/** As its field is labelled. */
export const listLabels: Readonly<Record<ListName, string>> = { technique: 'Technique', homework: 'Homework' }

const notifyFull = (list: ListName, leftOut: readonly SessionItem[]) =>
  notifications.show({
    id: 'list-full',
    color: 'ember',
    message: `“${listLabels[list]}” is full: it holds ${mostItems} entries. Left out: ${listWords(leftOut.map(({ text }) => text))}.`,
    autoClose: 12_000,
  })

/** @param record the stored state; read once */
export function createSessionLists(
  record: Pick<SessionRecord, 'id' | 'techniques' | 'homework'>,
  autosave: Pick<Autosave, 'change'>,
): SessionLists {
  const lists = createStore<Record<ListName, readonly SessionItem[]>>(() => ({
    technique: record.techniques,
    homework: record.homework,
  }))
  const now = (list: ListName) => lists.getState()[list]

  const set = (list: ListName, items: readonly SessionItem[]) => {
    const all = eachOnce(items)
    lists.setState({ [list]: all.slice(0, mostItems) })
    if (all.length > mostItems) notifyFull(list, all.slice(mostItems))
    autosave.change(
      partOfList[list],
      () => ({
        changes: [{ operation: 'session:saveItems', input: { id: record.id, list, items: [...now(list)] } }],
      }),
      'at once',
    )
  }

  return {
    now,
    set,
    takeOver: (list, texts, carriedFrom) => set(list, [...now(list), ...texts.map((text) => ({ text, carriedFrom }))]),
    confirm: (list) =>
      set(
        list,
        now(list).map(({ text }) => ({ text, carriedFrom: null })),
      ),
    subscribe: (listener) => lists.subscribe(listener),
  }
}
