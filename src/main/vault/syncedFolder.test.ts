import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../../../tests/fixtures/vaultPlace.ts'
import { syncServiceOf } from './syncedFolder.ts'

test.each([
  ['/home/ada/Dropbox/practice/vault', 'Dropbox'],
  ['C:\\Users\\Ada\\Dropbox (Personal)\\vault', 'Dropbox'],
  ['C:\\Users\\Ada\\OneDrive\\Documents\\vault', 'OneDrive'],
  ['C:\\Users\\Ada\\OneDrive - Quiet Hands\\vault', 'OneDrive'],
  ['/Users/ada/Library/Mobile Documents/com~apple~CloudDocs/vault', 'iCloud Drive'],
  ['/Users/ada/Library/CloudStorage/GoogleDrive-ada@example.org/My Drive/vault', 'Google Drive'],
  ['G:\\My Drive\\vault', 'Google Drive'],
  ['/home/ada/Nextcloud/vault', 'Nextcloud'],
  ['/home/ada/Syncthing/vault', 'Syncthing'],
  ['/home/ada/.config/Palpate/vault', null],
  ['/home/ada/Dropboxes of clients/vault', null],
  ['/home/ada/My Driveway/vault', null],
])('the folder %s / belongs to %s', (path, service) => {
  expect(syncServiceOf(path)).toBe(service)
})

test('a folder of any name / with the mark of a service in it or above it / belongs to that service', () => {
  const folder = temporaryFolder()
  const vault = join(folder, 'practice', 'vault')
  mkdirSync(vault, { recursive: true })
  expect(syncServiceOf(vault)).toBeNull()
  mkdirSync(join(folder, '.stfolder'))
  expect(syncServiceOf(vault)).toBe('Syncthing')
  mkdirSync(join(vault, '.sync'))
  expect(syncServiceOf(vault)).toBe('Syncthing')
  writeFileSync(join(vault, '.sync', 'ID'), '')
  expect(syncServiceOf(vault)).toBe('Resilio Sync')
})
