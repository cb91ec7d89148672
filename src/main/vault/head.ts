// The head: the vault's last known state, in a small file beside the database (and, by the vault's id, in the profile).
// It is written after each commit, so a database behind its head has lost something. Nobody without the
// database key can write one.
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { closeSync, constants, fsyncSync, openSync, readSync, writeSync } from 'node:fs'
import { z } from 'zod'
import type { Sqlite } from '../database/openDatabase.ts'
import { errnoOf } from '../fileErrors.ts'
import { openOrdinary } from '../ordinaryFile.ts'

export const headSchema = z.strictObject({
  /** The generation of the database; see `database/generations.ts`. */
  generation: z.int().min(0),
  /** Bytes of its log up to the last acknowledged commit. */
  committedBytes: z.int().min(0),
  /** The last link of the chain of signatures: its sequence, 0 for none, and its fingerprint. */
  sequence: z.int().min(0),
  fingerprint: z.string().nullable(),
  /** The newest instant at which anything was committed, UTC. */
  committedAt: z.string(),
  /** When the whole file was last checked and found sound, UTC. */
  checkedAt: z.string().nullable(),
  /**
   * The newest entry of the audit log. Heads from before there was one have none, and an earlier version of the app, which
   * cannot open the database either, reads no head that has one.
   */
  audit: z.strictObject({ sequence: z.int().min(1), hash: z.string() }).optional(),
})
export type Head = z.infer<typeof headSchema>

/** Whether one head is ahead of another: a later generation, or more of the same one. */
export const isAhead = (one: Head, other: Head): boolean =>
  one.generation > other.generation ||
  (one.generation === other.generation && one.committedBytes > other.committedBytes)

/** Reads the last link of the chain, as a head states it; prepared once, because it is read after each commit. */
export function newestSignatureOf(sqlite: Sqlite): () => Pick<Head, 'sequence' | 'fingerprint'> {
  const last = sqlite.prepare('SELECT sequence, fingerprint FROM signature ORDER BY sequence DESC LIMIT 1')
  return () => (last.get() as Pick<Head, 'sequence' | 'fingerprint'> | undefined) ?? { sequence: 0, fingerprint: null }
}

/** The same of the newest entry of the audit log; nothing while there is none, and for a schema without it. */
export function newestEntryOf(sqlite: Sqlite): () => Pick<Head, 'audit'> {
  const isThere = sqlite.prepare("SELECT 1 FROM sqlite_master WHERE name = 'audit_entry'").get() !== undefined
  if (!isThere) return () => ({})
  const last = sqlite.prepare('SELECT sequence, hash FROM audit_entry ORDER BY sequence DESC LIMIT 1')
  return () => {
    const audit = last.get() as Head['audit']
    return audit ? { audit } : {}
  }
}

/** How many entries of the audit log are missing, at least, of those that a head knows: 1 where there are other ones. */
export function missingEntries(sqlite: Sqlite, head: Head | null): number {
  const known = head?.audit
  if (known === undefined) return 0
  const hash = sqlite.prepare('SELECT hash FROM audit_entry WHERE sequence = ?').pluck().get(known.sequence)
  if (hash === known.hash) return 0
  return Math.max(1, known.sequence - (newestEntryOf(sqlite)().audit?.sequence ?? 0))
}

const magic = Buffer.from('PALPHEAD', 'latin1')
const version = 1
const nonceBytes = 12
const tagBytes = 16
/** Magic, version, number of the write, nonce, tag, length. */
const prefixBytes = magic.length + 1 + 8 + nonceBytes + tagBytes + 2
const slotBytes = 1024
const slots = 2

export interface HeadFile {
  /** The head in the file when it was opened; null when it is missing or can't be read. */
  readonly found: Head | null
  /** Whether there was a file. */
  readonly isThere: boolean
  /**
   * Overwrites the older one of the last two heads. It need not be on the disk before the next power cut: a head that
   * is behind its database is recognized as such.
   */
  write(head: Head): void
  /** Waits until what was written is on the disk. */
  sync(): void
  close(): void
}

export interface HeadSealer {
  /** A head as 1,024 bytes that only the holder of the database key can read or make. */
  seal(head: Head, count: number): Buffer
  /** The head in such bytes with its count; null for anything else. */
  open(bytes: Buffer): { head: Head; count: number } | null
  forget(): void
}

