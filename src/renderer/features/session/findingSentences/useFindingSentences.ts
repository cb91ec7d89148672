// The sentences of a draft's findings, told of every change on the map; the one that is pointed at shows there.
import { useEffect, useState } from 'react'
import type { Finding } from '#shared/domain/bodymap/finding.ts'
import { createFindingSentences, type FindingsCause, type FindingSentences } from './findingSentences.ts'
import { standOut } from './standOut.ts'

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
  useEffect(() => sentences.subscribe(() => standOut(sentences.state().shown)), [sentences])
  return sentences
}
