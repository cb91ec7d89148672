// Traces the borders of a label picture once each: smoothed lines between meeting points, shared by both neighbours.
import type { LabelPicture } from './labels.ts'
import { density } from './raster.ts'

export interface Point {
  readonly x: number
  readonly y: number
}

/** What lies beyond the left edge of the picture: outside the body, or the other half of it. */
export const axisLabel = 65535

/** Places the outline between the middles of two adjoining pixels more finely than the pixels do. */
export type Silhouette = (on: number, off: number) => number

/** A border line between two labels. Walking along it (y down) `left` lies on the left hand and `right` on the right. */
export interface Border {
  readonly left: number
  readonly right: number
  readonly from: number
  readonly to: number
  readonly points: readonly Point[]
}

const outlineRounds = 5
const innerRounds = 90

/**
 * All borders of a picture in units from its top left corner.
 * @param silhouette where the true outline runs between a pixel on the body and one off it, from 0 to 1.
 * @param mirrored whether the picture is the half of a body whose axis of symmetry is its left edge.
 */
export function traceBorders(picture: LabelPicture, mirrored: boolean, silhouette: Silhouette): readonly Border[] {
  const grid = new CrackGrid(picture, mirrored)
  const positions = smoothedPositions(grid, silhouette)
  return grid.borders().map(({ left, right, vertices }) => ({
    left,
    right,
    from: vertices[0]!,
    to: vertices[vertices.length - 1]!,
    points: vertices.map((v) => positions.get(v)!),
  }))
}

interface Line {
  readonly left: number
  readonly right: number
  readonly vertices: readonly number[]
}

/** The lines between pixels; a vertex is a pixel corner, numbered row by row. */
class CrackGrid {
  readonly width: number
  readonly #picture: LabelPicture
  readonly #mirrored: boolean

  constructor(picture: LabelPicture, mirrored: boolean) {
    this.#picture = picture
    this.#mirrored = mirrored
    this.width = picture.columns + 1
  }

  label(column: number, row: number): number {
    const { columns, rows, labels } = this.#picture
    if (row < 0 || row >= rows || column >= columns) return 0
    if (column < 0) return this.#mirrored && labels[row * columns] !== 0 ? axisLabel : 0
    return labels[row * columns + column]!
  }

  /** Vertices one step along a crack from a vertex. */
  steps(vertex: number): readonly number[] {
    const x = vertex % this.width
    const y = (vertex - x) / this.width
    const nw = this.label(x - 1, y - 1)
    const ne = this.label(x, y - 1)
    const sw = this.label(x - 1, y)
    const se = this.label(x, y)
    const result: number[] = []
    if (ne !== se) result.push(vertex + 1)
    if (sw !== se) result.push(vertex + this.width)
    if (x > 0 && nw !== sw) result.push(vertex - 1)
    if (nw !== ne) result.push(vertex - this.width)
    return result
  }

