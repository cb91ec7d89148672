import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { noteDocument } from '../note/document.ts'
import { plainText } from '../note/plainText.ts'
import { bracedBlank, parsePhrase } from './parsePhrase.ts'
import { expandPhrase, leftOutWords, problemWords, unknownWords, type ExpandOptions } from './expandPhrase.ts'
import { phraseFields } from './phrase.ts'
import { readPhraseFile, writePhraseFile } from './phraseFile.ts'

const options = (change: Partial<ExpandOptions> = {}): ExpandOptions => {
  let ids = 0
  return { textOf: () => undefined, values: {}, newId: () => `blank-${(ids += 1)}`, ...change }
}
const among = (texts: Record<string, string>) => (abbreviation: string) =>
  Object.hasOwn(texts, abbreviation) ? texts[abbreviation] : undefined
const expanded = (text: string, change: Partial<ExpandOptions> = {}) => {
  const expansion = expandPhrase({ abbreviation: 'a', text }, options(change))
  if (!expansion.ok) throw new Error(problemWords(expansion.problem))
  return expansion
}

/** Anything, with many braces and names that mean something. */
const anyText = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 12 }),
      fc.string({ unit: 'binary', maxLength: 4 }),
      fc.constantFrom(
        '{{',
        '}}',
        '{',
        '}',
        '{{side}}',
        '{{region}}',
        '{{0-10}}',
        '{{choice:a|b}}',
        '{{choice:}}',
        '\n',
      ),
      fc.constantFrom('{{phrase: a}}', '{{phrase: b}}', '{{phrase:}}', '{{client.firstName}}', '{{today}}', '{{}}'),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''))

describe('a phrase', () => {
  it('has an abbreviation without spaces, accents and capitals', () => {
    expect(phraseFields.parse({ abbreviation: ' Nück Päin ', section: null, text: 'x' }).abbreviation).toBe('nuckpain')
    for (const wrong of ['', ' ', 'a{b', 'a|b', ';a', 'x'.repeat(31)]) {
      expect(phraseFields.safeParse({ abbreviation: wrong, section: null, text: 'x' }).success).toBe(false)
    }
  })

  it('has a text, of several lines that end alike', () => {
    expect(phraseFields.parse({ abbreviation: 'a', section: 'plan', text: 'one\r\ntwo\rthree\n' }).text).toBe(
      'one\ntwo\nthree',
    )
    for (const wrong of ['', '  ', 'x'.repeat(4001), 'a\u0000b']) {
      expect(phraseFields.safeParse({ abbreviation: 'a', section: null, text: wrong }).success).toBe(false)
    }
  })
})

