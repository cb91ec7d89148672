import { describe, expect, it } from 'vitest'
import { defaultLetter, letterTo, missingFacts, unknownBlanks, withFacts } from './closingLetter.ts'

const facts = {
  lastDay: '31 March 2027',
  keeper: 'Ada Holm, 3 Mill Lane',
  contact: 'call 555 0100',
  until: '30 June 2027',
}
const practice = { name: 'Quiet Hands', therapistName: 'Ada Moreno' }

describe('the letter to clients', () => {
  it('with every fact given / says all of them, and has no blank left', () => {
    const letter = letterTo(withFacts(defaultLetter, facts, practice), 'Mara Okafor')
    expect(letter).toMatch(/^Dear Mara Okafor,\n/u)
    for (const fact of [...Object.values(facts), 'Quiet Hands', 'Ada Moreno']) expect(letter).toContain(fact)
    expect(letter).not.toMatch(/[{}]/u)
  })

  it('without a therapist’s name / is signed by the practice', () => {
    expect(withFacts('{therapist}', facts, { ...practice, therapistName: '' })).toBe('Quiet Hands')
  })

  it('names the facts that it asks for and that are empty', () => {
    expect(missingFacts(defaultLetter, { ...facts, until: ' ' })).toEqual(['until'])
    expect(missingFacts('Goodbye, {client}', { lastDay: '', keeper: '', contact: '', until: '' })).toEqual([])
  })

  it('names words between braces that are no blank', () => {
    expect(unknownBlanks('{client} {clinet} {last day}')).toEqual(['{clinet}'])
  })

  it('fills a name that looks like a blank in as it stands', () => {
    const letter = withFacts('{client}: {keeper}', { ...facts, keeper: '{client}' }, practice)
    expect(letterTo('{client}', '{practice}')).toBe('{practice}')
    expect(letter).toBe('{client}: {client}')
  })
})
