// Whether a folder belongs to a service that copies it between computers: such a service may copy a database while it is being
// written, or put an older one back.
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** The names of the folders that the services make. */
const namesOfFolders: readonly (readonly [name: string, folder: RegExp])[] = [
  ['Dropbox', /^dropbox(?:$|[ (-])/iu],
  ['OneDrive', /^onedrive(?:$|[ (-])/iu],
  ['iCloud Drive', /^(?:mobile documents|icloud drive|iclouddrive|com~apple~clouddocs)$/iu],
  ['Google Drive', /^(?:google ?drive|my drive)(?:$|[ (-])/iu],
  ['Nextcloud', /^nextcloud\d*$/iu],
  ['ownCloud', /^owncloud$/iu],
  ['Syncthing', /^syncthing$/iu],
  ['pCloud', /^pcloud ?(?:drive|sync)?$/iu],
  ['Proton Drive', /^proton ?drive(?:$|[ (-])/iu],
  ['Tresorit', /^tresorit$/iu],
]

/** What the services put into the folder that they copy, whatever it is called. */
const marks: readonly (readonly [name: string, path: string])[] = [
  ['Syncthing', '.stfolder'],
  ['Dropbox', '.dropbox.cache'],
  ['Google Drive', '.tmp.driveupload'],
  ['Nextcloud', '.nextcloudsync.log'],
  ['ownCloud', '.owncloudsync.log'],
  ['Resilio Sync', join('.sync', 'ID')],
]

/**
 * The name of the service in whose folder a path lies, by its name and by what services leave in it and above it; null for none
 * that is known.
 * @param path absolute, of any system
 */
export function syncServiceOf(path: string): string | null {
  const parts = path.split(/[/\\]/u)
  const byName = namesOfFolders.find(([, folder]) => parts.some((part) => folder.test(part)))
  return byName?.[0] ?? markedBy(path)
}

function markedBy(folder: string): string | null {
  const mark = marks.find(([, path]) => existsSync(join(folder, path)))
  if (mark) return mark[0]
  const above = dirname(folder)
  return above === folder ? null : markedBy(above)
}
