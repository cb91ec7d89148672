import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { largestPhraseFile } from '#shared/domain/phrase/phraseFile.ts'
import { makePhraseFiles } from './phraseFiles.ts'

const makePipe = 'mkfifo'
let folder: string
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'palpate-test-'))))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const phrases = [{ abbreviation: 'slp', section: 'subjective' as const, text: 'Slept {{choice: well|badly}}.' }]
const filesAt = (path: string | null) =>
  makePhraseFiles({
    phrases: async () => phrases,
    askForTarget: async () => path,
    askForSource: async () => path,
    today: () => '2026-11-29',
    documentsFolder: folder,
  })
const refusal = (reading: Promise<unknown>) =>
  reading.then(
    () => 'was not refused',
    (error: { code: string; details?: { issues?: { code: string }[] } }) =>
      error.details?.issues?.[0]?.code ?? error.code,
  )

describe('phrases as files', () => {
  it('are offered under a name that says what they are and of which day', async () => {
    const suggested: string[] = []
    const files = makePhraseFiles({
      phrases: async () => phrases,
      askForTarget: async (path) => (suggested.push(path), null),
      askForSource: async () => null,
      today: () => '2026-11-29',
      documentsFolder: folder,
    })
    expect(await refusal(files.save())).toBe('CANCELLED')
    expect(suggested).toEqual([join(folder, 'Palpate phrases 2026-11-29.json')])
  })

  it('are read as they were written, and named without their folder', async () => {
    const files = filesAt(join(folder, 'mine.json'))
    expect(await files.save()).toEqual({ fileName: 'mine.json', count: 1 })
    expect(JSON.parse(readFileSync(join(folder, 'mine.json'), 'utf8'))).toEqual({
      format: 'palpate-phrases',
      version: 1,
      phrases,
    })
    expect(await files.open()).toEqual({ fileName: 'mine.json', phrases })
  })

  it('are neither written nor read when somebody thinks better of it', async () => {
    expect(await refusal(filesAt(null).save())).toBe('CANCELLED')
    expect(await refusal(filesAt(null).open())).toBe('CANCELLED')
    expect(existsSync(join(folder, 'mine.json'))).toBe(false)
  })

  it('say what is wrong with a file', async () => {
    const path = join(folder, 'other.json')
    const reading = (text: string) => {
      writeFileSync(path, text)
      return refusal(filesAt(path).open())
    }
    expect(await reading('{"format":"other"}')).toBe('foreign')
    expect(await reading('\u0000\u0001 not text')).toBe('foreign')
    expect(await reading('{"format":"palpate-phrases","version":9}')).toBe('newer')
    expect(await reading('{"format":"palpate-phrases","version":1,"phrases":[{}]}')).toBe('damaged')
    truncateSync(path, largestPhraseFile + 1)
    expect(await refusal(filesAt(path).open())).toBe('TOO_LARGE')
    rmSync(path)
    expect(await refusal(filesAt(path).open())).toBe('NOT_FOUND')
    mkdirSync(path)
    expect(await refusal(filesAt(path).open())).toBe('foreign')
  })

  it.skipIf(process.platform === 'win32')('of a pipe or a folder / are refused at once', async () => {
    const pipe = join(folder, 'pipe.json')
    execFileSync(makePipe, [pipe])
    expect(await refusal(filesAt(pipe).open())).toBe('foreign')
    expect(await refusal(filesAt(folder).open())).toBe('foreign')
  })
})
