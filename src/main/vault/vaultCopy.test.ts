import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { copyVault, vaultFolderIn } from './vaultCopy.ts'

let place: string
let backup: string

beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'palpate-copy-'))
  backup = join(place, 'backup')
  mkdirSync(backup)
  for (const name of ['practice.db', 'practice.db-wal', 'envelope.json']) writeFileSync(join(backup, name), name)
})
afterEach(() => rmSync(place, { recursive: true }))

test('a vault is copied with its log to where nothing is, or nothing of worth', () => {
  const to = join(place, 'profile', 'vault')
  mkdirSync(to, { recursive: true })
  writeFileSync(join(to, 'attempts.json'), '{}')
  copyVault(backup, to)
  expect(readdirSync(to).toSorted()).toEqual(['envelope.json', 'practice.db', 'practice.db-wal'])
  expect(readFileSync(join(to, 'practice.db-wal'), 'utf8')).toBe('practice.db-wal')
  expect(readdirSync(dirname(to))).toEqual(['vault'])
})

test.skipIf(process.platform === 'win32')(
  'the copy of a backup that can only be read, or by everybody, can be written by its owner and read by nobody else',
  () => {
    chmodSync(join(backup, 'practice.db'), 0o444)
    chmodSync(join(backup, 'envelope.json'), 0o666)
    const to = join(place, 'vault')
    copyVault(backup, to)
    const modes = readdirSync(to).map((name) => statSync(join(to, name)).mode & 0o777)
    expect(modes).toEqual([0o600, 0o600, 0o600])
  },
)

test.skipIf(process.platform === 'win32')('a vault is copied to where a link leads, and the link stays', () => {
  const link = join(place, 'link')
  symlinkSync('elsewhere', link)
  copyVault(backup, link)
  expect(readdirSync(join(place, 'elsewhere')).toSorted()).toEqual(['envelope.json', 'practice.db', 'practice.db-wal'])
  expect(lstatSync(link).isSymbolicLink()).toBe(true)
})

test('a vault is never copied over anything', () => {
  const to = join(place, 'vault')
  mkdirSync(to)
  writeFileSync(join(to, 'my letters.txt'), 'dear')
  expect(() => copyVault(backup, to)).toThrow('ALREADY_EXISTS')
  expect(readdirSync(to)).toEqual(['my letters.txt'])
})

test('a vault is found in the chosen folder or in the folder "vault" within it, and nowhere else', () => {
  expect(vaultFolderIn(backup)).toBe(backup)
  const profile = join(place, 'profile')
  copyVault(backup, join(profile, 'vault'))
  expect(vaultFolderIn(profile)).toBe(join(profile, 'vault'))
  expect(() => vaultFolderIn(join(place, 'elsewhere'))).toThrow('NO_VAULT_THERE')
})
