// Backups where there is more than one of something: of computers, of places, or of reasons to make none.
import { randomUUID } from 'node:crypto'
import { cpSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { AppError } from '#main/appError.ts'
import { makeBackups } from '#main/vault/backup/backups.ts'
import { makeBackupOperations } from '#main/services/thread/backupOperations.ts'
import type { JobControl } from '#main/jobs/jobs.ts'
import { backUpBeforeQuit } from '#main/shell/backupFolders.ts'
import type { OpenVault } from '#main/vault/openedVault.ts'
import type { BackupState } from '#shared/contract/backups.ts'
import type { OlderBackups } from '#shared/contract/retention.ts'
import { onlyReadReasons } from '#shared/contract/vault.ts'
import { computer, ids, open, saveName } from '../fixtures/computers.ts'
import { practiceWithStick } from '../fixtures/practiceWithStick.ts'
import { stillSurroundings } from '../fixtures/stillSurroundings.ts'
import { expectCode, temporaryFolder, type VaultPlace } from '../fixtures/vaultPlace.ts'

type Practice = Pick<VaultPlace, 'dispatcher'>

/** Of a job that nobody watches. */
const control = { report: () => undefined, signal: new AbortController().signal } as unknown as JobControl<'backup'>

/** Whether a backup was begun when the app was closed. */
const quit = ({ dispatcher }: Practice, now: string) =>
  backUpBeforeQuit({
    services: { isUnlocked: true, ask: (channel, input) => dispatcher.dispatch(channel, input) as Promise<never> },
    windows: { send: () => undefined },
    now: () => now,
  })

describe('records that can only be read', () => {
  test.each(onlyReadReasons)(
    'because they are “%s” / are not backed up, also not before quitting',
    async (onlyRead) => {
      const backups = makeBackupOperations({ folder: temporaryFolder() }, stillSurroundings(), {
        run: ((_: string, work: (given: JobControl<'backup'>) => Promise<unknown>) => work(control)) as never,
      })
      backups.begin({ onlyRead, vaultId: '0190aaaa-0000-7000-8000-00000000000a' } as OpenVault)
      const place = temporaryFolder()
      await backups.addPlace(place)
      const dispatch = (channel: 'backup:state' | 'backup:run') => backups.handlers[channel]({})
      await expectCode(Promise.resolve(dispatch('backup:run')), 'READ_ONLY')
      expect(await quit({ dispatcher: { dispatch } as never }, '2036-01-01T00:00:00.000Z')).toBe('not due')
      backups.end()
    },
  )

  test('after they were moved / leave the backups of the day as they are', async () => {
    const practice = await practiceWithStick()
    await practice.addStick()
    await practice.backUp()
    const before = practice.backups()
    await practice.dispatcher.backups.writeMoveFile(`${practice.stick}/one.palpate`)
    await practice.call('vault:setMoved', { isMoved: true })
    practice.dispatcher.lock()
    practice.pass(86_400)
    const again = practice.restart()
    await open(again, 'read')
    expect(await quit(again, '2036-01-01T00:00:00.000Z')).toBe('not due')
    await expectCode(again.dispatcher.dispatch('backup:run', {}), 'READ_ONLY')
    expect(practice.backups()).toEqual(before)
  })
})

describe('a place that was not there', () => {
  async function withTwoPlaces() {
    const practice = await practiceWithStick()
    const second = join(temporaryFolder(), 'network drive')
    mkdirSync(second)
    await practice.addStick()
    await practice.dispatcher.backups.addPlace(second)
    await practice.backUp()
    const away = `${practice.stick} away`
    return {
      ...practice,
      now: practice.surroundings.clock.now,
      pull: () => renameSync(practice.stick, away),
      plugIn: () => renameSync(away, practice.stick),
    }
  }

  test('when the other one got a backup / is behind when it is back, and gets one before quitting', async () => {
    const practice = await withTwoPlaces()
    practice.pull()
    practice.pass(3600)
    await practice.write('Only on the network drive')
    expect((await practice.backUp()).places).toMatchObject([
      { problem: 'missing', isBehind: true },
      { problem: null, isBehind: false },
    ])
    expect(await quit(practice, practice.now())).toBe('not due')
    practice.plugIn()
    expect((await practice.state()).places).toMatchObject([{ problem: null, isBehind: true }, { isBehind: false }])
    expect(await quit(practice, practice.now())).toBe('waited')
    const { places } = await practice.state()
    expect(places).toMatchObject([{ isBehind: false }, { isBehind: false }])
    expect(places[0]?.last).toEqual(places[1]?.last)
  })

  test('calls for no backup of its own while it is away, and for one at once when it is back', async () => {
    const failing = () => Promise.reject(new AppError('IO_ERROR'))
    const vault = { onlyRead: null, vaultId: ids.DESK, beside: failing } as unknown as OpenVault
    const stick = join(temporaryFolder(), 'stick')
    mkdirSync(stick)
    const parts = {
      folder: join(temporaryFolder(), 'vault'),
      placesFile: null,
      thread: '',
      freeBytes: () => 1e9,
      install: ids.DESK,
    }
    const backups = makeBackups({ ...parts, vault, surroundings: { ...stillSurroundings(), newId: randomUUID } })
    await backups.addPlace(temporaryFolder())
    await backups.addPlace(stick)
    expect(backups.lastTry()).toEqual({ behind: [null, null], triedAt: null })
    renameSync(stick, `${stick} away`)
    await expectCode(backups.run(control), 'IO_ERROR')
    await backups.state()
    expect(backups.lastTry()).toEqual({ behind: [null], triedAt: expect.any(String) })
    renameSync(`${stick} away`, stick)
    await backups.state()
    expect(backups.lastTry()).toEqual({ behind: [null, null], triedAt: null })
  })
})

describe('two computers that share a place and were both written', () => {
  async function deskAndLaptop() {
    const desk = await practiceWithStick({ owner: { computer: 'DESK', install: ids.DESK } })
    await desk.addStick()
    await desk.backUp()
    // A restored backup, on a computer of its own.
    const folder = join(temporaryFolder(), 'vault')
    cpSync(desk.backups()[0] ?? '', folder, { recursive: true })
    const laptop = computer('LAPTOP', folder)
    await laptop.unlock()
    await laptop.dispatcher.backups.addPlace(desk.stick)
    laptop.pass(3600)
    const backUpLaptop = () => laptop.dispatcher.dispatch('backup:run', {}) as Promise<BackupState>
    return { desk, laptop, backUpLaptop }
  }

  test('on one day / keep the newest one of each, and both signs are true', async () => {
    const { desk, laptop, backUpLaptop } = await deskAndLaptop()
    const [ofDesk = ''] = desk.backups()
    await saveName(laptop, 'On the laptop')
    expect((await backUpLaptop()).places).toMatchObject([{ problem: null, isBehind: false }])
    expect(desk.backups()).toEqual([ofDesk, expect.any(String)])
    expect((await desk.state()).places).toMatchObject([{ problem: null }])

    laptop.pass(3600)
    await backUpLaptop()
    desk.pass(3 * 3600)
    await desk.backUp()
    const installs = desk
      .backups()
      .map((folder) => (JSON.parse(readFileSync(join(folder, 'backup.json'), 'utf8')) as { install: string }).install)
    expect(installs.toSorted()).toEqual([ids.DESK, ids.LAPTOP])
    expect(desk.backups()).not.toContain(ofDesk)
  })

  test('for a month / have the rotation of each, and neither removes what the other one keeps', async () => {
    const { desk, backUpLaptop } = await deskAndLaptop()
    desk.fakeDays(30)
    const before = desk.backups()
    await backUpLaptop()
    expect(desk.backups()).toEqual(expect.arrayContaining(before))
    desk.pass(86_400)
    await desk.backUp()
    expect(desk.backups().length).toBeLessThan(20)
  })

  test('when the newest backup of the one is deleted / its sign is an alarm, although the other has a newer one', async () => {
    const { desk, backUpLaptop } = await deskAndLaptop()
    const [ofDesk = ''] = desk.backups()
    await backUpLaptop()
    rmSync(ofDesk, { recursive: true })
    expect((await desk.state()).places).toMatchObject([{ problem: 'newest gone' }])
  })

  test('one from before backups said who made them / is rotated like one’s own', async () => {
    const { desk } = await deskAndLaptop()
    const [first = ''] = desk.backups()
    const file = join(first, 'backup.json')
    const { install, ...older } = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>
    expect(install).toBe(ids.DESK)
    writeFileSync(file, JSON.stringify(older))
    expect((await desk.state()).places).toMatchObject([{ problem: null }])
    desk.pass(3600)
    await desk.backUp()
    expect(desk.backups()).toHaveLength(1)
    expect(desk.backups()).not.toContain(first)
  })

  test('one of another computer that holds an erased client / has no day by which it is gone', async () => {
    const { desk, backUpLaptop } = await deskAndLaptop()
    await backUpLaptop()
    const older = await desk.call<OlderBackups[]>('backup:olderThan', { at: '2099-01-01T00:00:00.000Z' })
    expect(older[0]?.backups?.map(({ goneBy }) => goneBy)).toEqual([null, expect.any(String)])
  })
})
