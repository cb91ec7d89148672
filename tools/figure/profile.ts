// Smooth curves through a handful of measured values: the way the model states how a body part changes with height.

/** A value that varies smoothly with height. */
export type Profile = (at: number) => number

/** One row of a measurement table: the height followed by the values of each column at that height. */
export type Row = readonly number[]

/**
 * Curves through the columns of a table. Rows may rise or fall in height; beyond the table the end value holds.
 * Slopes are limited so that a curve never overshoots the values it passes through.
 * @returns one profile per column after the height.
 */
export function profiles(rows: readonly Row[]): readonly Profile[] {
  const sorted = [...rows].toSorted((a, b) => a[0]! - b[0]!)
  const heights = sorted.map((row) => row[0]!)
  const columns = sorted[0]!.length - 1
  return Array.from({ length: columns }, (_, column) =>
    profile(
      heights,
      sorted.map((row) => row[column + 1]!),
    ),
  )
}

function profile(heights: readonly number[], values: readonly number[]): Profile {
  const slopes = limitedSlopes(heights, values)
  const last = heights.length - 1
  return (at) => {
    if (at <= heights[0]!) return values[0]!
    if (at >= heights[last]!) return values[last]!
    let i = 0
    while (heights[i + 1]! < at) i++
    const span = heights[i + 1]! - heights[i]!
    const t = (at - heights[i]!) / span
    const u = 1 - t
    return (
      values[i]! * (1 + 2 * t) * u * u +
      slopes[i]! * span * t * u * u +
      values[i + 1]! * (3 - 2 * t) * t * t -
      slopes[i + 1]! * span * t * t * u
    )
  }
}

function limitedSlopes(x: readonly number[], y: readonly number[]): readonly number[] {
  const secants = x.slice(1).map((next, i) => (y[i + 1]! - y[i]!) / (next - x[i]!))
  return x.map((_, i) => {
    const before = secants[i - 1]
    const after = secants[i]
    if (before === undefined) return after ?? 0
    if (after === undefined) return before
    if (before * after <= 0) return 0
    const mean = (before + after) / 2
    const limit = 3 * Math.min(Math.abs(before), Math.abs(after))
    return Math.sign(mean) * Math.min(Math.abs(mean), limit)
  })
}
