// The check of the whole file: when it runs, what it finds, and that saving goes on meanwhile.
import { randomBytes } from 'node:crypto'
import { openSync, closeSync, readFileSync, readSync, renameSync, writeFileSync, writeSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Output } from '#shared/contract/contract.ts'
import type { JobUpdate } from '#shared/contract/jobs.ts'
import { checkInSteps } from '#main/database/check/checkInSteps.ts'
import { checkpointAndClose, openDatabase, type DatabaseLocation } from '#main/database/openDatabase.ts'
import { killablePractice } from '../fixtures/killablePractice.ts'
import { samplePractice } from '../fixtures/practiceUnderTest.ts'
import { stillSurroundings } from '../fixtures/stillSurroundings.ts'
import { temporaryDatabase } from '../fixtures/temporaryDatabase.ts'
import { expectCode, makeVaultPlace, type VaultPlace } from '../fixtures/vaultPlace.ts'

const goOn = () => 'go on' as const

/** Flips one bit of a file in place. */
function flip(file: string, at: number): void {
  const handle = openSync(file, 'r+')
  const byte = Buffer.alloc(1)
  readSync(handle, byte, 0, 1, at)
  writeSync(
    handle,
    byte.map((value) => value ^ 1),
    0,
    1,
    at,
  )
  closeSync(handle)
}

const sizeOf = ({ file }: DatabaseLocation) => readFileSync(file).length

describe('a check of the whole file', () => {
  test('of a sound database / finds nothing, and reports each step', () => {
    const { location } = killablePractice(stillSurroundings())
    const steps: number[] = []
    expect(
      checkInSteps(location, (done, total) => {
        steps.push(done / total)
        return 'go on'
      }),
    ).toEqual([])
    expect(steps.length).toBeGreaterThan(20)
    expect(steps).toEqual(steps.toSorted((a, b) => a - b))
    expect(steps.at(-1)).toBe(1)
  })

  test('finds a flipped bit on any page that holds something', () => {
    const { location } = killablePractice(stillSurroundings())
    for (let page = 0; page * 4096 < sizeOf(location); page += 1) {
      const at = page * 4096 + 20 + Math.floor(Math.random() * 4000)
      flip(location.file, at)
      expect([at, checkInSteps(location, goOn)?.length]).not.toEqual([at, 0])
      flip(location.file, at)
    }
    expect(checkInSteps(location, goOn)).toEqual([])
  })

  test('finds rows that refer to nothing', () => {
    const { location } = killablePractice(stillSurroundings())
    const database = openDatabase(location)
    database.sqlite.pragma('foreign_keys = OFF')
    database.sqlite.exec('DELETE FROM client')
    checkpointAndClose(database)
    expect(checkInSteps(location, goOn)).toEqual(['a row of session belongs to none'])
  })

  test('stops when it is asked to, without a result', () => {
    const { location } = killablePractice(stillSurroundings())
    expect(checkInSteps(location, (done) => (done > 3 ? 'stop' : 'go on'))).toBe(null)
  })

  test('of a file that is not there says nothing of it', () => {
    const { location } = killablePractice(stillSurroundings())
    expect(() => checkInSteps({ ...location, file: `${location.file}.gone` }, goOn)).toThrow('unable to open')
  })

  test('with a wrong key is a finding, not an error', () => {
    const { location } = killablePractice(stillSurroundings())
    expect(checkInSteps({ ...location, key: randomBytes(32) }, goOn)).not.toEqual([])
  })
})

