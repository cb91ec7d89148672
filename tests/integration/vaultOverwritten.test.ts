// "Saved" is said of the vault's own files only: what happens when another program writes over them while they are open.
import { closeSync, openSync, readFileSync, statSync, truncateSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { frameBytes, logHeaderBytes } from '#main/database/file/logFile.ts'
import { pageSize } from '#main/database/file/pages.ts'
import type { PracticeRecord } from '#shared/contract/practice.ts'
import { emptyClient } from '#shared/domain/client.ts'
import { documentFromText } from '#shared/domain/note/plainText.ts'
import { samplePractice } from '../fixtures/practiceUnderTest.ts'
import { expectCode, makeVaultPlace, temporaryFolder, type VaultPlace } from '../fixtures/vaultPlace.ts'

const saveName = ({ dispatcher }: Pick<VaultPlace, 'dispatcher'>, name: string) =>
  dispatcher.dispatch('practice:save', { practice: { ...samplePractice, name } })
const nameIn = async ({ dispatcher }: Pick<VaultPlace, 'dispatcher'>) =>
  ((await dispatcher.dispatch('practice:get', {})) as PracticeRecord).practice.name

/** An open vault with a marker in a profile beside it. */
async function openVault() {
  const profile = temporaryFolder()
  const markerFile = join(profile, 'vaults.json')
  const place = makeVaultPlace({ markerFile })
  await place.create()
  await saveName(place, 'Before')
  return { ...place, markerFile, aside: join(profile, 'aside') }
}
type Place = Awaited<ReturnType<typeof openVault>>

const log = ({ files }: Place) => `${files.database}-wal`

/** Writes over a part of a file, which stays the same one. */
function putOver(file: string, at: number, bytes: number): void {
  const handle = openSync(file, 'r+')
  writeSync(handle, Buffer.alloc(bytes, 7), 0, bytes, at)
  closeSync(handle)
}

describe('while the vault is open and somebody writes over its files', () => {
  /** A vault with a copy of its closed folder from the day before, open, with more in it than its first log took. */
  async function openOverCopy() {
    const place = await openVault()
    place.dispatcher.lock()
    const earlier = readFileSync(place.files.database)
    await place.unlock()
    await saveName(place, 'Moved into the file')
    place.dispatcher.lock()
    await place.unlock()
    await saveName(place, 'In the log')
    return { ...place, earlier }
  }
  type Overwritten = Awaited<ReturnType<typeof openOverCopy>>

  /** As `cp` and programs that keep two folders alike do: the file stays the same one, its content does not. */
  const overwritten: readonly [string, (place: Overwritten) => void | Promise<void>][] = [
    ['the database, with an earlier day’s', ({ files, earlier }) => writeFileSync(files.database, earlier)],
    ['the database, with nothing', ({ files }) => writeFileSync(files.database, '')],
    ['the database’s first page', ({ files }) => putOver(files.database, 0, pageSize)],
    ['the log, with nothing', (place) => writeFileSync(log(place), '')],
    ['the log, with the beginning of itself', (place) => truncateSync(log(place), logHeaderBytes + frameBytes)],
    ['the log’s last frame', (place) => putOver(log(place), statSync(log(place)).size - frameBytes, frameBytes)],
    ['the log, with another vault’s', async (place) => writeFileSync(log(place), readFileSync(log(await openVault())))],
  ]

  test.each(overwritten)(
    '%s, nothing is called saved any more, and nothing of ours is mixed in',
    async (what, happen) => {
      const place = await openOverCopy()
      await happen(place)
      await expectCode(saveName(place, 'After'), 'VAULT_MOVED')
      expect(await place.status()).toMatchObject({
        state: 'unlocked',
        isMoved: true,
        isOverwritten: true,
        // What an overwritten log held is in no file: closing the vault would lose it.
        isOnlyHere: what.startsWith('the log'),
      })
      const [database, logged] = [readFileSync(place.files.database), readFileSync(log(place))]
      place.dispatcher.lock()
      expect(readFileSync(place.files.database).equals(database)).toBe(true)
      expect(readFileSync(log(place)).equals(logged)).toBe(true)
    },
  )

  test.each([
    ['first frame', 0],
    ['third frame', 2],
  ])(
    'the log’s %s, which no save reads again, it is noticed before a lock, and the rescue copy has all',
    async (_, at) => {
      const place = await openOverCopy()
      for (const name of ['One', 'Two', 'Three']) await saveName(place, name)
      putOver(log(place), logHeaderBytes + at * frameBytes, frameBytes)
      const before = readFileSync(place.files.database)
      expect(await place.status()).toMatchObject({ isMoved: true, isOverwritten: true, isOnlyHere: true })
      await expectCode(saveName(place, 'Four'), 'VAULT_MOVED')
      place.dispatcher.beginRescue()
      await saveName(place, 'On screen')
      expect(place.dispatcher.writeRescue(place.aside)).toBe(true)
      place.dispatcher.endRescue()
      const rescued = makeVaultPlace({ folder: place.aside, markerFile: place.markerFile })
      await rescued.unlock()
      expect(await nameIn(rescued)).toBe('On screen')
      place.dispatcher.lock()
      expect(readFileSync(place.files.database).equals(before)).toBe(true)
    },
  )

  test('a log that is about to be moved into the database, nothing of it is moved there', async () => {
    const place = await openOverCopy()
    const before = readFileSync(place.files.database)
    putOver(log(place), logHeaderBytes, frameBytes)
    const outcomes = new Set<string>()
    for (let text = 0; text < 3000 && !outcomes.has('VAULT_MOVED'); text += 1) {
      const outcome = await saveName(place, `Name ${text}`).then(
        () => 'saved',
        (error: { code: string }) => error.code,
      )
      outcomes.add(outcome)
    }
    expect([...outcomes]).toEqual(['saved', 'VAULT_MOVED'])
    expect(readFileSync(place.files.database).equals(before)).toBe(true)
  })

  test('a page in the middle of the database, the file is checked, and the damage reported', async () => {
    const place = await openOverCopy()
    await saveName(place, 'Before the page')
    putOver(place.files.database, pageSize * 30, pageSize)
    await saveName(place, 'After the page')
    const found = async () => (await place.status()).notices.map(({ kind }) => kind)
    await vi.waitFor(async () => expect(await found()).toEqual(['damage']), { timeout: 20_000, interval: 100 })
  })

  describe('the database, with an earlier day’s that does not fit the log, a rescue copy is that day', () => {
    /** Overwritten while the log has pages of clients and of a draft that the earlier day did not have. */
    async function mixedUp() {
      const place = await openVault()
      place.dispatcher.lock()
      const earlier = readFileSync(place.files.database)
      await place.unlock()
      const made = async (channel: string, input: unknown) =>
        ((await place.dispatcher.dispatch(channel, input)) as { id: string }).id
      const clientId = await made('client:create', { fields: { ...emptyClient, lastName: 'Sample' } })
      const id = await made('session:start', { clientId, serviceStart: '2026-11-23T14:00' })
      const write = (text: string) =>
        place.dispatcher.dispatch('session:saveSection', {
          id,
          section: 'subjective',
          document: documentFromText(text),
        })
      for (let text = 0; text < 5; text += 1) await write(`First ${text}`)
      place.dispatcher.lock()
      await place.unlock()
      for (let text = 0; text < 12; text += 1) await write(`Second ${text}`)
      writeFileSync(place.files.database, earlier)
      place.dispatcher.beginRescue()
      return { ...place, write }
    }

    test('with what is on screen', async () => {
      const place = await mixedUp()
      await saveName(place, 'On screen')
      expect(place.dispatcher.writeRescue(place.aside)).toBe(true)
      const rescued = makeVaultPlace({ folder: place.aside, markerFile: place.markerFile })
      await rescued.unlock()
      const found = (await rescued.status()).notices.map(({ kind }) => kind)
      expect([await nameIn(rescued), found]).toEqual(['On screen', expect.arrayContaining(['older'])])
    })

    test('and what is on screen and belongs to nothing of that day is not called rescued', async () => {
      const place = await mixedUp()
      await place.write('On screen')
      expect(place.dispatcher.writeRescue(place.aside)).toBe(false)
    })
  })

  test('the database, with an earlier day’s, the next opening has that day, and says so', async () => {
    const place = await openOverCopy()
    writeFileSync(place.files.database, place.earlier)
    place.dispatcher.lock()
    await place.unlock()
    expect(await nameIn(place)).toBe('Before')
    expect((await place.status()).notices.map(({ kind }) => kind)).toEqual(['older', 'log set aside'])
  })

  test('the database, a rescue copy has what was on screen, and says that the rest may be older', async () => {
    const place = await openOverCopy()
    writeFileSync(place.files.database, place.earlier)
    place.dispatcher.beginRescue()
    await saveName(place, 'On screen')
    place.dispatcher.writeRescue(place.aside)
    place.dispatcher.endRescue()
    const rescued = makeVaultPlace({ folder: place.aside, markerFile: place.markerFile })
    await rescued.unlock()
    expect([await nameIn(rescued), (await rescued.status()).notices]).toMatchObject(['On screen', [{ kind: 'older' }]])
  })

  test('the database, with what it held, saving goes on', async () => {
    const place = await openOverCopy()
    writeFileSync(place.files.database, readFileSync(place.files.database))
    await saveName(place, 'After')
    place.dispatcher.lock()
    await place.unlock()
    expect([await nameIn(place), (await place.status()).notices]).toEqual(['After', []])
  })
})
