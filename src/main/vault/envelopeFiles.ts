// The envelope's two files: each is the backup of the other.
import { rmSync, statSync } from 'node:fs'
import { AppError } from '../appError.ts'
import { readEnvelope, writeEnvelope, type Envelope } from './envelope.ts'
import { errnoOf } from '../fileErrors.ts'
import { readOrdinary } from '../ordinaryFile.ts'
import type { VaultFiles } from './vaultFolder.ts'
import { unfinishedSuffix, writeFileSafely } from './writeFileSafely.ts'

// An intact envelope has less than 2 KiB; reading more would only fill memory.
const largestFile = 64 * 1024

type Found = { state: 'missing' } | { state: 'damaged' } | { state: 'whole'; text: string; envelope: Envelope }

function find(file: string): Found {
  try {
    if (statSync(file).size > largestFile) return { state: 'damaged' }
    const text = readOrdinary(file)
    const envelope = readEnvelope(text)
    return envelope === null ? { state: 'damaged' } : { state: 'whole', text, envelope }
  } catch (error) {
    const code = errnoOf(error)
    if (code === 'ENOENT' || code === 'ENOTDIR') return { state: 'missing' }
    if (['NOT_A_FILE', 'EISDIR', 'ENXIO', 'EIO'].includes(code ?? '')) return { state: 'damaged' }
    throw error
  }
}

/**
 * Reads the envelope; if one of its two files is damaged or missing, the other one is used and the first restored.
 * @returns the envelope, and whether the main file had to be replaced; null when there is neither file
 * @throws AppError ENVELOPE_DAMAGED when neither file is intact
 */
export function loadEnvelope(files: VaultFiles): { envelope: Envelope; repaired: boolean } | null {
  const main = find(files.envelope)
  const copy = find(files.envelopeCopy)
  if (main.state === 'whole') {
    // An intact copy that differs waits for catchUpCopy: a main file that was put here by mistake, of another vault or from
    // before a change of keys, must not overwrite this vault's last envelope.
    if (copy.state !== 'whole') tryToWrite(files.envelopeCopy, main.text)
    return { envelope: main.envelope, repaired: false }
  }
  if (copy.state === 'whole') {
    tryToWrite(files.envelope, copy.text)
    return { envelope: copy.envelope, repaired: true }
  }
  if (main.state === 'missing' && copy.state === 'missing') return null
  throw new AppError('ENVELOPE_DAMAGED')
}

/**
 * Updates the copy after the main file's key has opened the database: only then is a copy which differs
 * known to be the older one. An old passphrase would still open it. Removes what was never finished.
 */
export function catchUpCopy(files: VaultFiles): void {
  try {
    const [main, copy] = [find(files.envelope), find(files.envelopeCopy)]
    const isBehind = main.state === 'whole' && (copy.state !== 'whole' || copy.text !== main.text)
    if (isBehind) writeFileSafely(files.envelopeCopy, main.text)
    // What a kill in the middle of a change of the passphrase leaves: it would open with one that never came into force.
    for (const file of [files.envelope, files.envelopeCopy]) rmSync(file + unfinishedSuffix, { force: true })
  } catch {
    // As with tryToWrite: a failure keeps nobody out.
  }
}

/** Writes both files, the main one first. Throws the node error when the main one cannot be written. */
export function storeEnvelope(files: VaultFiles, envelope: Envelope): void {
  const text = writeEnvelope(envelope)
  writeFileSafely(files.envelope, text)
  // From here on the new envelope is in force; a copy that could not be written is updated at the next unlock.
  tryToWrite(files.envelopeCopy, text)
}

function tryToWrite(file: string, text: string): void {
  try {
    writeFileSafely(file, text)
  } catch {
    // A read-only folder does not keep anybody from opening the vault in it.
  }
}
