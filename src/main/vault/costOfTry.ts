// How much work one attempt at a passphrase costs: as much as this machine does in half a second, and never less than before.
import { keyFromPassphrase, type Argon2Cost } from './keyDerivation.ts'

/** The least that is ever used for a new passphrase: RFC 9106, section 4, the second recommended option. */
export const leastCost: Argon2Cost = { memoryKiB: 65_536, iterations: 3, parallelism: 1 }

/** How long unlocking may take. Double of it, on a busy machine, is still bearable. */
const targetMilliseconds = 500
// Memory hinders an attacker with thousands of cores most, so it comes first; a laptop of 4 GB can spare this much.
const mostMemoryKiB = 262_144
const memoryStepKiB = 16_384
const mostIterations = 10
// Two measurements of one machine differ; the key is wrapped anew for a real difference only.
const clearly = 1.5
// As many passes as the least cost: the first one also fetches the memory. Anything shorter is not measured well.
const probe: Argon2Cost = { memoryKiB: 32_768, iterations: 3, parallelism: 1 }
const probes = 2

/** Milliseconds from any fixed moment on. */
export type Stopwatch = () => number

/** Chooses the cost of a new wrapping of the key. */
export interface CostOfTry {
  /** The cost for a new passphrase, never below that of the one before (`current`). */
  forNew(current?: Argon2Cost): Promise<Argon2Cost>
  /**
   * What a wrapping that was just opened on this machine should cost.
   * @param took how long that took, in milliseconds
   * @returns null where the current cost is good enough; a slower machine never lowers it
   */
  raised(current: Argon2Cost, took: number): Promise<Argon2Cost | null>
}

const work = ({ memoryKiB, iterations }: Argon2Cost) => memoryKiB * iterations
const clamp = (value: number, least: number, most: number) => Math.min(most, Math.max(least, value))

/**
 * The cost that takes about half a second where `measured` took so many milliseconds: memory first, then passes.
 * Between {@link leastCost} and 256 MiB with 10 passes.
 */
export function costFor(measured: Argon2Cost, took: number): Argon2Cost {
  const affordable = (work(measured) / Math.max(took, 1)) * targetMilliseconds
  const steps = Math.floor(affordable / leastCost.iterations / memoryStepKiB)
  const memoryKiB = clamp(steps * memoryStepKiB, leastCost.memoryKiB, mostMemoryKiB)
  const iterations = clamp(Math.floor(affordable / memoryKiB), leastCost.iterations, mostIterations)
  return { memoryKiB, iterations, parallelism: 1 }
}

const isBelow = (current: Argon2Cost, next: Argon2Cost, factor: number) =>
  next.memoryKiB >= current.memoryKiB && work(next) >= work(current) * factor

const raisedTo = (current: Argon2Cost, next: Argon2Cost) => (isBelow(current, next, clearly) ? next : null)
const notBelow = (current: Argon2Cost | undefined, next: Argon2Cost) =>
  current === undefined || isBelow(current, next, 1) ? next : current

/** Measures this machine. One lane, because WebAssembly computes lanes one after another. */
export function calibratedCost(stopwatch: Stopwatch): CostOfTry {
  async function time(): Promise<number> {
    const started = stopwatch()
    const key = await keyFromPassphrase('probe', { name: 'argon2id', salt: '00'.repeat(16), ...probe })
    key.fill(0)
    return stopwatch() - started
  }

  /** The fastest of a few: other load only makes one slower, never faster. */
  async function calibrate(): Promise<Argon2Cost> {
    let fastest = await time()
    for (let more = 1; more < probes; more += 1) fastest = Math.min(fastest, await time())
    return costFor(probe, fastest)
  }

  return {
    forNew: async (current) => notBelow(current, await calibrate()),
    // Unlocking was a measurement already, unless it was too short for one.
    raised: async (current, took) =>
      raisedTo(current, work(current) < work(probe) ? await calibrate() : costFor(current, took)),
  }
}

/** A fixed cost, and nothing measured. */
export const fixedCost = (cost: Argon2Cost): CostOfTry => ({
  forNew: (current) => Promise.resolve(notBelow(current, cost)),
  raised: (current) => Promise.resolve(raisedTo(current, cost)),
})
