import { expect, test } from 'vitest'
import { syncServiceOf } from './syncFolder.ts'

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
