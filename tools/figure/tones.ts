// Soft shading as a few nested shapes: lines of equal tone through the picture of how far the surface turns away.
import type { ToneShape } from '../../src/shared/domain/bodymap/figure.ts'
import type { Point } from './borders.ts'
import { fitCurves, type Cubic } from './curves.ts'
import { density, type Raster } from './raster.ts'
import type { Ring, Segment } from './rings.ts'

/** The nested shades, lightest first: each lies where the light is below its limit. */
const steps = [
  { limit: 0.9, tone: 'shade-1' },
  { limit: 0.83, tone: 'shade-1' },
  { limit: 0.75, tone: 'shade-1' },
  { limit: 0.66, tone: 'shade-1' },
  { limit: 0.55, tone: 'shade-2' },
  { limit: 0.43, tone: 'shade-2' },
  { limit: 0.3, tone: 'shade-3' },
] as const satisfies readonly { readonly limit: number; readonly tone: ToneShape['tone'] }[]

/** One shade of a view. */
export interface Shade {
  readonly tone: ToneShape['tone']
  readonly rings: readonly Ring[]
}
/** Size of a cell of the tone picture, in units. */
const cell = 2
const softness = 2.7
const toneTolerance = 0.8

/** The nested shades of a view, in tenths of a unit from the top left corner. Cut them with the outline when drawing. */
export function shades(raster: Raster, mirrored: boolean): readonly Shade[] {
  const field = toneField(raster, mirrored)
  return steps.map(({ limit, tone }) => ({ tone, rings: isoRings(field, limit) }))
}

interface Field {
  readonly columns: number
  readonly rows: number
  /** Position of column 0 in units. */
  readonly left: number
  readonly values: Float32Array
}

function toneField(raster: Raster, mirrored: boolean): Field {
  const step = cell * density
  const half = Math.ceil(raster.columns / step)
  const rows = Math.ceil(raster.rows / step)
  const light = new Float32Array(half * rows)
  const weight = new Float32Array(half * rows)
  const [dx, , dz] = raster.camera.direction
  raster.surfaces.forEach((surface, i) => {
    if (!surface) return
    const column = Math.floor((i % raster.columns) / step)
    const row = Math.floor(i / raster.columns / step)
    const [nx, ny, nz] = surface.normal
    const facing = Math.max(0, -(nx * dx + nz * dz))
    light[row * half + column]! += Math.min(1, 0.12 + 0.84 * facing ** 0.8 + 0.14 * ny)
    weight[row * half + column]! += 1
  })
  const columns = mirrored ? half * 2 : half
  const spread = (source: Float32Array): Float32Array => {
    const whole = new Float32Array(columns * rows)
    for (let row = 0; row < rows; row++) {
      for (let column = 0; column < half; column++) {
        const value = source[row * half + column]!
        whole[row * columns + (mirrored ? half + column : column)] = value
        if (mirrored) whole[row * columns + half - 1 - column] = value
      }
    }
    return blurred(whole, columns, rows, softness / cell)
  }
  const soft = spread(light)
  const mass = spread(weight)
  const full = (cell * density) ** 2
  // Outside the body the tone fades to light, a little beyond the outline, so that no fringe is left inside it.
  const values = soft.map((value, i) => (mass[i]! > 1e-3 ? Math.max(value / mass[i]!, 1 - (6 * mass[i]!) / full) : 1))
  return { columns, rows, left: mirrored ? -half * cell : 0, values }
}

function blurred(source: Float32Array, columns: number, rows: number, sigma: number): Float32Array {
  const reach = Math.ceil(sigma * 3)
  const kernel = Array.from({ length: reach * 2 + 1 }, (_, i) => Math.exp(-((i - reach) ** 2) / (2 * sigma * sigma)))
  const total = kernel.reduce((a, b) => a + b, 0)
  const pass = (input: Float32Array, stepX: number, stepY: number): Float32Array => {
    const output = new Float32Array(input.length)
    for (let row = 0; row < rows; row++) {
      for (let column = 0; column < columns; column++) {
        let sum = 0
        for (let k = -reach; k <= reach; k++) {
          const r = row + k * stepY
          const c = column + k * stepX
          if (r >= 0 && c >= 0 && r < rows && c < columns) sum += kernel[k + reach]! * input[r * columns + c]!
        }
        output[row * columns + column] = sum / total
      }
    }
    return output
  }
  return pass(pass(source, 1, 0), 0, 1)
}

/** Closed lines around everything darker than the limit, by marching squares. */
function isoRings(field: Field, limit: number): readonly Ring[] {
  const next = new Map<string, { readonly key: string; readonly point: Point }>()
  const { columns, rows, values } = field
  const value = (c: number, r: number): number =>
    c < 0 || r < 0 || c >= columns || r >= rows ? 1 : values[r * columns + c]!
  const cross = (c0: number, r0: number, c1: number, r1: number): { readonly key: string; readonly point: Point } => {
    const [a, b] = [value(c0, r0), value(c1, r1)]
    const t = (limit - a) / (b - a)
    const ordered = c0 < c1 || r0 < r1
    return {
      key: ordered ? `${c0},${r0},${c1},${r1}` : `${c1},${r1},${c0},${r0}`,
      point: { x: field.left + (c0 + (c1 - c0) * t + 0.5) * cell, y: (r0 + (r1 - r0) * t + 0.5) * cell },
    }
  }
  for (let r = -1; r < rows; r++) {
    for (let c = -1; c < columns; c++) {
      const corners = [
        [c, r],
        [c + 1, r],
        [c + 1, r + 1],
        [c, r + 1],
      ] as const
      const dark = corners.map(([cc, rr]) => value(cc, rr) < limit)
      // Walk the cell's sides: a line leaves where dark turns light and enters where light turns dark.
      const changes = [0, 1, 2, 3].filter((i) => dark[i] !== dark[(i + 1) % 4])
      for (const i of changes.filter((k) => dark[k])) {
        const later = [1, 2, 3].map((k) => (i + k) % 4).find((k) => changes.includes(k) && !dark[k])!
        const from = cross(...corners[later]!, ...corners[(later + 1) % 4]!)
        const to = cross(...corners[i]!, ...corners[(i + 1) % 4]!)
        next.set(from.key, to)
      }
    }
  }
  return linked(next)
}

function linked(next: Map<string, { readonly key: string; readonly point: Point }>): readonly Ring[] {
  const rings: Ring[] = []
  while (next.size > 0) {
    const start = next.keys().next().value!
    const points: Point[] = []
    let key: string | undefined = start
    while (key !== undefined && next.has(key)) {
      const step: { readonly key: string; readonly point: Point } = next.get(key)!
      next.delete(key)
      points.push(step.point)
      key = step.key
    }
    if (points.length < 14) continue
    const segments = fitCurves([...points, points[0]!], toneTolerance).map(wholeUnits)
    rings.push({ segments, onAxis: segments.map(() => false) })
  }
  return rings
}

/** Tones are soft: whole units are fine enough for them and shorter to write. */
function wholeUnits({ p0, p1, p2, p3 }: Cubic): Segment {
  return [p0, p1, p2, p3].flatMap((p) => [Math.round(p.x) * 10, Math.round(p.y) * 10]) as unknown as Segment
}
