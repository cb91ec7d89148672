// A vault's folder that two computers open in turns.
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, onTestFinished, test } from 'vitest'
import { createPracticeRepository } from '#main/database/repositories/practiceRepository.ts'
import { realSurroundings } from '#main/services/thread/surroundings.ts'
import { takeLease } from '#main/vault/lease.ts'
import { vaultIn } from '#main/vault/vault.ts'
import { leaseFile, vaultFiles } from '#main/vault/vaultFolder.ts'
import { computer, ids, leaseIn, nameIn, open, openAtDesk, saveName, sharedFolder } from '../fixtures/computers.ts'
import { samplePractice } from '../fixtures/practiceUnderTest.ts'
import {
  cheapCost,
  closedVaultFiles,
  expectCode,
  makeVaultPlace,
  passphrase,
  temporaryFolder,
} from '../fixtures/vaultPlace.ts'

/** Names, sizes and times of what is in a folder, but for the count of tries. */
const listing = (folder: string) =>
  readdirSync(folder)
    .filter((name) => name !== 'attempts.json')
    .map((name) => {
      const { size, mtimeMs } = statSync(join(folder, name))
      return [name, size, mtimeMs]
    })

describe('a vault that is open elsewhere, opened to be read', () => {
  async function openTwice() {
    const place = makeVaultPlace()
    await place.create()
    const reader = await vaultIn({
      folder: place.folder,
      surroundings: realSurroundings(),
      cost: cheapCost,
    }).unlock(passphrase, 'read')
    onTestFinished(() => reader.close())
    return { place, reader }
  }

  test('shows what was saved up to then, its log included, and changes none of its files', async () => {
    const place = makeVaultPlace()
    await place.create()
    await place.dispatcher.dispatch('practice:save', { practice: { ...samplePractice, name: 'Saved a moment ago' } })
    const before = listing(place.folder)
    const vault = vaultIn({ folder: place.folder, surroundings: realSurroundings(), cost: cheapCost })
    const reader = await vault.unlock(passphrase, 'read')
    expect(createPracticeRepository(reader.database).get()?.name).toBe('Saved a moment ago')
    expect([reader.onlyRead, reader.notices()]).toEqual(['in use', []])
    reader.close()
    expect(listing(place.folder)).toEqual(before)
  })

  test('asks for no confirmation of the recovery code, which could not be stored', async () => {
    const desk = makeVaultPlace()
    await desk.create()
    expect(await desk.status()).toMatchObject({ recoveryUnconfirmed: true })
    const laptop = computer('LAPTOP', desk.folder)
    await open(laptop, 'read')
    expect(await laptop.dispatcher.dispatch('vault:status', {})).toMatchObject({
      onlyRead: 'in use',
      recoveryUnconfirmed: false,
    })
  })

  test('takes no write, no new code and no new keys', async () => {
    const { reader } = await openTwice()
    expect(() => createPracticeRepository(reader.database).update({ recoveryConfirmedAt: null })).toThrow(/readonly/u)
    expect(() => reader.renewRecoveryCode()).toThrow(expect.objectContaining({ code: 'READ_ONLY' }))
    await expectCode(
      reader.prepareNewKeys(
        passphrase,
        () => Promise.resolve(),
        () => undefined,
      ),
      'READ_ONLY',
    )
  })

  test('disturbs nobody who writes in it', async () => {
    const { place, reader } = await openTwice()
    await place.dispatcher.dispatch('practice:save', { practice: { ...samplePractice, name: 'Still writing' } })
    reader.close()
    await place.dispatcher.dispatch('practice:save', { practice: { ...samplePractice, name: 'And on' } })
    expect(await place.status()).toMatchObject({ isMoved: false, notices: [] })
  })
})

