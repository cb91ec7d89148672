// The runner of jobs, on a clock that only the steps move: order, chunks, cancelling, failing, one of each kind, one end.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AppError } from '../appError.ts'
import { jobRunner as runner, times } from '../../../tests/fixtures/jobRunner.ts'
import { longestChunk, runAtOnce, type JobControl, type Steps } from './jobs.ts'

const cancelled = new AppError('CANCELLED')

describe('steps', () => {
  it('are done in their order, from the first moment on, and their result is the job’s', async () => {
    const { jobs, steps } = runner()
    const done: number[] = []
    const job = jobs.run(
      'record check',
      steps(times(5, 1), (at) => done.push(at)),
    )
    expect(done).toEqual([0, 1, 2, 3, 4])
    expect(await job).toBe('all done')
  })

  it('come in chunks of at most 20 ms, and after each of them everybody else has a turn', async () => {
    const { jobs, turns, steps } = runner()
    await jobs.run('record check', steps(times(50, 3)))
    // Six steps of 3 ms; a seventh would take the chunk past its time.
    expect(turns).toEqual([18, 36, 54, 72, 90, 108, 126, 144])
  })

  it('of any length / make chunks of at most 20 ms, but for what a step takes longer than those before it', () =>
    fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 200 }), async (durations) => {
        const chunks: number[][] = [[]]
        const { jobs, steps } = runner(() => chunks.push([]))
        await jobs.run(
          'record check',
          steps(durations, (at) => chunks.at(-1)?.push(durations[at] ?? 0)),
        )
        expect(chunks.flat()).toEqual(durations)
        for (const chunk of chunks.filter(({ length }) => length > 1)) {
          const before = chunk.slice(0, -1)
          const expected = before.reduce((sum, one) => sum + one, 0) + Math.max(...before)
          expect(expected).toBeLessThanOrEqual(longestChunk)
        }
      }),
    ))

  it('that are each longer than a chunk / are done one at a time', async () => {
    const { jobs, turns, steps } = runner()
    await jobs.run('record check', steps(times(3, 100)))
    expect(turns).toEqual([100, 200, 300])
  })

  it('of several jobs take turns: others come between any two chunks', async () => {
    const order: string[] = []
    const { jobs, steps } = runner((turn) => order.push(`others ${turn}`))
    await Promise.all([
      jobs.run(
        'record check',
        steps(times(3, 20), () => order.push('check')),
      ),
      jobs.runUnreported(steps(times(3, 20), () => order.push('preview'))),
    ])
    // Each has begun at once, as it was asked for.
    const later = order.slice(2)
    for (const [at, one] of later.entries()) if (!one.startsWith('others')) expect(later[at - 1]).toMatch(/^others/u)
    expect(order.filter((one) => one === 'check')).toHaveLength(3)
    expect(order.filter((one) => one === 'preview')).toHaveLength(3)
  })
})

describe('what is reported', () => {
  it('is the first step of each stage and then ten a second, and the end once', async () => {
    const { jobs, updates, steps } = runner()
    await jobs.run('record check', steps(times(300, 1)))
    const done = updates.map(({ progress }) => progress?.done ?? null)
    expect(done).toEqual([20, 120, 220, null])
    expect(updates.every(({ kind }) => kind === 'record check')).toBe(true)
  })

  it('is the end before the result, and nothing after it', async () => {
    const { jobs, updates } = runner()
    let control: JobControl<'file check'> | undefined
    const job = jobs.run('file check', (given) => {
      control = given
      return Promise.resolve(7)
    })
    const seen = job.then((result) => [result, updates.length])
    expect(await seen).toEqual([7, 1])
    expect(updates).toEqual([{ kind: 'file check', progress: null }])
    expect(control?.signal.aborted).toBe(false)
  })

  it('is nothing of work that nobody follows', async () => {
    const { jobs, updates, steps } = runner()
    expect(await jobs.runUnreported(steps(times(9, 9)))).toBe('all done')
    expect(updates).toEqual([])
  })
})

