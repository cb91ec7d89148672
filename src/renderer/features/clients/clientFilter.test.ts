import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ClientSummary } from '#shared/contract/clients.ts'
import { findClients, indexClients, looksLikeName, namesFromQuery } from './clientFilter.ts'

let count = 0
const client = (fields: Partial<ClientSummary>): ClientSummary => ({
  id: `00000000-0000-4000-8000-${String(++count).padStart(12, '0')}`,
  firstName: '',
  lastName: '',
  preferredName: '',
  dateOfBirth: null,
  phone: '',
  email: '',
  alert: '',
  isArchived: false,
  lastSessionAt: null,
  sessionCount: 0,
  draftCount: 0,
  ...fields,
})

const clients = [
  client({ firstName: 'Ana', lastName: 'Silva', phone: '+351 (912) 345-678', email: 'ana@example.org' }),
  client({ firstName: 'Susana', lastName: 'Weiß', dateOfBirth: '1980-03-02' }),
  client({ firstName: 'Zoë', lastName: 'Ångström', preferredName: 'Zed' }),
  client({ firstName: 'محمد', lastName: 'الأحمد' }),
  client({ firstName: '小明', lastName: '王' }),
]
const index = indexClients(clients)
const found = (query: string) => findClients(index, query).map((one) => one.firstName)

describe('finding a client', () => {
  it('shows everybody before anything is typed', () => expect(found('  ')).toHaveLength(clients.length))

  it('ignores case, accents and the order of the words', () => {
    expect(found('angstrom zoe')).toEqual(['Zoë'])
    expect(found('SILVA a')).toEqual(['Ana'])
  })

  it('finds a name of two words that is typed as one, and one with a hyphen either way', () => {
    const two = indexClients([client({ firstName: 'Jean-Luc' }), client({ firstName: 'Bo', lastName: 'Van Dyke' })])
    const first = (query: string) => findClients(two, query).map((one) => one.firstName)
    for (const typed of ['jeanluc', 'jean luc', 'jean-luc', 'JeanL']) expect(first(typed)).toEqual(['Jean-Luc'])
    expect(first('vandyke bo')).toEqual(['Bo'])
  })

  it('finds the last name before a comma, whether a space follows or not', () => {
    for (const typed of ['Silva,', 'Silva, Ana', 'silva,an', 'Silva，Ana', '王、小明'])
      expect(found(typed)).toHaveLength(1)
  })

  it('puts those first whose name begins with what was typed', () => expect(found('ana')).toEqual(['Ana', 'Susana']))

  it('finds a preferred name, an e-mail address and every script', () => {
    expect(found('zed')).toEqual(['Zoë'])
    expect(found('ana@ex')).toEqual(['Ana'])
    expect(found('الأحمد')).toEqual(['محمد'])
    expect(found('王')).toEqual(['小明'])
  })

  it('finds a phone number however it is written', () => {
    expect(found('912345')).toEqual(['Ana'])
    expect(found('912 345-6')).toEqual(['Ana'])
    expect(found('(912)')).toEqual(['Ana'])
    expect(found('٩١٢ ٣٤٥')).toEqual(['Ana'])
  })

  it('finds a birth date in the ways people write it', () => {
    for (const typed of ['1980-03-02', '2.3.1980', '02.03.1980', '02/03/1980', '3/2/1980', '2 march 1980', '1980']) {
      expect(found(typed)).toEqual(['Susana'])
    }
  })

  it('finds ß by ss', () => expect(found('weiss')).toEqual(['Susana']))

  it.each([
    ['Müller', 'Mueller'],
    ['Mueller', 'müller'],
    ['Mu\u0308ller', 'MUELLER'],
    ['Jörg-Ümit', 'joerg-uemit'],
    ['Sørensen', 'Soerensen'],
    ['Aase', 'Åse'],
    ['Đorđević', 'Djordjevic'],
    ['St. John', 'st john'],
    ['St John', 'St. John'],
    ['Ann (Annie)', 'annie'],
    ['“Bud” Smith', 'bud smith'],
  ])('finds %s by %s', (lastName, typed) => {
    const one = client({ firstName: 'Bo', lastName })
    expect(findClients(indexClients([one]), typed)).toEqual([one])
  })

  it('finds nobody rather than somebody else', () => expect(found('ana weissmann')).toEqual([]))

  it('finds a name with figures of another script as it is written, and by Latin ones', () => {
    const one = client({ firstName: 'Leela', lastName: '೦೭' })
    for (const query of ['೦೭', '07', '೦', 'leela ೦೭']) expect(findClients(indexClients([one]), query)).toEqual([one])
  })

  it('finds every client by any part of their own name', () => {
    const names = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
    fc.assert(
      fc.property(names, names, (firstName, lastName) => {
        const one = client({ firstName: firstName.trim(), lastName: lastName.trim() })
        const all = indexClients([...clients, one])
        expect(findClients(all, `${one.lastName} ${one.firstName}`)).toContain(one)
      }),
    )
  })
})

describe('a name typed into the filter', () => {
  it('becomes first and last name', () => {
    expect(namesFromQuery('Ana Silva')).toEqual({ firstName: 'Ana', lastName: 'Silva' })
    expect(namesFromQuery('Ana Maria  Silva')).toEqual({ firstName: 'Ana Maria', lastName: 'Silva' })
    expect(namesFromQuery('Silva, Ana')).toEqual({ firstName: 'Ana', lastName: 'Silva' })
    expect(namesFromQuery('Ana')).toEqual({ firstName: 'Ana', lastName: '' })
    expect(namesFromQuery('Silva,')).toEqual({ firstName: 'Silva', lastName: '' })
  })

  it('is distinguished from a phone number, a date and an address', () => {
    expect(looksLikeName('Ana Silva')).toBe(true)
    expect(looksLikeName('王')).toBe(true)
    expect(looksLikeName('0912')).toBe(false)
    expect(looksLikeName('ana@example.org')).toBe(false)
    expect(looksLikeName('2/3/1980')).toBe(false)
  })
})
