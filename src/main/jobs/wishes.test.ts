// Who waits for a job: one who leaves takes nothing from the others, and a job that nobody wants ends.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AppError } from '../appError.ts'
import { jobRunner as runner, times } from '../../../tests/fixtures/jobRunner.ts'
import { makeWishes } from './wishes.ts'

const cancelled = new AppError('CANCELLED')

describe('the wishes of pages', () => {
  /** Wishes that say who has withdrawn, in the order of withdrawing. */
  function wishesOf(
    ...asked: readonly (readonly [number, Parameters<ReturnType<typeof makeWishes>['cancel']>[0] | null])[]
  ) {
    const wishes = makeWishes()
    const withdrawn: string[] = []
    const { promise: answered, resolve: answer } = Promise.withResolvers<void>()
    for (const [page, kind] of asked) {
      void wishes.during(page, kind, (wish) => {
        wish.addEventListener('abort', () => withdrawn.push(`${page} ${kind}`))
        return answered
      })
    }
    return { wishes, withdrawn, answer }
  }

  it('are withdrawn by page and kind, all of a page, or all of a kind', () => {
    const { wishes, withdrawn } = wishesOf([1, 'record check'], [1, null], [2, 'record check'], [2, 'new keys'])
    wishes.withdraw(1, 'new keys')
    expect(withdrawn).toEqual([])
    wishes.withdraw(1, 'record check')
    wishes.withdrawAll(1)
    expect(withdrawn).toEqual(['1 record check', '1 null'])
    wishes.cancel('record check')
    expect(withdrawn.slice(2)).toEqual(['2 record check'])
  })

  it('are forgotten with their answer', async () => {
    const { wishes, withdrawn, answer } = wishesOf([1, 'record check'])
    answer()
    await new Promise((resolve) => void setImmediate(resolve))
    wishes.withdrawAll(1)
    expect(withdrawn).toEqual([])
  })
})

describe('a job that several want', () => {
  /** A record check that two callers wait for; `at` runs at the begin of a turn of the others. */
  function wantedTwice(at: (turn: number) => void = () => undefined) {
    const one = new AbortController()
    const other = new AbortController()
    const made = runner((turn) => at(turn))
    const done: number[] = []
    const ask = (wish: AbortSignal) =>
      made.jobs.run(
        'record check',
        made.steps(times(9, 20), (step) => done.push(step)),
        { same: 'the record', wish },
      )
    return { ...made, one, other, done, ask }
  }

  it('goes on while one of them wants it; who leaves is told at once, and nobody else', async () => {
    const both = wantedTwice((turn) => turn === 2 && both.one.abort(cancelled))
    const left = both.ask(both.one.signal).then(
      () => 'a result',
      () => both.done.length,
    )
    expect(await both.ask(both.other.signal)).toBe('all done')
    expect([await left, both.done.length, both.ends().length]).toEqual([2, 9, 1])
  })

  it('ends when the last of them leaves, once, and another one can begin', async () => {
    const both = wantedTwice((turn) => {
      if (turn === 2) both.one.abort(cancelled)
      if (turn === 4) both.other.abort(cancelled)
    })
    const outcomes = await Promise.allSettled([both.ask(both.one.signal), both.ask(both.other.signal)])
    expect(outcomes).toEqual(outcomes.map(() => ({ status: 'rejected', reason: cancelled })))
    expect([both.done.length, both.ends().length]).toEqual([4, 1])
    expect(await both.ask(new AbortController().signal)).toBe('all done')
  })

  it('goes on where the app itself wants it too, whoever leaves', async () => {
    const both = wantedTwice((turn) => turn === 2 && both.one.abort(cancelled))
    const ofTheApp = both.jobs.run('record check', both.steps(times(9, 20)), { same: 'the record' })
    await expect(both.ask(both.one.signal)).rejects.toEqual(cancelled)
    expect(await ofTheApp).toBe('all done')
  })

  it('and that was left by all before somebody asks anew / is done anew for that one', async () => {
    const both = wantedTwice()
    const left = both.ask(both.one.signal)
    both.one.abort(cancelled)
    const anew = both.ask(both.other.signal)
    await expect(left).rejects.toEqual(cancelled)
    expect(await anew).toBe('all done')
    expect(both.ends()).toHaveLength(2)
  })

  it('is not begun for one who has left while waiting for its turn', async () => {
    const both = wantedTwice()
    const first = both.ask(both.one.signal)
    both.one.abort(cancelled)
    const waiting = both.ask(both.other.signal)
    both.other.abort(cancelled)
    await expect(first).rejects.toEqual(cancelled)
    await expect(waiting).rejects.toEqual(cancelled)
    expect(both.done).toEqual([0])
    await expect(both.ask(both.one.signal)).rejects.toEqual(cancelled)
    expect(both.done).toEqual([0])
  })

  it('of any number, of whom any leave at any time / gives each who stays the result, and the others CANCELLED', () =>
    fc.assert(
      fc.asyncProperty(fc.array(fc.option(fc.nat(12)), { minLength: 1, maxLength: 6 }), async (leavings) => {
        const callers = leavings.map((turn) => ({ turn, wish: new AbortController() }))
        const { jobs, steps, ends } = runner((at) => {
          for (const { turn, wish } of callers) if (turn === at) wish.abort(cancelled)
        })
        const results = callers.map(({ wish }) =>
          jobs
            .run('record check', steps(times(9, 20)), { same: 'the record', wish: wish.signal })
            .catch((error: unknown) => error),
        )
        const hasLeft = (turn: number | null) => turn !== null && turn > 0 && turn <= 9
        expect(await Promise.all(results)).toEqual(callers.map(({ turn }) => (hasLeft(turn) ? cancelled : 'all done')))
        expect(ends()).toHaveLength(1)
      }),
    ))

  it('unreported / ends when its caller leaves', async () => {
    const wish = new AbortController()
    const { jobs, steps } = runner((turn) => turn === 2 && wish.abort(cancelled))
    await expect(jobs.runUnreported(steps(times(9, 20)), { wish: wish.signal })).rejects.toEqual(cancelled)
  })
})
