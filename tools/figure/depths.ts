// How deep every pixel of a label picture lies inside its own label.

interface Picture {
  readonly columns: number
  readonly rows: number
  readonly labels: Uint16Array
}

/** Distance of every pixel to the nearest other label, in pixels, by two sweeps. */
export function depths({ columns, rows, labels }: Picture, crossesAxis: (label: number) => boolean): Float32Array {
  const depth = new Float32Array(labels.length).fill(1e6)
  const reach = (i: number, row: number, column: number, dr: number, dc: number): void => {
    const r = row + dr
    const c = column + dc
    // Across the axis lies the other half of the same region.
    if (c < 0 && crossesAxis(labels[i]!)) return
    const step = dr !== 0 && dc !== 0 ? Math.SQRT2 : 1
    const outside = r < 0 || c < 0 || r >= rows || c >= columns || labels[r * columns + c] !== labels[i]
    depth[i] = Math.min(depth[i]!, outside ? step / 2 : depth[r * columns + c]! + step)
  }
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const i = row * columns + column
      reach(i, row, column, 0, -1)
      reach(i, row, column, -1, -1)
      reach(i, row, column, -1, 0)
      reach(i, row, column, -1, 1)
    }
  }
  for (let row = rows - 1; row >= 0; row--) {
    for (let column = columns - 1; column >= 0; column--) {
      const i = row * columns + column
      reach(i, row, column, 0, 1)
      reach(i, row, column, 1, 1)
      reach(i, row, column, 1, 0)
      reach(i, row, column, 1, -1)
    }
  }
  return depth
}