describe('in an open vault', () => {
  const stateOf = ({ dispatcher }: Pick<VaultPlace, 'dispatcher'>) =>
    dispatcher.dispatch('vault:checkState', {}) as Promise<Output<'vault:checkState'>>

  const startCheck = ({ dispatcher }: Pick<VaultPlace, 'dispatcher'>) => dispatcher.dispatch('vault:startCheck', {})

  test('it runs beside saving, says how far it is, and its end is remembered over a restart', async () => {
    const updates: JobUpdate[] = []
    const place = makeVaultPlace({ onJob: (job) => void updates.push(job) })
    await place.create()
    expect(await stateOf(place)).toEqual({ soundAt: null })
    const check = startCheck(place)
    await place.dispatcher.dispatch('practice:save', { practice: { ...samplePractice, name: 'Meanwhile' } })
    expect(await stateOf(place)).toEqual({ soundAt: null })
    expect(await check).toEqual({ soundAt: '2026-11-23T14:00:00.000Z' })
    expect(updates.map(({ kind }) => kind)).toEqual(updates.map(() => 'file check'))
    expect(updates[0]?.progress).toMatchObject({ stage: 'tables', done: 1 })
    expect(updates.findIndex(({ progress }) => progress === null)).toBe(updates.length - 1)
    place.dispatcher.close()
    const later = place.restart()
    await later.unlock()
    expect(await stateOf(later)).toEqual({ soundAt: '2026-11-23T14:00:00.000Z' })
    expect((await later.status()).notices).toEqual([])
  })

  test.each(['index_by', 'vault_notice'])('damage in a page of %s is reported', async (name) => {
    const place = makeVaultPlace()
    await place.create()
    const probe = temporaryDatabase()
    const page = probe.database.sqlite
      .prepare("SELECT rootpage FROM sqlite_master WHERE name LIKE ? || '%' OR name = ? ORDER BY rootpage DESC")
      .pluck()
      .get(name, 'draft_version') as number
    probe.remove()
    place.dispatcher.close()
    flip(place.files.database, page * 4096 - 3000)
    const later = place.restart()
    await later.unlock()
    await startCheck(later)
    expect((await later.status()).notices).toMatchObject([{ kind: 'damage' }])
    expect((await stateOf(later)).soundAt).toBe(null)
    await later.dispatcher.dispatch('vault:acknowledgeNotices', {})
    expect((await later.status()).notices).toEqual([])
  })

  test('other files in its place / are reported neither damaged nor sound', async () => {
    const place = makeVaultPlace()
    await place.create()
    const aside = `${place.files.database}.aside`
    renameSync(place.files.database, aside)
    for (const put of [() => undefined, () => writeFileSync(place.files.database, Buffer.alloc(8192, 5))]) {
      put()
      await expectCode(startCheck(place), 'VAULT_MOVED')
    }
    renameSync(aside, place.files.database)
    const check = startCheck(place)
    // It opens its files a moment later.
    renameSync(place.files.database, aside)
    writeFileSync(place.files.database, Buffer.alloc(8192, 5))
    await expectCode(check, 'VAULT_MOVED')
    renameSync(aside, place.files.database)
    expect([(await place.status()).notices, (await stateOf(place)).soundAt]).toEqual([[], null])
  })

  test('a lock in the middle ends it', async () => {
    const place = makeVaultPlace()
    await place.create()
    const check = startCheck(place)
    place.dispatcher.lock()
    await expectCode(check, 'LOCKED')
    await place.unlock()
    expect(await stateOf(place)).toEqual({ soundAt: null })
    expect((await place.status()).notices).toEqual([])
  })

  test('cancelled, it ends without a result, and another one can begin at once', async () => {
    const place = makeVaultPlace()
    await place.create()
    const check = startCheck(place)
    place.dispatcher.cancelJob('file check')
    const next = startCheck(place)
    await expectCode(check, 'CANCELLED')
    expect((await stateOf(place)).soundAt).toBe(null)
    expect(await next).toEqual({ soundAt: '2026-11-23T14:00:00.000Z' })
  })

  test('whoever asks for it while it runs gets the result of the same check', async () => {
    const updates: JobUpdate[] = []
    const place = makeVaultPlace({ onJob: (job) => void updates.push(job) })
    await place.create()
    const sound = { soundAt: '2026-11-23T14:00:00.000Z' }
    expect(await Promise.all([startCheck(place), startCheck(place)])).toEqual([sound, sound])
    expect(updates.filter(({ progress }) => progress === null)).toHaveLength(1)
  })
})
