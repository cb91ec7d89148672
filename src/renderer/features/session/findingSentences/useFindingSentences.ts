// The sentences of a draft's findings, told of every change on the map.
import { useEffect, useState, useSyncExternalStore } from 'react'
import type { Finding } from '#shared/domain/bodymap/finding.ts'
import { createFindingSentences, type FindingsCause, type FindingSentences } from './findingSentences.ts'

/**
 * @param findings all findings of the session as they stand on the map; a new array after every change
 * @param cause what the newest change was
 * @returns the same object from drawing to drawing, for the Objective section's editor
 */
export function useFindingSentences(findings: readonly Finding[], cause: FindingsCause | 'opened'): FindingSentences {
  const [sentences] = useState(() => createFindingSentences(findings))
  useEffect(() => {
    if (cause !== 'opened') sentences.update(findings, cause)
  }, [sentences, findings, cause])
  return sentences
}

/** The course of findings on whose sentence the caret or the mouse is, by its id, or null: its marks stand out. */
export const useShownCourse = ({ subscribe, state }: FindingSentences): string | null =>
  useSyncExternalStore(subscribe, () => state().shown)
