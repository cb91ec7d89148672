import { describe, expect, it } from 'vitest'
import { wordsOfKept, wordsOfOldKeys } from './leftBehind.ts'

const day = { name: 'vault.set-aside 2026-11-30 14.03.22', setAsideOn: '2026-11-30' }
const left = {
  vaults: [
    day,
    { name: 'vault.set-aside 2026-11-30 09.00.00', setAsideOn: '2026-11-30' },
    { ...day, name: 'vault.set-aside x', setAsideOn: null },
  ],
  places: [{ folder: '/media/old', removedAt: '2026-12-01T12:00:00.000Z' }],
}

describe('what Palpate leaves behind', () => {
  it('before a client is erased / is each day once, and each place that was removed', () => {
    const [vaults, places] = wordsOfKept(left)
    expect(vaults).toMatch(/until you delete them: [^:]*2026 and vault\.set-aside x$/u)
    expect(vaults?.match(/2026/gu)).toHaveLength(1)
    expect(places).toMatch(/\/media\/old \(removed .*2026\)/u)
  })

  it('before new keys are made / still opens with the secrets of its day', () => {
    const [vaults, places] = wordsOfOldKeys(left)
    expect(vaults).toMatch(/still open with the passphrase and code of their day: .*2026/u)
    expect(places).toMatch(/^So do the backups .*\/media\/old/u)
  })

  it('where the folder cannot be read / says so, and where nothing is / says nothing', () => {
    for (const words of [wordsOfKept, wordsOfOldKeys]) {
      expect(words({ vaults: null, places: [] })).toEqual([expect.stringContaining('could not be read')])
      expect(words({ vaults: [], places: [] })).toEqual([])
      expect(words(undefined)).toEqual([])
    }
  })
})
