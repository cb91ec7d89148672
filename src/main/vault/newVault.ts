// A new vault: its first database, head and envelope, in a temporary folder.
import { AppError } from '../appError.ts'
import type { Migration } from '../database/migrations/migrations.ts'
import { checkpointAndClose, createDatabase, type OpenDatabase } from '../database/openDatabase.ts'
import type { Surroundings } from '../services/services.ts'
import { noAttempts } from './attempts.ts'
import type { CostOfTry } from './costOfTry.ts'
import { envelopeOf, passphraseSlotFor, recoverySlotFor, type Envelope } from './envelope.ts'
import { storeEnvelope } from './envelopeFiles.ts'
import { writeFirstHead } from './head.ts'
import { recoveryCodeBytes, recoveryCodeFrom } from './recoveryCode.ts'
import { vaultFiles } from './vaultFolder.ts'
import { writeFileSafely } from './writeFileSafely.ts'

interface NewVault {
  readonly passphrase: string
  /** Puts the first rows into the new database. */
  readonly fill: (database: OpenDatabase) => void
  readonly surroundings: Surroundings
  readonly migrations: readonly Migration[] | undefined
  readonly costs: CostOfTry
}

/**
 * Makes all files of a new vault.
 * @param making an empty folder
 * @param key the new database key; it is not stored
 * @returns the recovery code, which is stored nowhere
 * @throws AppError READ_ONLY, DISK_FULL, IO_ERROR
 */
export async function makeVaultIn(
  making: string,
  key: Buffer,
  { passphrase, fill, surroundings, migrations, costs }: NewVault,
): Promise<string> {
  const { clock, newId, randomBytes } = surroundings
  const files = vaultFiles(making)
  const vaultId = newId()
  const { text, slot } = newRecovery(vaultId, key, randomBytes)
  const database = createDatabase({ file: files.database, key, vaultId }, migrations)
  let generation: number | null = null
  try {
    fill(database)
  } finally {
    generation = checkpointAndClose(database)
  }
  if (generation === null) throw new AppError('IO_ERROR')
  const head = { generation, sequence: 0, fingerprint: null, committedAt: clock.now(), checkedAt: null }
  writeFirstHead(files.head, { key, vaultId }, head)
  const wrapped = await passphraseSlotFor(vaultId, key, passphrase, await costs.forNew(), randomBytes)
  storeEnvelope(files, envelopeOf(vaultId, wrapped, slot))
  writeFileSafely(files.attempts, noAttempts())
  return text
}

/** A new recovery code, and the database key wrapped under it. */
export function newRecovery(
  vaultId: string,
  key: Buffer,
  randomBytes: Surroundings['randomBytes'],
): { readonly text: string; readonly slot: Envelope['recovery'] } {
  const random = randomBytes(recoveryCodeBytes)
  const text = recoveryCodeFrom(random)
  random.fill(0)
  return { text, slot: recoverySlotFor(vaultId, key, text, randomBytes) }
}
