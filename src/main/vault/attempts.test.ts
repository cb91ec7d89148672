import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { AppError } from '../appError.ts'
import { attemptsIn, delayAfter, noAttempts } from './attempts.ts'

let folder: string
let file: string
let seconds: number
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'palpate-attempts-'))
  file = join(folder, 'attempts.json')
  seconds = 1_750_000_000
  writeFileSync(file, noAttempts())
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const start = () => attemptsIn(file, { now: () => new Date(seconds * 1000).toISOString() })

const throttled = (retryAfterSeconds: number) => new AppError('THROTTLED', { retryAfterSeconds })

/** Tries wrongly so often, waiting out every delay. */
function failOften(times: number): void {
  const attempts = start()
  for (let time = 0; time < times; time += 1) {
    seconds += attempts.retryAfterSeconds()
    attempts.charge()
  }
}

describe('the throttle', () => {
  test('lets five wrong tries pass, then asks for 5 seconds, doubled with every further one up to 15 minutes', () => {
    expect([0, 1, 2, 3, 4, 5, 6, 7, 8].map(delayAfter)).toEqual([0, 0, 0, 0, 0, 5, 10, 20, 40])
    expect([12, 13, 14, 1_000_000].map(delayAfter)).toEqual([640, 900, 900, 900])
  })

  test('refuses a try while the delay runs, and takes it when it is over', () => {
    failOften(5)
    const attempts = start()
    expect(attempts.retryAfterSeconds()).toBe(5)
    expect(() => attempts.charge()).toThrow(throttled(5))
    seconds += 4
    expect(() => attempts.refuseWhileRunning()).toThrow(throttled(1))
    seconds += 1
    expect(() => attempts.charge()).not.toThrow()
    expect(attempts.retryAfterSeconds()).toBe(10)
  })

  test('does not grow by being asked while it runs', () => {
    failOften(6)
    const attempts = start()
    for (let time = 0; time < 50; time += 1) expect(() => attempts.charge()).toThrow(throttled(10))
    expect(attempts.retryAfterSeconds()).toBe(10)
  })

  test('goes on after a restart where it was', () => {
    failOften(8)
    seconds += 15
    expect(start().retryAfterSeconds()).toBe(25)
  })

  test('has counted a try before its outcome is known, so stopping the app in the middle gives none away', () => {
    start().charge()
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ failures: 1 })
  })

  test('starts anew after a right try, also after a restart', () => {
    failOften(7)
    const attempts = start()
    seconds += attempts.retryAfterSeconds()
    attempts.charge()
    attempts.forgive()
    expect(attempts.retryAfterSeconds()).toBe(0)
    for (let time = 0; time < 4; time += 1) start().charge()
    expect(start().retryAfterSeconds()).toBe(0)
  })

  test('is neither shortened nor stretched beyond its own length by a clock that was set back or forth', () => {
    fc.assert(
      fc.property(fc.integer({ min: 5, max: 30 }), fc.integer({ min: 1, max: 2_000_000_000 }), (failures, jump) => {
        seconds = 1_750_000_000
        writeFileSync(file, noAttempts())
        failOften(failures)
        const delay = delayAfter(failures)
        seconds = Math.max(0, seconds - jump)
        expect(start().retryAfterSeconds()).toBe(delay)
        seconds += delay - 1
        expect(start().retryAfterSeconds()).toBe(1)
        seconds += 1
        expect(start().retryAfterSeconds()).toBe(0)
      }),
    )
  })

  test.each([
    ['missing', () => rmSync(file)],
    ['empty', () => writeFileSync(file, '')],
    ['not JSON', () => writeFileSync(file, '\u0000\u0000')],
    ['of wrong types', () => writeFileSync(file, noAttempts().replace('"failures":0', '"failures":"0"'))],
    ['counting below zero', () => writeFileSync(file, noAttempts().replace('"failures":0', '"failures":-9'))],
    ['a folder', () => (rmSync(file), mkdirSync(file))],
  ])('counts the free tries as used when its file is %s', (_, damage) => {
    damage()
    const attempts = start()
    expect(attempts.retryAfterSeconds()).toBe(5)
    seconds += 5
    attempts.charge()
    expect(attempts.retryAfterSeconds()).toBe(10)
  })

  test('counts in memory where its file cannot be written', () => {
    const attempts = start()
    // A file in the folder's place: nothing can be written below it, not even by the administrator.
    rmSync(folder, { recursive: true })
    writeFileSync(folder, '')
    for (let time = 0; time < 5; time += 1) attempts.charge()
    expect(() => attempts.charge()).toThrow(throttled(5))
  })
})