describe('a vault in turns', () => {
  test('has the computer’s name and its time in it while it is open, and nothing once it is locked', async () => {
    const desk = await openAtDesk()
    expect(leaseIn(desk.folder)).toMatchObject({ computer: 'DESK', install: ids.DESK, state: 'open' })
    if (process.platform !== 'win32') expect(statSync(leaseFile(desk.folder)).mode & 0o077).toBe(0)
    desk.dispatcher.lock()
    expect(readdirSync(desk.folder).toSorted()).toEqual(closedVaultFiles)
  })

  test('that is given back opens elsewhere without a question, with all that was saved', async () => {
    const desk = await openAtDesk()
    await saveName(desk, 'From the desk')
    desk.dispatcher.lock()
    const laptop = computer('LAPTOP', desk.folder)
    expect(await laptop.status()).toMatchObject({ state: 'locked', heldBy: null })
    await open(laptop)
    await saveName(laptop, 'From the laptop')
    laptop.dispatcher.lock()
    await open(desk)
    expect(await nameIn(desk)).toBe('From the laptop')
    expect(await desk.status()).toMatchObject({ notices: [], isMoved: false })
  })

  test('that is open elsewhere / says where and since when, and opens in no way that was not chosen', async () => {
    const desk = await openAtDesk()
    const laptop = computer('LAPTOP', desk.folder)
    const before = listing(desk.folder)
    const { at } = leaseIn(desk.folder)
    expect(await laptop.status()).toMatchObject({ heldBy: { kind: 'other', computer: 'DESK', at } })
    await expectCode(open(laptop), 'IN_USE')
    await expectCode(laptop.recover('any code'), 'IN_USE')
    expect(listing(desk.folder)).toEqual(before)
    await saveName(desk, 'Undisturbed')
  })

  test('that is read elsewhere / is written on, and given back afterwards', async () => {
    const desk = await openAtDesk()
    const laptop = computer('LAPTOP', desk.folder)
    await open(laptop, 'read')
    await saveName(desk, 'Later than the laptop has read')
    expect(await nameIn(laptop)).toBe(samplePractice.name)
    await expectCode(saveName(laptop, 'Never'), 'READ_ONLY')
    expect(await laptop.status()).toMatchObject({ onlyRead: 'in use', heldBy: null, isMoved: false })
    laptop.dispatcher.lock()
    await saveName(desk, 'Still writing')
    expect(leaseIn(desk.folder).install).toBe(ids.DESK)
  })

  test('that crashed / is taken back by the same computer without a word, and asked about on another', async () => {
    const desk = await openAtDesk()
    await saveName(desk, 'Before the crash')
    const crashed = sharedFolder()
    cpSync(desk.folder, crashed, { recursive: true })
    expect(await computer('LAPTOP', crashed).status()).toMatchObject({ heldBy: { computer: 'DESK' } })
    const again = computer('DESK', crashed)
    expect(await again.status()).toMatchObject({ heldBy: null })
    await open(again)
    expect(await nameIn(again)).toBe('Before the crash')
  })

  test('with copies of the lease that a sync service made of a conflict / takes none of them for one', async () => {
    const desk = await openAtDesk()
    desk.dispatcher.lock()
    for (const name of ['in-use (conflicted copy).json', 'in-use-LAPTOP.json', 'in-use.json.unfinished']) {
      writeFileSync(join(desk.folder, name), JSON.stringify({ computer: 'LAPTOP' }))
    }
    const laptop = computer('LAPTOP', desk.folder)
    expect(await laptop.status()).toMatchObject({ heldBy: null })
    await open(laptop)
    await saveName(laptop, 'All the same')
  })

  test.each([
    ['half a text', (file: string) => writeFileSync(file, '{"format":')],
    ['a newer version’s', (file: string) => writeFileSync(file, '{"format":"palpate-lease","version":2}')],
    ['a folder', (file: string) => mkdirSync(file)],
    ['a megabyte of anything', (file: string) => writeFileSync(file, Buffer.alloc(1_000_000, 'x'))],
  ])('with a lease that can’t be read (%s) / is somebody’s, and can be taken over', async (_, put) => {
    const desk = await openAtDesk()
    desk.dispatcher.lock()
    put(leaseFile(desk.folder))
    expect(await desk.status()).toMatchObject({ heldBy: { kind: 'other', computer: null, at: null } })
    await expectCode(open(desk), 'IN_USE')
    await open(desk, 'take over')
    await saveName(desk, 'Taken')
    expect(await desk.status()).toMatchObject({ isMoved: false, heldBy: null })
  })

  test('tidies nothing up beside the folder that another computer may be making there', async () => {
    const desk = await openAtDesk()
    const making = `${desk.folder}.making-backup-1`
    mkdirSync(making)
    await open(computer('LAPTOP', desk.folder), 'read')
    expect(existsSync(making)).toBe(true)
  })
})

