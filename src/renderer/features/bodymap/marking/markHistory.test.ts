import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plainFinding, type Finding } from '#shared/domain/bodymap/finding.ts'
import {
  change,
  historyOf,
  redo,
  undo,
  undoLimit,
  type MarkChange,
  type MarkHistory,
  type Marks,
} from './markHistory.ts'

const empty: Marks = { findings: [], strokes: [], areas: [] }
const finding = (id: string, severity = 5): Finding => ({
  ...plainFinding({ regionId: 'sacrum', kind: 'pain', severity, phase: 'before', view: 'posterior' }),
  sessionId: 'session',
  id,
})
const put = (history: MarkHistory, after: Finding, topic: string | null = null) => {
  const before = history.marks.findings.find(({ id }) => id === after.id) ?? null
  return change(history, { changes: [{ list: 'findings', before, after }], topic })
}
const take = (history: MarkHistory, id: string) => {
  const before = history.marks.findings.find((one) => one.id === id) ?? null
  return before ? change(history, { changes: [{ list: 'findings', before, after: null }], topic: null }) : history
}

describe('the history of a map', () => {
  it('takes back a new mark and makes it again', () => {
    const made = put(historyOf(empty), finding('a'))
    const undone = undo(made)
    expect(undone?.history.marks).toEqual(empty)
    expect(redo(undone?.history as MarkHistory)?.history.marks).toEqual(made.marks)
  })

  it('takes several changes of one step back together', () => {
    const stroke = { id: 's', sessionId: 'session', phase: 'before', view: 'anterior', kind: 'pain', points: [0, 0, 1] }
    const changes = [
      { list: 'findings', before: null, after: finding('a') },
      { list: 'strokes', before: null, after: stroke },
    ] as const
    const made = change(historyOf(empty), { changes: changes as readonly MarkChange[], topic: null })
    expect(undo(made)?.history.marks).toEqual(empty)
  })

  it('puts marks that come back where they were', () => {
    let history = historyOf({ ...empty, findings: ['a', 'b', 'c', 'd'].map((id) => finding(id)) })
    const [, b, c] = history.marks.findings as [Finding, Finding, Finding, Finding]
    history = change(history, {
      changes: [b, c].map((before) => ({ list: 'findings', before, after: null }) as const),
      topic: null,
    })
    expect(history.marks.findings.map(({ id }) => id)).toEqual(['a', 'd'])
    expect(undo(history)?.history.marks.findings.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd'])
  })

  it('joins steps in a row with one topic, as when a remark is typed', () => {
    let history = put(historyOf(empty), finding('a', 1))
    for (const severity of [2, 3, 4]) history = put(history, finding('a', severity), 'severity a')
    expect(history.past).toHaveLength(2)
    expect(undo(history)?.history.marks.findings).toEqual([finding('a', 1)])
  })

  it('forgets what was undone once something new is made', () => {
    const undone = undo(put(historyOf(empty), finding('a')))?.history as MarkHistory
    expect(redo(put(undone, finding('b')))).toBeNull()
  })

  it('keeps at least 200 steps', () => {
    let history = historyOf(empty)
    for (let at = 0; at < undoLimit + 50; at++) history = put(history, finding(`f${at}`))
    expect(history.past).toHaveLength(undoLimit)
    expect(undoLimit).toBeGreaterThanOrEqual(200)
  })

  it('comes back to every earlier state, and forward again, after any changes', () => {
    const act = fc.record({ id: fc.constantFrom('a', 'b', 'c'), severity: fc.nat(10), takes: fc.boolean() })
    fc.assert(
      fc.property(fc.array(act, { maxLength: 40 }), (acts) => {
        const states = [historyOf(empty)]
        for (const { id, severity, takes } of acts) {
          const last = states.at(-1) as MarkHistory
          const next = takes ? take(last, id) : put(last, finding(id, severity))
          if (next !== last) states.push(next)
        }
        let history = states.at(-1) as MarkHistory
        for (const state of states.slice(0, -1).toReversed()) {
          history = undo(history)?.history as MarkHistory
          expect(history.marks.findings).toEqual(state.marks.findings)
        }
        for (const state of states.slice(1)) {
          history = redo(history)?.history as MarkHistory
          expect(history.marks.findings).toEqual(state.marks.findings)
        }
      }),
    )
  })
})
