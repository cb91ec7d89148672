// The way of a note: any document goes into the database, over a restart onto screen and paper, and into plain text.
import fc from 'fast-check'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { plainText } from '#shared/domain/note/plainText.ts'
import { sectionIds } from '#shared/domain/note/sections.ts'
import { RichText } from '#renderer/ui/RichText.tsx'
import { anyDocument, holdsInOrder, textsOf } from '../fixtures/arbitraryDocuments.ts'
import { practiceUnderTest, type PracticeUnderTest } from '../fixtures/practiceUnderTest.ts'

let practice: PracticeUnderTest

beforeEach(() => {
  practice = practiceUnderTest()
})
afterEach(() => practice.remove())

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#x27': "'" }

/** The text of HTML as React writes it. */
const textOfHtml = (html: string) =>
  html.replace(/<[^>]*>/gu, '').replace(/&(amp|lt|gt|quot|#x27);/gu, (_, name: string) => entities[name] ?? '')

test('any document survives saving, a restart, printing and plain text without losing a character', () => {
  const id = practice.startSession(practice.addClient())
  const documents = fc.tuple(fc.constantFrom(...sectionIds), anyDocument)
  fc.assert(
    fc.property(fc.array(documents, { minLength: 1, maxLength: 6 }), (written) => {
      for (const [section, document] of written)
        practice.call('session:saveSection', { id, section, document, isEmptied: true })
      practice.reopen()
      const { sections } = practice.call('session:get', { id })
      for (const [section, document] of new Map(written)) {
        const stored = sections.find((one) => one.section === section)
        expect(stored?.document).toEqual(document)
        const letters = textsOf(document.content)
        const printed = textOfHtml(
          renderToStaticMarkup(createElement(RichText, { document: stored?.document ?? document })),
        )
        expect(holdsInOrder(printed, letters)).toBe(true)
        expect(stored?.plainText).toBe(plainText(document))
        expect(holdsInOrder(stored?.plainText ?? '', letters)).toBe(true)
      }
      expect(practice.call('history:list', { sessionId: id }).moments.length).toBeGreaterThan(0)
    }),
    { numRuns: 30 },
  )
})
