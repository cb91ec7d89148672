// What lies in the place of the vault's files may be no file, or a link to one, and its disk may be full: never waited for,
// said plainly, and used where it can be.
import { execFileSync } from 'node:child_process'
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { PracticeRecord } from '#shared/contract/practice.ts'
import { openPages } from '#main/database/salvage/pageSource.ts'
import { unpackMoveFile } from '#main/vault/backup/moveFile.ts'
import { samplePractice } from '../fixtures/practiceUnderTest.ts'
import { practiceWithStick } from '../fixtures/practiceWithStick.ts'
import { fillDisk, tryToMountDisk, unmount } from '../fixtures/smallDisk.ts'
import { expectCode, makeVaultPlace, passphrase, temporaryFolder, type VaultPlace } from '../fixtures/vaultPlace.ts'

const saveName = ({ dispatcher }: Pick<VaultPlace, 'dispatcher'>, name: string) =>
  dispatcher.dispatch('practice:save', { practice: { ...samplePractice, name } })
const nameIn = async ({ dispatcher }: Pick<VaultPlace, 'dispatcher'>) =>
  ((await dispatcher.dispatch('practice:get', {})) as PracticeRecord).practice.name

/** A closed vault with a name in it. */
async function closedVault() {
  const markerFile = join(temporaryFolder(), 'vaults.json')
  const place = makeVaultPlace({ markerFile })
  await place.create()
  await saveName(place, 'Before')
  place.dispatcher.lock()
  return { ...place, markerFile }
}

const makePipe = 'mkfifo'
const kinds: readonly (readonly [string, (file: string) => void])[] = [
  ['a pipe', (file) => void execFileSync(makePipe, [file])],
  ['a folder', (file) => mkdirSync(file)],
  ['a device', (file) => symlinkSync('/dev/zero', file)],
]

describe.skipIf(process.platform === 'win32').each(kinds)('with %s in the place of', (_, put) => {
  test('a file for another computer that was found / it is refused at once, and nothing is left', async () => {
    const practice = await practiceWithStick()
    const file = join(practice.stick, 'Palpate move.palpate')
    await practice.dispatcher.backups.writeMoveFile(file)
    const { copies } = await practice.dispatcher.backups.findCopies(file)
    rmSync(file)
    put(file)
    await expectCode(practice.call('backup:look', { id: copies[0]?.id, secret: null }), 'NO_MOVE_FILE')
    await expectCode(
      unpackMoveFile(file, practice.stick, () => undefined),
      'NO_MOVE_FILE',
    )
    expect(readdirSync(dirname(practice.folder))).toEqual(['vault'])
  })

  test('the database that is to be salvaged / nothing is begun', async () => {
    const place = await closedVault()
    rmSync(place.files.database)
    put(place.files.database)
    const location = { file: place.files.database, key: Buffer.alloc(32), vaultId: crypto.randomUUID() }
    expect(() => openPages(location)).toThrow()
    rmSync(place.files.database, { recursive: true })
  })

  test('the list of backup places / there are none, and one can be added', async () => {
    const practice = await practiceWithStick()
    const file = join(practice.profile, 'backups.json')
    rmSync(file, { force: true })
    put(file)
    expect((await practice.state()).places).toEqual([])
    expect(await practice.call('backup:knownCopies')).toEqual({ copies: [], hasUnfinished: false })
    if (lstatSync(file).isDirectory()) rmSync(file, { recursive: true })
    await practice.addStick()
    expect((await practice.state()).places).toHaveLength(1)
  })

  test.each(['practice.db-wal', 'attempts.json', 'practice.head'])(
    '%s of a backup / it is found, and refused by name when it is looked into',
    async (name) => {
      const practice = await practiceWithStick()
      await practice.addStick()
      await practice.backUp()
      const file = join(practice.backups()[0] ?? '', name)
      rmSync(file, { force: true })
      put(file)
      const { copies } = await practice.dispatcher.backups.findCopies(practice.stick)
      await expectCode(practice.call('backup:look', { id: copies[0]?.id ?? '', secret: { passphrase } }), 'NOT_A_FILE')
    },
  )

  test('the key file of the vault / backups are found, said to be of no known vault, and looked into', async () => {
    const practice = await practiceWithStick()
    await practice.addStick()
    await practice.backUp()
    practice.dispatcher.lock()
    for (const name of ['envelope.json', 'envelope.copy.json']) {
      rmSync(join(practice.folder, name))
      put(join(practice.folder, name))
    }
    const { copies } = await practice.dispatcher.backups.findCopies(practice.stick)
    expect(copies.map(({ isOfThisVault }) => isOfThisVault)).toEqual([null])
    rmSync(practice.files.database)
    put(practice.files.database)
    const looked = await practice.call('backup:look', { id: copies[0]?.id, secret: { passphrase } })
    expect(looked).toMatchObject({ problem: null })
  })
})

