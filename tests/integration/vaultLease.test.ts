// The lease's file, and the mark of a practice that was moved to another computer.
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { createServices } from '#main/services/createServices.ts'
import { realSurroundings } from '#main/services/thread/surroundings.ts'
import { migrations } from '#main/database/migrations/migrations.ts'
import { installIn, readLease, takeLease } from '#main/vault/lease.ts'
import { leaseFile } from '#main/vault/vaultFolder.ts'
import { computer, ids, leaseIn, open, openAtDesk, saveName, sharedFolder } from '../fixtures/computers.ts'
import { practiceWithStick } from '../fixtures/practiceWithStick.ts'
import { closedVaultFiles, expectCode, temporaryFolder } from '../fixtures/vaultPlace.ts'

describe('a practice that was moved to another computer', () => {
  async function moved() {
    const practice = await practiceWithStick()
    await practice.dispatcher.backups.writeMoveFile(join(practice.stick, 'one.palpate'))
    await practice.call('vault:setMoved', { isMoved: true })
    practice.dispatcher.lock()
    return practice
  }

  test('says so at the next start, and opens to be read', async () => {
    const practice = await moved()
    const again = practice.restart()
    expect(await again.status()).toMatchObject({ heldBy: { kind: 'moved', computer: 'this computer' } })
    await expectCode(again.unlock(), 'IN_USE')
    await open(again, 'read')
    expect(await again.status()).toMatchObject({ onlyRead: 'moved' })
    again.dispatcher.lock()
    expect(await again.status()).toMatchObject({ heldBy: { kind: 'moved' } })
  })

  test('is written here again only knowingly', async () => {
    const practice = await moved()
    await open(practice, 'take over')
    await practice.write('Here again')
    practice.dispatcher.lock()
    expect(await practice.status()).toMatchObject({ heldBy: null })
  })

  test('while something is not in the file that was made / is not', async () => {
    const practice = await practiceWithStick()
    await expectCode(practice.call('vault:setMoved', { isMoved: true }), 'CONFLICT')
    await practice.dispatcher.backups.writeMoveFile(join(practice.stick, 'one.palpate'))
    await practice.write('Written after that')
    await expectCode(practice.call('vault:setMoved', { isMoved: true }), 'CONFLICT')
    practice.dispatcher.lock()
    expect(await practice.status()).toMatchObject({ heldBy: null })
  })

  test('while long work writes on after the file and the backup were made / is not, and a backup is due', async () => {
    const work = { isReleased: false }
    let milliseconds = 0
    const practice = await practiceWithStick({
      // Every step is a chunk of its own.
      jobClock: () => (milliseconds += 100),
      makeServices: (opened, surroundings) => ({
        ...createServices(opened, surroundings),
        *'copy:bringIn'() {
          while (!work.isReleased) yield { stage: 'bringing in', done: 0, total: 1 } as const
          return { sessions: 1, clients: 0 }
        },
      }),
    })
    await practice.addStick()
    const result = practice.call('copy:bringIn', { copyId: 'a copy', sessionIds: [], clientIds: [] })
    await practice.backUp()
    await practice.dispatcher.backups.writeMoveFile(join(practice.stick, 'one.palpate'))
    work.isReleased = true
    await result
    expect(await practice.state()).toMatchObject({ places: [{ isBehind: true }] })
    await expectCode(practice.call('vault:setMoved', { isMoved: true }), 'CONFLICT')
  })

  test('and is after all not / is as before', async () => {
    const practice = await practiceWithStick()
    await practice.dispatcher.backups.writeMoveFile(join(practice.stick, 'one.palpate'))
    await practice.call('vault:setMoved', { isMoved: true })
    await practice.call('vault:setMoved', { isMoved: false })
    await practice.write('Still here')
    practice.dispatcher.lock()
    expect(readdirSync(practice.folder).toSorted()).toEqual(closedVaultFiles)
  })

  test('where that can’t be written down / is not', async () => {
    const practice = await practiceWithStick()
    await practice.dispatcher.backups.writeMoveFile(join(practice.stick, 'one.palpate'))
    mkdirSync(`${leaseFile(practice.folder)}.unfinished`)
    await expectCode(practice.call('vault:setMoved', { isMoved: true }), 'IO_ERROR')
    await practice.write('Still here')
  })
})

