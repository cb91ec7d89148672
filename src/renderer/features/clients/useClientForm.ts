// The state of a client's form. What is typed is kept in the vault at once, so that a lock, a crash or a restart in the
// middle loses nothing; it becomes a record only when it is saved.
import type { ClientFields } from '#shared/domain/client.ts'
import type { Failure } from '#renderer/bridge/bridge.ts'
import { useKeptTexts } from '#renderer/bridge/keptTexts.ts'
import { today } from '#renderer/bridge/wallClock.ts'
import { shownDateFormat } from '#renderer/ui/dateFormat.ts'
import { readClientTexts, sameTexts, type ClientField, type ClientTexts, type Problems } from './clientTexts.ts'

export interface ClientForm {
  readonly texts: ClientTexts
  readonly problems: Problems
  /** Whether the form says anything else than at its start. */
  readonly isChanged: boolean
  change(field: ClientField, text: string): void
  /** The record's fields, or null; then the boxes show what is wrong. */
  read(): ClientFields | null
  /** Shows at its box what main refused; false when it is about no box. */
  showRefusal(failure: Failure): boolean
  /** Nothing of the form is kept any more: it was saved or given up. */
  forget(): void
}

/**
 * @param name under which the form is kept in the vault
 * @param start what stands in the boxes before anybody types
 */
export function useClientForm(name: string, start: ClientTexts): ClientForm {
  const { texts, problems, change, setProblems, forget } = useKeptTexts(name, start)
  return {
    texts,
    problems,
    isChanged: !sameTexts(texts, start),
    change: (field, text) => change({ [field]: text }),
    read() {
      const reading = readClientTexts(texts, shownDateFormat().order, today())
      setProblems(reading.kind === 'problems' ? reading.problems : {})
      return reading.kind === 'fields' ? reading.fields : null
    },
    showRefusal(failure) {
      if (failure.issueAt('fields.dateOfBirth') === undefined) return false
      setProblems({ dateOfBirth: 'This date is not possible. Nothing is lost: correct it, or leave it empty for now.' })
      return true
    },
    forget,
  }
}
