import { describe, expect, it } from 'vitest'
import { linkedPerson, providersWith, relationWords, relations, type ProviderFields } from './person.ts'

const provider = (change: Partial<ProviderFields>): ProviderFields => ({
  name: 'Dr Vera Holt',
  profession: 'Family doctor',
  phone: '555 0102',
  fax: '',
  address: '2 Quay Street',
  note: '',
  ...change,
})

describe('looking for a provider', () => {
  it('finds those with every word, in whatever field, without accents and capitals', () => {
    const holt = provider({})
    const berg = provider({ name: 'Nils Bérg', profession: 'Physiotherapist', note: 'Knees' })
    expect(providersWith([holt, berg], '')).toEqual([holt, berg])
    expect(providersWith([holt, berg], 'berg KNEE')).toEqual([berg])
    expect(providersWith([holt, berg], 'quay holt')).toEqual([holt])
    expect(providersWith([holt, berg], 'holt knee')).toEqual([])
  })
})

describe('a household link', () => {
  it('is in words from either side', () => {
    expect(relations.map((one) => relationWords(one, 'of me'))).toEqual(['Guardian', 'Parent', 'Partner'])
    expect(relations.map((one) => relationWords(one, 'of them'))).toEqual(['Guardian of', 'Parent of', 'Partner'])
  })

  it('names a client or a person, never both and never nobody', () => {
    const id = '01900000-0000-7000-8000-00000000000a'
    const isTaken = (person: unknown) => linkedPerson.safeParse(person).success
    expect(isTaken({ clientId: id, name: '', phone: '' })).toBe(true)
    expect(isTaken({ clientId: null, name: 'Ines', phone: '' })).toBe(true)
    expect(isTaken({ clientId: id, name: 'Ines', phone: '' })).toBe(false)
    expect(isTaken({ clientId: null, name: ' ', phone: '' })).toBe(false)
  })
})
