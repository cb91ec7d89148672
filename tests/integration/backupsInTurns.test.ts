// Backups where there is more than one of something: of computers, of places, or of reasons to make none.
import { randomUUID } from 'node:crypto'
import { mkdirSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { AppError } from '#main/appError.ts'
import { makeBackups } from '#main/vault/backup/backups.ts'
import { makeBackupOperations } from '#main/services/thread/backupOperations.ts'
import type { JobControl } from '#main/jobs/jobs.ts'
import { backUpBeforeQuit } from '#main/shell/backupFolders.ts'
import type { OpenVault } from '#main/vault/openedVault.ts'
import { onlyReadReasons } from '#shared/contract/vault.ts'
import { ids, open } from '../fixtures/computers.ts'
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
    const parts = { folder: join(temporaryFolder(), 'vault'), placesFile: null, thread: '', freeBytes: () => 1e9 }
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
