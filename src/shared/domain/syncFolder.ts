// Whether a folder belongs to a service that copies it between computers, by its path: such a service may copy a database while it
// is being written, or put an older one back.

const services: readonly (readonly [name: string, folder: RegExp])[] = [
  ['Dropbox', /^dropbox(?:$|[ (-])/iu],
  ['OneDrive', /^onedrive(?:$|[ (-])/iu],
  ['iCloud Drive', /^(?:mobile documents|icloud drive|iclouddrive|com~apple~clouddocs)$/iu],
  ['Google Drive', /^(?:google ?drive|my drive)(?:$|[ (-])/iu],
  ['Nextcloud', /^nextcloud\d*$/iu],
  ['ownCloud', /^owncloud$/iu],
  ['Syncthing', /^syncthing$/iu],
  ['pCloud', /^pcloud ?(?:drive|sync)?$/iu],
]

/**
 * The name of the service in whose folder a path lies; null for none that is known.
 * @param path absolute, of any system
 */
export function syncServiceOf(path: string): string | null {
  const parts = path.split(/[/\\]/u)
  return services.find(([, folder]) => parts.some((part) => folder.test(part)))?.[0] ?? null
}
