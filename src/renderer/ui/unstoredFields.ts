// Fields whose text is not stored: a date half typed, a number out of its range. While there
// is one, nothing says that everything is saved; leaving and signing say it. Most are kept in the vault as they were typed;
// locking and quitting ask about the others.
import { notifications } from '@mantine/notifications'
import { useEffect } from 'react'
import { createStore, useStore } from 'zustand'
import { listWords } from '#shared/domain/wordLists.ts'
import { areTextsKept } from '#renderer/bridge/keptTexts.ts'
import { useLatest } from './useLatest.ts'

export interface UnstoredField {
  /** The field's label. */
  readonly name: string
  /** Focuses it. */
  readonly show: () => void
  /** The form under which the vault keeps the typed text; null where it is lost with the page. */
  readonly keptIn: string | null
}

const store = createStore<{ readonly fields: readonly UnstoredField[] }>(() => ({ fields: [] }))

/** The fields of this window whose text is not stored. */
export const unstoredFields = (): readonly UnstoredField[] => store.getState().fields

const isKept = (keptIn: string | null): boolean => keptIn !== null && areTextsKept(keptIn)

/** Those whose text a lock or the end of the app loses. */
export const fieldsToLose = (): readonly UnstoredField[] => unstoredFields().filter(({ keptIn }) => !isKept(keptIn))

/** "Length in minutes, Start" */
export const unstoredNames = (some: readonly UnstoredField[]): string =>
  listWords([...new Set(some.map(({ name }) => name))])

export const useUnstoredFields = (): readonly UnstoredField[] => useStore(store, ({ fields }) => fields)

/** Adds a field. @returns a function that removes it */
export function registerUnstored(field: UnstoredField): () => void {
  store.setState(({ fields }) => ({ fields: [...fields, field] }))
  return () => store.setState(({ fields }) => ({ fields: fields.filter((one) => one !== field) }))
}

const unreadWords = (name: string) => `Not saved, because it could not be read: ${name}.`

/** The words for text that was lost with its form. */
export const unsentWords = (name: string, text: string): string =>
  `Not saved, because its button was not pressed: ${name} “${text.trim()}”.`

/** The words for text that is kept and will be there again. */
const keptWords = ' It is kept, and stands there when you come back.'

interface Unstored extends UnstoredField {
  readonly isUnstored: boolean
  /** The words when the field is removed; null where the user was asked before. */
  readonly lostWords?: ((name: string) => string) | null
}

/**
 * Registers a field while its text is not stored, and notifies when the field is unmounted with it.
 * @returns call it when the text was handed to what stores it
 */
export function useUnstored({ name, isUnstored, show, keptIn, lostWords = unreadWords }: Unstored): () => void {
  const latest = useLatest({ name, isUnstored, show, keptIn, lostWords })
  useEffect(
    () => (isUnstored ? registerUnstored({ name, show: () => latest.current.show(), keptIn }) : undefined),
    [name, isUnstored, keptIn, latest],
  )
  useEffect(
    () => () => {
      // oxlint-disable-next-line react/exhaustive-deps -- the last value is what is reported
      const last = latest.current
      if (!last.isUnstored || !last.lostWords) return
      notifyNotSaved(last.name, last.lostWords(last.name) + (isKept(last.keptIn) ? keptWords : ''))
    },
    [latest],
  )
  return () => {
    latest.current = { ...latest.current, isUnstored: false }
  }
}

const notifyNotSaved = (name: string, message: string) =>
  notifications.show({
    id: `not-saved-${name}`,
    color: 'ember',
    message,
    autoClose: 12_000,
  })
