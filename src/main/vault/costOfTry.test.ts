import { describe, expect, it } from 'vitest'
import { calibratedCost, costFor, fixedCost, leastCost } from './costOfTry.ts'
import { argon2Cost } from './keyDerivation.ts'

const mebibytes = (memory: number, iterations: number) => ({ memoryKiB: memory * 1024, iterations, parallelism: 1 })

/** A stopwatch on which everything that is measured takes as long as the next of these, the last one for ever. */
function stopwatchOf(...durations: number[]) {
  let time = 0
  let readings = 0
  return () => {
    readings += 1
    if (readings % 2 === 0) time += durations[Math.min(readings / 2 - 1, durations.length - 1)] ?? 0
    return time
  }
}

describe('the cost that takes half a second', () => {
  it.each([
    ['a machine that needs half a second for the least', 500, mebibytes(64, 3)],
    ['a slower machine', 3000, mebibytes(64, 3)],
    ['a machine twice as fast', 250, mebibytes(128, 3)],
    ['a machine four times as fast', 125, mebibytes(256, 3)],
    ['a machine ten times as fast', 50, mebibytes(256, 7)],
    ['a machine faster than any', 0, mebibytes(256, 10)],
  ])('on %s, memory first, then passes', (_, took, cost) => {
    expect(costFor(leastCost, took)).toEqual(cost)
  })

  it('is never below the least nor beyond what an envelope may ask for, whatever was measured', () => {
    for (const took of [0, 0.1, 1, 7, 33, 110, 480, 2000, 1e9]) {
      const cost = costFor(mebibytes(32, 3), took)
      expect(argon2Cost.parse(cost)).toEqual(cost)
      expect(cost.memoryKiB).toBeGreaterThanOrEqual(leastCost.memoryKiB)
      expect(cost.iterations).toBeGreaterThanOrEqual(leastCost.iterations)
    }
  })
})

describe('a calibrated cost', () => {
  it('for a new passphrase counts the fastest of its measurements, because the first one also loads', async () => {
    // Three passes over 32 MiB in 123 ms: in half a second, three over 128.
    expect(await calibratedCost(stopwatchOf(900, 123)).forNew()).toEqual(mebibytes(128, 3))
    expect(await calibratedCost(stopwatchOf(123, 900)).forNew()).toEqual(mebibytes(128, 3))
  })

  it('for a passphrase that takes the place of another is not lowered on a slower machine', async () => {
    const slow = calibratedCost(stopwatchOf(1200))
    expect(await slow.forNew(mebibytes(192, 3))).toEqual(mebibytes(192, 3))
    expect(await slow.forNew(mebibytes(1, 1))).toEqual(leastCost)
  })

  it('is raised where opening was clearly faster than it has to be, and stays otherwise', async () => {
    const never = () => {
      throw new Error('nothing is to be measured again')
    }
    const costs = calibratedCost(never)
    expect(await costs.raised(leastCost, 200)).toEqual(mebibytes(160, 3))
    expect(await costs.raised(leastCost, 400)).toBeNull()
    expect(await costs.raised(mebibytes(256, 3), 3000)).toBeNull()
    expect(await costs.raised(mebibytes(1024, 3), 100)).toBeNull()
  })

  it('is measured anew where opening was too short to be a measurement', async () => {
    expect(await calibratedCost(stopwatchOf(123)).raised(mebibytes(1, 1), 0.5)).toEqual(mebibytes(128, 3))
  })
})

it('a fixed cost is taken as it is, and never lowers another', async () => {
  const costs = fixedCost(mebibytes(1, 2))
  expect(await costs.forNew()).toEqual(mebibytes(1, 2))
  expect(await costs.forNew(leastCost)).toEqual(leastCost)
  expect(await costs.raised(mebibytes(1, 1), 1)).toEqual(mebibytes(1, 2))
  expect(await costs.raised(mebibytes(1, 2), 1)).toBeNull()
})