describe.skipIf(process.platform === 'win32').each(kinds)('%s in the place of', (_, put) => {
  test.each(['practice.db-wal', 'practice.db-shm', 'practice.db-journal', 'practice.head'])(
    '%s is refused by name, and once it is gone the vault opens',
    async (name) => {
      const place = await closedVault()
      const file = join(place.folder, name)
      rmSync(file, { force: true })
      put(file)
      expect(await place.status()).toMatchObject({ state: 'locked' })
      await expectCode(place.unlock(), 'NOT_A_FILE')
      expect(lstatSync(file).isFile()).toBe(false)
      rmSync(file, { recursive: true })
      await place.unlock()
      expect(await nameIn(place)).toBe('Before')
    },
  )

  test('practice.db is not this vault’s database', async () => {
    const place = await closedVault()
    rmSync(place.files.database)
    put(place.files.database)
    await expectCode(place.unlock(), 'DB_FOREIGN')
  })

  test.each(['envelope.json', 'envelope.copy.json'])(
    '%s leaves the other one of the two, which opens',
    async (name) => {
      const place = await closedVault()
      rmSync(join(place.folder, name))
      put(join(place.folder, name))
      await place.unlock()
      expect(await nameIn(place)).toBe('Before')
    },
  )

  test('both key files is a damaged key file', async () => {
    const place = await closedVault()
    for (const file of [place.files.envelope, place.files.envelopeCopy]) {
      rmSync(file)
      put(file)
    }
    await expectCode(place.unlock(), 'ENVELOPE_DAMAGED')
  })

  test('attempts.json, the note of new keys or the marker keeps nobody out', async () => {
    const place = await closedVault()
    for (const file of [place.files.attempts, join(place.folder, 'takes-place-of.txt'), place.markerFile]) {
      rmSync(file, { force: true })
      put(file)
    }
    const later = place.restart()
    expect(await later.status()).toMatchObject({ state: 'locked' })
    place.pass(60)
    await later.unlock()
    expect(await nameIn(later)).toBe('Before')
  })

  test('a file that a save leaves half made delays nothing', async () => {
    const place = await closedVault()
    await place.unlock()
    put(`${place.files.envelope}.unfinished`)
    const change = { current: passphrase, next: 'nine lamps along a quiet harbour' }
    await place.dispatcher.dispatch('vault:changePassphrase', change).catch(() => undefined)
    await saveName(place, 'After')
    expect(await nameIn(place)).toBe('After')
  })
})

