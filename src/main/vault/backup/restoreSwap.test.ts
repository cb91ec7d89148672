import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { swapInRestored } from './restoreSwap.ts'

/** The renames that fail, by the name that a folder would get. */
const failing = vi.hoisted(() => ({ to: (_: string): boolean => false }))
vi.mock('../../renaming.ts', async (importOriginal) => {
  const real = await importOriginal<typeof import('../../renaming.ts')>()
  return {
    ...real,
    renameWithRetry(from: string, to: string) {
      if (failing.to(to)) throw Object.assign(new Error('held open by a scanner'), { code: 'EPERM' })
      real.renameWithRetry(from, to)
    },
  }
})

let disk: string
const vault = () => join(disk, 'vault')
const restored = () => join(disk, 'vault.making-restore-1')
const contentOf = (folder: string) => readFileSync(join(folder, 'practice.db'), 'utf8')

beforeEach(() => {
  disk = mkdtempSync(join(tmpdir(), 'palpate-swap-'))
  for (const [folder, content] of [
    [vault(), 'so far'],
    [restored(), 'restored'],
  ] as const) {
    mkdirSync(folder)
    writeFileSync(join(folder, 'practice.db'), content)
  }
})
afterEach(() => {
  failing.to = () => false
  rmSync(disk, { recursive: true, force: true })
})

test.each([
  ['the restored one cannot be declared ready', (to: string) => to.endsWith('.restored')],
  ['the vault so far cannot be set aside', (to: string) => to.includes('.set-aside')],
])('a swap where %s / leaves both as they were, and is made at the next try', (_, fails) => {
  failing.to = fails
  expect(() => swapInRestored(restored(), vault(), '1')).toThrow('held open')
  expect(readdirSync(disk).toSorted()).toEqual(['vault', 'vault.making-restore-1'])
  expect([contentOf(vault()), contentOf(restored())]).toEqual(['so far', 'restored'])
  failing.to = () => false
  expect(contentOf(swapInRestored(restored(), vault(), '1') ?? '')).toBe('so far')
  expect(contentOf(vault())).toBe('restored')
})

test('a swap where the restored one cannot take its place / puts both back', () => {
  let first = true
  failing.to = (to) => to === vault() && first && !(first = false)
  expect(() => swapInRestored(restored(), vault(), '1')).toThrow('held open')
  expect(readdirSync(disk).toSorted()).toEqual(['vault', 'vault.making-restore-1'])
  expect(contentOf(vault())).toBe('so far')
})

test('a swap whose restored one cannot be moved back either / leaves nothing of it', () => {
  failing.to = (to) => to.includes('.set-aside') || to === restored()
  expect(() => swapInRestored(restored(), vault(), '1')).toThrow('held open')
  expect(readdirSync(disk)).toEqual(['vault'])
})

test('a swap where the vault so far cannot be put back / keeps the restored one, for the next start', () => {
  failing.to = (to) => to === vault()
  expect(() => swapInRestored(restored(), vault(), '1')).toThrow('held open')
  expect(existsSync(join(disk, 'vault.restored'))).toBe(true)
  expect(contentOf(join(disk, 'vault.set-aside 1'))).toBe('so far')
})
