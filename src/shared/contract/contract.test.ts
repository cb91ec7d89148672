// The contract's coverage: every operation has a name, a strict input, an output; every channel an answer.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { describe, expect, it } from 'vitest'
import { channels, contract, isChannel, invalidatedBy, invalidatedBySession, sessionWrittenBy } from './contract.ts'
import { errorCodes } from './errors.ts'
import { events } from './events.ts'

const source = join(import.meta.dirname, '../..')

const filesUnder = (folder: string): string[] =>
  readdirSync(join(source, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.includes('.test.'))
    .map((name) => join(source, folder, name))

describe('the contract', () => {
  it('names every channel once, as domain:verb', () => {
    expect(new Set(channels).size).toBe(channels.length)
    for (const channel of channels) expect(channel).toMatch(/^[a-zA-Z]+:[a-zA-Z]+$/)
    expect(new Set(events).size).toBe(events.length)
  })

  it.each(channels)('%s refuses an input with keys that nobody knows', (channel) => {
    const { input } = contract[channel]
    const result = input.safeParse({ notAKeyOfOurs: 1 })
    expect(result.success).toBe(false)
    const codes = result.error?.issues.map((issue) => issue.code)
    expect(codes).toContain('unrecognized_keys')
  })

  it.each(channels)('%s refuses inputs that are no object', (channel) => {
    for (const wrong of [undefined, null, 1, 'text', [], true]) {
      expect(contract[channel].input.safeParse(wrong).success).toBe(false)
    }
  })

  it.each(channels)('%s has an output that can be written as JSON schema', (channel) => {
    expect(() => z.toJSONSchema(contract[channel].output, { unrepresentable: 'any' })).not.toThrow()
  })

  it('is registered on ipcMain in one place only', () => {
    const importers = filesUnder('main').filter((file) => readFileSync(file, 'utf8').includes('ipcMain'))
    expect(importers.map((file) => file.slice(source.length + 1))).toEqual([join('main', 'ipc', 'registerContract.ts')])
  })

  it('is reached through ipcRenderer in the preload script only', () => {
    const importers = filesUnder('.').filter((file) => /\bipcRenderer\b/.test(readFileSync(file, 'utf8')))
    expect(importers.map((file) => file.slice(source.length + 1))).toEqual([join('preload', 'index.ts')])
  })

  it('has every error code once', () => {
    expect(new Set(errorCodes).size).toBe(errorCodes.length)
  })
})

const sessionId = '0190a5e0-0000-7000-8000-000000000001'
const inSessions = channels.filter((channel) => contract[channel].effect === 'session')

describe('operations that write in a session', () => {
  it('name the session in what they are given', () => {
    expect(sessionWrittenBy('session:saveSection', { id: sessionId })).toBe(sessionId)
    expect(sessionWrittenBy('finding:put', { finding: { sessionId } })).toBe(sessionId)
    expect(sessionWrittenBy('timer:put', { sessionId, span: {} })).toBe(sessionId)
    expect(sessionWrittenBy('client:list', { id: sessionId })).toBeNull()
    expect(isChannel('toString')).toBe(false)
  })

  it.each(inSessions)('%s takes an id where it is looked for', (channel) => {
    let schema: unknown = contract[channel].input
    for (const key of (contract[channel].session ?? '').split('.')) {
      schema = (schema as { shape: Record<string, unknown> }).shape[key]
    }
    expect((schema as z.ZodType).safeParse(sessionId).success).toBe(true)
    expect((schema as z.ZodType).safeParse(7).success).toBe(false)
  })

  it.each([
    undefined,
    null,
    7,
    'text',
    [],
    { finding: null },
    { finding: { sessionId: 7 } },
    Object.create({ id: sessionId }),
  ])('find none in an input that nobody has checked: %j', (input) => {
    for (const channel of inSessions) expect(sessionWrittenBy(channel, input)).toBeNull()
  })
})

describe('what an operation puts out of date', () => {
  it('is read by the services, and is named once', () => {
    for (const channel of channels) {
      const names = invalidatedBy(channel)
      expect(new Set(names).size).toBe(names.length)
      for (const name of names) expect(contract[name]).toMatchObject({ effect: 'read', answeredBy: 'services' })
    }
  })

  it('is nothing where nothing is changed', () => {
    for (const channel of channels) {
      if (contract[channel].effect === 'read') expect(invalidatedBy(channel)).toEqual([])
    }
  })

  it('is, beside a session, every list and every reading of earlier visits', () => {
    expect(invalidatedBySession.toSorted()).toEqual([
      'bin:list',
      'bodymap:lastVisit',
      'bodymap:visits',
      'client:get',
      'client:list',
      'lists:suggestions',
      'measures:earlier',
      'session:lastTime',
      'today:overview',
    ])
  })
})
