// What may be stored of strokes, treated areas and no-go areas, and what may not.
import { describe, expect, it } from 'vitest'
import { numberedId } from '../../../../tests/fixtures/arbitraryFindings.ts'
import { noGoAnswer, noGoArea } from './noGo.ts'
import { stroke, strokePointLimit, treatedArea } from './marks.ts'

const mark = { id: numberedId(1), sessionId: numberedId(2) }

describe('a stroke', () => {
  const drawn = { ...mark, phase: 'before', view: 'anterior', kind: 'pain', points: [1, 2, 0.5] } as const
  const accepts = (points: readonly number[]) => stroke.safeParse({ ...drawn, points }).success

  it('is made of one point or more, each x, y and pressure', () => {
    expect(accepts([1, 2, 0.5])).toBe(true)
    expect(accepts([])).toBe(false)
    expect(accepts([1, 2])).toBe(false)
    expect(accepts([1, 2, 0.5, 4])).toBe(false)
    for (const pressure of [-0.1, 1.1]) expect(accepts([1, 2, pressure])).toBe(false)
  })

  it('has no more points than the limit, and none out of all bounds', () => {
    expect(accepts(Array.from({ length: strokePointLimit * 3 }, () => 1))).toBe(true)
    expect(accepts(Array.from({ length: strokePointLimit * 3 + 3 }, () => 1))).toBe(false)
    for (const far of [Number.NaN, Infinity, 10_001, -10_001]) expect(accepts([far, 2, 0.5])).toBe(false)
  })
})

describe('a treated area', () => {
  const area = {
    ...mark,
    regionIds: ['back.sacrum', 'tail.tip'],
    technique: 'Friction',
    minutes: 20,
    pressure: 3,
  }
  const accepts = (changes: object) => treatedArea.safeParse({ ...area, ...changes }).success

  it('has regions, each once, and a technique', () => {
    expect(accepts({})).toBe(true)
    expect(accepts({ regionIds: [] })).toBe(false)
    expect(accepts({ regionIds: ['back.sacrum', 'back.sacrum'] })).toBe(false)
    expect(accepts({ technique: '  ' })).toBe(false)
  })

  it('may have minutes, and a pressure from 1 to 5', () => {
    expect(accepts({ minutes: null, pressure: null })).toBe(true)
    for (const pressure of [0, 6, 2.5]) expect(accepts({ pressure })).toBe(false)
    for (const minutes of [0, 1441, -5]) expect(accepts({ minutes })).toBe(false)
  })
})

describe('a no-go area', () => {
  const area = {
    id: numberedId(1),
    clientId: numberedId(3),
    regionId: 'leg.soleus.left',
    level: 'forbidden',
    reason: 'varicosities',
  }

  it('always says why, and how strictly', () => {
    expect(noGoArea.safeParse(area).success).toBe(true)
    expect(noGoArea.safeParse({ ...area, reason: ' ' }).success).toBe(false)
    expect(noGoArea.safeParse({ ...area, level: 'maybe' }).success).toBe(false)
  })

  it('is answered with a decision, with or without a remark', () => {
    const { regionId, level, reason } = area
    const answer = { ...mark, regionId, level, reason, decision: 'marked', remark: '' }
    expect(noGoAnswer.safeParse(answer).success).toBe(true)
    expect(noGoAnswer.safeParse({ ...answer, decision: 'ignored' }).success).toBe(false)
  })
})
