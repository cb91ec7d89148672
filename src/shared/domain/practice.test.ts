import { describe, expect, it } from 'vitest'
import { defaultSettings, practiceFields, practiceSettings, signerName } from './practice.ts'

const practice = { name: 'Quiet Hands', therapistName: '', credentials: '', licenceNumber: '', address: '', phone: '' }

describe('a practice', () => {
  it('needs a name and nothing else', () => {
    expect(practiceFields.safeParse(practice).success).toBe(true)
    expect(practiceFields.safeParse({ ...practice, name: '   ' }).success).toBe(false)
  })

  it('signs with the therapist’s name where it is known', () => {
    expect(signerName(practice)).toBe('Quiet Hands')
    expect(signerName({ ...practice, therapistName: 'Ada Moreno' })).toBe('Ada Moreno')
  })

  it('starts with settings that are allowed, and that keep names out of file names', () => {
    expect(practiceSettings.parse(defaultSettings)).toEqual(defaultSettings)
    expect(defaultSettings.clientNameInFileName).toBe(false)
  })

  it('locks after one minute at the earliest and two hours at the latest', () => {
    for (const idleMinutes of [0, 121, 1.5]) {
      expect(practiceSettings.safeParse({ ...defaultSettings, idleMinutes }).success).toBe(false)
    }
  })
})
