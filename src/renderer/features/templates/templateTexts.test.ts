import { describe, expect, it } from 'vitest'
import type { NoteDocument } from '#shared/domain/note/document.ts'
import { skeletonFromText } from '#shared/domain/template/skeletonText.ts'
import type { Template } from '#shared/domain/template/template.ts'
import {
  emptyTemplate,
  readTemplate,
  textOfMeasures,
  textsOfTemplate,
  templateFacts,
  unknownPartWords,
} from './templateTexts.ts'

const id = '01900000-0000-7000-8000-000000000001'
const bold: NoteDocument = {
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Scar', marks: [{ type: 'bold' }] }] }],
}
const stored: Template = {
  id,
  name: 'Post-surgical',
  lengthMinutes: 45,
  sections: [
    { section: 'objective', document: bold },
    { section: 'plan', document: skeletonFromText('Next visit in {{time}}.') },
  ],
  otherParts: [
    { section: 'history', document: '{"newer":1}', schemaVersion: 9, plainText: 'Before' },
    { section: 'assessment', document: '{"newer":1}', schemaVersion: 9, plainText: '' },
  ],
  measures: ['pain', 'gait', 'sleep'],
}
const read = (change: Partial<ReturnType<typeof textsOfTemplate>>, before = stored) => {
  const reading = readTemplate({ ...textsOfTemplate(before), ...change }, before)
  if ('problems' in reading) throw new Error(JSON.stringify(reading.problems))
  return reading.value
}

describe('a template as it is typed', () => {
  it('is the same template while nobody types', () => {
    expect(read({})).toEqual(stored)
  })

  it('changes only where somebody typed, and keeps what this version does not know', () => {
    const changed = read({ plan: 'Next visit in {{days}}.\n', name: ' After surgery ', assessment: 'ignored' })
    expect(changed).toEqual({
      ...stored,
      name: 'After surgery',
      sections: [stored.sections[0], { section: 'plan', document: skeletonFromText('Next visit in {{days}}.') }],
    })
  })

  it('has no skeleton where nothing is typed, and no length where none is', () => {
    const changed = read({ plan: ' ', length: '' })
    expect(changed.sections.map(({ section }) => section)).toEqual(['objective'])
    expect(changed.lengthMinutes).toBeNull()
  })

  it('keeps measures that it cannot show', () => {
    expect(read({ measures: textOfMeasures(['stress'], stored.measures.join(' ')) }).measures).toEqual([
      'stress',
      'gait',
    ])
  })

  it('is not taken while a blank of it has more choices than it can keep', () => {
    const many = Array.from({ length: 31 }, (_, index) => `choice ${index + 1}`).join('|')
    const reading = readTemplate({ ...textsOfTemplate(stored), plan: `Next: {{choice: ${many}}}.` }, stored)
    expect(reading).toEqual({ problems: { plan: expect.stringContaining('Left out: “choice 31”.') } })
  })

  it('has an error for each invalid text', () => {
    const reading = readTemplate({ ...textsOfTemplate(emptyTemplate(id)), length: '0' }, emptyTemplate(id))
    expect(reading).toEqual({
      problems: { name: 'The template needs a name.', length: 'From 1 to 1440 minutes, or leave it empty.' },
    })
  })
})

it('a template is described by its length and its measures', () => {
  expect(templateFacts(stored)).toBe('45 min · Pain, Sleep')
  expect(templateFacts(emptyTemplate(id))).toBe('')
})

it('an unknown part is named', () => {
  expect(unknownPartWords(['history'])).toBe(
    'This template has a part “history” that this version does not know; it is kept, and the rest is used.',
  )
  expect(unknownPartWords(['history', 'goals'])).toMatch(/^This template has parts “history” and “goals”/)
})
