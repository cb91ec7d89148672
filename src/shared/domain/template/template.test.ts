import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { noteDocument, schemaVersionOf } from '../note/document.ts'
import { documentFromText, plainText } from '../note/plainText.ts'
import { sectionIds } from '../note/sections.ts'
import { firstTemplates } from './firstTemplates.ts'
import { fillSkeleton, skeletonFromText, textOfSkeleton } from './skeletonText.ts'
import { isUntouched, template } from './template.ts'

const id = '01900000-0000-7000-8000-000000000001'
const plain = { id, name: 'Chair', lengthMinutes: null, sections: [], otherParts: [], measures: [] }
const otherPart = { section: 'history', document: '{}', schemaVersion: 9, plainText: '' }

describe('a template', () => {
  it('has each part and each measure once', () => {
    const skeleton = { section: 'plan' as const, document: documentFromText('Next visit') }
    expect(template.safeParse({ ...plain, sections: [skeleton], otherParts: [otherPart] }).success).toBe(true)
    expect(template.safeParse({ ...plain, sections: [skeleton, skeleton] }).success).toBe(false)
    const samePart = { ...otherPart, section: 'plan' }
    expect(template.safeParse({ ...plain, sections: [skeleton], otherParts: [samePart] }).success).toBe(false)
    expect(template.safeParse({ ...plain, measures: ['pain', 'pain'] }).success).toBe(false)
  })

  it('has a name, and a length that a session can have or none', () => {
    expect(template.safeParse({ ...plain, name: '  ' }).success).toBe(false)
    for (const lengthMinutes of [0, 1441, 30.5]) {
      expect(template.safeParse({ ...plain, lengthMinutes }).success).toBe(false)
    }
  })

  it('has no part of another name among those that this version uses', () => {
    const history = { section: 'history', document: documentFromText('Before') }
    expect(template.safeParse({ ...plain, sections: [history] }).success).toBe(false)
  })
})

describe('a skeleton', () => {
  it('has its blanks marked, each with an id of its own', () => {
    const skeleton = skeletonFromText('Pain {{0-10}} at the {{side}} {{region}}.\n{{choice: mild|severe}}')
    expect(noteDocument.parse(skeleton)).toEqual(skeleton)
    expect(schemaVersionOf(skeleton)).toBe(3)
    const ids = JSON.stringify(skeleton).match(/blank-\d/g)
    expect(ids).toEqual(['blank-1', 'blank-2', 'blank-3', 'blank-4'])
  })

  it('is typed as it was read, and read as it was typed', () => {
    const text = 'Pain {{0-10}} at the {{side}} {{region}}, {{since when}}.\n\n{{choice: mild|severe}} {{today}} {{{'
    expect(textOfSkeleton(skeletonFromText(text))).toBe(text)
  })

  it('keeps every word that is typed, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (typed) => {
        const text = typed.replaceAll('\u0000', '').replaceAll(/[\r{}]/g, '')
        expect(textOfSkeleton(skeletonFromText(text))).toBe(text)
      }),
    )
  })

  it('gets the client’s name and the date when a session begins', () => {
    const skeleton = skeletonFromText('{{client.preferredName}} {{client.lastName}}, {{today}}: {{side}}')
    const filled = fillSkeleton(skeleton, {
      'client.preferredName': '',
      'client.firstName': 'Mara',
      'client.lastName': '',
      today: '3 Mar 2026',
    })
    expect(plainText(filled)).toBe('Mara …, 3 Mar 2026: side')
    expect(noteDocument.parse(filled)).toEqual(filled)
  })

  it('leaves alone what only looks like a name', () => {
    const skeleton = documentFromText('{{ {{today {{nothing}} }}')
    expect(fillSkeleton(skeleton, { today: 'x' })).toEqual(skeleton)
  })
})

describe('a section that was begun with a skeleton', () => {
  const skeleton = 'Reason for coming: reason.\nGoals: goals.'

  it('is untouched while it says nothing else', () => {
    expect(isUntouched(skeleton, skeleton)).toBe(true)
    expect(isUntouched(`${skeleton}\n\n `, skeleton)).toBe(true)
    expect(isUntouched('  ', skeleton)).toBe(true)
    expect(isUntouched('', '')).toBe(true)
  })

  it('is written as soon as a letter is another', () => {
    expect(isUntouched(`${skeleton}.`, skeleton)).toBe(false)
    expect(isUntouched('Reason for coming: reason.', skeleton)).toBe(false)
    expect(isUntouched('a', '')).toBe(false)
  })
})

describe('the templates to begin with', () => {
  it.each(firstTemplates.map((one) => [one.name, one] as const))('“%s” is a template with blanks', (_, one) => {
    const sections = sectionIds.flatMap((section) => {
      const lines = one.sections[section]
      return lines ? [{ section, document: skeletonFromText(lines.join('\n')) }] : []
    })
    const made = { id, ...one, sections, otherParts: [], measures: [...one.measures] }
    expect(template.parse(made)).toEqual(made)
    for (const { section, document } of sections) {
      expect(textOfSkeleton(document)).toBe(one.sections[section]?.join('\n'))
      expect(plainText(document)).not.toMatch(/[{}|]/)
    }
  })

  it('are six, each with another name', () => {
    expect(new Set(firstTemplates.map(({ name }) => name)).size).toBe(6)
  })
})
