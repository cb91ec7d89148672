// The places in which a vault usually lies: the app's own folder and those beside it, the user's folders, other users' of this
// computer, and disks. Network shares are named, so that nobody walks them by themselves.
import { existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { SearchRoot } from '../vault/findVaults.ts'

export interface UsualPlaces {
  readonly roots: readonly SearchRoot[]
  readonly without: ReadonlySet<string>
}

export interface KnownFolders {
  /** The app's own data folder. */
  readonly profile: string
  readonly home: string
  /** The user's own: documents, desktop, downloads. */
  readonly folders: readonly string[]
  /** Where backups are kept. */
  readonly backups: readonly string[]
  readonly platform: NodeJS.Platform
}

const names = (folder: string): string[] => {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

/** Where the app keeps its data in a home folder. */
const ownFolder: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  win32: ['AppData', 'Roaming'],
  darwin: ['Library', 'Application Support'],
  linux: ['.config'],
}

function diskFolders(platform: NodeJS.Platform): string[] {
  if (platform === 'win32') {
    const letters = 'CDEFGHIJKLMNOPQRSTUVWXYZ'.split('').map((letter) => `${letter}:\\`)
    return letters.filter((disk) => existsSync(disk))
  }
  if (platform === 'darwin') return names('/Volumes').map((name) => join('/Volumes', name))
  return ['/media', '/run/media', '/mnt'].flatMap((top) =>
    names(top).flatMap((name) => [join(top, name), ...names(join(top, name)).map((disk) => join(top, name, disk))]),
  )
}

const networkKinds =
  /^(?:nfs\d?|cifs|smb\d?|smbfs|afpfs|webdav|davfs|9p|ceph|glusterfs|fuse\.(?:sshfs|davfs|rclone|gvfsd-fuse))$/u

/** Folders at which a network share is mounted. */
function networkMounts(platform: NodeJS.Platform, disks: readonly string[]): string[] {
  if (platform === 'linux') {
    const mounts = readMounts().map((line) => line.split(' '))
    return mounts
      .filter(([, , kind]) => networkKinds.test(kind ?? ''))
      .map(([, at]) => (at ?? '').replaceAll('\\040', ' '))
  }
  // A letter of a share leads to its name in the network.
  return disks.filter((disk) => {
    try {
      return realpathSync.native(disk).startsWith('\\\\')
    } catch {
      return true
    }
  })
}

function readMounts(): string[] {
  try {
    return readFileSync('/proc/self/mounts', 'utf8').split('\n')
  } catch {
    return []
  }
}

export function usualPlaces(known: KnownFolders): UsualPlaces {
  const { profile, home, folders, backups, platform } = known
  const disks = diskFolders(platform)
  const people = names(dirname(home)).map((name) => join(dirname(home), name))
  const appName = basename(profile)
  const ofPeople = people.map((person) => join(person, ...(ownFolder[platform] ?? []), appName))
  const at = (depth: number) => (folder: string) => ({ folder, depth })
  return {
    roots: [
      ...[profile, ...ofPeople].map(at(2)),
      at(2)(dirname(profile)),
      ...[...folders, ...backups].map(at(4)),
      at(3)(home),
      ...disks.map(at(3)),
    ],
    without: new Set(networkMounts(platform, disks)),
  }
}