describe('opening that fails', () => {
  const takingOver = ['of another computer', 'of a practice that was moved'] as const
  const newer = [...migrations, { version: migrations.length + 1, sql: 'CREATE TABLE later (id)' }]

  test('because a newer Palpate wrote the database / leaves the one that has it open to its work', async () => {
    const desk = computer('DESK', sharedFolder(), { migrations: newer })
    await desk.create()
    const lease = readFileSync(leaseFile(desk.folder))
    const laptop = computer('LAPTOP', desk.folder)
    await expectCode(open(laptop, 'take over'), 'DB_FROM_FUTURE')
    expect(readFileSync(leaseFile(desk.folder))).toEqual(lease)
    await saveName(desk, 'Undisturbed')
    expect(await desk.status()).toMatchObject({ isMoved: false, notices: [] })
  })

  test.each(takingOver)('because the database is damaged / leaves the lease %s as it was', async (whose) => {
    const desk = await openAtDesk()
    desk.dispatcher.lock()
    const file = leaseFile(desk.folder)
    const lease = takeLease(
      file,
      { computer: 'LAPTOP', install: ids.LAPTOP },
      ids.LAPTOP,
      () => '2026-11-30T14:03:00.000Z',
    )
    if (whose === 'of a practice that was moved') lease.setMoved(true)
    const before = [readFileSync(file), await desk.status()]
    const whole = readFileSync(desk.files.database)
    writeFileSync(desk.files.database, Buffer.from(whole).fill(1, 200, 4000))
    await expectCode(open(desk, 'take over'), 'DB_CORRUPT')
    expect([readFileSync(file), await desk.status()]).toEqual(before)
    writeFileSync(desk.files.database, whole)
    await expectCode(open(desk), 'IN_USE')
    await open(desk, 'take over')
    await saveName(desk, 'Here again')
  })

  test('because the new passphrase can’t be stored / leaves the mark of a practice that was moved', async () => {
    const desk = computer('DESK', sharedFolder())
    const { recoveryCode } = await desk.create()
    desk.dispatcher.lock()
    const file = leaseFile(desk.folder)
    takeLease(file, { computer: 'DESK', install: ids.DESK }, ids.DESK, () => '2026-11-30T14:03:00.000Z').setMoved(true)
    const before = readFileSync(file)
    mkdirSync(`${desk.files.envelope}.unfinished`)
    const newPassphrase = 'another long passphrase'
    const input = { recoveryCode, newPassphrase, way: 'take over' }
    await expect(desk.dispatcher.dispatch('vault:recover', input)).rejects.toThrow()
    expect(readFileSync(file)).toEqual(before)
  })
})

