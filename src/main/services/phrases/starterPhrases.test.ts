import { describe, expect, it } from 'vitest'
import { sectionIds } from '#shared/domain/note/sections.ts'
import { expandPhrase } from '#shared/domain/phrase/expandPhrase.ts'
import { parsePhrase } from '#shared/domain/phrase/parsePhrase.ts'
import { phraseFields } from '#shared/domain/phrase/phrase.ts'
import { starterPhrases } from './starterPhrases.ts'

describe('the phrases to begin with', () => {
  it('are sixty, each with an abbreviation of its own', () => {
    expect(starterPhrases).toHaveLength(60)
    expect(new Set(starterPhrases.map(({ abbreviation }) => abbreviation)).size).toBe(60)
  })

  it('leave no section without a choice', () => {
    for (const section of sectionIds) {
      expect(starterPhrases.filter((one) => one.section === section).length).toBeGreaterThanOrEqual(10)
    }
  })

  it.each(starterPhrases.map((one) => [one.abbreviation, one] as const))(
    '%s can be kept and put into a note',
    (_, one) => {
      expect(phraseFields.parse(one)).toEqual(one)
      const expansion = expandPhrase(one, { textOf: () => undefined, values: {}, newId: () => 'id' })
      expect(expansion).toMatchObject({ ok: true, unknown: [] })
      const outside = parsePhrase(one.text).flatMap((piece) => (piece.kind === 'text' ? piece.text : []))
      expect(outside.join('')).not.toMatch(/[{}]/)
      expect(one.text).toMatch(/[.}]$/)
    },
  )

  it('name the side before the region', () => {
    for (const { text } of starterPhrases) expect(text).not.toMatch(/\{\{region\}\}[^.]*\{\{side\}\}/)
  })

  it('never diagnose', () => {
    const diagnoses = /\b(diagnos|syndrome|itis\b|tendin|bursit|sciatica|disc |hernia|radiculopath|fibromyalg|arthr)/i
    for (const { text } of starterPhrases) expect(text).not.toMatch(diagnoses)
  })
})
