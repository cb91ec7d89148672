import { describe, expect, it } from 'vitest'
import { whyUnsignable, type SignableNote } from './signable.ts'

const nothing: SignableNote = {
  sections: [],
  unknownMarks: [],
  findings: [],
  strokes: [],
  treatedAreas: [],
  noGoAnswers: [],
  techniques: [],
  homework: [],
}
const section = (plainText: string, document: unknown = {}) => ({ section: 'plan' as const, document, plainText })

describe('a note can be signed', () => {
  it('when something is written, marked or listed', () => {
    expect(whyUnsignable({ ...nothing, sections: [section('Weekly')] })).toBeNull()
    for (const part of ['findings', 'strokes', 'treatedAreas', 'noGoAnswers', 'techniques', 'homework'] as const) {
      expect(whyUnsignable({ ...nothing, [part]: [{}] })).toBeNull()
    }
  })

  it('not when it states nothing', () => {
    expect(whyUnsignable(nothing)).toEqual({ path: '', code: 'empty_note' })
    expect(whyUnsignable({ ...nothing, sections: [section(' \n ')] })).toEqual({ path: '', code: 'empty_note' })
  })

  it('not when a part of it cannot be read', () => {
    expect(whyUnsignable({ ...nothing, sections: [section('x', null)] })).toEqual({ path: 'plan', code: 'unreadable' })
    expect(whyUnsignable({ ...nothing, unknownMarks: [{}] })).toEqual({ path: 'marks', code: 'unreadable' })
  })
})
