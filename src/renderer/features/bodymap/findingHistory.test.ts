import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Finding } from '#shared/domain/bodymap/finding.ts'
import { historyOf, putFinding, redo, removeFinding, undo, type FindingHistory } from './findingHistory.ts'

const finding = (id: string, severity = 5): Finding => ({
  id,
  sessionId: 's',
  regionId: 'back.sacrum',
  structureId: null,
  kind: 'pain',
  severity,
  depth: null,
  phase: 'before',
  view: 'posterior',
  point: null,
  refersTo: '',
  remark: '',
})

describe('the history of findings', () => {
  it('brings a removed finding back to its fields, and removes it again', () => {
    const removed = removeFinding(historyOf([finding('a'), finding('b')]), 'a')
    expect(removed.findings.map(({ id }) => id)).toEqual(['b'])
    const back = undo(removed)
    expect(back?.now).toEqual(finding('a'))
    expect(back && redo(back.history)?.history.findings.map(({ id }) => id)).toEqual(['b'])
  })

  it('undoes changes of one finding in a row together, but not its making', () => {
    const made = putFinding(historyOf([]), finding('a', 3))
    const changed = putFinding(putFinding(made, finding('a', 4)), finding('a', 9))
    const once = undo(changed)
    expect(once?.now?.severity).toBe(3)
    expect(once && undo(once.history)?.history.findings).toEqual([])
  })

  it('has nothing to undo at first, and nothing to redo after a new change', () => {
    expect(undo(historyOf([finding('a')]))).toBeNull()
    const undone = undo(putFinding(historyOf([]), finding('a')))
    expect(undone && redo(putFinding(undone.history, finding('b')))).toBeNull()
  })

  it('comes back to where it was, whatever was done', () => {
    const change = fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.option(fc.integer({ min: 0, max: 10 })))
    fc.assert(
      fc.property(fc.array(change), (changes) => {
        const apply = (history: FindingHistory, [id, severity]: [string, number | null]) =>
          severity === null ? removeFinding(history, id) : putFinding(history, finding(id, severity))
        const start = historyOf([finding('a', 1)])
        const end = changes.reduce(apply, start)
        let back = end
        for (let step = undo(back); step; step = undo(back)) back = step.history
        const sorted = (history: FindingHistory) => history.findings.toSorted((x, y) => x.id.localeCompare(y.id))
        expect(sorted(back)).toEqual(sorted(start))
        let again = back
        for (let step = redo(again); step; step = redo(again)) again = step.history
        expect(sorted(again)).toEqual(sorted(end))
      }),
    )
  })
})
