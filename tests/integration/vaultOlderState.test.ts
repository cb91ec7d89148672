// A vault that says less than it did: older copies put back, logs that are gone, cut, damaged or another state's.
import {
  cpSync,
  copyFileSync,
  existsSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { PracticeRecord } from '#shared/contract/practice.ts'
import { frameBytes, logHeaderBytes } from '#main/database/file/logFile.ts'
import type { VaultNotice } from '#shared/domain/vaultNotice.ts'
import { vaultFiles } from '#main/vault/vaultFolder.ts'
import { crashCopy } from '../fixtures/crashedVault.ts'
import { samplePractice } from '../fixtures/practiceUnderTest.ts'
import { closedVaultFiles, makeVaultPlace, temporaryFolder, type VaultPlace } from '../fixtures/vaultPlace.ts'

type Open = Pick<VaultPlace, 'dispatcher' | 'status'>

const saveName = ({ dispatcher }: Open, name: string) =>
  dispatcher.dispatch('practice:save', { practice: { ...samplePractice, name } })
const nameIn = async ({ dispatcher }: Open) =>
  ((await dispatcher.dispatch('practice:get', {})) as PracticeRecord).practice.name
const noticesIn = async ({ status }: Open) => (await status()).notices
const kindsIn = async (place: Open) => (await noticesIn(place)).map(({ kind }) => kind)

const logIn = (folder: string) => `${vaultFiles(folder).database}-wal`

/** Opens the vault in a folder as the next start of the app does. */
async function opened(folder: string, markerFile: string | null = null) {
  const place = makeVaultPlace({ folder, markerFile })
  await place.unlock()
  return place
}

/** A vault with a copy of its closed folder from an earlier day, open again and written in since. */
async function twoDays() {
  const place = makeVaultPlace()
  await place.create()
  await saveName(place, 'Monday')
  place.dispatcher.lock()
  const monday = join(temporaryFolder(), 'vault')
  cpSync(place.folder, monday, { recursive: true })
  await place.unlock()
  for (let time = 1; time <= 20; time += 1) await saveName(place, `Tuesday ${time}`)
  return { place, monday }
}

describe('after a crash', () => {
  test('the log is read, and no notice is given', async () => {
    const { place } = await twoDays()
    const crashed = await opened(crashCopy(place))
    expect([await nameIn(crashed), await noticesIn(crashed)]).toEqual(['Tuesday 20', []])
  })

  test('and several more while the vault is being opened, no notice is given', async () => {
    const { place } = await twoDays()
    let folder = crashCopy(place)
    for (let time = 0; time < 4; time += 1) folder = crashCopy(await opened(folder))
    const last = await opened(folder)
    expect([await nameIn(last), await noticesIn(last)]).toEqual(['Tuesday 20', []])
  })

  test('a head behind its database comes from a crash between the two, and no notice is given', async () => {
    const { place } = await twoDays()
    const head = readFileSync(place.files.head)
    await saveName(place, 'Tuesday 21')
    const folder = crashCopy(place)
    writeFileSync(vaultFiles(folder).head, head)
    const crashed = await opened(folder)
    expect([await nameIn(crashed), await noticesIn(crashed)]).toEqual(['Tuesday 21', []])
  })

  test('a half-written, never acknowledged transaction is left out without a notice', async () => {
    const { place } = await twoDays()
    const folder = crashCopy(place)
    const size = statSync(logIn(folder)).size
    await saveName(place, 'Tuesday 21')
    const later = readFileSync(logIn(place.folder))
    writeFileSync(logIn(folder), later.subarray(0, size + 1000))
    const crashed = await opened(folder)
    expect([await nameIn(crashed), await noticesIn(crashed)]).toEqual(['Tuesday 20', []])
  })
})

test('a crash after two unlocks at once, with its log gone, gives the usual notice', async () => {
  const { place } = await twoDays()
  place.dispatcher.lock()
  await Promise.all([place.unlock(), place.unlock()])
  for (let time = 1; time <= 4; time += 1) {
    await saveName(place, `After both ${time}`)
    const folder = crashCopy(place)
    rmSync(logIn(folder))
    const crashed = await opened(folder)
    expect([await nameIn(crashed), await kindsIn(crashed)]).toEqual(['Tuesday 20', ['older']])
  }
})

describe("an earlier day's database over a crashed vault", () => {
  test('is not mixed with the log, which is set aside; both are in the notice', async () => {
    const { place, monday } = await twoDays()
    const folder = crashCopy(place)
    const log = readFileSync(logIn(folder))
    copyFileSync(vaultFiles(monday).database, vaultFiles(folder).database)
    const mixed = await opened(folder)
    expect(await nameIn(mixed)).toBe('Monday')
    expect(await kindsIn(mixed)).toEqual(['older', 'log set aside'])
    const [, aside] = await noticesIn(mixed)
    expect(readFileSync(join(folder, aside?.fileName ?? '')).equals(log)).toBe(true)
  })

  test('is used from there on, and the notice stays until it is acknowledged', async () => {
    const { place, monday } = await twoDays()
    const folder = crashCopy(place)
    copyFileSync(vaultFiles(monday).database, vaultFiles(folder).database)
    const first = await opened(folder)
    await saveName(first, 'Wednesday')
    first.dispatcher.close()
    const second = await opened(folder)
    expect([await nameIn(second), await kindsIn(second)]).toEqual(['Wednesday', ['older', 'log set aside']])
    await second.dispatcher.dispatch('vault:acknowledgeNotices', {})
    expect(await noticesIn(second)).toEqual([])
    second.dispatcher.close()
    expect(await noticesIn(await opened(folder))).toEqual([])
  })
})

// SQLite checks a log without a key, and would put its pages over the database's, which nobody could read then.
describe('a log that was written under another key', () => {
  async function expectSetAside(folder: string, log: string, name: string) {
    const found = await opened(folder)
    expect([await nameIn(found), await kindsIn(found)]).toEqual([name, ['log set aside']])
    const [aside] = await noticesIn(found)
    expect(readFileSync(join(folder, aside?.fileName ?? '')).equals(readFileSync(log))).toBe(true)
  }

  test('as of another vault, is set aside with a notice, and the vault opens', async () => {
    const { place: other } = await twoDays()
    const { place } = await twoDays()
    place.dispatcher.close()
    copyFileSync(logIn(other.folder), logIn(place.folder))
    await expectSetAside(place.folder, logIn(other.folder), 'Tuesday 20')
  })

  test('as of a crash before new keys, put over the vault’s files, is set aside with a notice', async () => {
    const { place } = await twoDays()
    const folder = crashCopy(place)
    const log = join(temporaryFolder(), 'log')
    copyFileSync(logIn(folder), log)
    await place.dispatcher.dispatch('vault:makeNewKeys', { passphrase: 'correct horse battery' })
    place.dispatcher.close()
    for (const name of closedVaultFiles) copyFileSync(join(place.folder, name), join(folder, name))
    await expectSetAside(folder, log, 'Tuesday 20')
  })
})

describe('a crashed log', () => {
  const logsOf = async () => {
    const { place } = await twoDays()
    const folder = crashCopy(place)
    return { folder, log: readFileSync(logIn(folder)) }
  }

  test('with a byte flipped anywhere gives a notice', async () => {
    const { folder, log } = await logsOf()
    const whole = join(temporaryFolder(), 'whole')
    cpSync(folder, whole, { recursive: true })
    // The header, the first frame's header and page, and places all over the rest; hundreds more by `npm run faults`.
    const places = [
      0,
      8,
      16,
      24,
      32,
      36,
      40,
      48,
      56,
      2000,
      ...Array.from({ length: 12 }, (_, i) => Math.floor((log.length - 1) * (i / 11))),
    ]
    for (const at of places) {
      rmSync(folder, { recursive: true })
      cpSync(whole, folder, { recursive: true })
      const damaged = Buffer.from(log)
      damaged[at] = (damaged[at] ?? 0) ^ 1
      writeFileSync(logIn(folder), damaged)
      const place = await opened(folder)
      expect([at, await kindsIn(place)]).toEqual([at, ['older']])
      place.dispatcher.close()
    }
  })

  test('that is damaged is kept beside the vault as it was found', async () => {
    const { folder, log } = await logsOf()
    const damaged = Buffer.from(log)
    damaged[logHeaderBytes + 5 * frameBytes] = 0xff
    writeFileSync(logIn(folder), damaged)
    const place = await opened(folder)
    const [notice] = await noticesIn(place)
    expect(notice).toMatchObject({ kind: 'older', fileName: 'practice.db-wal.damaged-1' })
    expect(readFileSync(join(folder, 'practice.db-wal.damaged-1')).equals(damaged)).toBe(true)
  })

  test.each([
    ['gone', (file: string) => rmSync(file)],
    ['empty', (file: string) => truncateSync(file)],
    ['cut in the middle', (file: string) => truncateSync(file, logHeaderBytes + 6 * frameBytes + 77)],
    ['cut by its last commit', (file: string) => truncateSync(file, statSync(file).size - frameBytes)],
  ])('that is %s gives a notice with the time of the last known save', async (_, damage) => {
    const { folder } = await logsOf()
    damage(logIn(folder))
    rmSync(`${vaultFiles(folder).database}-shm`, { force: true })
    const place = await opened(folder)
    expect(await noticesIn(place)).toMatchObject([{ kind: 'older', expectedAt: '2026-11-23T14:00:00.000Z' }])
  })

  test('that is damaged gives a notice also without a head, and so does the missing head', async () => {
    const { folder, log } = await logsOf()
    const damaged = Buffer.from(log)
    damaged[logHeaderBytes + 5 * frameBytes] = 0xff
    writeFileSync(logIn(folder), damaged)
    rmSync(vaultFiles(folder).head)
    expect(await kindsIn(await opened(folder))).toEqual(['log damaged'])
    const other = await logsOf()
    rmSync(vaultFiles(other.folder).head)
    expect(await kindsIn(await opened(other.folder))).toEqual(['head missing'])
  })
})

describe('an older copy of the whole folder', () => {
  test("is noticed by what the profile remembers, with the log's file and head of that day in it", async () => {
    const markerFile = join(temporaryFolder(), 'vaults.json')
    const place = makeVaultPlace({ markerFile })
    await place.create()
    await saveName(place, 'Monday')
    place.dispatcher.lock()
    const monday = join(temporaryFolder(), 'vault')
    cpSync(place.folder, monday, { recursive: true })
    await place.unlock()
    await saveName(place, 'Tuesday')
    place.dispatcher.close()
    rmSync(place.folder, { recursive: true })
    cpSync(monday, place.folder, { recursive: true })
    const later = await opened(place.folder, markerFile)
    expect([await nameIn(later), await kindsIn(later)]).toEqual(['Monday', ['older']])
    later.dispatcher.close()
    // There is one notice for each time that it happens, not one at every start.
    expect((await noticesIn(await opened(place.folder, markerFile))).length).toBe(1)
  })
})

describe('new keys', () => {
  /** A vault with a copy of it from before its keys were made anew, and a profile that knew it with the old ones. */
  async function withNewKeys() {
    const profile = temporaryFolder()
    const markerFile = join(profile, 'vaults.json')
    const place = makeVaultPlace({ markerFile })
    await place.create()
    await saveName(place, 'Monday')
    place.dispatcher.lock()
    const monday = join(temporaryFolder(), 'vault')
    const otherMarker = join(temporaryFolder(), 'vaults.json')
    cpSync(place.folder, monday, { recursive: true })
    copyFileSync(markerFile, otherMarker)
    await place.unlock()
    await place.dispatcher.dispatch('vault:makeNewKeys', { passphrase: 'correct horse battery' })
    await saveName(place, 'Tuesday')
    place.dispatcher.close()
    return { place, monday, markerFile, otherMarker }
  }

  test('do not hide that a folder from before them was put back', async () => {
    const { place, monday, markerFile } = await withNewKeys()
    rmSync(place.folder, { recursive: true })
    cpSync(monday, place.folder, { recursive: true })
    const later = await opened(place.folder, markerFile)
    expect(await noticesIn(later)).toMatchObject([{ kind: 'older', expectedAt: null, expectedSignatures: null }])
  })

  test('that were made on another computer give no notice', async () => {
    const { place, otherMarker } = await withNewKeys()
    const elsewhere = await opened(place.folder, otherMarker)
    expect([await nameIn(elsewhere), await noticesIn(elsewhere)]).toEqual(['Tuesday', []])
  })
})

describe('the head', () => {
  const damagedHeads: readonly [string, (file: string) => void, readonly VaultNotice['kind'][]][] = [
    ['gone', (file) => rmSync(file), ['head missing']],
    ['empty', (file) => truncateSync(file), ['head missing']],
    ['of random bytes', (file) => writeFileSync(file, Buffer.alloc(2048, 7)), ['head missing']],
    ['torn in one of its two places', (file) => tear(file), []],
  ]

  test.each(damagedHeads)('that is %s does not keep the vault from opening', async (_, damage, kinds) => {
    const { place } = await twoDays()
    place.dispatcher.close()
    damage(place.files.head)
    const later = await opened(place.folder)
    expect([await nameIn(later), await kindsIn(later)]).toEqual(['Tuesday 20', kinds])
    later.dispatcher.close()
    expect(existsSync(place.files.head)).toBe(true)
  })

  test("of another vault is no head of this one, so an older state can't be passed off with it", async () => {
    const { place } = await twoDays()
    const other = makeVaultPlace()
    await other.create()
    other.dispatcher.close()
    place.dispatcher.close()
    copyFileSync(other.files.head, place.files.head)
    expect(await kindsIn(await opened(place.folder))).toEqual(['head missing'])
  })

  /** Spoils the place that was written last but one: the newest must still be there. */
  function tear(file: string): void {
    const bytes = readFileSync(file)
    const count = (place: number) => bytes.readBigUInt64BE(place * 1024 + 9)
    const older = count(0) < count(1) ? 0 : 1
    bytes.fill(1, older * 1024 + 100, older * 1024 + 200)
    writeFileSync(file, bytes)
  }
})

test('when all was well / only the vault’s own files are in the folder', async () => {
  const { place } = await twoDays()
  place.dispatcher.close()
  expect(readdirSync(place.folder).toSorted()).toEqual(closedVaultFiles)
})