  /** Every vertex on a crack with its steps. */
  vertices(): ReadonlyMap<number, readonly number[]> {
    const result = new Map<number, readonly number[]>()
    const count = this.width * (this.#picture.rows + 1)
    for (let vertex = 0; vertex < count; vertex++) {
      const steps = this.steps(vertex)
      if (steps.length > 0) result.set(vertex, steps)
    }
    return result
  }

  /** Labels to the left and right when stepping between two vertices. */
  sides(from: number, to: number): readonly [left: number, right: number] {
    const x = from % this.width
    const y = (from - x) / this.width
    if (to === from + 1) return [this.label(x, y - 1), this.label(x, y)]
    if (to === from - 1) return [this.label(x - 1, y), this.label(x - 1, y - 1)]
    if (to > from) return [this.label(x, y), this.label(x - 1, y)]
    return [this.label(x - 1, y - 1), this.label(x, y - 1)]
  }

  /** Where the true outline crosses between the two pixels beside a step; undefined at the picture's edge. */
  crossing(from: number, to: number, silhouette: Silhouette): Point | undefined {
    const a = Math.min(from, to)
    const across = Math.abs(to - from) === 1
    const x = a % this.width
    const y = (a - x) / this.width
    const [x0, y0, x1, y1] = across ? [x, y - 1, x, y] : [x - 1, y, x, y]
    const { columns, rows } = this.#picture
    if (x0 < 0 || y0 < 0 || x1 >= columns || y1 >= rows) return undefined
    const first = this.label(x0, y0) !== 0
    const p0 = y0 * columns + x0
    const p1 = y1 * columns + x1
    const t = first ? silhouette(p0, p1) : 1 - silhouette(p1, p0)
    return { x: (x0 + 0.5 + (x1 - x0) * t) / density, y: (y0 + 0.5 + (y1 - y0) * t) / density }
  }

  borders(): readonly Line[] {
    const vertices = this.vertices()
    const walked = new Set<string>()
    const lines: Line[] = []
    const walk = (start: number, second: number): void => {
      const [left, right] = this.sides(start, second)
      const path = [start, second]
      walked.add(`${start},${second}`)
      let before = start
      let at = second
      while (at !== start && !this.isMeeting(at, vertices.get(at)!)) {
        const next = vertices.get(at)!.find((v) => v !== before)!
        before = at
        at = next
        path.push(at)
      }
      walked.add(`${at},${before}`)
      lines.push({ left, right, vertices: path })
      // Middle steps of closed lines are marked so that no other start walks them again.
      if (at === start)
        for (let i = 0; i + 1 < path.length; i++)
          walked.add(`${path[i]},${path[i + 1]}`).add(`${path[i + 1]},${path[i]}`)
    }
    for (const [vertex, steps] of vertices) {
      if (this.isMeeting(vertex, steps))
        for (const next of steps) if (!walked.has(`${vertex},${next}`)) walk(vertex, next)
    }
    const onLines = new Set(lines.flatMap((line) => line.vertices))
    for (const [vertex, steps] of vertices) {
      if (onLines.has(vertex)) continue
      walk(vertex, steps[0]!)
      for (const v of lines[lines.length - 1]!.vertices) onLines.add(v)
    }
    return lines
  }

  /** Whether lines end here: where more than two meet, or where the outline turns into the axis. */
  isMeeting(vertex: number, steps: readonly number[]): boolean {
    return steps.length !== 2 || (this.onAxis(vertex) && steps.some((step) => !this.onAxis(step)))
  }

  isOutline(vertex: number): boolean {
    const x = vertex % this.width
    const y = (vertex - x) / this.width
    return [this.label(x - 1, y - 1), this.label(x, y - 1), this.label(x - 1, y), this.label(x, y)].includes(0)
  }

  onAxis(vertex: number): boolean {
    return this.#mirrored && vertex % this.width === 0
  }
}

/** Vertex positions after relaxing: first the outline alone, then the inner borders against the fixed outline. */
function smoothedPositions(grid: CrackGrid, silhouette: Silhouette): ReadonlyMap<number, Point> {
  const vertices = grid.vertices()
  const positions = new Map<number, Point>()
  for (const vertex of vertices.keys()) {
    const x = vertex % grid.width
    positions.set(vertex, { x: x / density, y: (vertex - x) / grid.width / density })
  }
  const outline = [...vertices.keys()].filter((v) => grid.isOutline(v))
  const outlineSet = new Set(outline)
  const inner = [...vertices.keys()].filter((v) => !outlineSet.has(v))
  const along = (v: number): readonly number[] =>
    vertices.get(v)!.filter((w) => outlineSet.has(w) && isOutlineStep(grid, v, w))
  for (const vertex of outline) {
    const crossings = along(vertex).flatMap((next) => grid.crossing(vertex, next, silhouette) ?? [])
    if (crossings.length > 0)
      positions.set(vertex, grid.onAxis(vertex) ? { x: 0, y: crossings[0]!.y } : middleOf(crossings))
  }
  relax(grid, positions, outline, along, outlineRounds)
  relax(grid, positions, inner, (v) => vertices.get(v)!, innerRounds)
  return positions
}

function middleOf(points: readonly Point[]): Point {
  const sum = points.reduce((a, b) => ({ x: a.x + b.x, y: a.y + b.y }))
  return { x: sum.x / points.length, y: sum.y / points.length }
}

function isOutlineStep(grid: CrackGrid, from: number, to: number): boolean {
  return grid.sides(from, to).includes(0)
}

function relax(
  grid: CrackGrid,
  positions: Map<number, Point>,
  moving: readonly number[],
  neighbours: (vertex: number) => readonly number[],
  rounds: number,
): void {
  const links = moving.map((v) => neighbours(v))
  for (let round = 0; round < rounds; round++) {
    const moved = moving.map((vertex, i) => {
      const here = positions.get(vertex)!
      const around = links[i]!
      if (around.length === 0) return here
      const x = around.reduce((sum, v) => sum + positions.get(v)!.x, 0) / around.length
      const y = around.reduce((sum, v) => sum + positions.get(v)!.y, 0) / around.length
      return { x: grid.onAxis(vertex) ? 0 : (here.x + x) / 2, y: grid.onAxis(vertex) ? here.y : (here.y + y) / 2 }
    })
    moving.forEach((vertex, i) => positions.set(vertex, moved[i]!))
  }
}