describe('a job that is cancelled', () => {
  it('and asked for anew, and then everything is to end / does not begin again', async () => {
    const { jobs, steps } = runner()
    const done: number[] = []
    const first = jobs.run('record check', steps(times(20, 15)))
    jobs.cancel('record check')
    const second = jobs.run(
      'record check',
      steps(times(3, 1), (at) => done.push(at)),
    )
    void jobs.endAll(new AppError('LOCKED'))
    await expect(first).rejects.toEqual(cancelled)
    await expect(second).rejects.toEqual(new AppError('LOCKED'))
    expect(done).toEqual([])
  })

  it('does no further step, lets its steps clear up, and ends once with CANCELLED', async () => {
    const { jobs, steps, ends } = runner((turn) => turn === 2 && jobs.cancel('record check'))
    const done: number[] = []
    let isClearedUp = false
    function* clearingUp(): Steps<string> {
      try {
        return yield* steps(times(9, 20), (at) => done.push(at))
      } finally {
        isClearedUp = true
      }
    }
    await expect(jobs.run('record check', clearingUp())).rejects.toEqual(cancelled)
    expect([done, isClearedUp, ends().length]).toEqual([[0, 1], true, 1])
    jobs.cancel('record check')
    expect(ends()).toHaveLength(1)
  })

  it('at any moment / ends with CANCELLED or with its result, once, and another one can begin', () =>
    fc.assert(
      fc.asyncProperty(fc.array(fc.nat(50)), fc.integer({ min: 1, max: 30 }), async (durations, turn) => {
        const { jobs, turns, steps, ends } = runner((at) => at === turn && jobs.cancel('record check'))
        const outcome = await jobs.run('record check', steps(durations)).catch((error: unknown) => error)
        expect(outcome).toEqual(turns.length >= turn ? cancelled : 'all done')
        expect(ends()).toHaveLength(1)
        expect(await jobs.run('record check', steps([]))).toBe('all done')
        expect(ends()).toHaveLength(2)
      }),
    ))

  it('is waited for by the next of its kind, which is not BUSY', async () => {
    const { jobs, steps, ends } = runner()
    const first = jobs.run('record check', steps(times(9, 20)))
    jobs.cancel('record check')
    let endsAtBegin = 0
    const second = jobs.run(
      'record check',
      steps([1], () => (endsAtBegin = ends().length)),
    )
    await expect(first).rejects.toEqual(cancelled)
    expect(await second).toBe('all done')
    expect([endsAtBegin, ends().length]).toEqual([1, 2])
  })

  it('waits no longer for what goes on elsewhere', async () => {
    const { jobs, ends } = runner()
    const job = jobs.run('patient file', async ({ wait }) => wait(new Promise<never>(() => undefined)))
    jobs.cancel('patient file')
    await expect(job).rejects.toEqual(cancelled)
    expect(ends()).toHaveLength(1)
  })

  it('too late / has the result that it has', async () => {
    const { jobs } = runner()
    const { promise, resolve } = Promise.withResolvers<string>()
    const job = jobs.run('patient file', () => promise)
    jobs.cancel('patient file')
    resolve('written')
    expect(await job).toBe('written')
  })

  it('is not one of another kind', async () => {
    const { jobs, steps } = runner(() => jobs.cancel('file check'))
    expect(await jobs.run('record check', steps(times(9, 20)))).toBe('all done')
  })
})

