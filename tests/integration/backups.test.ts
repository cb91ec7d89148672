// Backups on real folders: verified copies, places that are not as they should be, and what is kept.
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { vaultFiles } from '#main/vault/vaultFolder.ts'
import type { EmergencySheet } from '#shared/domain/emergencySheet.ts'
import type { PracticeRecord } from '#shared/contract/practice.ts'
import type { OlderBackups } from '#shared/contract/retention.ts'
import { samplePractice } from '../fixtures/practiceUnderTest.ts'
import { practiceWithStick } from '../fixtures/practiceWithStick.ts'
import { expectCode, makeVaultPlace, temporaryFolder } from '../fixtures/vaultPlace.ts'

const nameOf = (folder: string) => folder.split('/').at(-1)

describe('a backup', () => {
  test('is a vault of its own, which opens with the passphrase and has every record', async () => {
    const { addStick, backUp, backups, sessionId, write, dispatcher } = await practiceWithStick()
    await addStick()
    await write('Last words before the backup')
    const state = await backUp()
    expect(state).toMatchObject({ copyProblem: null, failure: null, places: [{ problem: null, isBehind: false }] })
    dispatcher.close()
    const [folder = ''] = backups()
    const restored = join(temporaryFolder(), 'vault')
    cpSync(folder, restored, { recursive: true })
    const opened = makeVaultPlace({ folder: restored })
    await opened.unlock()
    const session = await opened.dispatcher.dispatch('session:get', { id: sessionId })
    expect(session).toMatchObject({ sections: [{ plainText: 'Last words before the backup' }, {}, {}, {}] })
    expect((await opened.status()).notices).toEqual([])
  })

  test('opens with the recovery code too', async () => {
    const { addStick, backUp, backups, recoveryCode } = await practiceWithStick()
    await addStick()
    await backUp()
    const restored = join(temporaryFolder(), 'vault')
    cpSync(backups()[0] ?? '', restored, { recursive: true })
    const opened = makeVaultPlace({ folder: restored })
    await opened.recover(recoveryCode)
    expect((await opened.status()).state).toBe('unlocked')
  })

  test('has the time of the computer as its name, and no word of the practice in the clear', async () => {
    const { addStick, backUp, backups } = await practiceWithStick()
    await addStick()
    await backUp()
    const [folder = ''] = backups()
    expect(nameOf(folder)).toMatch(/^\d{4}-\d\d-\d\d \d\d\.\d\d\.\d\d$/u)
    for (const name of readdirSync(folder)) {
      const bytes = readFileSync(join(folder, name))
      for (const word of ['Ruth', 'Moss', 'Left hip']) expect(bytes.includes(word), name).toBe(false)
    }
  })

  test('is made with nothing left over beside the vault', async () => {
    const { addStick, backUp, folder } = await practiceWithStick()
    await addStick()
    await backUp()
    expect(readdirSync(join(folder, '..'))).toEqual(['vault'])
  })

  test('that is begun again after a change / has the change', async () => {
    const { addStick, backUp, backups, write, pass, state } = await practiceWithStick()
    await addStick()
    await backUp()
    pass(60)
    await write('Changed')
    expect((await state()).places).toMatchObject([{ isBehind: true }])
    await backUp()
    expect(backups()).toHaveLength(1)
    expect((await state()).places).toMatchObject([{ isBehind: false }])
  })

  test('after the clock was set back / stays, and is the newest', async () => {
    const { addStick, backUp, backups, write, pass } = await practiceWithStick()
    await addStick()
    await backUp()
    pass(-1800)
    await write('Half an hour later, by a clock that was set back')
    const { places } = await backUp()
    expect(places).toMatchObject([{ problem: null }])
    expect(backups()).toHaveLength(1)
  })

  test('without any place / is refused', async () => {
    const { backUp } = await practiceWithStick()
    await expectCode(backUp(), 'NOT_FOUND')
  })

  test('that is ended by a lock / leaves nothing on the stick', async () => {
    const { addStick, backUp, backups, dispatcher } = await practiceWithStick()
    await addStick()
    const running = backUp()
    dispatcher.lock()
    await expectCode(running, 'LOCKED')
    expect(backups()).toEqual([])
  })
})