describe('the lease’s file', () => {
  const owner = { computer: 'DESK', install: ids.DESK }

  test('is renewed with the time, also where it could not be written at first', () => {
    const folder = temporaryFolder()
    const file = leaseFile(folder)
    let year = 2026
    const now = () => `${year}-11-30T14:03:00.000Z`
    mkdirSync(`${file}.unfinished`)
    const lease = takeLease(file, owner, ids.DESK, now)
    lease.refuseIfTaken()
    expect(readdirSync(folder)).toEqual(['in-use.json.unfinished'])
    rmSync(`${file}.unfinished`, { recursive: true })
    year = 1999
    lease.renew()
    expect(leaseIn(folder).at).toBe(now())
    lease.release()
    expect(readdirSync(folder)).toEqual([])
  })

  test('where it can’t be written / another’s that comes later is minded, and one from before is not', () => {
    const folder = temporaryFolder()
    const file = leaseFile(folder)
    const now = () => '2026-11-30T14:03:00.000Z'
    takeLease(file, { computer: 'LAPTOP', install: ids.LAPTOP }, ids.LAPTOP, now)
    mkdirSync(`${file}.unfinished`)
    const lease = takeLease(file, owner, ids.DESK, now)
    lease.refuseIfTaken()
    rmSync(`${file}.unfinished`, { recursive: true })
    takeLease(file, { computer: 'OTHER LAPTOP', install: ids.LAPTOP }, ids.LAPTOP, now)
    expect(lease.takenBy()).toMatchObject({ computer: 'OTHER LAPTOP' })
    lease.renew()
    lease.release()
    expect(leaseIn(folder).computer).toBe('OTHER LAPTOP')
  })

  describe('that is undone', () => {
    const now = () => '2026-11-30T14:03:00.000Z'
    const laptop = { computer: 'LAPTOP', install: ids.LAPTOP }

    function takenBy(prepare: (file: string) => void) {
      const file = leaseFile(temporaryFolder())
      prepare(file)
      const before = existsSync(file) ? readFileSync(file, 'utf8') : null
      const lease = takeLease(file, owner, ids.DESK, now)
      return { file, before, lease, after: () => (existsSync(file) ? readFileSync(file, 'utf8') : null) }
    }
    const found: readonly [string, (file: string) => void][] = [
      ['nothing', () => undefined],
      ['another’s', (file) => void takeLease(file, laptop, ids.LAPTOP, now)],
      ['a mark', (file) => takeLease(file, laptop, ids.LAPTOP, now).setMoved(true)],
      ['half a text', (file) => writeFileSync(file, '{"format":')],
    ]

    test.each(found)('and replaced %s / puts that back', (_, prepare) => {
      const { before, lease, after } = takenBy(prepare)
      lease.undo(true)
      expect(after()).toBe(before)
    })

    test('and replaced more than any lease has / leaves what is still somebody’s', () => {
      const { file, lease } = takenBy((put) => writeFileSync(put, Buffer.alloc(1_000_000, 'x')))
      lease.undo(true)
      expect(readLease(file)).toBe('unreadable')
    })

    test('after the database was written / puts back a mark, and not the lease of one who would go on in the old file', () => {
      const mark = takenBy((file) => takeLease(file, laptop, ids.LAPTOP, now).setMoved(true))
      mark.lease.undo(false)
      expect(mark.after()).toBe(mark.before)
      const other = takenBy((file) => void takeLease(file, laptop, ids.LAPTOP, now))
      other.lease.undo(false)
      expect(other.after()).toBeNull()
    })

    test('after another one has taken it / leaves it to that one', () => {
      const { file, lease } = takenBy(() => undefined)
      takeLease(file, laptop, ids.LAPTOP, now)
      lease.undo(true)
      expect(readLease(file)).toMatchObject({ computer: 'LAPTOP' })
    })

    test('where no second file can be made, as on a full disk / is put back in its own place', () => {
      const { file, before, lease, after } = takenBy((put) => takeLease(put, laptop, ids.LAPTOP, now).setMoved(true))
      mkdirSync(`${file}.unfinished`)
      lease.undo(true)
      expect(after()).toBe(before)
    })
  })

  test('that was put aside and back / is the own one again', () => {
    const folder = temporaryFolder()
    const file = leaseFile(folder)
    const lease = takeLease(file, owner, ids.DESK, () => '2026-11-30T14:03:00.000Z')
    renameSync(file, `${file}.aside`)
    expect(lease.takenBy()).toEqual({ kind: 'other', computer: null, at: null })
    renameSync(`${file}.aside`, file)
    expect(lease.takenBy()).toBeNull()
  })

  test('the id of an installation is made once, and again where it is damaged', () => {
    const file = join(temporaryFolder(), 'install.json')
    const { newId } = realSurroundings()
    const id = installIn(file, newId)
    expect(installIn(file, newId)).toBe(id)
    writeFileSync(file, '{}')
    expect(installIn(file, newId)).not.toBe(id)
    expect(installIn(join(file, 'nowhere'), newId)).toMatch(/^[0-9a-f-]{36}$/u)
  })
})
