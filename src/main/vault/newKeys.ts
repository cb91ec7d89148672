// New keys for a vault: a copy of its database under a new database key, with a new envelope and recovery code, made
// and checked beside the vault while that stays as it is. keySwap.ts then exchanges the two.
import { mkdirSync, rmSync } from 'node:fs'
import type { JobStage } from '#shared/contract/jobs.ts'
import { AppError } from '../appError.ts'
import { logOf } from '../database/file/log.ts'
import type { Migration } from '../database/migrations/migrations.ts'
import { checkIntegrity } from '../database/check/checkIntegrity.ts'
import {
  checkpointAndClose,
  openDatabase,
  rekeyCopy,
  type OpenDatabase,
  type Sqlite,
} from '../database/openDatabase.ts'
import { countRows, isSameCount } from '../database/rowCounts.ts'
import type { Surroundings } from '../services/services.ts'
import { noAttempts } from './attempts.ts'
import type { Envelope } from './envelope.ts'
import { storeEnvelope } from './envelopeFiles.ts'
import { newestSignatureOf, writeFirstHead, type Head } from './head.ts'
import { syncFile } from '../durable.ts'
import { keyBytes } from './keyDerivation.ts'
import { declareReady } from './keySwap.ts'
import { fromCopyError, refuseWithoutRoom } from './room.ts'
import { makingFolder, placeOf, vaultFiles } from './vaultFolder.ts'
import { writeFileSafely } from './writeFileSafely.ts'

/** Reports which stage begins, and yields; throws when the work is not to go on. */
export type ReportStage = (stage: JobStage<'new keys'>) => Promise<void>

interface OldVault {
  readonly folder: string
  readonly vaultId: string
  /** Open. It is read and stays as it is. */
  readonly database: OpenDatabase
  readonly key: Buffer
}

interface Tools {
  readonly surroundings: Surroundings
  readonly migrations: readonly Migration[] | undefined
  /** Bytes that may still be written in a folder. */
  readonly freeBytes: (folder: string) => number
  /** Wraps the new key under the passphrase and under a new recovery code. */
  readonly wrap: (key: Buffer) => Promise<{ envelope: Envelope; recoveryCode: string }>
  /** Puts the last rows into the copy. */
  readonly finish: (copy: OpenDatabase) => void
  readonly report: ReportStage
}

/** A vault with new keys, complete, in the folder that {@link declareReady} names. */
export interface NewKeys {
  /** The new database key, for the caller to overwrite. */
  readonly key: Buffer
  readonly recoveryCode: string
}

/**
 * Makes the vault with new keys beside the old one. If anything fails, nothing of it is left. The vault's id stays: the
 * database's file begins with it, and it identifies the copies of one practice.
 * @throws AppError NO_ROOM, DB_CORRUPT when the copy is not what the database is, and what `report` throws
 */
export async function makeNewKeys(old: OldVault, tools: Tools): Promise<NewKeys> {
  const { folder, vaultId } = old
  const { surroundings, report } = tools
  const database = placeOf(vaultFiles(folder).database)
  refuseWithoutRoom(folder, [database, logOf(database)], tools.freeBytes)
  const making = makingFolder(folder, surroundings.newId())
  const files = vaultFiles(making)
  const random = surroundings.randomBytes(keyBytes)
  const key = Buffer.from(random.buffer, random.byteOffset, random.byteLength)
  try {
    mkdirSync(making, { recursive: true, mode: 0o700 })
    await report('copying')
    old.database.sqlite.prepare('VACUUM INTO ?').run(files.database)
    await report('encrypting')
    rekeyCopy({ file: files.database, key: old.key, vaultId }, key)
    await report('checking')
    const copy = openDatabase({ file: files.database, key, vaultId }, tools.migrations)
    let generation: number | null = null
    let newest: Pick<Head, 'sequence' | 'fingerprint'> = { sequence: 0, fingerprint: null }
    try {
      refuseUnlessSame(old.database.sqlite, copy.sqlite)
      tools.finish(copy)
      newest = newestSignatureOf(copy.sqlite)()
    } finally {
      generation = checkpointAndClose(copy)
    }
    if (generation === null) throw new AppError('IO_ERROR')
    const at = surroundings.clock.now()
    writeFirstHead(files.head, { key, vaultId }, { generation, ...newest, committedAt: at, checkedAt: at })
    const { envelope, recoveryCode } = await tools.wrap(key)
    storeEnvelope(files, envelope)
    writeFileSafely(files.attempts, noAttempts())
    syncFile(files.database)
    await report('swapping')
    declareReady(making, folder, surroundings.newId())
    return { key, recoveryCode }
  } catch (error) {
    key.fill(0)
    rmSync(making, { recursive: true, force: true })
    throw fromCopyError(error) ?? error
  }
}

function refuseUnlessSame(old: Sqlite, copy: Sqlite): void {
  const problems = checkIntegrity(copy, 'full')
  if (problems.length > 0 || !isSameCount(countRows(old), countRows(copy))) throw new AppError('DB_CORRUPT')
}
