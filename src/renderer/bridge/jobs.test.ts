// The page's view of jobs: their progress, and the queries that are invalidated at their end.
import { QueryClient } from '@tanstack/react-query'
import { afterEach, expect, it, vi } from 'vitest'
import type { JobUpdate } from '#shared/contract/jobs.ts'
import { jobStages, shareDone, type JobKind, type JobProgress } from '#shared/contract/jobs.ts'
import { followJobs } from './jobs.ts'

afterEach(() => vi.unstubAllGlobals())

const running = ['job:running', {}]
const at = (done: number): JobProgress => ({ stage: 'tables', done, total: 20 })

/** A page that follows jobs; `report` sends it an event of main. */
function listening() {
  let report: (event: JobUpdate) => void = () => undefined
  let isHeard = true
  vi.stubGlobal('window', {
    palpate: {
      on(_: string, listener: (event: JobUpdate) => void) {
        report = listener
        return () => void (isHeard = false)
      },
    },
  })
  const cache = new QueryClient()
  const stop = followJobs(cache)
  return { cache, stop, report: (event: JobUpdate) => report(event), isHeard: () => isHeard }
}

it('a job’s progress is kept until its end is reported, beside that of others', () => {
  const { cache, report, stop, isHeard } = listening()
  const other = { kind: 'patient file', progress: { stage: 'writing', done: 0, total: 0 } } as const
  cache.setQueryData(running, { jobs: [other] })
  report({ kind: 'file check', progress: at(1) })
  report({ kind: 'file check', progress: at(2) })
  expect(cache.getQueryData(running)).toEqual({ jobs: [other, { kind: 'file check', progress: at(2) }] })
  report({ kind: 'file check', progress: null })
  expect(cache.getQueryData(running)).toEqual({ jobs: [other] })
  stop()
  expect(isHeard()).toBe(false)
})

it('before the running jobs are queried, no data is made up', () => {
  const { cache, report } = listening()
  report({ kind: 'file check', progress: at(1) })
  expect(cache.getQueryData(running)).toBeUndefined()
})

it('only the end of a job invalidates the queries that it outdates, wherever it was started', () => {
  const { cache, report } = listening()
  cache.setQueryData(['vault:checkState', {}], { soundAt: null })
  cache.setQueryData(['client:list', {}], [])
  const isOld = (name: string) => cache.getQueryState([name, {}])?.isInvalidated
  report({ kind: 'file check', progress: at(1) })
  expect(isOld('vault:checkState')).toBe(false)
  report({ kind: 'file check', progress: null })
  expect([isOld('vault:checkState'), isOld('client:list')]).toEqual([true, false])
})

it('the bar only grows from stage to stage, and is full at the end of the last one', () => {
  for (const [kind, stages] of Object.entries(jobStages) as [JobKind, Record<string, number>][]) {
    const shares = Object.keys(stages).flatMap((stage) =>
      [0, 1, 2].map((done) => shareDone(kind, { stage, done, total: 2 } as JobProgress)),
    )
    expect(shares).toEqual(shares.toSorted((a, b) => a - b))
    expect([shares[0], shares.at(-1)]).toEqual([0, 1])
    // A stage without a total has no share.
    expect(shareDone(kind, { stage: Object.keys(stages)[0], done: 7, total: 0 } as JobProgress)).toBe(0)
  }
})
