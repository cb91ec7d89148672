// The search for vaults in folders: how far it goes, what it leaves out, and how it ends.
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { findVaults, type VaultSearch } from './findVaults.ts'

let top: string
beforeEach(() => void (top = mkdtempSync(join(tmpdir(), 'palpate-test-'))))
afterEach(() => rmSync(top, { recursive: true, force: true }))

function putVault(...path: string[]): string {
  const folder = join(top, ...path)
  mkdirSync(folder, { recursive: true })
  for (const name of ['practice.db', 'envelope.json']) writeFileSync(join(folder, name), 'x')
  return folder
}

const look = (change: Partial<VaultSearch> = {}) =>
  findVaults({
    roots: [{ folder: top, depth: 3 }],
    without: new Set(),
    mostFolders: 1000,
    isOver: () => false,
    step: () => Promise.resolve(),
    ...change,
  })

describe('a search for vaults', () => {
  test('finds them down to the depth that is said, the one that was written last first', async () => {
    const old = putVault('a', 'vault')
    const recent = putVault('b', 'c', 'vault')
    putVault('b', 'c', 'd', 'e', 'vault')
    utimesSync(join(old, 'practice.db'), 1000, 1000)
    const { found, isComplete } = await look()
    expect(found.map(({ folder }) => folder)).toEqual([recent, old])
    expect(found[1]).toMatchObject({ vaultId: null, writtenAt: '1970-01-01T00:16:40.000Z', isBackup: false })
    expect(isComplete).toBe(true)
  })

  test('says which are backups', async () => {
    const folder = putVault('Palpate backups', 'id', '2026-11-30')
    writeFileSync(join(folder, 'backup.json'), '{}')
    expect((await look()).found).toMatchObject([{ folder, isBackup: true }])
  })

  test.skipIf(process.platform === 'win32')('follows no link, so that a circle ends', async () => {
    mkdirSync(join(top, 'a'))
    symlinkSync(top, join(top, 'a', 'up'))
    let steps = 0
    await look({ step: () => Promise.resolve(void (steps += 1)) })
    expect(steps).toBe(2)
  })

  test('leaves out hidden folders, and those that are named, as network shares are', async () => {
    putVault('.cache', 'vault')
    const share = putVault('share', 'vault')
    expect((await look({ without: new Set([join(top, 'share')]) })).found).toEqual([])
    expect((await look()).found).toMatchObject([{ folder: share }])
  })

  test('of too many folders / ends, and says that it is not complete', async () => {
    for (let index = 0; index < 20; index += 1) mkdirSync(join(top, `folder ${index}`))
    expect(await look({ mostFolders: 10 })).toEqual({ found: [], isComplete: false })
  })

  test('whose time is over / gives what was found by then', async () => {
    const folder = putVault('vault')
    mkdirSync(join(top, 'vault of others', 'deep'), { recursive: true })
    let asked = 0
    const found = await look({ isOver: () => (asked += 1) > 3 })
    expect(found).toMatchObject({ found: [{ folder }], isComplete: false })
  })

  test('that somebody ends / ends at once', async () => {
    mkdirSync(join(top, 'a'))
    await expect(look({ step: () => Promise.reject(new Error('enough')) })).rejects.toThrow('enough')
  })

  test('of a folder that does not exist, or a file in the place of the key file / finds nothing', async () => {
    const folder = join(top, 'half')
    mkdirSync(folder)
    writeFileSync(join(folder, 'practice.db'), 'x')
    expect(
      (
        await look({
          roots: [
            { folder: join(top, 'gone'), depth: 2 },
            { folder, depth: 2 },
          ],
        })
      ).found,
    ).toEqual([])
  })
})
