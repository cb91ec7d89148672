import { describe, expect, it } from 'vitest'
import {
  clientCode,
  byName,
  clientFields,
  dateOfBirthProblem,
  displayName,
  emptyClient,
  fullName,
  isProbableDuplicate,
} from './client.ts'

const named = (firstName: string, lastName: string, preferredName = '') => ({ firstName, lastName, preferredName })

describe('a client', () => {
  it('needs a first or a last name and nothing else', () => {
    expect(clientFields.safeParse({ ...emptyClient, firstName: 'Mara' }).success).toBe(true)
    expect(clientFields.safeParse({ ...emptyClient, lastName: 'Sample' }).success).toBe(true)
    const refused = clientFields.safeParse({ ...emptyClient, firstName: '  ' })
    expect(refused.error?.issues).toMatchObject([{ path: ['firstName'], message: 'name_missing' }])
  })

  it('has no fields but its own', () => {
    expect(clientFields.safeParse({ ...emptyClient, firstName: 'Mara', diagnosis: 'x' }).success).toBe(false)
  })
})

describe('a name', () => {
  it('is shown with the preferred name where that differs', () => {
    expect(displayName(named('Amelia', 'Hartley'))).toBe('Amelia Hartley')
    expect(displayName(named('Amelia', 'Hartley', 'Amelia'))).toBe('Amelia Hartley')
    expect(displayName(named('Oluwaseun', 'Adébáyọ̀', 'Seun'))).toBe('Oluwaseun “Seun” Adébáyọ̀')
    expect(displayName(named('', 'Hartley', 'Mel'))).toBe('“Mel” Hartley')
  })

  it('is complete with one part', () => {
    expect(fullName(named('Mara', ''))).toBe('Mara')
    expect(fullName(named('', 'Sample'))).toBe('Sample')
  })

  it('is listed by last name, then first name, or the only one there is', () => {
    const people = [
      named('Zoë', 'Abel'),
      named('anna', 'Abel'),
      named('Mara', ''),
      named('', 'Lund'),
      named('Bo', 'Zach'),
    ]
    expect(byName(people, 'en').map(fullName)).toEqual(['anna Abel', 'Zoë Abel', 'Lund', 'Mara', 'Bo Zach'])
  })

  const lastNames = ['Zach', 'Østby', 'Đặng', 'Ängström', 'Oakes', 'O’Brien', "O'Brian", 'Łuk', 'Dunn', 'Aho', 'Lund']
  it.each([
    ['en', ['Aho', 'Ängström', 'Đặng', 'Dunn', 'Łuk', 'Lund', 'Oakes', "O'Brian", 'O’Brien', 'Østby', 'Zach']],
    ['sv', ['Aho', 'Đặng', 'Dunn', 'Łuk', 'Lund', 'Oakes', "O'Brian", 'O’Brien', 'Zach', 'Ängström', 'Østby']],
  ])('is listed as the language %s has it', (language, expected) => {
    expect(
      byName(
        lastNames.map((name) => named('', name)),
        language,
      ).map(fullName),
    ).toEqual(expected)
  })
})

describe('a probable duplicate', () => {
  const person = { firstName: 'Zoë', lastName: 'Müller', dateOfBirth: '1980-01-02' }

  it('has the same name, however it is written, and the same birth date', () => {
    expect(isProbableDuplicate(person, { ...person, firstName: 'ZOE', lastName: 'muller' })).toBe(true)
    expect(isProbableDuplicate(person, { ...person, firstName: 'Zoë Müller', lastName: '' })).toBe(true)
    expect(isProbableDuplicate(person, { ...person, dateOfBirth: '1980-01-03' })).toBe(false)
    expect(isProbableDuplicate(person, { ...person, lastName: 'Muller-Lund' })).toBe(false)
    expect(isProbableDuplicate(person, { ...person, firstName: 'Zora' })).toBe(false)
  })

  it('is also one where only one of the two has a birth date', () => {
    expect(isProbableDuplicate(person, { ...person, dateOfBirth: null })).toBe(true)
    expect(isProbableDuplicate({ ...person, dateOfBirth: null }, person)).toBe(true)
  })

  it.each([
    ['O’Connor', "O'Connor"],
    ['Đặng', 'Dang'],
    ['Smith–Jones', 'Smith Jones'],
    ['Ma\u200dra', 'Mara'],
    ['Mueller', 'Müller'],
    ['Muller', 'Müller'],
    ['Hansen-Ångsström', 'Hansen Aangsstroem'],
    ['St. John', 'St John'],
    ['Kaʻahumanu', "Ka'ahumanu"],
  ])('is called %s or %s', (one, other) => {
    expect(isProbableDuplicate({ ...person, lastName: one }, { ...person, lastName: other })).toBe(true)
  })

  it('is not one who is called Muller where the other is called Mueller, nor one whose name is other signs alone', () => {
    expect(isProbableDuplicate({ ...person, lastName: 'Mueller' }, { ...person, lastName: 'Muller' })).toBe(false)
    expect(isProbableDuplicate({ ...person, lastName: '(?)' }, { ...person, lastName: '...' })).toBe(false)
  })

  it('is also one without a birth date when both have none', () => {
    expect(isProbableDuplicate({ ...person, dateOfBirth: null }, { ...person, dateOfBirth: null })).toBe(true)
  })
})

describe('a date of birth', () => {
  it.each([
    ['2026-11-23', null],
    ['2026-11-24', 'in_future'],
    ['1880-01-01', null],
    ['1879-12-31', 'too_long_ago'],
    [null, null],
  ] as const)('%s is, on 23 November 2026, refused as %s', (dateOfBirth, problem) => {
    expect(dateOfBirthProblem(dateOfBirth, '2026-11-23')).toBe(problem)
  })
})

describe('the code of a client', () => {
  it('is made of the end of the id, in characters that are not taken for each other', () => {
    expect(clientCode('019abcde-0000-7000-8000-000000000000')).toBe('0000-0000')
    expect(clientCode('019abcde-0000-7000-8000-00ffffffffff')).toBe('ZZZZ-ZZZZ')
    expect(clientCode('019abcde-0000-7000-8000-000908880a8b')).toBe('1448-G2MB')
  })
})
