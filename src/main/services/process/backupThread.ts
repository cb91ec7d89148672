// The thread that copies the open database and verifies the copy, over its own connections.
import { rmSync } from 'node:fs'
import type { CopyProblem } from '#shared/contract/backups.ts'
import { syncFile } from '../../durable.ts'
import { checkInSteps } from '../../database/check/checkInSteps.ts'
import { inDatabaseThread, stopped, type DatabaseThread } from '../../database/databaseThread.ts'
import { generationOf } from '../../database/generations.ts'
import { openReader, openToLookInto, type OpenDatabase } from '../../database/openDatabase.ts'
import { countRows, isCopyBetween, type RowCounts } from '../../database/rowCounts.ts'
import { createRepositories } from '../../database/repositories/repositories.ts'
import { newestSignatureOf } from '../../vault/head.ts'
import type { CopyContent, CopyProgress, CopyRequest } from '../../vault/backup/copyInThread.ts'
import { findUnreadable, type OnStep } from '../backup/verifyCopy.ts'
import { checkChain } from '../signing/verifyChain.ts'
import { signedKinds } from '../signing/kinds/signedKinds.ts'

type Thread = DatabaseThread<CopyRequest, CopyProgress>

/** The three searches, each a third of the stage. */
const searches = 3
const stepsOfSearch = 1000

/** Reports at most every thousandth of a search. */
function reporter({ report, isStopped }: Thread, search: number): OnStep {
  let last = -1
  return (done, total) => {
    const step = Math.floor((Math.min(done, total) / Math.max(total, 1)) * stepsOfSearch)
    if (step !== last) {
      last = step
      report({ stage: 'checking', done: search * stepsOfSearch + step, total: searches * stepsOfSearch })
    }
    return isStopped() ? 'stop' : 'go on'
  }
}

/** Copies, and counts the rows of the database before and after that. */
function copyTo({ location, report, isStopped }: Thread, target: string): { before: RowCounts; after: RowCounts } {
  const reader = openReader(location)
  try {
    const before = countRows(reader)
    report({ stage: 'copying', done: 0, total: 0 })
    reader.prepare('VACUUM INTO ?').run(target)
    if (isStopped()) throw stopped
    return { before, after: countRows(reader) }
  } finally {
    reader.close()
  }
}

function problemOf(
  thread: Thread,
  database: OpenDatabase,
  copy: RowCounts,
  counts: ReturnType<typeof copyTo> | null,
): CopyProblem | null {
  const repositories = createRepositories(database)
  const unreadable = findUnreadable(database.sqlite, repositories, reporter(thread, 1))
  if (unreadable === 'stopped') throw stopped
  if (unreadable !== null) return unreadable
  if (counts && !isCopyBetween(counts.before, copy, counts.after)) return { kind: 'other rows' }
  const onLink = reporter(thread, 2)
  const links = checkChain(repositories, signedKinds)
  for (let link = links.next(); ; link = links.next()) {
    if (link.done === true) {
      return link.value.mismatch === null ? null : { kind: 'chain', sequence: link.value.mismatch.row.sequence }
    }
    if (onLink(link.value.done, link.value.total) === 'stop') throw stopped
  }
}

function copyAndVerify(thread: Thread): CopyContent {
  const { target } = thread.request
  const copied = { ...thread.location, file: target ?? thread.location.file }
  const counts = target === null ? null : copyTo(thread, target)
  if (target !== null) syncFile(target)
  const damage = checkInSteps(copied, reporter(thread, 0))
  if (damage === null) throw stopped
  const database = openToLookInto(copied)
  try {
    const rows = countRows(database.sqlite)
    return {
      generation: generationOf(database.sqlite),
      ...newestSignatureOf(database.sqlite)(),
      clients: rows.get('client') ?? 0,
      sessions: rows.get('session') ?? 0,
      problem: damage.length > 0 ? { kind: 'damage' } : problemOf(thread, database, rows, counts),
    }
  } finally {
    database.sqlite.close()
  }
}

inDatabaseThread(copyAndVerify, ({ target }) => {
  if (target !== null) rmSync(target, { force: true })
})
