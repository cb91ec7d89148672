// Measures two things in turn, so that whatever else the machine does meets both alike.
import type { Page } from '@playwright/test'
import type { Channel, Input } from '#shared/contract/contract.ts'

export interface Line {
  readonly what: string
  readonly against: string
  /** Milliseconds, medians over the rounds. */
  readonly ours: number
  readonly bare: number
  /** Of the rounds' own ratios: median, least, greatest. */
  readonly ratio: { readonly median: number; readonly least: number; readonly greatest: number }
  readonly rounds: number
}

/** Does one round and says how many milliseconds it took. */
type Timed = () => Promise<number>

/** Times what it is given. */
export async function took(run: () => unknown): Promise<number> {
  const start = performance.now()
  await run()
  return performance.now() - start
}

/** Milliseconds of one question as the page sees it; throws when it is refused. */
export const timedInPage = <C extends Channel>(page: Page, channel: C, input: Input<C>): Promise<number> =>
  page.evaluate(
    async ([name, given]) => {
      const { palpate } = window as unknown as { palpate: { invoke(c: string, i: unknown): Promise<{ ok: boolean }> } }
      const start = performance.now()
      const { ok } = await palpate.invoke(name, given)
      const end = performance.now()
      if (!ok) throw new Error(name)
      return end - start
    },
    [channel as string, input as unknown] as const,
  )

const median = (numbers: readonly number[]): number => {
  const sorted = numbers.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2
}

interface Pair {
  readonly what: string
  readonly against: string
  readonly rounds: number
  readonly ours: Timed
  readonly bare: Timed
}

/** Runs both once to warm up, then in pairs, each pair in the other order than the one before. */
export async function compare({ what, against, rounds, ours, bare }: Pair): Promise<Line> {
  await bare()
  await ours()
  const measured: { ours: number; bare: number }[] = []
  for (let round = 0; round < rounds; round++) {
    // One after the other is the point here.
    // oxlint-disable no-await-in-loop
    if (round % 2 === 0) measured.push({ ours: await ours(), bare: await bare() })
    else {
      const first = await bare()
      measured.push({ ours: await ours(), bare: first })
    }
    // oxlint-enable no-await-in-loop
  }
  const ratios = measured.map((pair) => pair.ours / pair.bare)
  return {
    what,
    against,
    ours: median(measured.map((pair) => pair.ours)),
    bare: median(measured.map((pair) => pair.bare)),
    ratio: { median: median(ratios), least: Math.min(...ratios), greatest: Math.max(...ratios) },
    rounds,
  }
}
