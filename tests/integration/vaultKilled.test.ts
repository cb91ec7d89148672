// Killed in the middle of making a vault: whatever the moment, there is a whole vault afterwards or none.
import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { makeVaultPlace, temporaryFolder } from '../fixtures/vaultPlace.ts'

const child = fileURLToPath(new URL('../fixtures/vaultKilledChild.ts', import.meta.url))

test(
  'killed at any step of making a vault / leaves a whole vault or none, and nothing beside it',
  { timeout: 120_000 },
  async () => {
    const seen: string[] = []
    for (let step = 1; step <= 100; step += 1) {
      const folder = join(temporaryFolder(), 'vault')
      const { signal, stdout, stderr } = spawnSync(process.execPath, [child, folder, String(step)], {
        encoding: 'utf8',
      })
      expect(stderr).toBe('')
      expect(stdout === 'done' ? null : signal).toBe(stdout === 'done' ? null : 'SIGKILL')
      const { status, unlock, create } = makeVaultPlace({ folder })
      expect(readdirSync(dirname(folder)).filter((name) => name !== 'vault')).toEqual([])
      const { state } = await status()
      seen.push(state)
      if (state === 'locked') await unlock()
      else await create()
      expect(await status()).toMatchObject({ state: 'unlocked' })
      if (stdout === 'done') break
    }
    // Every step was tried, and only the last ones come after the vault is in its place.
    expect(seen.length).toBeGreaterThan(12)
    expect(seen.filter((state) => state === 'locked').length).toBeLessThanOrEqual(2)
    expect(seen.at(-1)).toBe('locked')
  },
)
