import { describe, expect, it } from 'vitest'
import { isNameTyped, namesClient, nameToType } from './erasure.ts'

const mara = { firstName: 'Mara', lastName: 'Núñez-Sample', preferredName: 'Mo Mo' }

describe('the name that is typed before an erasure', () => {
  it('is the last name, or the first where there is no other', () => {
    expect(nameToType(mara)).toBe('Núñez-Sample')
    expect(nameToType({ firstName: 'Mara', lastName: '' })).toBe('Mara')
  })

  it.each([
    ['Núñez-Sample', true],
    ['  nunez sample ', true],
    ['Nunez', false],
    ['Mara', false],
    ['', false],
  ])('typed as “%s” / is %s', (typed, isTyped) => {
    expect(isNameTyped(mara, typed)).toBe(isTyped)
  })
})

describe('a reason that stays after an erasure', () => {
  it.each([
    ['Asked for it in writing.', false],
    ['Mara asked for it.', true],
    ['MARA’s wish', true],
    ['Ms. Núñez wrote', true],
    ['Marathon runner, asked for it', false],
    ['as Mo wished', true],
    ['', false],
  ])('“%s” / names the client: %s', (reason, isNamed) => {
    expect(namesClient(mara, reason)).toBe(isNamed)
  })
})