describe('a job that fails', () => {
  it('ends with its error, and its end is reported once', async () => {
    const { jobs, ends } = runner()
    function* failing(): Steps<string> {
      yield { stage: 'signatures', done: 1, total: 2 }
      throw new TypeError('a slip')
    }
    await expect(jobs.run('record check', failing())).rejects.toThrow('a slip')
    const atOnce = jobs.run('file check', () => {
      throw new TypeError('a slip')
    })
    await expect(atOnce).rejects.toThrow('a slip')
    expect(ends().map(({ kind }) => kind)).toEqual(['record check', 'file check'])
  })

  it('because it was cancelled / ends with the reason for that', async () => {
    const { jobs } = runner()
    const job = jobs.run('patient file', ({ signal }) => {
      jobs.cancel('patient file')
      return Promise.reject(new TypeError(`the window is gone: ${signal.aborted}`))
    })
    await expect(job).rejects.toEqual(cancelled)
  })
})

describe('of each kind', () => {
  it('one runs at a time: another one is BUSY, and one of another kind is not', async () => {
    const { jobs, steps, ends } = runner()
    const first = jobs.run('record check', steps(times(9, 20)))
    await expect(jobs.run('record check', steps([]))).rejects.toEqual(new AppError('BUSY'))
    expect(await jobs.run('patient file', steps([]))).toBe('all done')
    expect(await first).toBe('all done')
    expect(ends()).toHaveLength(2)
  })

  it('who asks for the same / gets the same, and it is done once', async () => {
    const { jobs, steps, ends } = runner()
    const done: number[] = []
    const run = (same: string) =>
      jobs.run(
        'record check',
        steps(times(9, 20), (at) => done.push(at)),
        { same },
      )
    const both = Promise.all([run('the record'), run('the record')])
    await expect(run('another')).rejects.toEqual(new AppError('BUSY'))
    expect(await both).toEqual(['all done', 'all done'])
    expect(done).toHaveLength(9)
    expect(ends()).toHaveLength(1)
  })
})

describe('a lock', () => {
  it('has ended everything when what was cancelled before has cleared up, too', async () => {
    const { jobs } = runner()
    const { promise: removed, resolve: remove } = Promise.withResolvers<void>()
    const order: string[] = []
    const job = jobs.run('patient file', ({ wait }) =>
      wait(new Promise<never>(() => undefined)).finally(() => removed.then(() => order.push('cleared up'))),
    )
    job.catch(() => undefined)
    jobs.cancel('patient file')
    const ended = jobs.endAll(new AppError('LOCKED')).then(() => order.push('ended'))
    remove()
    await ended
    expect(order).toEqual(['cleared up', 'ended'])
  })

  it('in the middle ends everything with LOCKED before its next step, reported or not', async () => {
    const locked = new AppError('LOCKED')
    const { jobs, steps, ends } = runner((turn) => turn === 2 && void jobs.endAll(locked))
    const done: string[] = []
    const outcomes = await Promise.allSettled([
      jobs.run(
        'record check',
        steps(times(9, 20), () => done.push('check')),
      ),
      jobs.runUnreported(steps(times(9, 20), () => done.push('preview'))),
      jobs.run('new keys', async ({ step }) => {
        for (;;) await step({ stage: 'copying', done: 0, total: 0 })
      }),
    ])
    expect(outcomes).toEqual(outcomes.map(() => ({ status: 'rejected', reason: locked })))
    expect(done.length).toBeLessThanOrEqual(4)
    expect(
      ends()
        .map(({ kind }) => kind)
        .toSorted(),
    ).toEqual(['new keys', 'record check'])
  })

  it('but for one kind leaves that running', async () => {
    const { jobs, steps } = runner()
    const kept = jobs.run('new keys', ({ step }) => step({ stage: 'copying', done: 0, total: 0 }).then(() => 'made'))
    const ended = jobs.run('record check', steps(times(9, 20)))
    void jobs.endAll(new AppError('LOCKED'), 'new keys')
    await expect(ended).rejects.toEqual(new AppError('LOCKED'))
    expect(await kept).toBe('made')
  })
})

it('steps at once have the same result', () => {
  const { steps, now } = runner()
  expect(runAtOnce(steps(times(9, 20)))).toBe('all done')
  expect(now()).toBe(180)
})