describe('what stands in braces', () => {
  const blankOf = (text: string) => {
    const [piece] = parsePhrase(text)
    return piece?.kind === 'blank' ? piece.blank : piece
  }

  it('is a blank for a side, a region, a score or a choice', () => {
    expect(blankOf('{{ Side }}')).toEqual({ kind: 'side', name: 'side', choices: ['right', 'left', 'bilateral'] })
    expect(blankOf('{{region}}')).toEqual({ kind: 'region', name: 'region', choices: [] })
    expect(blankOf('{{0-10}}')).toMatchObject({ kind: 'score', name: '0–10', choices: { length: 11 } })
    expect(blankOf('{{choice: mild | moderate|severe|mild}}')).toEqual({
      kind: 'choice',
      name: 'mild / moderate / severe',
      choices: ['mild', 'moderate', 'severe'],
    })
  })

  it('is a blank for free text under any other name', () => {
    expect(blankOf('{{number of days}}')).toEqual({ kind: 'text', name: 'number of days', choices: [] })
    expect(blankOf('{{choice: | }}')).toEqual({ kind: 'text', name: 'choice', choices: [] })
  })

  it('is something known, or another phrase', () => {
    expect(parsePhrase('{{CLIENT.preferredname}} {{phrase: Neck ROM}}')).toEqual([
      { kind: 'value', value: 'client.preferredName' },
      { kind: 'text', text: ' ' },
      { kind: 'include', abbreviation: 'neckrom' },
    ])
  })

  it('stays text where the braces do not belong together', () => {
    for (const text of ['{{side', 'side}}', '{{}}', '{{ }}', '{side}', '{{a\nb}}', '{{a{b}}']) {
      expect(parsePhrase(text)).toEqual([{ kind: 'text', text }])
    }
    expect(parsePhrase('{{{side}}}').map(({ kind }) => kind)).toEqual(['text', 'blank', 'text'])
  })

  it('is read again as the blank that it stands for', () => {
    for (const text of ['{{side}}', '{{region}}', '{{0-10}}', '{{choice: mild|very severe}}', '{{what helped}}']) {
      const blank = blankOf(text)
      expect(blank && 'name' in blank && bracedBlank(blank, blank.name)).toBe(text)
    }
  })

  it('shows the first of many choices', () => {
    const choices = Array.from({ length: 20 }, (_, index) => `choice number ${index}`)
    expect(blankOf(`{{choice: ${choices.join('|')}}}`)).toMatchObject({
      name: 'choice number 0 / choice number 1 / choice number 2 / …',
      choices,
    })
  })

  it('never throws, and keeps the text outside of braces as it is', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const kept = parsePhrase(text).map((piece) => (piece.kind === 'text' ? piece.text : ''))
        const isText = (braces: string) => parsePhrase(braces).every(({ kind }) => kind === 'text')
        const outside = text.replaceAll(/\{\{[^{}\n\r]+\}\}/g, (braces) => (isText(braces) ? braces : ''))
        expect(kept.join('')).toBe(outside)
      }),
    )
  })
})

describe('expanding a phrase', () => {
  it('gives a paragraph for each line, with marked blanks', () => {
    const { document } = expanded('Pain {{0-10}} at {{side}}\nand {{region}}.')
    expect(plainText(document)).toBe('Pain 0–10 at side\nand region.')
    expect(noteDocument.parse(document)).toEqual(document)
    expect(document.content[0]).toMatchObject({
      content: [
        { text: 'Pain ' },
        { text: '0–10', marks: [{ type: 'blank', attrs: { id: 'blank-1', kind: 'score' } }] },
        { text: ' at ' },
        { text: 'side', marks: [{ type: 'blank', attrs: { id: 'blank-2', kind: 'side' } }] },
      ],
    })
  })

  it('fills in what is known, the first name where there is no preferred one', () => {
    const values = { 'client.firstName': 'Mara', 'client.preferredName': '', today: '23 Nov 2026' }
    const { document } = expanded('{{client.preferredName}} {{client.lastName}}, {{today}}', { values })
    expect(plainText(document)).toBe('Mara last name, 23 Nov 2026')
    expect(JSON.stringify(document)).toContain('"kind":"text"')
  })

  it('puts other phrases in', () => {
    const textOf = among({ b: 'neck {{phrase: c}}', c: 'and back' })
    expect(plainText(expanded('Worked on {{phrase: b}}.', { textOf }).document)).toBe('Worked on neck and back.')
  })

  it('leaves a blank for a phrase that there is not, and reports it', () => {
    const { document, unknown } = expanded('{{phrase: gone}} {{phrase: gone}}')
    expect(plainText(document)).toBe('phrase gone phrase gone')
    expect(unknown).toEqual(['gone'])
    expect(unknownWords(unknown)).toBe('There is no phrase “gone”.')
    expect(unknownWords(['x', 'y'])).toBe('There are no phrases “x” and “y”.')
  })

  it('reports choices beyond what a blank can have, also in a phrase that it calls', () => {
    const many = Array.from({ length: 32 }, (_, index) => `choice ${index + 1}`).join('|')
    const long = 'x'.repeat(201)
    const { document, leftOut } = expanded(`{{choice: mild|${long}}} {{phrase: b}}`, {
      textOf: among({ b: `{{choice: ${many}}}` }),
    })
    expect(leftOut).toEqual([long, 'choice 31', 'choice 32'])
    expect(noteDocument.safeParse(document).success).toBe(true)
    expect(leftOutWords(['choice 31', 'choice 32'])).toBe(
      'A blank has 30 choices at most, each of 200 characters at most. Left out: “choice 31” and “choice 32”.',
    )
    expect(expanded('{{choice: mild|moderate|mild}}').leftOut).toEqual([])
  })

  it('names the way round when a phrase calls itself', () => {
    const loopOf = (text: string, texts: Record<string, string>) => {
      const expansion = expandPhrase({ abbreviation: 'a', text }, options({ textOf: among(texts) }))
      return expansion.ok ? null : problemWords(expansion.problem)
    }
    expect(loopOf('{{phrase: a}}', {})).toBe('This phrase calls itself: a → a.')
    expect(loopOf('{{phrase: b}}', { b: '{{phrase: A}}' })).toBe('This phrase calls itself: a → b → a.')
    expect(loopOf('{{phrase: b}}', { b: '{{phrase: c}}', c: '{{phrase: b}}' })).toBe(
      'This phrase calls itself: b → c → b.',
    )
  })

  it('refuses what grows beyond all measure', () => {
    const texts = Object.fromEntries(
      Array.from({ length: 20 }, (_, level) => [`p${level}`, `${`{{phrase: p${level + 1}}}`.repeat(10)}x`]),
    )
    const expansion = expandPhrase({ abbreviation: 'a', text: '{{phrase: p0}}' }, options({ textOf: among(texts) }))
    expect(expansion).toEqual({ ok: false, problem: { code: 'too_long' } })
  })

  it('always makes a document that can be stored, or says why not', () => {
    fc.assert(
      fc.property(anyText, anyText, (text, other) => {
        const expansion = expandPhrase({ abbreviation: 'a', text }, options({ textOf: among({ b: other }) }))
        expect(expansion.ok || expansion.problem.code === 'loop').toBe(true)
        if (!expansion.ok) return
        expect(noteDocument.safeParse(expansion.document).success).toBe(true)
        for (const piece of parsePhrase(text)) {
          if (piece.kind !== 'text') continue
          const words = piece.text.replaceAll('\u0000', '').toWellFormed().replace(/\r\n?/g, '\n')
          expect(plainText(expansion.document)).toContain(words)
        }
      }),
    )
  })
})

