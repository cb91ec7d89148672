// The lease's file, and the mark of a practice that was moved to another computer.
import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { createServices } from '#main/services/createServices.ts'
import { realSurroundings } from '#main/services/thread/surroundings.ts'
import { installIn, takeLease } from '#main/vault/lease.ts'
import { leaseFile } from '#main/vault/vaultFolder.ts'
import { ids, leaseIn, open } from '../fixtures/computers.ts'
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
    expect(await practice.state()).toMatchObject({ hasChanged: true })
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
