// Taking over and confirming the findings of an earlier visit, from the map and from the note.
import type { Finding } from '#shared/domain/bodymap/finding.ts'
import { carriedFrom } from '#shared/domain/bodymap/markAfter.ts'
import type { MarkChange } from './markHistory.ts'
import type { MarkActions } from './marks.ts'

const newId = () => crypto.randomUUID()

/**
 * Takes over, unconfirmed, what is not on the map yet, as one step.
 * @param earlier the map of the earlier visit as it was left
 * @returns the new findings; none where everything had been taken over before
 */
export function carryFindings(marks: MarkActions, earlier: readonly Finding[], sessionId: string): readonly Finding[] {
  const known = new Set(marks.now().findings.map(({ carriedFromId }) => carriedFromId))
  const fresh = earlier.filter(({ id }) => !known.has(id)).map((one) => carriedFrom(one, sessionId, newId()))
  marks.change(fresh.map((after) => ({ list: 'findings', before: null, after })))
  return fresh
}

/** Takes findings that were taken over off again, but for those that were confirmed, changed or looked at since. */
export function giveBackFindings(marks: MarkActions, fresh: readonly Finding[]): void {
  const { findings } = marks.now()
  const isContinued = ({ id }: Finding) => findings.some(({ continuesId }) => continuesId === id)
  const untouched = fresh.filter((one) => findings.includes(one) && !isContinued(one))
  marks.change(untouched.map((before) => ({ list: 'findings', before, after: null })))
}

/** Confirms these findings as one step. */
export function confirmFindings(marks: MarkActions, unconfirmed: readonly Finding[]): void {
  const confirmed = (before: Finding): MarkChange => ({
    list: 'findings',
    before,
    after: { ...before, isConfirmed: true },
  })
  marks.change(unconfirmed.map(confirmed))
}
