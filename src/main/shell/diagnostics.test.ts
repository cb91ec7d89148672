import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ownCodeIn } from '#main/ownCode.ts'
import { AppError } from '#main/appError.ts'
import { makeDiagnostics, versionsWith, type Diagnostics } from './diagnostics.ts'

let folder: string
let file: string
let time: number
let target: string | null
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'palpate-test-'))
  file = join(folder, 'diagnostics.json')
  time = Date.parse('2026-11-29T10:00:00.000Z')
  target = join(folder, 'saved.json')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const code = ownCodeIn(join(import.meta.dirname, '..'))
const start = (versions = versionsWith('0.1.0')): Diagnostics =>
  makeDiagnostics({
    file,
    versions,
    code,
    now: () => new Date(time).toISOString(),
    today: () => '2026-11-29',
    documentsFolder: folder,
    askForTarget: async () => target,
  })
const entriesOf = (text: string) =>
  text === '' ? [] : (JSON.parse(text) as { entries: Record<string, unknown>[] }).entries
/** Keeps so many failures, a minute between each two. */
function keepMany(diagnostics: Diagnostics, count: number, frames?: string[]) {
  for (let at = 0; at < count; at++) {
    time += 60_000
    diagnostics.keep('an operation of main', 'app:info', frames ? [{ name: 'Error', frames }] : [])
  }
}

describe('what a page reports', () => {
  it('is kept with the operation that failed, as far as the contract has it', () => {
    const diagnostics = start()
    for (const operation of ['draft:save', 'Mara:Silva', null]) {
      time += 60_000
      diagnostics.keepOfPage([{ name: 'DOMException', frames: [] }], operation)
    }
    expect(entriesOf(diagnostics.show(1))).toMatchObject([
      { what: 'a page, uncaught', operation: null },
      { what: 'a page, uncaught', operation: null },
      { what: 'a page, uncaught', operation: 'draft:save', errors: [{ name: 'DOMException', frames: [] }] },
    ])
  })
})

describe('what is kept of a mistake', () => {
  it('is when, on what, in which operation and where in our code, and none of its words', () => {
    const diagnostics = start()
    diagnostics.keepError(
      'an operation of main',
      'phrase:exportFile',
      new AppError('INTERNAL', undefined, { cause: new TypeError('of Mara Silva') }),
    )
    expect(entriesOf(diagnostics.show(1))).toEqual([
      {
        at: '2026-11-29T10:00:00.000Z',
        versions: expect.stringMatching(/^Palpate 0\.1\.0; Electron none; Chromium none; \w+ [\d.]+ \w+$/),
        what: 'an operation of main',
        operation: 'phrase:exportFile',
        code: 'INTERNAL',
        errors: [
          { name: 'AppError', frames: [expect.stringMatching(/^shell\/diagnostics\.test\.ts:\d+:\d+$/)] },
          { name: 'TypeError', frames: [expect.stringMatching(/^shell\/diagnostics\.test\.ts:\d+:\d+$/)] },
        ],
      },
    ])
    expect(readFileSync(file, 'utf8')).toBe(diagnostics.show(1))
    expect(readFileSync(file, 'utf8')).not.toMatch(/Mara|Silva|tmp|home/)
    if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600)
  })

  it.each(['mara:silva', 'Mara Silva', '', 'toString', null])('names no operation called %j', (operation) => {
    const diagnostics = start()
    diagnostics.keep('the services ended', operation, [])
    expect(entriesOf(diagnostics.show(1))).toMatchObject([{ operation: null }])
  })

  it('is nothing where another process reports more than may be stored', () => {
    const diagnostics = start()
    diagnostics.keep('an operation of the services', 'client:get', [{ name: 'Mara' as never, frames: [] }])
    diagnostics.keep('an operation of the services', 'client:get', [{ name: 'Error', frames: ['of Mara Silva'] }])
    diagnostics.keep('an operation of the services', 'client:get', [
      { name: 'Error', frames: [], message: 'Mara' } as never,
    ])
    expect(diagnostics.show(1)).toBe('')
    expect(existsSync(file)).toBe(false)
  })

  it('names versions by numbers only', () => {
    expect(versionsWith('0.1.0-of-mara')).toMatch(/^Palpate 0\.1\.0; /)
    expect(versionsWith('mara')).toMatch(/^Palpate none; /)
  })
})

