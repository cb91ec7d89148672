// The file in which a whole vault goes to another computer. ADR 15 specifies it: a front with its own checksum, and the
// encrypted database behind it, whose checksum is in the front.
//
//   bytes    what
//   8        PALPMOVE
//   4        version, 1
//   4        M: bytes of the manifest
//   4        E: bytes of the envelope
//   4        H: bytes of the head
//   M E H    manifest (as in backup.json), envelope (as in envelope.json), head (as practice.head)
//   32       SHA-256 of everything before
//   …        the database, as many bytes as the manifest says, with the SHA-256 that it says
//
// All numbers are big-endian. Nothing comes after the database.
import { createHash, randomBytes } from 'node:crypto'
import { open, readFile, rm, writeFile, type FileHandle } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { AppError } from '../../appError.ts'
import { syncNames } from '../../durable.ts'
import { errnoOf } from '../../fileErrors.ts'
import { appender, eachStretch, hashFrom, type OnBytes } from '../../largeFiles.ts'
import { openOrdinaryAsync } from '../../ordinaryFile.ts'
import { renameWithRetryAsync } from '../../renaming.ts'
import { noAttempts } from '../attempts.ts'
import { vaultFiles } from '../vaultFolder.ts'
import { readManifest, type BackupManifest } from './backupFolder.ts'
import type { Copy } from './verifiedCopy.ts'

export const moveFileExtension = 'palpate'

const magic = Buffer.from('PALPMOVE', 'latin1')
const version = 1
const prefixBytes = magic.length + 4 + 3 * 4
const hashBytes = 32
/** Each of the three parts of the front is a few hundred bytes to 2 KiB; a length beyond this is damage. */
const largestPart = 64 * 1024

interface Front {
  readonly manifest: BackupManifest
  readonly envelope: Buffer
  readonly head: Buffer
  /** Where the database begins. */
  readonly databaseAt: number
}

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest()

/** Everything before the database. */
function frontOf(manifest: string, envelope: Buffer, head: Buffer): Buffer {
  const parts = [Buffer.from(manifest, 'utf8'), envelope, head]
  const prefix = Buffer.alloc(prefixBytes)
  magic.copy(prefix)
  prefix.writeUInt32BE(version, magic.length)
  for (const [index, part] of parts.entries()) prefix.writeUInt32BE(part.length, magic.length + 4 + index * 4)
  const front = Buffer.concat([prefix, ...parts])
  return Buffer.concat([front, sha256(front)])
}

/** So many bytes of a file; fewer where it ends before. */
async function bytesAt(handle: FileHandle, at: number, count: number): Promise<Buffer> {
  const bytes = Buffer.alloc(count)
  let read = 0
  while (read < count) {
    // oxlint-disable-next-line no-await-in-loop -- until all of it is there
    const { bytesRead } = await handle.read(bytes, read, count - read, at + read)
    if (bytesRead === 0) break
    read += bytesRead
  }
  return bytes.subarray(0, read)
}

const damaged = () => new AppError('DB_CORRUPT')

async function readFront(handle: FileHandle): Promise<Front> {
  const facts = await handle.stat()
  const prefix = await bytesAt(handle, 0, prefixBytes)
  if (!prefix.subarray(0, magic.length).equals(magic)) throw new AppError('NO_MOVE_FILE')
  if (prefix.length < prefixBytes) throw damaged()
  const lengths = [0, 1, 2].map((index) => prefix.readUInt32BE(magic.length + 4 + index * 4))
  const [manifestBytes = 0, envelopeBytes = 0] = lengths
  // A later version may mean something else by the rest.
  if (prefix.readUInt32BE(magic.length) !== version) throw new AppError('DB_FROM_FUTURE')
  if (lengths.some((length) => length > largestPart)) throw damaged()
  const frontBytes = prefixBytes + lengths.reduce((sum, length) => sum + length, 0)
  const front = await bytesAt(handle, 0, frontBytes + hashBytes)
  if (front.length < frontBytes + hashBytes) throw damaged()
  if (!sha256(front.subarray(0, frontBytes)).equals(front.subarray(frontBytes))) throw damaged()
  const manifest = readManifest(front.subarray(prefixBytes, prefixBytes + manifestBytes).toString('utf8'))
  const databaseAt = frontBytes + hashBytes
  if (manifest === null || facts.size !== databaseAt + manifest.bytes) throw damaged()
  const envelopeAt = prefixBytes + manifestBytes
  return {
    manifest,
    envelope: front.subarray(envelopeAt, envelopeAt + envelopeBytes),
    head: front.subarray(envelopeAt + envelopeBytes, frontBytes),
    databaseAt,
  }
}

