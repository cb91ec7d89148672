// The database's file before SQLite opens it: whether it is this vault's, and nobody else's to read.
import { chmodSync, closeSync, fstatSync, readSync, statSync } from 'node:fs'
import { AppError } from '../appError.ts'
import { openOrdinary, refuseOtherThanFile } from '../ordinaryFile.ts'
import { logOf } from './file/log.ts'
import { pageReader, pageSize, type PageReader } from './file/pages.ts'

/** A file, and the id of the vault that it should belong to. */
interface Expected {
  readonly file: string
  readonly vaultId: string
}

export const plaintextHeader = Buffer.from('SQLite format 3\0', 'latin1')

/** The first bytes of a vault's database. */
export const saltOf = (vaultId: string) => Buffer.from(vaultId.replaceAll('-', ''), 'hex')

/** Key and salt as the cipher takes them, x'…': the key is random already, so the cipher derives nothing from it. */
export function rawKey(key: Buffer, salt: Buffer): Buffer {
  const hex = hexBytes(key)
  const raw = Buffer.concat([Buffer.from("x'"), hex, hexBytes(salt), Buffer.from("'")])
  hex.fill(0)
  return raw
}

/** Lower-case hexadecimal as bytes: a string of the key could not be overwritten afterwards. */
function hexBytes(bytes: Buffer): Buffer {
  const digits = '0123456789abcdef'
  const hex = Buffer.alloc(bytes.length * 2)
  bytes.forEach((byte, index) => {
    hex[index * 2] = digits.charCodeAt(byte >> 4)
    hex[index * 2 + 1] = digits.charCodeAt(byte & 15)
  })
  return hex
}

/** A database of an earlier version may be readable by others; SQLite gives its log the same permissions. */
export function takeFromOthers(file: string): void {
  const mode = statSync(file, { throwIfNoEntry: false })?.mode
  if (process.platform === 'win32' || mode === undefined || (mode & 0o077) === 0) return
  try {
    chmodSync(file, mode & 0o700)
  } catch {
    // We may not change them, as on a disk without permissions. Whether the file can be written is found out next.
  }
}

export function headOf(file: string): { size: number; head: Buffer } {
  const handle = openOrdinary(file)
  try {
    const head = Buffer.alloc(plaintextHeader.length)
    const read = readSync(handle, head, 0, head.length, 0)
    return { size: fstatSync(handle).size, head: head.subarray(0, read) }
  } finally {
    closeSync(handle)
  }
}

/** Whether the log beside a database holds a byte. */
export const hasPendingLog = (file: string) => (statSync(logOf(file), { throwIfNoEntry: false })?.size ?? 0) > 0

/** @throws AppError DB_MISSING, DB_FOREIGN, DB_CORRUPT for a file that was cut; NOT_A_FILE for what lies beside it */
export function refuseWhatIsNotOurs({ file, vaultId }: Expected): void {
  const found = statSync(file, { throwIfNoEntry: false })
  if (found === undefined) throw new AppError('DB_MISSING')
  if (!found.isFile()) throw new AppError('DB_FOREIGN')
  // SQLite would wait for ever for a pipe.
  for (const suffix of ['-wal', '-shm', '-journal']) refuseOtherThanFile(file + suffix)
  const { size, head } = headOf(file)
  if (head.equals(plaintextHeader)) throw new AppError('DB_FOREIGN')
  const isOurs = head.equals(saltOf(vaultId).subarray(0, head.length))
  // SQLite takes a file of no bytes, or of one, as a new database and would overwrite it.
  if (size < pageSize) throw new AppError(isOurs ? 'DB_CORRUPT' : 'DB_FOREIGN')
  // Part of a page at the end: truncated, unless a crash came in between and the log still has the rest.
  if (isOurs && size % pageSize !== 0 && !hasPendingLog(file)) throw new AppError('DB_CORRUPT')
}

/** Whether a file begins as this vault's database does. Throws the node error, and NOT_A_FILE for a pipe, a folder or a device. */
export const beginsLikeOurs = ({ file, vaultId }: Expected) => headOf(file).head.equals(saltOf(vaultId))

/** Whether its first page was written with this key. Another vault's, damage, and other keys of the same vault all say no. */
export const isOpenedBy = (location: Expected & { readonly key: Buffer }): boolean =>
  inFirstPage(location, (pages, page) => pages.isWhole(page, 1)) ?? false

/**
 * Without SQLite, which writes beside the file. A step that is in the log only is not seen; nor is damage, which opening it names.
 * @param newest version of the schema that this app knows
 * @throws AppError DB_FROM_FUTURE
 */
export function refuseNewer(location: Expected & { readonly key: Buffer }, newest: number): void {
  let found: number | null = null
  try {
    found = inFirstPage(location, (pages, page) => pages.versionIn(page))
  } catch {
    // See above.
  }
  if (found !== null && found > newest) throw new AppError('DB_FROM_FUTURE')
}

/** Throws the node error, and NOT_A_FILE for a pipe, a folder or a device. */
function inFirstPage<T>(
  { file, vaultId, key }: Expected & { readonly key: Buffer },
  look: (pages: PageReader, page: Buffer) => T,
): T | null {
  const page = Buffer.alloc(pageSize)
  const handle = openOrdinary(file)
  const pages = pageReader(key, saltOf(vaultId))
  try {
    return readSync(handle, page, 0, pageSize, 0) === pageSize ? look(pages, page) : null
  } finally {
    pages.forget()
    closeSync(handle)
  }
}
