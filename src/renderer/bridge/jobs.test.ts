// What the page knows of jobs: what it was told of each, and what it reads anew at a job's end.
import { QueryClient } from '@tanstack/react-query'
import { afterEach, expect, it, vi } from 'vitest'
import type { JobUpdate } from '#shared/contract/jobs.ts'
import { jobStages, shareDone, type JobKind, type JobProgress } from '#shared/contract/jobs.ts'
import { followJobs } from './jobs.ts'

afterEach(() => vi.unstubAllGlobals())

const running = ['job:running', {}]
const at = (done: number): JobProgress => ({ stage: 'tables', done, total: 20 })

/** A page that listens; what it tells is heard by `tell`. */
function listening() {
  let tell: (told: JobUpdate) => void = () => undefined
  let isHeard = true
  vi.stubGlobal('window', {
    palpate: {
      on(_: string, listener: (told: JobUpdate) => void) {
        tell = listener
        return () => void (isHeard = false)
      },
    },
  })
  const cache = new QueryClient()
  const stop = followJobs(cache)
  return { cache, stop, tell: (told: JobUpdate) => tell(told), isHeard: () => isHeard }
}

it('a job’s progress is kept until its end is told, beside that of others', () => {
  const { cache, tell, stop, isHeard } = listening()
  const other = { kind: 'patient file', progress: { stage: 'writing', done: 0, total: 0 } } as const
  cache.setQueryData(running, { jobs: [other] })
  tell({ kind: 'file check', progress: at(1) })
  tell({ kind: 'file check', progress: at(2) })
  expect(cache.getQueryData(running)).toEqual({ jobs: [other, { kind: 'file check', progress: at(2) }] })
  tell({ kind: 'file check', progress: null })
  expect(cache.getQueryData(running)).toEqual({ jobs: [other] })
  stop()
  expect(isHeard()).toBe(false)
})

it('before anybody has asked which jobs run, nothing is made up', () => {
  const { cache, tell } = listening()
  tell({ kind: 'file check', progress: at(1) })
  expect(cache.getQueryData(running)).toBeUndefined()
})

it('at the end of a job, and no earlier, what it puts out of date is read anew, wherever it was begun', () => {
  const { cache, tell } = listening()
  cache.setQueryData(['vault:checkState', {}], { soundAt: null })
  cache.setQueryData(['client:list', {}], [])
  const isOld = (name: string) => cache.getQueryState([name, {}])?.isInvalidated
  tell({ kind: 'file check', progress: at(1) })
  expect(isOld('vault:checkState')).toBe(false)
  tell({ kind: 'file check', progress: null })
  expect([isOld('vault:checkState'), isOld('client:list')]).toEqual([true, false])
})

it('the bar only grows from stage to stage, and is full at the end of the last one', () => {
  for (const [kind, stages] of Object.entries(jobStages) as [JobKind, Record<string, number>][]) {
    const shares = Object.keys(stages).flatMap((stage) =>
      [0, 1, 2].map((done) => shareDone(kind, { stage, done, total: 2 } as JobProgress)),
    )
    expect(shares).toEqual(shares.toSorted((a, b) => a - b))
    expect([shares[0], shares.at(-1)]).toEqual([0, 1])
    // Nothing can be said of a stage that does not know how much there is to do.
    expect(shareDone(kind, { stage: Object.keys(stages)[0], done: 7, total: 0 } as JobProgress)).toBe(0)
  }
})