describe('a copy that is not good', () => {
  test('because a note in it cannot be read / does not count, and its client is named', async () => {
    const { addStick, backUp, backups, clientId, sessionId, sqlite, pass, write } = await practiceWithStick()
    await addStick()
    await backUp()
    pass(86_400)
    await write('Changed')
    sqlite().prepare("UPDATE note_section SET document = 'rubbish'").run()
    const state = await backUp()
    expect(state).toMatchObject({ copyProblem: { kind: 'unreadable', clientId, sessionId } })
    expect(state.places).toMatchObject([{ isBehind: true }])
    const [good = '', bad = ''] = backups()
    expect([good.endsWith('not verified'), bad.endsWith('not verified')]).toEqual([false, true])
  })

  test('never displaces a good one, however often it is made', async () => {
    const { addStick, backUp, backups, sqlite, pass } = await practiceWithStick()
    await addStick()
    await backUp()
    const [good = ''] = backups()
    sqlite().prepare("UPDATE note_section SET document = 'rubbish'").run()
    for (let day = 0; day < 3; day += 1) {
      pass(86_400)
      // oxlint-disable-next-line no-await-in-loop -- one day after the other
      await backUp()
    }
    expect(backups()).toEqual([good, expect.stringMatching(/not verified$/u)])
  })

  test('that is the newest such one / stays after good ones, so no day is named on which it is gone', async () => {
    const { addStick, backUp, call, sqlite, pass } = await practiceWithStick()
    await addStick()
    await backUp()
    const sound = sqlite().prepare('SELECT document FROM note_section').pluck().get()
    for (let day = 0; day < 2; day += 1) {
      pass(86_400)
      sqlite().prepare("UPDATE note_section SET document = 'rubbish'").run()
      // oxlint-disable-next-line no-await-in-loop -- one day after the other
      await backUp()
    }
    sqlite().prepare('UPDATE note_section SET document = ?').run(sound)
    const daysOfOlder = async () => {
      const [place] = await call<OlderBackups[]>('backup:olderThan', { at: '2027-01-01T00:00:00.000Z' })
      return place?.backups?.map(({ goneBy }) => goneBy)
    }
    expect(await daysOfOlder()).toEqual([null, '2027-11-01'])

    pass(86_400)
    await backUp()
    expect(await daysOfOlder()).toContain(null)
    pass(400 * 86_400)
    await backUp()
    expect(await daysOfOlder()).toContain(null)
  })
})