describe('the file', () => {
  it('is there again after a restart, the newest first', () => {
    keepMany(start(), 2)
    const again = start()
    keepMany(again, 1)
    expect(entriesOf(again.show(1)).map(({ at }) => at)).toEqual([
      '2026-11-29T10:03:00.000Z',
      '2026-11-29T10:02:00.000Z',
      '2026-11-29T10:01:00.000Z',
    ])
    expect(readdirSync(folder)).toEqual(['diagnostics.json'])
  })

  it('has at most 200 entries, and loses the oldest', () => {
    const diagnostics = start()
    keepMany(diagnostics, 205)
    const kept = entriesOf(readFileSync(file, 'utf8'))
    expect(kept).toHaveLength(200)
    expect(kept[0]?.['at']).toBe('2026-11-29T13:25:00.000Z')
    expect(kept.at(-1)?.['at']).toBe('2026-11-29T10:06:00.000Z')
  })

  it('has at most 64 KB', () => {
    const diagnostics = start()
    keepMany(
      diagnostics,
      205,
      Array.from({ length: 12 }, () => `main/${'x'.repeat(200)}.js:1:1`),
    )
    expect(statSync(file).size).toBeLessThanOrEqual(64 * 1024)
    expect(statSync(file).size).toBeGreaterThan(60 * 1024)
    expect(entriesOf(start().show(1))[0]?.['at']).toBe('2026-11-29T13:25:00.000Z')
  })

  it('takes 30 of a failure that comes over and over, and goes on a minute later, also by a clock set back', () => {
    const diagnostics = start()
    const keep = () => diagnostics.keep('a page ended', null, [])
    for (let at = 0; at < 500; at++, time += 10) keep()
    expect(entriesOf(diagnostics.show(1))).toHaveLength(30)
    time += 60_000
    keep()
    expect(entriesOf(diagnostics.show(1))).toHaveLength(31)
    time -= 86_400_000
    keep()
    expect(entriesOf(diagnostics.show(1))).toHaveLength(32)
  })

  it.each([
    ['is empty', ''],
    ['was cut off', '{"format":"palpate-diagnostics","version":1,"entries":[{"at"'],
    ['is of another program', '{"some":"thing"}'],
    ['is of a newer version', '{"format":"palpate-diagnostics","version":2,"entries":[]}'],
    ['has words in it', '{"format":"palpate-diagnostics","version":1,"entries":[],"note":"Mara"}'],
    ['is no text', '\u0000\ufffd'],
  ])('that %s is begun anew', (_, damaged) => {
    writeFileSync(file, damaged)
    const diagnostics = start()
    expect(diagnostics.show(1)).toBe('')
    keepMany(diagnostics, 1)
    expect(entriesOf(readFileSync(file, 'utf8'))).toHaveLength(1)
  })

  it('that cannot be written disturbs nothing, is shown all the same, and is written with the next', () => {
    mkdirSync(file)
    const diagnostics = start()
    keepMany(diagnostics, 1)
    expect(entriesOf(diagnostics.show(1))).toHaveLength(1)
    expect(() => diagnostics.clear()).not.toThrow()
    diagnostics.bringBack()
    rmSync(file, { recursive: true })
    keepMany(diagnostics, 1)
    expect(entriesOf(readFileSync(file, 'utf8'))).toHaveLength(2)
    expect(readdirSync(folder)).toEqual(['diagnostics.json'])
  })

  it.skipIf(process.platform === 'win32')('is closed to others, whatever was there before', () => {
    writeFileSync(file, '')
    chmodSync(file, 0o644)
    keepMany(start(), 1)
    expect(statSync(file).mode & 0o777).toBe(0o600)
  })

  it('is gone when it is cleared, and comes back with what has come since', () => {
    const diagnostics = start()
    keepMany(diagnostics, 2)
    const before = diagnostics.show(1)
    diagnostics.clear()
    expect(diagnostics.show(1)).toBe('')
    expect(existsSync(file)).toBe(false)
    diagnostics.bringBack()
    expect(readFileSync(file, 'utf8')).toBe(before)
    diagnostics.clear()
    keepMany(diagnostics, 1)
    diagnostics.bringBack()
    diagnostics.bringBack()
    expect(entriesOf(readFileSync(file, 'utf8'))).toHaveLength(3)
  })
})

describe('saving it', () => {
  it('writes exactly what the window was shown last, whatever has come since', async () => {
    const diagnostics = start()
    keepMany(diagnostics, 1)
    const shown = diagnostics.show(1)
    keepMany(diagnostics, 1)
    diagnostics.show(2)
    expect(await diagnostics.save(1)).toEqual({ fileName: 'saved.json' })
    expect(readFileSync(target ?? '', 'utf8')).toBe(shown)
  })

  it('that is thought better of writes nothing', async () => {
    const diagnostics = start()
    keepMany(diagnostics, 1)
    diagnostics.show(1)
    target = null
    await expect(diagnostics.save(1)).rejects.toMatchObject({ code: 'CANCELLED' })
    expect(readdirSync(folder)).toEqual(['diagnostics.json'])
  })
})
