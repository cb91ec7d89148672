import { createHash } from 'node:crypto'
import { appendFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { AppError } from '../appError.ts'
import { checkedAddon, nativeAddon, packedAddonFile } from './nativeAddon.ts'

const file = 'prebuilds/linux-x64.node'
const bytes = Buffer.from('the addon as it was packed')

describe('the native addon of a packed app', () => {
  let folder = ''
  let packageFolder = ''
  let addon = ''
  let record = ''
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'palpate-test-'))
    packageFolder = join(folder, 'app.asar/node_modules/better-sqlite3')
    addon = join(folder, 'app.asar.unpacked/node_modules/better-sqlite3', file)
    record = join(folder, 'app.asar', packedAddonFile)
    for (const path of [addon, record]) mkdirSync(dirname(path), { recursive: true })
    writeFileSync(addon, bytes)
    writeFileSync(record, JSON.stringify({ file, sha256: createHash('sha256').update(bytes).digest('hex') }))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  const refusal = () => {
    try {
      return checkedAddon(packageFolder)
    } catch (error) {
      return error instanceof AppError ? error.code : error
    }
  }

  it('is loaded from outside the archive when it is the one that was packed', () => {
    expect(checkedAddon(packageFolder)).toBe(addon)
  })

  it('is refused when a byte was added', () => {
    appendFileSync(addon, 'x')
    expect(refusal()).toBe('APP_CHANGED')
  })

  it('is refused when it is missing', () => {
    rmSync(addon)
    expect(refusal()).toBe('APP_CHANGED')
  })

  it.each(['', '{}', JSON.stringify({ file: '../../evil.node', sha256: '0'.repeat(64) })])(
    'is refused when the archive says %j of it',
    (text) => {
      writeFileSync(record, text)
      expect(refusal()).toBe('APP_CHANGED')
    },
  )

  it('is refused when the archive says nothing of it', () => {
    rmSync(record)
    expect(refusal()).toBe('APP_CHANGED')
  })

  it('is left to its package in an app that is not packed', () => {
    expect(nativeAddon()).toBeUndefined()
    expect(nativeAddon(join(folder, 'node_modules/better-sqlite3'))).toBeUndefined()
  })
})
