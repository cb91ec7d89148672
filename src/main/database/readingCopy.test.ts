import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { makeReadingFolder, removeForsakenCopies } from './readingCopy.ts'

describe('the copies of databases that can only be read', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'palpate-test-'))
    vi.stubEnv('TMPDIR', folder)
    vi.stubEnv('TEMP', folder)
  })
  afterEach(() => {
    vi.unstubAllEnvs()
    rmSync(folder, { recursive: true, force: true })
  })

  it('go when their process has ended without removing them, and only then', () => {
    // Its number is free again, or belongs to a process that began just now.
    const { pid } = spawnSync(process.execPath, ['--version'])
    const left = join(folder, `palpate-reading-${pid}-abc123`)
    const others = ['palpate-reading-abc123', `other-${pid}-abc123`].map((name) => join(folder, name))
    for (const place of [left, ...others]) mkdirSync(place)
    writeFileSync(join(left, 'practice.db'), 'encrypted')
    const own = makeReadingFolder()
    removeForsakenCopies()
    expect(existsSync(left)).toBe(false)
    for (const place of [own, ...others]) expect(existsSync(place), place).toBe(true)
  })

  it('are looked for without a word where there is no temporary folder', () => {
    vi.stubEnv('TMPDIR', join(folder, 'gone'))
    vi.stubEnv('TEMP', join(folder, 'gone'))
    expect(removeForsakenCopies).not.toThrow()
  })
})
