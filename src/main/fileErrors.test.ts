import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { errnoOf, fromFileError } from './fileErrors.ts'

function thrownBy(run: () => unknown): unknown {
  try {
    run()
    return undefined
  } catch (error) {
    return error
  }
}

test.runIf(process.platform === 'linux')('a full disk, as Linux has one at /dev/full, is DISK_FULL', () => {
  const handle = openSync('/dev/full', 'w')
  try {
    expect(fromFileError(thrownBy(() => writeFileSync(handle, 'a note')))?.code).toBe('DISK_FULL')
  } finally {
    closeSync(handle)
  }
})

test('a file where a folder should be is READ_ONLY', () => {
  const folder = mkdtempSync(join(tmpdir(), 'palpate-errors-'))
  const file = join(folder, 'file')
  writeFileSync(file, '')
  expect(fromFileError(thrownBy(() => writeFileSync(join(file, 'below'), '')))?.code).toBe('READ_ONLY')
  rmSync(folder, { recursive: true })
})

test('what has no name of ours is left to the caller', () => {
  const missing = thrownBy(() => readFileSync(join(tmpdir(), 'palpate', 'nowhere', 'at', 'all')))
  expect(errnoOf(missing)).toBe('ENOENT')
  expect(fromFileError(missing)).toBeNull()
  expect(fromFileError('not even an error')).toBeNull()
})