describe('a vault that was taken over', () => {
  async function takenOver() {
    const desk = await openAtDesk()
    await saveName(desk, 'Saved at the desk')
    const laptop = computer('LAPTOP', desk.folder)
    await open(laptop, 'take over')
    return { desk, laptop }
  }

  test('is not written by the one before, who is told by whom; what that one saved before is there', async () => {
    const { desk, laptop } = await takenOver()
    await expectCode(saveName(desk, 'Too late'), 'VAULT_MOVED')
    expect(await desk.status()).toMatchObject({
      isMoved: true,
      isOnlyHere: false,
      heldBy: { kind: 'other', computer: 'LAPTOP' },
    })
    expect(await nameIn(laptop)).toBe('Saved at the desk')
    expect(await laptop.status()).toMatchObject({ isMoved: false, notices: [] })
  })

  test('keeps what the other saves while the one before writes a rescue copy and closes', async () => {
    const { desk, laptop } = await takenOver()
    await saveName(laptop, 'Saved on the laptop')
    const rescued = join(temporaryFolder(), 'rescued')
    desk.dispatcher.beginRescue()
    await saveName(desk, 'On the screen of the desk')
    expect(desk.dispatcher.writeRescue(rescued)).toBe(true)
    desk.dispatcher.endRescue()
    await saveName(laptop, 'Saved after that')
    desk.dispatcher.lock()
    await saveName(laptop, 'Saved last')
    expect(await laptop.status()).toMatchObject({ isMoved: false, notices: [] })
    laptop.dispatcher.lock()
    await open(laptop)
    expect([await nameIn(laptop), (await laptop.status()).notices]).toEqual(['Saved last', []])
    const copy = makeVaultPlace({ folder: rescued })
    await copy.unlock()
    expect([await nameIn(copy), (await copy.status()).notices]).toEqual(['On the screen of the desk', []])
  })

  test('and given back / stays closed to the one before until it opens it again', async () => {
    const { desk, laptop } = await takenOver()
    laptop.dispatcher.lock()
    await expectCode(saveName(desk, 'Too late'), 'VAULT_MOVED')
    desk.dispatcher.lock()
    await open(desk)
    await saveName(desk, 'In turn')
    expect(await desk.status()).toMatchObject({ notices: [], heldBy: null })
  })

  test('by the lease alone, before the database arrives / is not written either', async () => {
    const desk = await openAtDesk()
    const lease = takeLease(leaseFile(desk.folder), { computer: 'LAPTOP', install: ids.LAPTOP }, ids.LAPTOP, () =>
      new Date(0).toISOString(),
    )
    await expectCode(saveName(desk, 'Too late'), 'VAULT_MOVED')
    lease.release()
    await expectCode(saveName(desk, 'Still too late'), 'VAULT_MOVED')
    const head = readFileSync(vaultFiles(desk.folder).head)
    desk.dispatcher.lock()
    expect(readFileSync(vaultFiles(desk.folder).head).equals(head)).toBe(true)
    await open(desk)
    expect(await nameIn(desk)).toBe(samplePractice.name)
  })

  test('in any order of opening, saving, taking over and closing / every save that was acknowledged to the last writer is there', async () => {
    const acts = fc.array(fc.tuple(fc.boolean(), fc.constantFrom('open', 'take over', 'save', 'close')), {
      minLength: 4,
      maxLength: 14,
    })
    await fc.assert(
      fc.asyncProperty(acts, async (script) => {
        const desk = await openAtDesk()
        const laptop = computer('LAPTOP', desk.folder)
        let count = 0
        let saved: string = samplePractice.name
        for (const [isDesk, act] of script) {
          const one = isDesk ? desk : laptop
          // oxlint-disable no-await-in-loop -- in this order
          if (act === 'close') one.dispatcher.lock()
          else if (act === 'save') {
            const name = `Name ${(count += 1)}`
            const isSaved = await saveName(one, name).then(
              () => true,
              () => false,
            )
            if (isSaved) saved = name
          } else await open(one, act === 'open' ? undefined : act).catch(() => undefined)
          const writers = await Promise.all([desk, laptop].map((each) => each.status()))
          expect(writers.filter(({ state, isMoved }) => state === 'unlocked' && !isMoved).length).toBeLessThan(2)
          // oxlint-enable no-await-in-loop
        }
        desk.dispatcher.lock()
        laptop.dispatcher.lock()
        const last = computer('LAPTOP', desk.folder)
        await open(last, 'take over')
        expect([await nameIn(last), (await last.status()).notices]).toEqual([saved, []])
        last.dispatcher.close()
      }),
      { numRuns: 15 },
    )
  })
})

describe('a folder whose state is older than what this computer saw', () => {
  test('says so there; on the other computer by the head that came with it', async () => {
    const desk = await openAtDesk()
    desk.dispatcher.lock()
    const laptop = computer('LAPTOP', desk.folder)
    const early = join(temporaryFolder(), 'early')
    cpSync(desk.folder, early, { recursive: true })
    await open(laptop)
    await saveName(laptop, 'Newer')
    laptop.dispatcher.lock()
    const newHead = readFileSync(vaultFiles(desk.folder).head)
    const putBack = () => {
      rmSync(desk.folder, { recursive: true })
      cpSync(early, desk.folder, { recursive: true })
    }
    // The desk has never seen more than this: the whole folder of that day is nothing unusual there.
    putBack()
    await open(desk)
    expect((await desk.status()).notices).toEqual([])
    desk.dispatcher.lock()
    // Part of the newer day has arrived already.
    putBack()
    writeFileSync(vaultFiles(desk.folder).head, newHead)
    const halfway = computer('DESK', desk.folder)
    await open(halfway)
    expect((await halfway.status()).notices).toMatchObject([{ kind: 'older' }])
    halfway.dispatcher.lock()
    putBack()
    await open(laptop)
    expect((await laptop.status()).notices).toMatchObject([{ kind: 'older' }])
  })
})
