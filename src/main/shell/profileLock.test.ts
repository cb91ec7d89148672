import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { lockProblem, removeLock, type LockSystem } from './profileLock.ts'

let profile: string
beforeEach(() => {
  profile = mkdtempSync(join(tmpdir(), 'palpate-lock-'))
})
afterEach(() => rmSync(profile, { recursive: true, force: true }))

const system = (change: Partial<LockSystem> = {}): LockSystem => ({
  platform: 'linux',
  hostname: 'table',
  temporary: profile,
  isRunning: (id) => id === 4711,
  ...change,
})
const inProfile = (name: string) => join(profile, name)
const problem = (change: Partial<LockSystem> = {}) => lockProblem(profile, system(change))
const link = (target: string, name = 'SingletonLock') => symlinkSync(target, inProfile(name))

describe.runIf(process.platform !== 'win32')('a lock that cannot be taken', () => {
  it('is held by another Palpate whose process runs here', () => {
    link('table-4711')
    expect(problem()).toEqual({ kind: 'other instance' })
  })

  it('is a link that was left: of a process that is gone, cut short, or copied with its path', () => {
    link('table-12')
    expect(problem()).toEqual({ kind: 'leftover', what: 'link' })
    removeLock(profile, 'linux')
    link('table')
    expect(problem()).toEqual({ kind: 'leftover', what: 'link' })
    removeLock(profile, 'linux')
    link('/backup/monday/table-4711')
    expect(problem()).toEqual({ kind: 'leftover', what: 'link' })
  })

  it('names another computer, also one with dashes in its name', () => {
    link('front-desk-2-4711')
    expect(problem()).toEqual({ kind: 'other computer', host: 'front-desk-2' })
  })

  it.each(['SingletonLock', 'SingletonSocket', 'SingletonCookie'])('has a file in the place of %s', (name) => {
    writeFileSync(inProfile(name), 'table-4711')
    expect(problem()).toEqual({ kind: 'leftover', what: 'file' })
    removeLock(profile, 'linux')
    expect(problem()).toEqual({ kind: 'unknown' })
  })

  it('has a folder in its place, which is put aside with what is in it', () => {
    mkdirSync(inProfile('SingletonLock'))
    writeFileSync(join(inProfile('SingletonLock'), 'notes.txt'), 'mine')
    expect(problem()).toEqual({ kind: 'leftover', what: 'folder' })
    removeLock(profile, 'linux')
    expect(problem()).toEqual({ kind: 'unknown' })
    const [kept] = readdirSync(profile)
    expect(readdirSync(inProfile(kept ?? ''))).toEqual(['notes.txt'])
  })

  it('is in a profile that is a file', () => {
    writeFileSync(inProfile('profile'), '')
    expect(lockProblem(inProfile('profile'), system())).toEqual({ kind: 'not a folder' })
  })

  it('is in a profile that is not there and cannot be made', () => {
    expect(lockProblem(inProfile('gone'), system())).toEqual({ kind: 'cannot be written' })
  })

  it('needs temporary files that cannot be written', () => {
    const temporary = inProfile('gone')
    expect(problem({ temporary })).toEqual({ kind: 'no temporary files', folder: temporary })
  })
})

describe('on Windows', () => {
  it('a folder in the place of the lock is a leftover, and so is nothing that can be opened', () => {
    expect(problem({ platform: 'win32' })).toEqual({ kind: 'unknown' })
    mkdirSync(inProfile('lockfile'))
    expect(problem({ platform: 'win32' })).toEqual({ kind: 'leftover', what: 'folder' })
    removeLock(profile, 'win32')
    expect(readdirSync(profile)).toEqual([])
  })
})
