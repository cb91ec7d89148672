// Backups where there is more than one of something: of computers, of places, or of reasons to make none.
import { describe, expect, test } from 'vitest'
import { makeBackupOperations } from '#main/services/thread/backupOperations.ts'
import type { JobControl } from '#main/jobs/jobs.ts'
import { backUpBeforeQuit } from '#main/shell/backupFolders.ts'
import type { OpenVault } from '#main/vault/openedVault.ts'
import { onlyReadReasons } from '#shared/contract/vault.ts'
import { open } from '../fixtures/computers.ts'
import { practiceWithStick } from '../fixtures/practiceWithStick.ts'
import { stillSurroundings } from '../fixtures/stillSurroundings.ts'
import { expectCode, temporaryFolder, type VaultPlace } from '../fixtures/vaultPlace.ts'

type Practice = Pick<VaultPlace, 'dispatcher'>

/** Whether a backup was begun when the app was closed. */
const quit = ({ dispatcher }: Practice, now: string) =>
  backUpBeforeQuit({
    services: { isUnlocked: true, ask: (channel, input) => dispatcher.dispatch(channel, input) as Promise<never> },
    windows: { send: () => undefined },
    now: () => now,
  })

describe('records that can only be read', () => {
  test.each(onlyReadReasons)('because they are “%s” / are not backed up, also not before quitting', async (onlyRead) => {
    const backups = makeBackupOperations({ folder: temporaryFolder() }, stillSurroundings(), {
      run: (async (_: string, work: (control: JobControl<'backup'>) => unknown) =>
        work({ report: () => undefined, signal: new AbortController().signal })) as never,
    })
    backups.begin({ onlyRead, vaultId: '0190aaaa-0000-7000-8000-00000000000a' } as OpenVault)
    const place = temporaryFolder()
    await backups.addPlace(place)
    const dispatch = (channel: 'backup:state' | 'backup:run') => backups.handlers[channel]({})
    await expectCode(Promise.resolve(dispatch('backup:run')), 'READ_ONLY')
    expect(await quit({ dispatcher: { dispatch } as never }, '2036-01-01T00:00:00.000Z')).toBe('not due')
    backups.end()
  })

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
