import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { AppError } from '#main/appError.ts'
import type { Channel, Input } from '#shared/contract/contract.ts'
import { makeRecordFiles } from './recordFiles.ts'
import type { WatchedServices } from './services.ts'

let folder: string
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'palpate-test-'))))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const seal = {
  line: `PALPATE-SEAL-1.${'7Z'.repeat(114)}`,
  sequence: 12,
  signedAt: '2026-11-23T15:00:00.000Z',
  fingerprint: 'ab'.repeat(32),
  madeAt: '2026-11-23T16:00:00.000Z',
  key: 'AAAA-BBBB-CCCC-DDDD',
}
const stamp = { id: 1 }

/** Services that answer, and remember what they were asked for. */
function answering(answers: Readonly<Partial<Record<Channel, unknown>>>) {
  const asked: [Channel, unknown][] = []
  const ask = async (channel: Channel, input: Input<Channel>) => {
    asked.push([channel, input])
    const answer = answers[channel]
    if (answer instanceof Error) throw answer
    return answer
  }
  return { asked, services: { ask } as unknown as Pick<WatchedServices, 'ask'> }
}
const filesAt = (path: string | null, answers: Readonly<Partial<Record<Channel, unknown>>> = {}) => {
  const { asked, services } = answering(answers)
  const suggested: string[] = []
  const dialogs = {
    askForTarget: async (suggestion: string) => (suggested.push(basename(suggestion)), path),
    askForSource: async () => path,
  }
  const today = () => '2026-11-29'
  return { asked, suggested, files: makeRecordFiles({ ...dialogs, services, today, documentsFolder: folder }) }
}
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'was not refused',
    (error: AppError) => error.code,
  )

describe('seals and time stamps as files', () => {
  it('where a text is chosen / have the line on a line of its own, and the same as JSON', async () => {
    const text = join(folder, 'seal.txt')
    const { files } = filesAt(text, { 'record:makeSeal': seal })
    expect(await files.saveSeal()).toEqual({ fileName: 'seal.txt', sequence: 12 })
    expect(readFileSync(text, 'utf8').split('\n')).toContain(seal.line)
    const json = join(folder, 'seal.JSON')
    await filesAt(json, { 'record:makeSeal': seal }).files.saveSeal()
    expect(JSON.parse(readFileSync(json, 'utf8'))).toEqual({ format: 'palpate-seal', version: 1, ...seal })
  })

  it('when somebody thinks better of it / make no seal and keep nothing', async () => {
    const { asked, files } = filesAt(null)
    expect(await codeOf(files.saveSeal())).toBe('CANCELLED')
    expect(await codeOf(files.saveStampRequest('rfc3161'))).toBe('CANCELLED')
    expect(await codeOf(files.openStamp())).toBe('CANCELLED')
    expect(await codeOf(files.openSeal())).toBe('CANCELLED')
    expect(asked).toEqual([])
  })

  it('are offered under names that say what they are and of which day', async () => {
    const { suggested, files } = filesAt(null)
    await codeOf(files.saveSeal())
    await codeOf(files.saveStampRequest('rfc3161'))
    await codeOf(files.saveStampRequest('opentimestamps'))
    expect(suggested).toEqual([
      'Palpate seal 2026-11-29.txt',
      'Palpate time stamp request 2026-11-29.tsq',
      'Palpate seal line 2026-11-29.txt',
    ])
  })

  it('when nothing is signed / leave no file', async () => {
    const path = join(folder, 'seal.txt')
    const { files } = filesAt(path, { 'record:makeSeal': new AppError('VALIDATION') })
    expect(await codeOf(files.saveSeal())).toBe('VALIDATION')
    expect(existsSync(path)).toBe(false)
  })

  it('to be stamped / are the very bytes that the services give', async () => {
    const path = join(folder, 'seal.tsq')
    const file = Buffer.from([0x30, 0x03, 0x02, 0x01, 0x01])
    const { files, asked } = filesAt(path, { 'record:requestStamp': { sequence: 12, file: file.toString('base64') } })
    expect(await files.saveStampRequest('rfc3161')).toEqual({ fileName: 'seal.tsq', sequence: 12 })
    expect(readFileSync(path)).toEqual(file)
    expect(asked).toEqual([['record:requestStamp', { kind: 'rfc3161' }]])
  })

  it('that are opened / are read whole, and refused when they are too large or not there', async () => {
    const path = join(folder, 'answer')
    writeFileSync(path, 'words')
    expect(await filesAt(path).files.openSeal()).toEqual({ fileName: 'answer', text: 'words' })
    const { files, asked } = filesAt(path, { 'record:keepStamp': stamp })
    expect(await files.openStamp()).toEqual({ fileName: 'answer', stamp })
    expect(asked).toEqual([['record:keepStamp', { file: Buffer.from('words').toString('base64') }]])
    writeFileSync(path, Buffer.alloc(100_001))
    expect(await codeOf(filesAt(path).files.openSeal())).toBe('TOO_LARGE')
    expect(await codeOf(filesAt(join(folder, 'nothing')).files.openSeal())).toBe('NOT_FOUND')
  })
})

describe('the audit log as a file', () => {
  const filter = { act: null, clientId: null, from: '2026-11-01', to: null }
  const text = '\uFEFFEntry\r\n1\r\n'

  it('is suggested with the day, and has what the services composed for the filter', async () => {
    const path = join(folder, 'log.csv')
    const { asked, suggested, files } = filesAt(path, { 'audit:compose': { text, count: 1 } })
    expect(await files.saveAuditLog(filter)).toEqual({ fileName: 'log.csv', count: 1 })
    expect(readFileSync(path, 'utf8')).toBe(text)
    expect(suggested).toEqual(['Palpate audit log 2026-11-29.csv'])
    expect(asked).toEqual([['audit:compose', { filter }]])
  })

  it('when somebody thinks better of it / is not composed', async () => {
    const { asked, files } = filesAt(null)
    expect(await codeOf(files.saveAuditLog(filter))).toBe('CANCELLED')
    expect(asked).toEqual([])
  })
})
