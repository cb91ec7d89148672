// The thread that copies the open database and verifies the copy, over its own connections.
import { rmSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import type { CopyProblem } from '#shared/contract/backups.ts'
import { fromFileError } from '../../fileErrors.ts'
import { syncFile } from '../../durable.ts'
import { checkInSteps } from '../../database/check/checkInSteps.ts'
import { generationOf } from '../../database/generations.ts'
import { openReader, openToLookInto, type OpenDatabase } from '../../database/openDatabase.ts'
import { countRows, isCopyBetween, type RowCounts } from '../../database/rowCounts.ts'
import { createRepositories } from '../../database/repositories/repositories.ts'
import { fromSqliteError } from '../../database/sqliteErrors.ts'
import { newestSignatureOf } from '../../vault/head.ts'
import type { CopyContent, CopyMessage, CopyRequest } from '../../vault/backup/copyInThread.ts'
import { findUnreadable, type OnStep } from '../backup/verifyCopy.ts'
import { checkChain } from '../signing/verifyChain.ts'
import { signedKinds } from '../signing/kinds/signedKinds.ts'

if (parentPort === null) throw new Error('this file is started as a worker thread')
const port = parentPort
const request = workerData as CopyRequest
const key = Buffer.from(request.location.key)
const flag = new Int32Array(request.stop)
const source = { ...request.location, key }
const copied = { ...source, file: request.target ?? source.file }

const post = (message: CopyMessage) => port.postMessage(message)

/** Thrown to leave the work when somebody has asked for that. */
const stopped = new Error('stopped')

/** The three searches, each a third of the stage. */
const searches = 3
const stepsOfSearch = 1000

/** Reports at most every thousandth of a search. */
function reporter(search: number): OnStep {
  let last = -1
  return (done, total) => {
    const step = Math.floor((Math.min(done, total) / Math.max(total, 1)) * stepsOfSearch)
    if (step !== last) {
      last = step
      const progress = {
        stage: 'checking',
        done: search * stepsOfSearch + step,
        total: searches * stepsOfSearch,
      } as const
      post({ kind: 'progress', progress })
    }
    return Atomics.load(flag, 0) === 1 ? 'stop' : 'go on'
  }
}

function goOn(): void {
  if (Atomics.load(flag, 0) === 1) throw stopped
}

/** Copies, and counts the rows of the database before and after that. */
function copyTo(target: string): { before: RowCounts; after: RowCounts } {
  const reader = openReader(source)
  try {
    const before = countRows(reader)
    post({ kind: 'progress', progress: { stage: 'copying', done: 0, total: 0 } })
    reader.prepare('VACUUM INTO ?').run(target)
    goOn()
    return { before, after: countRows(reader) }
  } finally {
    reader.close()
  }
}

function problemOf(
  database: OpenDatabase,
  copy: RowCounts,
  counts: ReturnType<typeof copyTo> | null,
): CopyProblem | null {
  const repositories = createRepositories(database)
  const unreadable = findUnreadable(database.sqlite, repositories, reporter(1))
  if (unreadable === 'stopped') throw stopped
  if (unreadable !== null) return unreadable
  if (counts && !isCopyBetween(counts.before, copy, counts.after)) return { kind: 'other rows' }
  const onLink = reporter(2)
  const links = checkChain(repositories, signedKinds)
  for (let link = links.next(); ; link = links.next()) {
    if (link.done === true) {
      return link.value.mismatch === null ? null : { kind: 'chain', sequence: link.value.mismatch.row.sequence }
    }
    if (onLink(link.value.done, link.value.total) === 'stop') throw stopped
  }
}

function work(): CopyContent {
  const counts = request.target === null ? null : copyTo(request.target)
  if (request.target !== null) syncFile(request.target)
  const damage = checkInSteps(copied, reporter(0))
  if (damage === null) throw stopped
  const database = openToLookInto(copied)
  try {
    const rows = countRows(database.sqlite)
    return {
      generation: generationOf(database.sqlite),
      ...newestSignatureOf(database.sqlite)(),
      clients: rows.get('client') ?? 0,
      sessions: rows.get('session') ?? 0,
      problem: damage.length > 0 ? { kind: 'damage' } : problemOf(database, rows, counts),
    }
  } finally {
    database.sqlite.close()
  }
}

try {
  post({ kind: 'end', content: work() })
} catch (error) {
  if (request.target !== null) rmSync(request.target, { force: true })
  if (error === stopped) post({ kind: 'stopped' })
  else post({ kind: 'failed', code: (fromSqliteError(error) ?? fromFileError(error))?.code ?? 'INTERNAL' })
} finally {
  key.fill(0)
  request.location.key.fill(0)
}
