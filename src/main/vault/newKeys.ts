// New keys for a vault: a copy of its database under a new database key, with a new envelope and recovery code, made
// and checked beside the vault while that stays as it is. keySwap.ts then exchanges the two.
import { mkdirSync, rmSync, statfsSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import type { JobStage } from '#shared/contract/jobs.ts'
import { AppError } from '../appError.ts'
import { logOf } from '../database/file/log.ts'
import type { Migration } from '../database/migrations/migrations.ts'
import {
  checkIntegrity,
  checkpointAndClose,
  openDatabase,
  rekeyCopy,
  type OpenDatabase,
  type Sqlite,
} from '../database/openDatabase.ts'
import { fromSqliteError } from '../database/sqliteErrors.ts'
import type { Surroundings } from '../services/services.ts'
import { noAttempts } from './attempts.ts'
import type { Envelope } from './envelope.ts'
import { storeEnvelope } from './envelopeFiles.ts'
import { newestSignatureOf, writeFirstHead, type Head } from './head.ts'
import { syncFile } from '../durable.ts'
import { fromFileError } from '../fileErrors.ts'
import { keyBytes } from './keyDerivation.ts'
import { declareReady } from './keySwap.ts'
import { makingFolder, placeOf, vaultFiles } from './vaultFolder.ts'
import { writeFileSafely } from './writeFileSafely.ts'

/** What a copy needs beyond the database's own size: its log while it is checked, the small files, and some reserve. */
const extraBytes = 16 * 1024 * 1024

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

/** Bytes that an ordinary user may still write in a folder. */
export function freeBytesIn(folder: string): number {
  const { bavail, bsize } = statfsSync(folder)
  return bavail * bsize
}

/**
 * Makes the vault with new keys beside the old one. If anything fails, nothing of it is left. The vault's id stays: the
 * database's file begins with it, and it identifies the copies of one practice.
 * @throws AppError NO_ROOM, DB_CORRUPT when the copy is not what the database is, and what `report` throws
 */
export async function makeNewKeys(old: OldVault, tools: Tools): Promise<NewKeys> {
  const { folder, vaultId } = old
  const { surroundings, report } = tools
  refuseWithoutRoom(folder, tools.freeBytes)
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
    throw withoutRoom(error) ?? error
  }
}

function refuseWithoutRoom(folder: string, freeBytes: Tools['freeBytes']): void {
  const database = placeOf(vaultFiles(folder).database)
  const sizes = [database, logOf(database)].map((file) => statSync(file, { throwIfNoEntry: false })?.size ?? 0)
  const neededBytes = sizes.reduce((sum, size) => sum + size, extraBytes)
  if (freeBytes(dirname(folder)) < neededBytes) throw new AppError('NO_ROOM', { neededBytes })
}

/** The copy filled the disk: nothing of the practice is unsaved, as DISK_FULL would say. */
function withoutRoom(error: unknown): AppError | null {
  const known = error instanceof AppError ? error : (fromSqliteError(error) ?? fromFileError(error))
  return known?.code === 'DISK_FULL' ? new AppError('NO_ROOM', undefined, { cause: error }) : null
}

function refuseUnlessSame(old: Sqlite, copy: Sqlite): void {
  const problems = checkIntegrity(copy, 'full')
  if (problems.length > 0 || rowCounts(old) !== rowCounts(copy)) throw new AppError('DB_CORRUPT')
}

/** How many rows each table has, as a text to be compared. */
function rowCounts(sqlite: Sqlite): string {
  const names = sqlite.prepare("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").pluck().all()
  const count = (name: string) =>
    sqlite
      .prepare(`SELECT count(*) FROM "${name.replaceAll('"', '""')}"`)
      .pluck()
      .get()
  return JSON.stringify((names as string[]).map((name) => [name, count(name)]))
}
