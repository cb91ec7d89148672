// Who was erased in the vault that a restored copy takes the place of: read from there, and put into the copy, which is from before.
import { existsSync } from 'node:fs'
import type { CopyContent } from '#shared/contract/backups.ts'
import { checkpointAndClose, openDatabase, openReader, type DatabaseLocation } from '../../database/openDatabase.ts'
import type { OpenDatabase } from '../../database/openDatabase.ts'
import { beginsLikeOurs, isOpenedBy } from '../../database/ownFile.ts'
import { createClientRepository } from '../../database/repositories/clientRepository.ts'
import { createErasureRepository } from '../../database/repositories/erasureRepository.ts'
import {
  createTombstoneRepository,
  tombstonesIn,
  type Tombstone,
} from '../../database/repositories/tombstoneRepository.ts'
import { openWithPassphrase } from '../envelope.ts'
import { loadEnvelope } from '../envelopeFiles.ts'
import { leaseInTheWay, type LeaseOwner } from '../lease.ts'
import { leaseFile, placeOf, vaultFiles } from '../vaultFolder.ts'

interface Here {
  /** Of the vault that is here. */
  readonly folder: string
  readonly owner: LeaseOwner
}

/**
 * What is left of everybody who was erased in the vault that is here.
 * @param copy what opens a copy of the same vault. New keys may have been made since; the passphrase mostly stayed then
 * @returns null where that vault cannot be read
 */
export async function tombstonesHere(
  { folder, owner }: Here,
  { key, vaultId, passphrase }: Pick<DatabaseLocation, 'key' | 'vaultId'> & { readonly passphrase: string | null },
): Promise<Tombstone[] | null> {
  const files = vaultFiles(placeOf(folder))
  const location = { file: files.database, key, vaultId }
  const isInUse = leaseInTheWay(leaseFile(folder), owner)?.kind === 'other'
  try {
    if (!existsSync(files.database) || !beginsLikeOurs(location)) return null
    if (isOpenedBy(location)) return read(location, isInUse)
    const loaded = passphrase === null ? null : loadEnvelope(files)
    if (passphrase === null || loaded === null) return null
    const ownKey = await openWithPassphrase(loaded.envelope, passphrase)
    try {
      return read({ ...location, key: ownKey }, isInUse)
    } finally {
      ownKey.fill(0)
    }
  } catch {
    // Damaged, or of other keys: a restore is what helps then.
    return null
  }
}

/** @param isInUse another computer writes in it: the files of SQLite beside it are that one's, and a copy is read */
function read(location: DatabaseLocation, isInUse: boolean): Tombstone[] {
  if (isInUse) {
    const database = openDatabase({ ...location, onlyRead: 'in use' })
    try {
      return tombstonesIn(database.sqlite)
    } finally {
      checkpointAndClose(database)
    }
  }
  const sqlite = openReader(location)
  try {
    return tombstonesIn(sqlite)
  } finally {
    sqlite.close()
  }
}

/**
 * Puts those that a copy lacks into it, so that who was erased stays known, and nobody of them comes back unasked.
 * @returns the erasures of clients whom the copy still has
 */
export function keepTombstones(copy: OpenDatabase, tombstones: readonly Tombstone[]): CopyContent['erasedSince'] & {} {
  if (tombstones.length === 0) return []
  const clients = createClientRepository(copy)
  const erasures = createErasureRepository(copy)
  const kept = createTombstoneRepository(copy)
  const lacking = tombstones.filter(({ clientId }) => !erasures.isErased(clientId))
  copy.sqlite.transaction(() => lacking.forEach(kept.put)).immediate()
  return lacking
    .filter(({ clientId }) => clients.byId(clientId) !== undefined)
    .map(({ sequence, erasedAt, erasedOffset }) => ({ sequence, erasedAt, erasedOffset }))
}
