// Repeatable chance for the demo practice.

export interface Random {
  /** A number from 0 up to, not including, 1. */
  next(): number
  /** A whole number between both, both included. */
  between(low: number, high: number): number
  /** True with the probability, 0–1. */
  chance(probability: number): boolean
  pick<T>(choices: readonly T[]): T
  /** So many different ones, in the order of the choices. */
  some<T>(choices: readonly T[], count: number): T[]
}

/** The generator mulberry32: 32 bits of state, the same sequence for the same seed. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const between = (low: number, high: number) => low + Math.floor(next() * (high - low + 1))
  const pick = <T>(choices: readonly T[]): T => {
    const choice = choices[between(0, choices.length - 1)]
    if (choice === undefined) throw new RangeError('nothing to choose from')
    return choice
  }
  return {
    next,
    between,
    chance: (probability) => next() < probability,
    pick,
    some(choices, count) {
      const left = choices.map((choice, order) => ({ choice, order }))
      const taken: typeof left = []
      while (taken.length < count && left.length > 0) taken.push(...left.splice(between(0, left.length - 1), 1))
      return taken.toSorted((a, b) => a.order - b.order).map(({ choice }) => choice)
    },
  }
}
