import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { vaultFolderIn } from './vaultFolder.ts'

let place: string
let vault: string

beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'palpate-folder-'))
  vault = join(place, 'somewhere')
  mkdirSync(vault)
  for (const name of ['practice.db', 'envelope.json']) writeFileSync(join(vault, name), name)
})
afterEach(() => rmSync(place, { recursive: true }))

test('a vault is found in the chosen folder or in the folder "vault" within it, and nowhere else', () => {
  expect(vaultFolderIn(vault)).toBe(vault)
  renameSync(vault, join(place, 'vault'))
  expect(vaultFolderIn(place)).toBe(join(place, 'vault'))
  expect(() => vaultFolderIn(join(place, 'elsewhere'))).toThrow('NO_VAULT_THERE')
})

test('a backup is not opened as a vault', () => {
  writeFileSync(join(vault, 'backup.json'), '{}')
  expect(() => vaultFolderIn(vault)).toThrow('IS_BACKUP')
})