/** @param key the database key; it is not stored. @param vaultId binds a head to its vault */
export function headSealer(key: Buffer, vaultId: string): HeadSealer {
  const own = Buffer.from(hkdfSync('sha256', key, Buffer.from(vaultId, 'utf8'), 'palpate head', 32))
  const bound = (prefix: Buffer) => Buffer.concat([prefix, Buffer.from(vaultId, 'utf8')])

  return {
    seal(head, count) {
      const text = Buffer.from(JSON.stringify(head), 'utf8')
      const slot = Buffer.alloc(slotBytes)
      magic.copy(slot)
      slot.writeUInt8(version, magic.length)
      slot.writeBigUInt64BE(BigInt(count), magic.length + 1)
      const nonceAt = magic.length + 9
      const nonce = randomBytes(nonceBytes)
      nonce.copy(slot, nonceAt)
      const cipher = createCipheriv('aes-256-gcm', own, nonce, { authTagLength: tagBytes })
      cipher.setAAD(bound(slot.subarray(0, nonceAt)))
      Buffer.concat([cipher.update(text), cipher.final()]).copy(slot, prefixBytes)
      cipher.getAuthTag().copy(slot, nonceAt + nonceBytes)
      slot.writeUInt16BE(text.length, prefixBytes - 2)
      return slot
    },
    open(slot) {
      if (slot.length !== slotBytes || !slot.subarray(0, magic.length).equals(magic)) return null
      if (slot.readUInt8(magic.length) !== version) return null
      const nonceAt = magic.length + 9
      const length = slot.readUInt16BE(prefixBytes - 2)
      if (length > slotBytes - prefixBytes) return null
      const decipher = createDecipheriv('aes-256-gcm', own, slot.subarray(nonceAt, nonceAt + nonceBytes), {
        authTagLength: tagBytes,
      })
      decipher.setAAD(bound(slot.subarray(0, nonceAt)))
      decipher.setAuthTag(slot.subarray(nonceAt + nonceBytes, nonceAt + nonceBytes + tagBytes))
      try {
        const text = Buffer.concat([
          decipher.update(slot.subarray(prefixBytes, prefixBytes + length)),
          decipher.final(),
        ]).toString('utf8')
        const head = headSchema.safeParse(JSON.parse(text)).data
        return head ? { head, count: Number(slot.readBigUInt64BE(magic.length + 1)) } : null
      } catch {
        return null
      }
    },
    forget: () => void own.fill(0),
  }
}

/**
 * Opens the head's file, or makes it with the first write. Two places are written in turn, so that a torn one
 * leaves the other.
 */
export function openHeadFile(file: string, sealer: HeadSealer): HeadFile {
  const stored = readSlots(file)
  const known = stored.flatMap((slot) => sealer.open(slot) ?? []).toSorted((a, b) => b.count - a.count)
  let count = known[0]?.count ?? 0
  let handle: number | null = null

  return {
    found: known[0]?.head ?? null,
    isThere: stored.length > 0,
    write(head) {
      handle ??= openToWrite(file)
      count += 1
      writeSync(handle, sealer.seal(head, count), 0, slotBytes, (count % slots) * slotBytes)
    },
    sync() {
      if (handle !== null) fsyncSync(handle)
    },
    close() {
      if (handle !== null) closeSync(handle)
      handle = null
    },
  }
}

/**
 * Writes a head beside a database that was just made and closed, and waits until it is on the disk.
 * @param vault its database key, which is not stored, and its id
 */
export function writeFirstHead(
  file: string,
  { key, vaultId }: { readonly key: Buffer; readonly vaultId: string },
  head: Omit<Head, 'committedBytes'>,
): void {
  const sealer = headSealer(key, vaultId)
  const headFile = openHeadFile(file, sealer)
  try {
    headFile.write({ ...head, committedBytes: 0 })
    headFile.sync()
  } finally {
    headFile.close()
    sealer.forget()
  }
}

function openToWrite(file: string): number {
  try {
    return openOrdinary(file, constants.O_RDWR)
  } catch (error) {
    if (errnoOf(error) !== 'ENOENT') throw error
    const handle = openSync(file, 'wx', 0o600)
    // All of its space is allocated now, so that a full disk never prevents writing it.
    writeSync(handle, Buffer.alloc(slotBytes * slots), 0, slotBytes * slots, 0)
    return handle
  }
}

/** The two places of the file as they are; none when it is missing or can't be read. */
function readSlots(file: string): Buffer[] {
  let handle: number
  try {
    handle = openOrdinary(file)
  } catch {
    return []
  }
  try {
    return Array.from({ length: slots }, (_, place) => {
      const slot = Buffer.alloc(slotBytes)
      return slot.subarray(0, readSync(handle, slot, 0, slotBytes, place * slotBytes))
    })
  } catch {
    return []
  } finally {
    closeSync(handle)
  }
}
