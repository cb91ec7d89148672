// The practice's phrases on a real database: begun, changed, ordered, counted, imported.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { starterPhrases } from '#main/services/phrases/starterPhrases.ts'
import { contract } from '#shared/contract/contract.ts'
import type { PhraseFields } from '#shared/domain/phrase/phrase.ts'
import { practiceUnderTest, type PracticeUnderTest } from '../fixtures/practiceUnderTest.ts'
import { fieldRefusal, nobody, refusalOf } from '../fixtures/refusal.ts'

let practice: PracticeUnderTest
beforeEach(() => void (practice = practiceUnderTest()))
afterEach(() => practice.remove())

const list = () => practice.call('phrase:list', {}).phrases
const named = (abbreviation: string) => list().find((phrase) => phrase.abbreviation === abbreviation)
const newId = () => practice.surroundings.newId()
const put = (fields: Partial<PhraseFields> & { id?: string }) =>
  practice.call('phrase:put', { phrase: { id: newId(), abbreviation: 'zz', section: null, text: 'Words.', ...fields } })
const clear = () => {
  for (const { id } of list()) practice.call('phrase:remove', { id })
}

describe('the phrases to begin with', () => {
  it('are there from the first look on, in their order', () => {
    const phrases = list()
    expect(phrases.map(({ id: _, useCount, lastUsedAt, ...fields }) => ({ ...fields, useCount, lastUsedAt }))).toEqual(
      starterPhrases.map((fields) => ({ ...fields, useCount: 0, lastUsedAt: null })),
    )
    expect(contract['phrase:list'].output.parse({ phrases })).toEqual({ phrases })
  })

  it('are put in once: what was deleted stays away', () => {
    clear()
    practice.reopen()
    expect(list()).toEqual([])
  })

  it('are added to a phrase that was saved before the list was first opened', () => {
    expect(put({ abbreviation: 'mine' }).abbreviation).toBe('mine')
    expect(list()).toHaveLength(starterPhrases.length + 1)
    expect(refusalOf(() => put({ abbreviation: 'pain' }))).toEqual(fieldRefusal('phrase.abbreviation', 'taken'))
  })
})

describe('a phrase', () => {
  it('is added at the end, changed in its place, and kept', () => {
    const added = put({ abbreviation: 'mine', section: 'plan' })
    expect(list().at(-1)).toEqual(added)
    const first = list()[0]
    if (!first) throw new Error('no phrase')
    put({ id: first.id, abbreviation: first.abbreviation, text: 'Other words.' })
    practice.reopen()
    expect(list()[0]).toEqual({ ...first, section: null, text: 'Other words.' })
  })

  it('keeps its own abbreviation, and takes none from another', () => {
    const mine = put({ abbreviation: 'mine' })
    put({ id: mine.id, abbreviation: 'mine', text: 'Again.' })
    expect(refusalOf(() => put({ id: mine.id, abbreviation: 'pain' }))).toEqual(
      fieldRefusal('phrase.abbreviation', 'taken'),
    )
    expect(named('mine')?.text).toBe('Again.')
  })

  it('is refused when it calls itself, directly or through others', () => {
    const refusal = fieldRefusal('phrase.text', 'calls_itself')
    expect(refusalOf(() => put({ abbreviation: 'loop', text: '{{phrase: loop}}' }))).toEqual(refusal)
    const one = put({ abbreviation: 'one', text: 'One.' })
    put({ abbreviation: 'two', text: '{{phrase: one}}' })
    expect(refusalOf(() => put({ id: one.id, abbreviation: 'one', text: '{{phrase: two}}' }))).toEqual(refusal)
    expect(named('one')?.text).toBe('One.')
  })

  it('counts how often it was used, and when last', () => {
    const { id } = put({ abbreviation: 'mine' })
    practice.call('phrase:used', { id })
    practice.surroundings.moveTime(60_000)
    practice.call('phrase:used', { id })
    expect(named('mine')).toMatchObject({ useCount: 2, lastUsedAt: '2026-11-23T14:01:00.000Z' })
    put({ id, abbreviation: 'mine', text: 'Changed.' })
    expect(named('mine')).toMatchObject({ text: 'Changed.', useCount: 2 })
    expect(refusalOf(() => practice.call('phrase:used', { id: nobody }))).toEqual({ code: 'NOT_FOUND' })
  })

  it('that was deleted comes back with its count, and to its place', () => {
    const ids = list().map(({ id }) => id)
    const before = named('goon')
    if (!before) throw new Error('no phrase')
    practice.call('phrase:used', { id: before.id })
    practice.call('phrase:remove', { id: before.id })
    expect(named('goon')).toBeUndefined()
    const { useCount: _, lastUsedAt: __, ...phrase } = before
    practice.call('phrase:put', { phrase, useCount: 1 })
    practice.call('phrase:reorder', { ids })
    expect(list().map(({ id }) => id)).toEqual(ids)
    expect(named('goon')?.useCount).toBe(1)
    expect(refusalOf(() => practice.call('phrase:remove', { id: nobody }))).toEqual({ code: 'NOT_FOUND' })
  })
})

