import { describe, expect, test } from 'vitest'
import type { BackupPlace, BackupState } from '#shared/contract/backups.ts'
import { offsetHere, wallTimeAt } from '#shared/domain/time.ts'
import { backupSign, backupTimeWords, isPlaceWanted, lastVerifiedAt } from './backupSign.ts'

const at = '2026-11-30T12:03:00.000Z'
const wall = wallTimeAt(at, offsetHere(at))
const day = wall.slice(0, 10)
const hour = wall.slice(11)

const place = (change: Partial<BackupPlace> = {}): BackupPlace => ({
  id: 'a',
  folder: '/stick',
  last: { madeAt: at, verifiedAt: at },
  problem: null,
  isBehind: false,
  ...change,
})
const stateWith = (change: Partial<BackupState> = {}): BackupState => ({
  places: [place()],
  copyProblem: null,
  failure: null,
  putOffAt: null,
  ...change,
})
const sign = (change: Partial<BackupState>) => backupSign(stateWith(change), () => day)

describe('the sign of the backups', () => {
  test('without a place / says that nothing is backed up, and asks for a place', () => {
    expect(sign({ places: [] })).toEqual({ tone: 'none', words: 'Not backed up yet', step: 'choose' })
  })

  test('with a place that has no backup yet / offers to make one', () => {
    expect(sign({ places: [place({ last: null })] })).toMatchObject({ words: 'Not backed up yet', step: 'back up' })
  })

  test('with a verified backup and nothing wrong / is calm, says when, and has nothing to press', () => {
    expect(sign({})).toEqual({ tone: 'good', words: `Backed up and verified today ${hour}`, step: null })
  })

  const verifiedAt = (time: string) => ({ last: { madeAt: time, verifiedAt: time } })
  const weekOld = '2026-11-23T12:03:00.000Z'
  const months = '2026-08-30T12:03:00.000Z'

  test('with two places / says when the one was backed up that is further behind', () => {
    expect(sign({ places: [place(), place(verifiedAt(weekOld))] })).toEqual({
      tone: 'good',
      words: `Backed up and verified ${backupTimeWords(weekOld, day)}`,
      step: null,
    })
  })

  test('with a backup of three months ago / is not calm, says how old it is, and offers one', () => {
    const words = `ast backup ${backupTimeWords(months, day)}`
    expect(sign({ places: [place(verifiedAt(months))] })).toEqual({ tone: 'none', words: `L${words}`, step: 'back up' })
    expect(sign({ places: [place(), place(verifiedAt(months))] })).toEqual({
      tone: 'none',
      words: `One place: l${words}`,
      step: 'back up',
    })
  })

  test('with a place of two that has no backup yet / is not calm', () => {
    expect(sign({ places: [place(), place({ last: null })] })).toEqual({
      tone: 'none',
      words: 'One place has no backup yet',
      step: 'back up',
    })
  })

  test('with a place that is missing / is an alarm, although another one has today’s backup', () => {
    expect(sign({ places: [place(), place({ problem: 'missing' })] })).toEqual({
      tone: 'alarm',
      words: 'Backup disk is not there',
      step: 'look',
    })
  })

  test('with a copy that is not good / says so before what is wrong with a place', () => {
    const places = [place({ problem: 'missing' })]
    expect(sign({ places, copyProblem: { kind: 'damage' } }).words).toBe('Last backup is not good')
    expect(sign({ places, failure: 'NO_ROOM' }).words).toBe('No backup could be made')
  })
})

describe('the time of a backup', () => {
  test.each([
    ['2026-11-30', `today ${hour}`],
    ['2026-12-01', `yesterday ${hour}`],
    ['2026-12-09', `Mon 30 Nov, ${hour}`],
    ['2027-01-09', `Mon 30 Nov 2026, ${hour}`],
  ])('seen on %s / is “%s”', (today, words) => {
    expect(backupTimeWords(at, today)).toBe(words)
  })

  test('of several places / is that of the newest that is where it was', () => {
    const older = '2026-11-29T12:03:00.000Z'
    const places = [place({ last: { madeAt: older, verifiedAt: older } }), place(), place({ last: null })]
    expect(lastVerifiedAt({ places })).toBe(at)
    expect(lastVerifiedAt({ places: [] })).toBeNull()
    const gone = place({ problem: 'newest gone' })
    expect(lastVerifiedAt({ places: [gone, places[0] ?? gone] })).toBe(older)
    expect(lastVerifiedAt({ places: [gone, place({ problem: 'other disk' })] })).toBeNull()
  })
})

describe('the question for a place', () => {
  const asked = (putOffAt: string | null, places: BackupPlace[] = []) => isPlaceWanted({ places, putOffAt }, at)

  test('is asked while there is none, and not with one', () => {
    expect(asked(null)).toBe(true)
    expect(asked(null, [place()])).toBe(false)
  })

  test('that was put off / is asked again after a week', () => {
    expect(asked('2026-11-23T12:04:00.000Z')).toBe(false)
    expect(asked('2026-11-23T12:03:00.000Z')).toBe(true)
  })

  test('that was put off by a clock that was ahead / is asked', () => {
    expect(asked('2027-11-23T12:04:00.000Z')).toBe(true)
  })
})