/** Opens what may be such a file. A pipe would be waited for until somebody writes into it. */
const openMoveFile = (file: string): Promise<FileHandle> =>
  openOrdinaryAsync(file).catch((error: unknown) => {
    const isAnother = error instanceof AppError || isNoFile.has(errnoOf(error))
    throw isAnother ? new AppError('NO_MOVE_FILE', undefined, { cause: error }) : error
  })

/** Nothing is there, or what cannot be opened as a file: a folder, a socket, a device that is not there. */
const isNoFile: ReadonlySet<string | undefined> = new Set(['ENOENT', 'ENOTDIR', 'EISDIR', 'ENXIO', 'ENODEV'])

/** What is known of such a file without its key; its database is not read. Throws like {@link unpackMoveFile}. */
export async function manifestOfMoveFile(file: string): Promise<BackupManifest> {
  const handle = await openMoveFile(file)
  try {
    return (await readFront(handle)).manifest
  } finally {
    await handle.close()
  }
}

/**
 * Writes a copy of a vault into one file: whole, or not at all. An old file of this name stays until then.
 * @param target absolute
 * @param onBytes gets how many of twice the database's bytes are done: written, and read back. What it throws ends it
 * @returns the bytes of the file
 * @throws AppError IO_ERROR when what was read back is not what was written; the node error of what failed
 */
export async function writeMoveFile({ folder, manifest }: Copy, target: string, onBytes: OnBytes): Promise<number> {
  const files = vaultFiles(folder)
  const [envelope, head] = await Promise.all([readFile(files.envelope), readFile(files.head)])
  const front = frontOf(JSON.stringify(manifest), envelope, head)
  const partial = join(dirname(target), `.palpate-${randomBytes(6).toString('hex')}.partial`)
  try {
    const written = await open(partial, 'wx+', 0o600)
    try {
      await written.writeFile(front)
      await appendFile(files.database, written, onBytes)
      await written.sync()
      const { databaseAt } = await readFront(written).catch(notWhatWasWritten)
      const hash = await hashFrom(written, databaseAt, (done) => onBytes(manifest.bytes + done))
      if (hash !== manifest.sha256) notWhatWasWritten()
    } finally {
      await written.close()
    }
    await renameWithRetryAsync(partial, target)
  } catch (error) {
    // A stick that was pulled out cannot be tidied up.
    await rm(partial, { force: true }).catch(() => undefined)
    throw error
  }
  await syncNames(dirname(target))
  return front.length + manifest.bytes
}

function notWhatWasWritten(): never {
  throw new AppError('IO_ERROR')
}

async function appendFile(from: string, target: FileHandle, onBytes: OnBytes): Promise<void> {
  const source = await open(from, 'r')
  try {
    const append = appender(target)
    await eachStretch(source, 0, async (bytes, done) => {
      await append(bytes)
      onBytes(done)
    })
  } finally {
    await source.close()
  }
}

/**
 * Makes a vault's folder of such a file, and compares it with what was once written.
 * @param folder an empty one
 * @param onBytes gets how many of the database's bytes are done. What it throws ends it
 * @throws AppError NO_MOVE_FILE for any other file, DB_CORRUPT for a damaged one, DB_FROM_FUTURE for a newer version's; the
 * node error of what failed
 */
export async function unpackMoveFile(file: string, folder: string, onBytes: OnBytes): Promise<void> {
  const files = vaultFiles(folder)
  const source = await openMoveFile(file)
  try {
    const { manifest, envelope, head, databaseAt } = await readFront(source)
    const target = await open(files.database, 'wx', 0o600)
    const hash = createHash('sha256')
    try {
      const append = appender(target)
      await eachStretch(source, databaseAt, async (bytes, done) => {
        hash.update(bytes)
        await append(bytes)
        onBytes(done)
      })
      await target.sync()
    } finally {
      await target.close()
    }
    if (hash.digest('hex') !== manifest.sha256) throw damaged()
    const small = [
      [files.envelope, envelope],
      [files.envelopeCopy, envelope],
      [files.head, head],
      [files.attempts, Buffer.from(noAttempts())],
    ] as const
    await Promise.all(small.map(([name, bytes]) => writeFile(name, bytes, { flag: 'wx', mode: 0o600, flush: true })))
  } finally {
    await source.close()
  }
}
