// Whether a key file belongs to the database beside it, and the other key files that may: an old one beside new keys opens with its
// passphrase, and its key decrypts nothing.
import { existsSync, readdirSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { DatabaseLocation } from '../database/openDatabase.ts'
import { beginsLikeOurs, isOpenedBy } from '../database/ownFile.ts'
import { readOrdinary } from '../ordinaryFile.ts'
import { readEnvelope, writeEnvelope, type Envelope } from './envelope.ts'
import { knownHead } from './knownHead.ts'
import { markerIn } from './marker.ts'
import { holdsOwnPages } from './salvage/salvaging.ts'
import { placeOf, vaultFiles } from './vaultFolder.ts'
import { writeFileSafely } from './writeFileSafely.ts'

/**
 * Whether a key is that of the database in a folder: some page, or the head beside it, was written with it. Where that cannot be
 * told, it counts as the right one, and opening the database says what is wrong.
 */
export function isKeyOf(folder: string, { key, vaultId }: Pick<DatabaseLocation, 'key' | 'vaultId'>): boolean {
  const { database, head } = vaultFiles(folder)
  const location = { file: placeOf(database), key, vaultId }
  try {
    if (!beginsLikeOurs(location) || isOpenedBy(location) || holdsOwnPages(location)) return true
    return !existsSync(head) || knownHead(folder, markerIn(null), { key, vaultId }) !== null
  } catch {
    return true
  }
}

/** Whoever keeps more vaults beside this one than these is not served by trying each. */
const mostOthers = 4

/** Other key files of the same vault: the copy beside the one in force, and those of vaults that were set aside, the newest first. */
export function otherKeyFiles(folder: string, envelope: Envelope): Envelope[] {
  const place = placeOf(folder)
  const aside = namesBeside(place)
    .filter((name) => name.startsWith(`${basename(place)}.set-aside`))
    .toSorted()
    .toReversed()
    .map((name) => join(dirname(place), name))
  const inForce = writeEnvelope(envelope)
  const seen = new Set([inForce])
  const others: Envelope[] = []
  for (const file of [vaultFiles(folder).envelopeCopy, ...aside.map((one) => vaultFiles(one).envelope)]) {
    const found = envelopeIn(file)
    if (found === null || found.vaultId !== envelope.vaultId || seen.has(writeEnvelope(found))) continue
    seen.add(writeEnvelope(found))
    others.push(found)
  }
  return others.slice(0, mostOthers)
}

/** Keeps a key file that another one takes the place of, for a database that it may belong to. A failure keeps nobody out. */
export function keepOldKeyFile(folder: string, envelope: Envelope): void {
  try {
    writeFileSafely(join(folder, 'envelope.of-other-keys.json'), writeEnvelope(envelope))
  } catch {
    // See above.
  }
}

function envelopeIn(file: string): Envelope | null {
  try {
    return readEnvelope(readOrdinary(file))
  } catch {
    return null
  }
}

function namesBeside(place: string): readonly string[] {
  try {
    return readdirSync(dirname(place))
  } catch {
    return []
  }
}
