import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { renameWithRetry, renameWithRetryAsync } from './renaming.ts'

/** Fails so many times with a code, then does it. */
function failing(times: number, code: string) {
  let left = times
  return vi.fn((_from: string, _to: string) => {
    if (left-- > 0) throw Object.assign(new Error(code), { code })
  })
}
const wait = vi.fn()
beforeEach(() => wait.mockReset())
const waited = () => wait.mock.calls.map(([milliseconds]) => milliseconds as number)

describe.each(['EPERM', 'EBUSY', 'EACCES'])('renaming what is held (%s)', (code) => {
  it('on Windows for a moment / is tried again until it goes', () => {
    const run = failing(3, code)
    renameWithRetry('a', 'b', run, { platform: 'win32', wait })
    expect(run.mock.calls).toEqual(Array.from({ length: 4 }, () => ['a', 'b']))
    expect(waited()).toEqual([10, 20, 40])
  })

  it('on Windows for good / ends with the error after a little over a second', () => {
    const run = failing(100, code)
    expect(() => renameWithRetry('a', 'b', run, { platform: 'win32', wait })).toThrow(code)
    expect(run).toHaveBeenCalledTimes(8)
    expect(waited().reduce((sum, milliseconds) => sum + milliseconds, 0)).toBe(1270)
  })

  it('elsewhere / fails at once, for there it means something else', () => {
    const run = failing(1, code)
    expect(() => renameWithRetry('a', 'b', run, { platform: 'linux', wait })).toThrow(code)
    expect(wait).not.toHaveBeenCalled()
  })

  it('on Windows, without holding anything up / is tried again until it goes', async () => {
    const run = failing(2, code)
    await renameWithRetryAsync('a', 'b', async (from, to) => run(from, to), 'win32')
    expect(run).toHaveBeenCalledTimes(3)
  })
})

describe('renaming', () => {
  it('what is not there, on Windows / fails at once', async () => {
    const run = failing(1, 'ENOENT')
    expect(() => renameWithRetry('a', 'b', run, { platform: 'win32', wait })).toThrow('ENOENT')
    await expect(
      renameWithRetryAsync('a', 'b', async (from, to) => failing(1, 'ENOENT')(from, to), 'win32'),
    ).rejects.toThrow('ENOENT')
    expect(wait).not.toHaveBeenCalled()
  })

  describe('a file', () => {
    let folder = ''
    beforeEach(() => {
      folder = mkdtempSync(join(tmpdir(), 'palpate-test-'))
      writeFileSync(join(folder, 'a'), 'it')
    })
    afterEach(() => rmSync(folder, { recursive: true, force: true }))

    it('that nobody holds / is done at once', async () => {
      renameWithRetry(join(folder, 'a'), join(folder, 'b'))
      await renameWithRetryAsync(join(folder, 'b'), join(folder, 'c'))
      expect(readdirSync(folder)).toEqual(['c'])
      expect(readFileSync(join(folder, 'c'), 'utf8')).toBe('it')
    })
  })

  it('is done in one place of main', () => {
    const main = import.meta.dirname
    const files = readdirSync(main, { recursive: true, encoding: 'utf8' }).filter(
      (file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && file !== 'renaming.ts',
    )
    const own = /\brename(Sync)?\b[^'"]*\} from 'node:fs(\/promises)?'/u
    expect(files.filter((file) => own.test(readFileSync(join(main, file), 'utf8')))).toEqual([])
  })
})
