// A disk that fails to read or write: it is said to be that, and nothing that was saved is taken for gone.
import { spawnSync } from 'node:child_process'
import { cpSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import type { PracticeRecord } from '#shared/contract/practice.ts'
import { vaultFiles } from '#main/vault/vaultFolder.ts'
import { crashedVault } from '../fixtures/crashedVault.ts'
import { faultyDisk, withFaults, type Faults } from '../fixtures/faultyDisk.ts'
import { copyOver, makeTrialVault, nextStart } from '../fixtures/trialVault.ts'
import { makeVaultPlace, passphrase, temporaryFolder } from '../fixtures/vaultPlace.ts'
import { acknowledgedBy, lostIn, nothingYet, work } from '../fixtures/workingVault.ts'

const library = faultyDisk()
const child = fileURLToPath(new URL('../fixtures/vaultOpeningChild.ts', import.meta.url))
const name = 'Written before the crash'

/** Unlocks the vault in a folder on a disk with these faults, and returns the result. */
function read(folder: string, faults: Faults): unknown[] {
  const { stdout, stderr } = spawnSync(process.execPath, [child, 'read', folder, passphrase], {
    encoding: 'utf8',
    env: withFaults(library ?? '', faults),
  })
  expect(stderr).toBe('')
  return JSON.parse(stdout)
}

const copyOf = (folder: string) => {
  const copy = join(temporaryFolder(), 'vault')
  cpSync(folder, copy, { recursive: true })
  return copy
}

describe.skipIf(library === null)('on a disk that fails (where there is a C compiler)', () => {
  test('a log that cannot be read is IO_ERROR, and everything is as it was', async () => {
    const folder = await crashedVault(name)
    const log = `${vaultFiles(folder).database}-wal`
    const before = readFileSync(log)
    expect(read(folder, { path: '-wal', calls: 'read' })).toEqual(['IO_ERROR'])
    expect(readFileSync(log).equals(before)).toBe(true)
    expect(read(folder, { path: 'nothing', calls: 'read' })).toEqual(['read and write', name, 'done', []])
  })

  test('a log of which any one read fails is never taken for a shorter one', async () => {
    const crashed = await crashedVault(name)
    const outcomes = new Set<string>()
    // More places are tried by `npm run faults -- failingDisk`; these are our own reading, SQLite's, and what comes after it.
    for (const skip of [0, 4, 12, 28]) {
      const folder = copyOf(crashed)
      const failed = read(folder, { path: '-wal', calls: 'read', skip, count: 1 })
      outcomes.add(String(failed[0]))
      // Either it says that the disk failed, or everything is there.
      const shown = failed.length > 1 ? failed[1] : failed[0]
      expect([skip, [name, 'IO_ERROR', 'DB_CORRUPT'].includes(String(shown))]).toEqual([skip, true])
      const later = makeVaultPlace({ folder })
      await later.unlock()
      const { practice } = (await later.dispatcher.dispatch('practice:get', {})) as PracticeRecord
      expect([skip, practice.name, (await later.status()).notices]).toEqual([skip, name, []])
      later.dispatcher.close()
    }
    expect(outcomes).toContain('IO_ERROR')
  })

  test('a database that cannot be read or written is IO_ERROR', async () => {
    const crashed = await crashedVault(name)
    expect(read(copyOf(crashed), { path: 'practice.db', calls: 'read' })).toEqual(['IO_ERROR'])
    expect(read(copyOf(crashed), { path: '-wal', calls: 'write' })).toEqual(['IO_ERROR'])
  })

  test('a head that cannot be read or written does not keep the vault from opening', async () => {
    const crashed = await crashedVault(name)
    expect(read(copyOf(crashed), { path: '.head', calls: 'write' })).toEqual(['read and write', name, 'done', []])
    const [first, shown] = read(copyOf(crashed), { path: '.head', calls: 'read' })
    expect([first, shown]).toEqual(['read and write', name])
  })

  test('a full disk, from any write on that would make a file longer / loses nothing, and nothing is said to be lost', async () => {
    const place = temporaryFolder()
    const { folder, clientId, draftId, dispatcher } = await makeTrialVault(join(place, 'original'))
    dispatcher.close()
    const to = join(place, 'copy')
    const workInCopy = (faults: Omit<Faults, 'path' | 'calls'>) => {
      copyOver(folder, to)
      const env = withFaults(library ?? '', { path: `${to}/`, calls: 'grow', ...faults })
      return work({ folder: to, markerFile: '', clientId, draftId }, { first: 1, rounds: 5, env })
    }
    const tally = join(place, 'tally')
    await workInCopy({ skip: 1_000_000, tally })
    const total = Number(readFileSync(tally, 'utf8'))
    const places = 12
    const outcomes = []
    for (let index = 0; index < places; index += 1) {
      // Places of all kinds: their distance is no multiple of what one save writes.
      const skip = Math.floor(((index + 0.5) * total) / places)
      // oxlint-disable-next-line no-await-in-loop -- one process after the other
      const printed = await workInCopy({ skip })
      // oxlint-disable-next-line no-await-in-loop -- see above
      const look = await nextStart(to, draftId)
      outcomes.push([
        skip,
        printed.errors,
        look,
        typeof look === 'string' ? [] : lostIn(look, acknowledgedBy(printed, nothingYet)),
      ])
    }
    expect(outcomes).toEqual(
      outcomes.map(([skip]) => [
        skip,
        '',
        expect.objectContaining({ notices: [], integrity: 'ok', isIntact: true }),
        [],
      ]),
    )
  })
})