describe('a file of phrases', () => {
  const phrases = [
    { abbreviation: 'slp', section: 'subjective' as const, text: 'Slept {{choice: well|badly}}.' },
    { abbreviation: 'any', section: null, text: 'one\ntwo “שלום”' },
  ]

  it('is read as it was written', () => {
    expect(readPhraseFile(writePhraseFile(phrases))).toEqual({ ok: true, phrases })
    expect(readPhraseFile(`\ufeff${writePhraseFile([])}`)).toEqual({ ok: true, phrases: [] })
  })

  it('is distinguished from other programs’ files, newer ones and damaged ones', () => {
    const problemOf = (text: string) => {
      const reading = readPhraseFile(text)
      return reading.ok ? null : reading.problem
    }
    const whole = writePhraseFile(phrases)
    expect(problemOf('')).toBe('foreign')
    expect(problemOf('[]')).toBe('foreign')
    expect(problemOf('{"format":"snippets"}')).toBe('foreign')
    expect(problemOf(whole.replace('"version": 1', '"version": 2'))).toBe('newer')
    expect(problemOf(whole.slice(0, -20))).toBe('damaged')
    expect(problemOf(whole.replace('"version": 1', '"version": "1"'))).toBe('damaged')
    expect(problemOf(whole.replace('"plan"', '"x"').replace('"subjective"', '"elsewhere"'))).toBe('damaged')
    expect(problemOf(whole.replace('"section"', '"extra": 1, "section"'))).toBe('damaged')
  })

  it('never makes the reading throw', () => {
    fc.assert(fc.property(fc.oneof(anyText, fc.json()), (text) => void readPhraseFile(text)))
  })
})
