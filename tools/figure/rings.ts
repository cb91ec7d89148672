// Joins border lines into the closed outlines of regions and of the whole half body, in whole tenths of a unit.
import { axisLabel, type Border, type Point } from './borders.ts'
import { fitCurves, type Cubic } from './curves.ts'

/** A curve segment in whole tenths of a unit: x and y of start, two handles and end. */
export type Segment = readonly [number, number, number, number, number, number, number, number]

/** A closed outline; `onAxis` tells of each segment whether it runs along the axis of symmetry. */
export interface Ring {
  readonly segments: readonly Segment[]
  readonly onAxis: readonly boolean[]
}

interface Edge {
  readonly left: number
  readonly right: number
  readonly from: number
  readonly to: number
  readonly segments: readonly Segment[]
  readonly axis: boolean
}

const outlineTolerance = 0.14
const innerTolerance = 0.22

/** Border lines as curves; each is fitted once, so both neighbours share it exactly. */
export function curvedBorders(borders: readonly Border[]): readonly Edge[] {
  return borders.map((border) => {
    const axis = border.left === axisLabel || border.right === axisLabel
    const tolerance = border.left === 0 || border.right === 0 ? outlineTolerance : innerTolerance
    const curves = axis ? [straight(border.points)] : fitCurves(border.points, tolerance).map(segmentOf)
    const segments = curves.filter((s) => s[0] !== s[6] || s[1] !== s[7] || s[2] !== s[0] || s[3] !== s[1])
    return { left: border.left, right: border.right, from: border.from, to: border.to, segments, axis }
  })
}

/** The closed outlines around everything for which `belongs` holds. */
export function ringsAround(edges: readonly Edge[], belongs: (label: number) => boolean): readonly Ring[] {
  const oriented = edges.flatMap((edge) => {
    if (belongs(edge.left) === belongs(edge.right)) return []
    return [belongs(edge.left) ? edge : reversed(edge)]
  })
  const starts = new Map<number, Edge[]>()
  for (const edge of oriented) starts.set(edge.from, [...(starts.get(edge.from) ?? []), edge])
  const used = new Set<Edge>()
  const rings: Ring[] = []
  for (const first of oriented) {
    if (used.has(first)) continue
    const chain: Edge[] = []
    let edge: Edge | undefined = first
    while (edge) {
      used.add(edge)
      chain.push(edge)
      if (edge.to === first.from) break
      edge = starts.get(edge.to)?.find((candidate) => !used.has(candidate))
    }
    rings.push({
      segments: chain.flatMap((e) => e.segments),
      onAxis: chain.flatMap((e) => e.segments.map(() => e.axis)),
    })
  }
  return rings
}

/** A ring of a half body joined with its mirror image across the axis x = 0. */
export function joinedAcrossAxis(ring: Ring): readonly Ring[] {
  const count = ring.segments.length
  const begin = ring.onAxis.findIndex((axis, i) => !axis && ring.onAxis[(i + count - 1) % count])
  if (begin < 0) return [ring, mirroredRing(ring)]
  const turned = Array.from({ length: count }, (_, i) => (begin + i) % count)
  const half = turned.filter((i) => !ring.onAxis[i]).map((i) => ring.segments[i]!)
  const segments = [...half, ...half.toReversed().map((s) => mirroredSegment(reversedSegment(s)))]
  return [{ segments, onAxis: segments.map(() => false) }]
}

/** The mirror image of a ring across x = 0, still running the same way round. */
export function mirroredRing(ring: Ring): Ring {
  return {
    segments: ring.segments.toReversed().map((s) => mirroredSegment(reversedSegment(s))),
    onAxis: ring.onAxis.toReversed(),
  }
}

/** SVG path data of rings moved by whole tenths; relative curves with one decimal. */
export function pathOf(rings: readonly Ring[], moveX: number, moveY: number): string {
  return rings
    .filter((ring) => ring.segments.length > 0)
    .map(({ segments }) => {
      const [x, y] = segments[0]!
      const parts = segments.map(([x0, y0, ...rest]) =>
        rest.map((v, i) => decimal(v - (i % 2 === 0 ? x0 : y0))).join(' '),
      )
      return `M${decimal(x + moveX)} ${decimal(y + moveY)}c${parts.join(' ')}z`.replaceAll(' -', '-')
    })
    .join('')
}

/** SVG path data of open lines, in the same form. */
export function linePathOf(lines: readonly (readonly Segment[])[], moveX: number): string {
  const rings = lines.map((segments) => ({ segments, onAxis: [] }))
  return pathOf(rings, moveX, 0).replaceAll('z', '')
}

/** The mirror image of an open line across x = 0. */
export function mirroredLine(line: readonly Segment[]): readonly Segment[] {
  return line.map(mirroredSegment)
}

/** A curve in whole tenths of a unit. */
export function segmentOf({ p0, p1, p2, p3 }: Cubic): Segment {
  return tenths(p0, p1, p2, p3)
}

/** A number of tenths, written as briefly as SVG allows. */
function decimal(value: number): string {
  return String(value / 10)
    .replace(/^(-?)0\./, '$1.')
    .replace(/^-0$/, '0')
}

function reversed(edge: Edge): Edge {
  return {
    left: edge.right,
    right: edge.left,
    from: edge.to,
    to: edge.from,
    segments: edge.segments.toReversed().map(reversedSegment),
    axis: edge.axis,
  }
}

function reversedSegment([a, b, c, d, e, f, g, h]: Segment): Segment {
  return [g, h, e, f, c, d, a, b]
}

function mirroredSegment([a, b, c, d, e, f, g, h]: Segment): Segment {
  return [-a, b, -c, d, -e, f, -g, h]
}

function straight(points: readonly Point[]): Segment {
  const a = points[0]!
  const b = points[points.length - 1]!
  return tenths(a, a, b, b)
}

function tenths(...points: readonly [Point, Point, Point, Point]): Segment {
  return points.flatMap((p) => [Math.round(p.x * 10), Math.round(p.y * 10)]) as unknown as Segment
}
