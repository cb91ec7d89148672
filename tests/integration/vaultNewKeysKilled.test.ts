// Killed in the middle of making new keys: whatever the moment, the passphrase opens a vault with every row.
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { killAfter, killAtChange, makeVaultWithRows, problemsAfterStart } from '../fixtures/newKeysVault.ts'
import { temporaryFolder } from '../fixtures/vaultPlace.ts'

const rows = 2000

test(
  'a kill right before any change to the file system leaves a whole vault, and nothing beside it after the next unlock',
  { timeout: 300_000 },
  async () => {
    const folder = join(temporaryFolder(), 'vault')
    await makeVaultWithRows(folder, rows)
    let steps = 1
    for (; steps <= 100; steps += 1) {
      const isDone = killAtChange(folder, steps)
      expect([steps, await problemsAfterStart(folder, rows)]).toEqual([steps, []])
      if (isDone) break
    }
    expect(steps).toBeGreaterThan(15)
    expect(steps).toBeLessThan(100)
  },
)

test('a kill at any of 30 moments leaves a whole vault with every row', { timeout: 300_000 }, async () => {
  const folder = join(temporaryFolder(), 'vault')
  await makeVaultWithRows(folder, rows)
  for (let kill = 0; kill < 30; kill += 1) {
    // Spread over the first two times that it makes new keys, whose length nobody knows beforehand.
    const milliseconds = 5 + kill * 9
    await killAfter(folder, milliseconds)
    expect([milliseconds, await problemsAfterStart(folder, rows)]).toEqual([milliseconds, []])
  }
})