describe('the order', () => {
  it('is what was asked for; phrases that were not named follow as they were', () => {
    clear()
    const [a, b, c] = ['aa', 'bb', 'cc'].map((abbreviation) => put({ abbreviation }).id)
    practice.call('phrase:reorder', { ids: [c, nobody, a, c] as string[] })
    expect(list().map(({ id }) => id)).toEqual([c, a, b])
    practice.call('phrase:reorder', { ids: [b] as string[] })
    practice.reopen()
    expect(list().map(({ id }) => id)).toEqual([b, c, a])
  })
})

describe('importing', () => {
  const file: PhraseFields[] = [
    { abbreviation: 'pain', section: 'plan', text: 'Their words.' },
    { abbreviation: 'new', section: null, text: 'New words.' },
  ]
  const take = (sameAbbreviation: 'keep' | 'replace' | 'both', phrases = file) =>
    practice.call('phrase:import', { phrases, sameAbbreviation })

  it('can leave existing phrases as they are', () => {
    const mine = named('pain')
    expect(take('keep')).toEqual({ added: 1, replaced: 0, kept: 1 })
    expect(named('pain')).toEqual(mine)
    expect(named('new')?.text).toBe('New words.')
  })

  it('can take the file’s words and keep the count of uses', () => {
    const mine = named('pain')
    practice.call('phrase:used', { id: mine?.id ?? '' })
    expect(take('replace')).toEqual({ added: 1, replaced: 1, kept: 0 })
    expect(named('pain')).toMatchObject({ id: mine?.id, section: 'plan', text: 'Their words.', useCount: 1 })
  })

  it('can keep both, the file’s with a free number', () => {
    put({ abbreviation: 'pain2' })
    expect(take('both')).toEqual({ added: 2, replaced: 0, kept: 0 })
    expect(named('pain3')?.text).toBe('Their words.')
    const long = 'x'.repeat(30)
    put({ abbreviation: long })
    take('both', [{ abbreviation: long, section: null, text: 'Long.' }])
    expect(named(`${'x'.repeat(29)}2`)?.text).toBe('Long.')
  })

  it('adds nothing twice, and loses none of two with one abbreviation in a file', () => {
    take('both')
    expect(take('both', [file[1] as PhraseFields])).toEqual({ added: 0, replaced: 0, kept: 1 })
    const twice = [
      { abbreviation: 'twin', section: null, text: 'First.' },
      { abbreviation: 'twin', section: null, text: 'Second.' },
      { abbreviation: 'twin', section: null, text: 'First.' },
    ]
    expect(take('keep', twice)).toEqual({ added: 2, replaced: 0, kept: 1 })
    expect([named('twin')?.text, named('twin2')?.text]).toEqual(['First.', 'Second.'])
  })

  it('gives all phrases back as they were exported', () => {
    const before = list().map(({ abbreviation, section, text }) => ({ abbreviation, section, text }))
    clear()
    take('keep', before)
    expect(list().map(({ abbreviation, section, text }) => ({ abbreviation, section, text }))).toEqual(before)
  })

  it('takes all or nothing', () => {
    const count = list().length
    const broken = [...file, { abbreviation: 'bad', section: null, text: '' }]
    expect(() => take('keep', broken)).toThrow()
    expect(list()).toHaveLength(count)
  })
})
