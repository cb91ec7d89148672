// The contract's coverage: every operation has a name, a strict input, an output; every channel an answer.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { describe, expect, it } from 'vitest'
import { channels, events } from './channels.ts'
import { contract, serviceChannels } from './contract.ts'
import { errorCodes } from './errors.ts'

const source = join(import.meta.dirname, '../..')

const filesUnder = (folder: string): string[] =>
  readdirSync(join(source, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.includes('.test.'))
    .map((name) => join(source, folder, name))

describe('the contract', () => {
  it('names exactly the channels that the preload script lets through', () => {
    expect(Object.keys(contract).toSorted()).toEqual([...channels].toSorted())
  })

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

  it.each(channels)('%s has an output that can be told as JSON schema', (channel) => {
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

  it('has service channels and shell channels that together are all channels', () => {
    const shellChannels = channels.filter((channel) => contract[channel].handledBy === 'shell')
    expect([...serviceChannels, ...shellChannels].toSorted()).toEqual([...channels].toSorted())
  })

  it('has every error code once', () => {
    expect(new Set(errorCodes).size).toBe(errorCodes.length)
  })
})
