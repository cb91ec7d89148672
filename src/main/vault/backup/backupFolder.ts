// Backups in a folder that somebody has chosen: how they lie there, which are there, and whether it is the same folder as
// last time.
//
//   <chosen>/Palpate backups/<vault's id>/place.json                 says which place this is
//   <chosen>/Palpate backups/<vault's id>/2026-11-30 14.03.22/       a vault of its own, with backup.json beside its files
//   … .unfinished                                                    is being written
//   … .removing                                                      is being removed
//   … not verified                                                   a copy that does not count as good
//
// A folder gets its final name only when what was written there was read back.
//
// All of it waits without blocking: a network share that does not answer must not stop anybody from saving.
import { lstat, mkdir, open, readdir, readFile, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { z } from 'zod'
import { timeInFileName } from '#shared/domain/time.ts'
import { AppError } from '../../appError.ts'
import { syncNames } from '../../durable.ts'
import { errnoOf } from '../../fileErrors.ts'
import { freeFolderOn } from '../../freePath.ts'
import { copyDurably, hashOf, removeLarge, type OnBytes } from '../../largeFiles.ts'
import { renameWithRetryAsync } from '../../renaming.ts'
import { manifestName, vaultFiles } from '../vaultFolder.ts'

const topName = 'Palpate backups'
const placeName = 'place.json'
const unfinished = '.unfinished'
const removing = '.removing'
const notVerified = ' not verified'

const hash = z.string().regex(/^[0-9a-f]{64}$/u)

const placeSchema = z.strictObject({
  format: z.literal('palpate-backups'),
  version: z.literal(1),
  placeId: z.uuid(),
  vaultId: z.uuid(),
})

/** What is known of a backup without its key. It has no word of anybody's in it. */
const manifestSchema = z.strictObject({
  format: z.literal('palpate-backup'),
  version: z.literal(1),
  vaultId: z.uuid(),
  /** The installation that made it, as in its leases; the first backups do not say. */
  install: z.uuid().optional(),
  /** UTC, and the same as the computer's clock showed it, `YYYY-MM-DDTHH:mm:ss`. */
  madeAt: z.iso.datetime(),
  madeAtWall: z.iso.datetime({ local: true }),
  /** When it was found to be good; null for a copy that was not. */
  verifiedAt: z.iso.datetime().nullable(),
  generation: z.int().min(0),
  /** The newest signature in it: 0 and null for none. */
  sequence: z.int().min(0),
  fingerprint: z.string().nullable(),
  /** Of the database's file. */
  bytes: z.int().min(1),
  sha256: hash,
})
export type BackupManifest = z.infer<typeof manifestSchema>

/** A manifest as it is written; null for anything else. */
export function readManifest(text: string): BackupManifest | null {
  try {
    return manifestSchema.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}

/** A backup that is complete. */
export interface FoundBackup {
  /** Absolute. */
  readonly folder: string
  readonly manifest: BackupManifest
}

/** The folder of a vault's backups in a chosen one, which may be the one named `Palpate backups` itself. */
export function backupsFolder(chosen: string, vaultId: string): string {
  const top = basename(chosen) === topName ? chosen : join(chosen, topName)
  return join(top, vaultId)
}

const largestText = 64 * 1024

const isAbsent = (error: unknown) => ['ENOENT', 'ENOTDIR'].includes(errnoOf(error) ?? '')

/** What `read` gives; null where nothing is. Throws where it cannot be determined. */
async function ifThere<T>(read: Promise<T>): Promise<T | null> {
  try {
    return await read
  } catch (error) {
    if (isAbsent(error)) return null
    throw error
  }
}

/** A small JSON file of a known form; null when it is not there, or anything else. Throws where it cannot be read. */
async function readJson<T>(file: string, schema: z.ZodType<T>): Promise<T | null> {
  const found = await ifThere(lstat(file))
  if (found === null || !found.isFile() || found.size > largestText) return null
  const text = await ifThere(readFile(file, 'utf8'))
  try {
    return text === null ? null : (schema.safeParse(JSON.parse(text)).data ?? null)
  } catch {
    return null
  }
}

const isFolder = async (path: string) => (await ifThere(stat(path)))?.isDirectory() === true

interface PlaceIdentity {
  readonly placeId: string
  readonly vaultId: string
}

/** Whether a folder of this name is being written, or removed. */
export const isHalfMade = (name: string) => name.endsWith(unfinished) || name.endsWith(removing)

/** Whether the folder that was chosen is there, and is the one that was made this place. */
export async function stateOfPlace(
  chosen: string,
  { placeId, vaultId }: PlaceIdentity,
): Promise<'same' | 'missing' | 'other disk'> {
  if (!(await isFolder(chosen))) return 'missing'
  return (await placeIdIn(chosen, vaultId)) === placeId ? 'same' : 'other disk'
}

/** The id of the place that a folder is for a vault; null when it is none. */
export async function placeIdIn(chosen: string, vaultId: string): Promise<string | null> {
  const place = await readJson(join(backupsFolder(chosen, vaultId), placeName), placeSchema)
  return place?.vaultId === vaultId ? place.placeId : null
}

/** Writes a small file in one step, and waits until it is on the disk. */
async function writeText(file: string, text: string): Promise<void> {
  const part = file + unfinished
  try {
    // What lies there may be a pipe, or lead elsewhere.
    await rm(part, { force: true })
    const handle = await open(part, 'wx', 0o600)
    try {
      await handle.writeFile(text)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await renameWithRetryAsync(part, file)
  } catch (error) {
    await rm(part, { force: true })
    throw error
  }
  await syncNames(dirname(file))
}

/**
 * Makes a chosen folder a place for a vault's backups. Backups that are there stay.
 * @throws AppError NOT_FOUND when the folder is not there; the node error of what failed
 */
export async function claimPlace(chosen: string, { placeId, vaultId }: PlaceIdentity): Promise<void> {
  if (!(await isFolder(chosen))) throw new AppError('NOT_FOUND')
  const folder = backupsFolder(chosen, vaultId)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const place: z.infer<typeof placeSchema> = { format: 'palpate-backups', version: 1, placeId, vaultId }
  await writeText(join(folder, placeName), `${JSON.stringify(place, null, 2)}\n`)
}

/** The manifest of the backup in a folder; null when there is no complete one. Its content is not read. */
export async function manifestIn(folder: string): Promise<BackupManifest | null> {
  const manifest = await readJson(join(folder, manifestName), manifestSchema)
  if (manifest === null) return null
  const { database, envelope } = vaultFiles(folder)
  const [found, key] = await Promise.all([ifThere(stat(database)), ifThere(stat(envelope))])
  return found?.size === manifest.bytes && key?.isFile() === true ? manifest : null
}

/** Whether a backup's database is not as long as its manifest says: it is being copied there just now, or never was as a whole. */
export async function isCutShort(folder: string): Promise<boolean> {
  const manifest = await readJson(join(folder, manifestName), manifestSchema)
  return manifest !== null && (await ifThere(stat(vaultFiles(folder).database)))?.size !== manifest.bytes
}

/** The complete backups of a vault in a chosen folder, the newest first; verified or not. */
export async function backupsIn(chosen: string, vaultId: string): Promise<FoundBackup[]> {
  const top = backupsFolder(chosen, vaultId)
  const names = (await ifThere(readdir(top))) ?? []
  const found: FoundBackup[] = []
  for (const name of names) {
    if (isHalfMade(name)) continue
    const folder = join(top, name)
    // oxlint-disable-next-line no-await-in-loop -- two dozen small files, from one disk
    const manifest = await manifestIn(folder)
    if (manifest?.vaultId === vaultId) found.push({ folder, manifest })
  }
  return found.toSorted((a, b) => (a.manifest.madeAt < b.manifest.madeAt ? 1 : -1))
}

/** Whether the backup of this name is complete in a place. */
export const isBackupThere = async (chosen: string, vaultId: string, name: string): Promise<boolean> =>
  (await manifestIn(join(backupsFolder(chosen, vaultId), name))) !== null

/** The name of a backup: the time that the computer's clock showed, without a character that a file system refuses. */
const nameOf = ({ madeAtWall, verifiedAt }: BackupManifest) =>
  timeInFileName(madeAtWall) + (verifiedAt === null ? notVerified : '')

/**
 * Writes a copy that lies in a folder beside the vault to a place: whole, or not at all.
 * @param onBytes gets how many of twice the database's bytes are done: written, and read back. What it throws ends it
 * @returns the name of the new backup; null when what was read back is not what was written
 * @throws the node error of what failed
 */
export async function writeBackup(
  copy: { readonly folder: string; readonly manifest: BackupManifest },
  chosen: string,
  onBytes: OnBytes,
): Promise<string | null> {
  const { manifest } = copy
  const top = backupsFolder(chosen, manifest.vaultId)
  const making = join(top, nameOf(manifest) + unfinished)
  try {
    await removeLarge(making)
    await mkdir(making, { mode: 0o700 })
    const from = vaultFiles(copy.folder)
    const to = vaultFiles(making)
    await copyDurably(from.database, to.database, onBytes)
    for (const name of ['envelope', 'envelopeCopy', 'attempts', 'head'] as const) {
      // oxlint-disable-next-line no-await-in-loop -- four small files
      await copyDurably(from[name], to[name])
    }
    if ((await hashOf(to.database, (done) => onBytes(manifest.bytes + done))) !== manifest.sha256) {
      await removeLarge(making)
      return null
    }
    await writeText(join(making, manifestName), `${JSON.stringify(manifest, null, 2)}\n`)
    const folder = await freeFolderOn(join(top, nameOf(manifest)), async (path) => (await ifThere(stat(path))) !== null)
    await renameWithRetryAsync(making, folder)
    await syncNames(top)
    return basename(folder)
  } catch (error) {
    // A stick that was pulled out cannot be tidied up; the next backup there does it.
    await removeLarge(making).catch(() => undefined)
    throw error
  }
}

/** Removes a backup; a crash on the way leaves nothing that looks like one. Throws the node error. */
export async function removeBackup(folder: string): Promise<void> {
  const going = folder + removing
  await removeLarge(going)
  await renameWithRetryAsync(folder, going)
  await removeLarge(going)
}

/** Nobody writes one backup for longer, and another computer may be writing in the same folder. */
const longestWriting = 24 * 60 * 60 * 1000

/**
 * Removes what a crash or an unplugged stick left half written or half removed a day ago or earlier.
 * @param now milliseconds since 1970
 */
export async function removeLeftovers(chosen: string, vaultId: string, now: number): Promise<void> {
  const top = backupsFolder(chosen, vaultId)
  for (const name of (await ifThere(readdir(top))) ?? []) {
    if (!isHalfMade(name)) continue
    const path = join(top, name)
    // oxlint-disable-next-line no-await-in-loop -- a few at most
    const found = await ifThere(stat(path))
    // oxlint-disable-next-line no-await-in-loop -- see above
    if (found !== null && now - found.mtimeMs > longestWriting) await removeLarge(path)
  }
}
