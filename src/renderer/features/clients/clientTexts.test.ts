import { describe, expect, it } from 'vitest'
import { emptyClient } from '#shared/domain/client.ts'
import { emptyTexts, readClientTexts, readDateOfBirth, sameTexts, textsOf } from './clientTexts.ts'

const today = '2026-11-23'
const read = (texts: Partial<typeof emptyTexts>) => readClientTexts({ ...emptyTexts, ...texts }, 'dmy', today)
const problems = (texts: Partial<typeof emptyTexts>) => {
  const reading = read(texts)
  return 'problems' in reading ? Object.keys(reading.problems) : []
}

describe('the form of a client', () => {
  it('is a record with a name alone', () => {
    expect(read({ lastName: ' Silva ' })).toEqual({ value: { ...emptyClient, lastName: 'Silva' } })
  })

  it('asks for a name', () => expect(problems({ phone: '1' })).toEqual(['firstName']))

  it('reads the date of birth as people type it', () => {
    const reading = read({ firstName: 'Ana', dateOfBirth: '2.3.1980' })
    expect(reading).toMatchObject({ value: { dateOfBirth: '1980-03-02' } })
  })

  it('says at which box something is wrong, all at once', () => {
    expect(problems({ dateOfBirth: 'soon', firstName: 'x'.repeat(501), address: 'y'.repeat(4001) })).toEqual([
      'firstName',
      'dateOfBirth',
      'address',
    ])
    expect(problems({ firstName: 'x'.repeat(500), address: 'y'.repeat(4000) })).toEqual([])
    expect(problems({ firstName: 'Ana', phone: '\u0000' })).toEqual(['phone'])
  })

  it('distinguishes a birth date in the future from an invalid one', () => {
    expect(readDateOfBirth('24.11.2026', 'dmy', today)).toMatchObject({ date: '2026-11-24' })
    expect(readDateOfBirth('24.11.2026', 'dmy', today).problem).toContain('future')
    expect(readDateOfBirth('23.11.2026', 'dmy', today).problem).toBeUndefined()
    expect(readDateOfBirth('', 'dmy', today)).toEqual({ date: null })
  })

  it('shows a record so that it reads back unchanged in every country', () => {
    const fields = { ...emptyClient, firstName: 'Ana', dateOfBirth: '1980-03-02', address: 'A\nB' }
    for (const order of ['dmy', 'mdy', 'ymd'] as const) {
      expect(readClientTexts(textsOf(fields), order, today)).toEqual({ value: fields })
    }
  })

  it('is changed by words, not by spaces', () => {
    expect(sameTexts({ ...emptyTexts, firstName: 'An' }, emptyTexts)).toBe(false)
    expect(sameTexts({ ...emptyTexts, phone: ' ' }, emptyTexts)).toBe(true)
  })
})
