import { describe, expect, it } from 'vitest'
import { defaultSettings, practiceFields, practiceSettings, signerOf } from './practice.ts'

const practice = { name: 'Quiet Hands', therapistName: '', credentials: '', licenceNumber: '', address: '', phone: '' }

describe('a practice', () => {
  it('needs a name and nothing else', () => {
    expect(practiceFields.safeParse(practice).success).toBe(true)
    expect(practiceFields.safeParse({ ...practice, name: '   ' }).success).toBe(false)
  })

  it.each(['Ada Moreno', '李', 'Ó'])('signs under the therapist’s name %s', (therapistName) => {
    expect(signerOf({ ...practice, therapistName })).toBe(therapistName)
  })

  it.each(['', ' ', '-', '\u200b', '12'])(
    'has nobody who signs while the therapist’s name is “%s”',
    (therapistName) => {
      expect(signerOf({ ...practice, therapistName })).toBeNull()
    },
  )

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
