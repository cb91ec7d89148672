// Killed in the middle of making new keys: whatever the moment, the passphrase opens a vault with every row. Every step and
// many more moments are tried by `npm run faults -- newKeysKilled`.
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { killAfter, killAtChange, makeVaultWithRows, problemsAfterStart } from '../fixtures/newKeysVault.ts'
import { temporaryFolder } from '../fixtures/vaultPlace.ts'

const rows = 500

test(
  'killed right before a change to the file system / leaves a whole vault, and nothing beside it after the next unlock',
  { timeout: 120_000 },
  async () => {
    const folder = join(temporaryFolder(), 'vault')
    await makeVaultWithRows(folder, rows)
    const changes = killAtChange(folder, 0) ?? 0
    expect(changes).toBeGreaterThan(15)
    expect(changes).toBeLessThan(100)
    // The first one, one in the middle, and those around the renames near the end.
    for (const step of [1, Math.ceil(changes / 2), changes - 4, changes - 2, changes - 1, changes]) {
      expect([step, killAtChange(folder, step)]).toEqual([step, null])
      expect([step, await problemsAfterStart(folder, rows)]).toEqual([step, []])
    }
  },
)

test('a kill at any of 3 moments leaves a whole vault with every row', { timeout: 120_000 }, async () => {
  const folder = join(temporaryFolder(), 'vault')
  await makeVaultWithRows(folder, rows)
  for (const milliseconds of [10, 60, 150]) {
    await killAfter(folder, milliseconds)
    expect([milliseconds, await problemsAfterStart(folder, rows)]).toEqual([milliseconds, []])
  }
})