describe.skipIf(process.platform === 'win32')('a database that is a link', () => {
  /** Moves the closed database to another disk, and puts a link in its place. */
  async function linkedVault() {
    const place = await closedVault()
    const disk = temporaryFolder()
    const moved = join(disk, 'records.db')
    renameSync(place.files.database, moved)
    symlinkSync(moved, place.files.database)
    return { ...place, disk, moved }
  }

  test('is opened, saved to and opened again, without a notice, and stays a link', async () => {
    const place = await linkedVault()
    await place.unlock()
    await saveName(place, 'On the other disk')
    expect(readdirSync(place.disk)).toContain('records.db-wal')
    place.dispatcher.lock()
    await place.unlock()
    expect([await nameIn(place), (await place.status()).notices]).toEqual(['On the other disk', []])
    expect(lstatSync(place.files.database).isSymbolicLink()).toBe(true)
  })

  const mishaps: readonly (readonly [string, (place: Awaited<ReturnType<typeof linkedVault>>) => void])[] = [
    ['the link is removed', ({ files }) => rmSync(files.database)],
    ['what it leads to is renamed', ({ moved, disk }) => renameSync(moved, join(disk, 'aside'))],
    ['the log beside that is removed', ({ moved }) => rmSync(`${moved}-wal`)],
    ['the vault’s folder is renamed', ({ folder }) => renameSync(folder, `${folder} aside`)],
    [
      'it leads to another file now',
      ({ files, moved, disk }) => {
        const other = join(disk, 'other.db')
        writeFileSync(other, readFileSync(moved))
        rmSync(files.database)
        symlinkSync(other, files.database)
      },
    ],
  ]
  test.each(mishaps)(
    'while it is open and %s, nothing is called saved, and a rescue copy has all',
    async (_, happen) => {
      const place = await linkedVault()
      await place.unlock()
      await saveName(place, 'Saved')
      happen(place)
      await expectCode(saveName(place, 'After'), 'VAULT_MOVED')
      const rescue = join(place.disk, 'rescue')
      place.dispatcher.writeRescue(rescue)
      const rescued = makeVaultPlace({ folder: rescue })
      await rescued.unlock()
      expect(await nameIn(rescued)).toBe('Saved')
    },
  )

  test('that leads nowhere is a missing database, and nothing is made there', async () => {
    const place = await linkedVault()
    rmSync(place.moved)
    await expectCode(place.unlock(), 'DB_MISSING')
    expect(existsSync(place.moved)).toBe(false)
  })

  test('is a file in the vault’s folder after new keys, and nothing is left of the old keys where it led to', async () => {
    const place = await linkedVault()
    await place.unlock()
    await saveName(place, 'Under new keys')
    await place.dispatcher.dispatch('vault:makeNewKeys', { passphrase })
    expect([await nameIn(place), readdirSync(place.disk)]).toEqual(['Under new keys', []])
    expect(lstatSync(place.files.database).isFile()).toBe(true)
  })
})

const canMount = (() => {
  const folder = mkdtempSync(join(tmpdir(), 'palpate-test-'))
  const isMounted = tryToMountDisk(folder, '64k')
  if (isMounted) unmount(folder)
  rmSync(folder, { recursive: true })
  return isMounted
})()

describe.skipIf(!canMount)('a vault on a full disk (where a test may mount one)', () => {
  /** A closed vault on a disk without a free byte. */
  async function onFullDisk() {
    const disk = temporaryFolder()
    expect(tryToMountDisk(disk, '4m')).toBe(true)
    onTestFinished(() => unmount(disk))
    const place = makeVaultPlace({ folder: join(disk, 'vault') })
    await place.create()
    await saveName(place, 'Before')
    place.dispatcher.lock()
    return { ...place, makeRoom: fillDisk(disk) }
  }

  async function expectOnlyRead(place: Awaited<ReturnType<typeof onFullDisk>>) {
    await place.unlock()
    expect(await place.status()).toMatchObject({ onlyRead: 'full', notices: [] })
    expect(await nameIn(place)).toBe('Before')
    await expectCode(saveName(place, 'After'), 'READ_ONLY')
    place.dispatcher.lock()
    place.makeRoom()
    await place.unlock()
    await saveName(place, 'With room')
    expect([await nameIn(place), await place.status()]).toMatchObject(['With room', { onlyRead: null, notices: [] }])
  }

  test('opens to be read, and to be written once there is room', async () => {
    await expectOnlyRead(await onFullDisk())
  })

  test('opens to be read where there is no room for temporary files either', async () => {
    const place = await onFullDisk()
    const before = process.env['TMPDIR']
    process.env['TMPDIR'] = place.folder
    onTestFinished(() => {
      if (before === undefined) delete process.env['TMPDIR']
      else process.env['TMPDIR'] = before
    })
    const size = statSync(place.files.database).size
    await expectOnlyRead(place)
    expect(statSync(place.files.database).size).toBeGreaterThanOrEqual(size)
  })
})
