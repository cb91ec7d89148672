// The thread that salvages a damaged database: it reads page by page, writes a new database, and checks that.
import { rmSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import { AppError } from '../../appError.ts'
import { checkInSteps } from '../../database/check/checkInSteps.ts'
import { removeCopiesBeforeSteps } from '../../database/migrate.ts'
import { migrations } from '../../database/migrations/migrations.ts'
import { checkpointAndClose, openDatabase } from '../../database/openDatabase.ts'
import { salvageDatabase, type Salvaged } from '../../database/salvage/salvageDatabase.ts'
import { fromSqliteError } from '../../database/sqliteErrors.ts'
import { fromFileError } from '../../fileErrors.ts'
import { newestEntryOf, newestSignatureOf } from '../../vault/head.ts'
import type {
  SalvagedFile,
  SalvageMessage,
  SalvageProgress,
  SalvageRequest,
} from '../../vault/salvage/salvageInThread.ts'
import { realSurroundings } from '../thread/surroundings.ts'
import { recordLosses } from './recordLosses.ts'

if (parentPort === null) throw new Error('this file is started as a worker thread')
const port = parentPort
const { location, target, moment, known, stop } = workerData as SalvageRequest
const key = Buffer.from(location.key)
const flag = new Int32Array(stop)

const post = (message: SalvageMessage) => port.postMessage(message)

/** Thrown to leave the work when somebody has asked for that. */
const stopped = new Error('stopped')

let last: SalvageProgress = { stage: 'reading', done: -1, total: 0 }

/** Reports at most every hundredth of a stage. */
function report(progress: SalvageProgress): void {
  if (Atomics.load(flag, 0) === 1) throw stopped
  const share = ({ done, total }: SalvageProgress) => Math.floor((100 * done) / Math.max(total, 1))
  if (progress.stage === last.stage && share(progress) === share(last)) return
  last = progress
  post({ kind: 'progress', progress })
}

function readAll(): Salvaged {
  const { newId } = realSurroundings()
  const to = { file: target, key, vaultId: location.vaultId }
  const steps = salvageDatabase({ ...location, key }, to, migrations, { newId, now: moment.madeAt })
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done === true) return step.value
    report({ stage: 'reading', ...step.value })
  }
}

function work(): SalvagedFile {
  const salvaged = readAll()
  report({ stage: 'completing', done: 0, total: 0 })
  const copy = { file: target, key, vaultId: location.vaultId }
  // Opened as on any day: an earlier version's schema is brought up to date.
  const database = openDatabase({ ...copy, afterGeneration: known.generation })
  let generation: number | null = null
  let newest: Omit<SalvagedFile, 'generation'>
  try {
    recordLosses(database, salvaged, moment, known.sequence)
    newest = { ...newestSignatureOf(database.sqlite)(), ...newestEntryOf(database.sqlite)() }
  } finally {
    generation = checkpointAndClose(database)
  }
  if (generation === null) throw new AppError('IO_ERROR')
  removeCopiesBeforeSteps(target)
  const problems = checkInSteps(copy, (done, total) => {
    report({ stage: 'checking', done, total })
    return 'go on'
  })
  if (problems === null || problems.length > 0) throw new AppError('INTERNAL')
  return { generation, ...newest }
}

try {
  post({ kind: 'end', made: work() })
} catch (error) {
  rmSync(target, { force: true })
  const named = error instanceof AppError ? error : (fromSqliteError(error) ?? fromFileError(error))
  post(error === stopped ? { kind: 'stopped' } : { kind: 'failed', code: named?.code ?? 'INTERNAL' })
} finally {
  key.fill(0)
  location.key.fill(0)
}
