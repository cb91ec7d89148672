import { describe, expect, it } from 'vitest'
import { plainFinding } from '#shared/domain/bodymap/finding.ts'
import { noMeasures } from '#shared/domain/measures.ts'
import { documentFromText } from '#shared/domain/note/plainText.ts'
import { sectionIds } from '#shared/domain/note/sections.ts'
import { changedWords, isSamePart, partText, type DraftState } from './historyText.ts'

const id = '01900000-0000-7000-8000-00000000000a'
const state = (change: Partial<DraftState> = {}): DraftState => ({
  sections: sectionIds.map((section) => ({
    section,
    document: documentFromText(section === 'plan' ? 'Weekly.' : ''),
    plainText: section === 'plan' ? 'Weekly.' : '',
    updatedAt: null,
  })),
  findings: [],
  strokes: [],
  treatedAreas: [],
  painBefore: null,
  painAfter: null,
  measures: noMeasures,
  techniques: [],
  homework: [],
  details: { serviceStart: '2026-11-23T14:00', lengthMinutes: 60, place: 'visit', visitAddress: '1 Harbour Lane' },
  ...change,
})
const finding = {
  ...plainFinding({
    regionId: 'shoulder.upper-trapezius.right',
    kind: 'pain',
    severity: 7,
    phase: 'before',
    view: 'posterior',
  }),
  id,
  sessionId: id,
}
const area = {
  id,
  sessionId: id,
  regionIds: ['back.lumbar-erectors.left'],
  technique: 'Swedish',
  minutes: 12,
  pressure: 2,
}
const stroke = { id, sessionId: id, phase: 'before', view: 'posterior', kind: 'pain', points: [1, 2, 0.5] } as const

describe('a state of a draft in words', () => {
  it('has a text for every part', () => {
    const full = state({
      findings: [finding],
      treatedAreas: [area],
      strokes: [{ ...stroke, points: [...stroke.points] }],
      painBefore: 7,
      painAfter: 3,
      homework: [{ text: 'Chin tucks', carriedFrom: null }],
    })
    expect(partText(full, 'plan')).toBe('Weekly.')
    expect(partText(full, 'map')).toMatch(/^Right upper trapezius: pain, 7\/10 before\.\nDrawn: pain .*\nSwedish/)
    expect(partText(full, 'measures')).toBe('Pain 7 → 3 much better\nHomework: Chin tucks')
    expect(partText(full, 'details')).toBe('23 Nov 2026, 14:00, 60 min\nVisit: 1 Harbour Lane')
    expect(partText(state(), 'map')).toBe('')
    expect(partText(state(), 'measures')).toBe('')
  })

  it('names what a moment changed', () => {
    expect(changedWords({ parts: ['subjective', 'plan', 'map'] })).toBe('Subjective, plan, map')
  })
})

describe('two states', () => {
  it('are the same in a part whatever the order of its members, and differ in a point that no words show', () => {
    const spotted = { ...finding, point: { x: 1, y: 2 } }
    expect(
      isSamePart(state({ findings: [spotted] }), state({ findings: [{ ...spotted, point: { y: 2, x: 1 } }] }), 'map'),
    ).toBe(true)
    expect(isSamePart(state({ findings: [spotted] }), state({ findings: [finding] }), 'map')).toBe(false)
    expect(isSamePart(state({ painBefore: 1 }), state(), 'measures')).toBe(false)
    expect(isSamePart(state({ painBefore: 1 }), state(), 'map')).toBe(true)
  })

  it('are the same in a section that one never had and the other emptied', () => {
    const [never, emptied] = [state(), state()]
    const sections = emptied.sections.map((one) =>
      one.section === 'subjective' ? { ...one, document: { type: 'doc' as const, content: [] } } : one,
    )
    expect(isSamePart(never, { ...emptied, sections }, 'subjective')).toBe(true)
  })
})
