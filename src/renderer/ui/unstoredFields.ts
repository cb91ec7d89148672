// Fields whose text stands on the screen and is stored nowhere: a date half typed, a number out of its range. While there
// is one, nothing says that everything is saved; leaving, signing, locking and quitting say it or ask.
import { notifications } from '@mantine/notifications'
import { useEffect, useSyncExternalStore } from 'react'
import { listWords } from '#shared/domain/wordLists.ts'
import { useLatest } from './useLatest.ts'

export interface UnstoredField {
  /** As its label names it. */
  readonly name: string
  /** Leads to it. */
  readonly show: () => void
}

let fields: readonly UnstoredField[] = []
const listeners = new Set<() => void>()

function change(next: readonly UnstoredField[]): void {
  fields = next
  for (const tell of listeners) tell()
}

/** The fields of this window that hold what is not stored. */
export const unstoredFields = (): readonly UnstoredField[] => fields

/** "Length in minutes, Start" */
export const unstoredNames = (some: readonly UnstoredField[]): string =>
  listWords([...new Set(some.map(({ name }) => name))])

function subscribe(tell: () => void): () => void {
  listeners.add(tell)
  return () => void listeners.delete(tell)
}

export const useUnstoredFields = (): readonly UnstoredField[] => useSyncExternalStore(subscribe, unstoredFields)

/** Puts a field on the list. @returns what takes it off */
export function registerUnstored(field: UnstoredField): () => void {
  change([...fields, field])
  return () => change(fields.filter((one) => one !== field))
}

const unreadWords = (name: string) => `Not saved, because it could not be read: ${name}.`

/** What is said of a text that goes away with its form, whose button was not pressed. */
export const unsentWords = (name: string, text: string): string =>
  `Not saved, because its button was not pressed: ${name} “${text.trim()}”.`

/**
 * Registers a field while what stands in it is not stored, and says so when the field goes away with it.
 * @param name as its label names it
 * @param lostWords what is said then; null where somebody asks before it goes
 * @returns call it when what stands there was given to somebody who stores it
 */
export function useUnstored(
  name: string,
  isUnstored: boolean,
  show: () => void,
  lostWords: ((name: string) => string) | null = unreadWords,
): () => void {
  const latest = useLatest({ name, isUnstored, show, lostWords })
  useEffect(
    () => (isUnstored ? registerUnstored({ name, show: () => latest.current.show() }) : undefined),
    [name, isUnstored, latest],
  )
  useEffect(
    () => () => {
      // oxlint-disable-next-line react/exhaustive-deps -- what it was at the end is what is told
      const last = latest.current
      if (last.isUnstored && last.lostWords) tellNotSaved(last.name, last.lostWords(last.name))
    },
    [latest],
  )
  return () => {
    latest.current = { ...latest.current, isUnstored: false }
  }
}

const tellNotSaved = (name: string, message: string) =>
  notifications.show({
    id: `not-saved-${name}`,
    color: 'ember',
    message,
    autoClose: 12_000,
  })