describe('a place', () => {
  const madeOnce = async () => {
    const practice = await practiceWithStick()
    await practice.addStick()
    await practice.backUp()
    practice.pass(86_400)
    return practice
  }
  const problemAfter = async ({ backUp }: Awaited<ReturnType<typeof madeOnce>>) => (await backUp()).places[0]?.problem

  test('that is not there / is an alarm, and nothing is made in its stead', async () => {
    const practice = await madeOnce()
    renameSync(practice.stick, `${practice.stick} away`)
    expect(await problemAfter(practice)).toBe('missing')
    expect(existsSync(practice.stick)).toBe(false)
  })

  test('that is there again / is used again, with no backup lost', async () => {
    const practice = await madeOnce()
    const before = practice.backups()
    renameSync(practice.stick, `${practice.stick} away`)
    await practice.backUp()
    renameSync(`${practice.stick} away`, practice.stick)
    expect(await problemAfter(practice)).toBeNull()
    expect(practice.backups()).toEqual([...before, expect.any(String)])
  })

  test('that is empty although backups were there / is an alarm, and is not begun anew', async () => {
    const practice = await madeOnce()
    rmSync(join(practice.stick, 'Palpate backups'), { recursive: true })
    expect(await problemAfter(practice)).toBe('other disk')
    expect(readdirSync(practice.stick)).toEqual([])
  })

  test('that is another disk of the same path / is an alarm until somebody accepts it', async () => {
    const practice = await madeOnce()
    rmSync(practice.stick, { recursive: true })
    mkdirSync(practice.stick)
    const { places } = await practice.backUp()
    expect(places).toMatchObject([{ problem: 'other disk' }])
    await practice.call('backup:acceptPlace', { id: places[0]?.id })
    expect(await problemAfter(practice)).toBeNull()
    expect(practice.backups()).toHaveLength(1)
  })

  test('whose newest backup was deleted / is an alarm, and the older ones stay', async () => {
    const practice = await madeOnce()
    await practice.backUp()
    practice.pass(86_400)
    const [older = '', newest = ''] = practice.backups()
    rmSync(newest, { recursive: true })
    expect(await problemAfter(practice)).toBe('newest gone')
    expect(practice.backups()).toEqual([older])
  })

  test('whose newest backup was cut short / is an alarm', async () => {
    const practice = await madeOnce()
    const { database } = vaultFiles(practice.backups()[0] ?? '')
    truncateSync(database, statSync(database).size - 4096)
    expect(await problemAfter(practice)).toBe('newest gone')
  })

  test('with foreign folders beside the backups / leaves them alone', async () => {
    const practice = await madeOnce()
    const top = join(practice.backups()[0] ?? '', '..')
    mkdirSync(join(top, 'holiday'))
    writeFileSync(join(top, 'holiday', 'picture.jpg'), 'x')
    practice.fakeDays(30)
    await practice.backUp()
    expect(practice.backups().length).toBeLessThan(20)
    expect(readFileSync(join(top, 'holiday', 'picture.jpg'), 'utf8')).toBe('x')
  })

  test('that is added twice / is one place', async () => {
    const practice = await madeOnce()
    await practice.addStick()
    expect((await practice.state()).places).toHaveLength(1)
  })

  test('that is removed / is forgotten, and its backups stay', async () => {
    const practice = await madeOnce()
    const { places } = await practice.state()
    await practice.call('backup:removePlace', { id: places[0]?.id })
    expect((await practice.state()).places).toEqual([])
    expect(practice.backups()).toHaveLength(1)
  })

  test('of two / gets its backup although the other one is missing', async () => {
    const practice = await madeOnce()
    const second = join(temporaryFolder(), 'second')
    mkdirSync(second)
    await practice.dispatcher.backups.addPlace(second)
    renameSync(practice.stick, `${practice.stick} away`)
    const { places } = await practice.backUp()
    expect(places).toMatchObject([{ problem: 'missing' }, { problem: null, last: { madeAt: expect.any(String) } }])
  })
})

describe('the backup after a hundred daily ones', () => {
  test('removes all but those of seven days, five weeks and the months', async () => {
    const practice = await practiceWithStick()
    await practice.addStick()
    await practice.backUp()
    practice.pass(86_400)
    practice.fakeDays(100)
    await practice.backUp()
    const kept = practice.backups()
    expect(kept.length).toBeGreaterThanOrEqual(11)
    expect(kept.length).toBeLessThanOrEqual(16)
  })
})

describe('the emergency sheet', () => {
  test('says where the records and the backups are, with the newest one, and whom to give them to', async () => {
    const practice = await practiceWithStick()
    await practice.addStick()
    const sheet = () => practice.call<EmergencySheet>('backup:emergencySheet')
    expect((await sheet()).places).toEqual([{ folder: practice.stick, verifiedAt: null }])
    const { settings } = await practice.call<PracticeRecord>('practice:get')
    await practice.call('practice:saveSettings', {
      settings: { ...settings, emergencyPerson: 'Ines Marlow, 555 0199' },
    })
    const { places } = await practice.backUp()
    expect(await sheet()).toEqual({
      practiceName: samplePractice.name,
      therapistName: samplePractice.therapistName,
      phone: samplePractice.phone,
      person: 'Ines Marlow, 555 0199',
      vaultFolder: practice.folder,
      places: [{ folder: practice.stick, verifiedAt: places[0]?.last?.verifiedAt }],
      madeAt: expect.any(String) as string,
      paperSize: 'A4',
    })
  })

  test('of a locked vault / is refused', async () => {
    const practice = await practiceWithStick()
    practice.dispatcher.lock()
    await expectCode(practice.call('backup:emergencySheet'), 'LOCKED')
  })
})
