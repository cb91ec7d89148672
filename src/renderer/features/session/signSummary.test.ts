import { describe, expect, it } from 'vitest'
import { isEmptyNote, sectionSummaries } from './signSummary.ts'

const section = (name: 'subjective' | 'plan', plainText: string) => ({
  section: name,
  document: null,
  plainText,
  updatedAt: null,
})
const nothing = { sections: [], findings: [], painBefore: null, painAfter: null }

describe('the summary before signing', () => {
  it('names all four sections in order, with their first lines', () => {
    const summaries = sectionSummaries({ sections: [section('plan', 'Weekly\n\nStretch\nReview')] })
    expect(summaries.map(({ title }) => title)).toEqual(['Subjective', 'Objective', 'Assessment', 'Plan'])
    expect(summaries[3]?.beginning).toBe('Weekly\nStretch …')
    expect(summaries[0]?.beginning).toBe('')
  })

  it('cuts a long line', () => {
    expect(sectionSummaries({ sections: [section('plan', 'x'.repeat(5000))] })[3]?.beginning.length).toBeLessThan(230)
  })

  it('calls a note empty only when it states nothing', () => {
    expect(isEmptyNote(nothing)).toBe(true)
    expect(isEmptyNote({ ...nothing, sections: [section('plan', ' \n ')] })).toBe(true)
    expect(isEmptyNote({ ...nothing, sections: [section('plan', 'Weekly')] })).toBe(false)
    expect(isEmptyNote({ ...nothing, painAfter: 0 })).toBe(false)
  })
})
