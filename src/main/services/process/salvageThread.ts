// The thread that salvages a damaged database: it reads page by page, writes a new database, and checks that.
import { rmSync } from 'node:fs'
import { AppError } from '../../appError.ts'
import { checkInSteps } from '../../database/check/checkInSteps.ts'
import { inDatabaseThread, stopped, type DatabaseThread } from '../../database/databaseThread.ts'
import { removeCopiesBeforeSteps } from '../../database/migrate.ts'
import { migrations } from '../../database/migrations/migrations.ts'
import { checkpointAndClose, openDatabase } from '../../database/openDatabase.ts'
import { salvageDatabase, type Salvaged } from '../../database/salvage/salvageDatabase.ts'
import { newestEntryOf, newestSignatureOf } from '../../vault/head.ts'
import type { SalvagedFile, SalvageProgress, SalvageRequest } from '../../vault/salvage/salvageInThread.ts'
import { realSurroundings } from '../thread/surroundings.ts'
import { recordLosses } from './recordLosses.ts'

type Thread = DatabaseThread<SalvageRequest, SalvageProgress>
type Report = (progress: SalvageProgress) => void

/** Reports at most every hundredth of a stage. */
function reporter({ report, isStopped }: Thread): Report {
  let last: SalvageProgress = { stage: 'reading', done: -1, total: 0 }
  const share = ({ done, total }: SalvageProgress) => Math.floor((100 * done) / Math.max(total, 1))
  return (progress) => {
    if (isStopped()) throw stopped
    if (progress.stage === last.stage && share(progress) === share(last)) return
    last = progress
    report(progress)
  }
}

function readAll({ location, request: { target, moment } }: Thread, report: Report): Salvaged {
  const { newId } = realSurroundings()
  const to = { ...location, file: target }
  const steps = salvageDatabase(location, to, migrations, { newId, now: moment.madeAt })
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done === true) return step.value
    report({ stage: 'reading', ...step.value })
  }
}

function salvage(thread: Thread): SalvagedFile {
  const { target, moment, known } = thread.request
  const report = reporter(thread)
  const salvaged = readAll(thread, report)
  report({ stage: 'completing', done: 0, total: 0 })
  const copy = { ...thread.location, file: target }
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

inDatabaseThread(salvage, ({ target }) => rmSync(target, { force: true }))
