// Turns the path data that the generator writes back into polygons, to measure and test with.
import type { Point } from './borders.ts'
import { at } from './curves.ts'

const stepsPerCurve = 8

/** The closed polygons of a path made of `M`, relative `c` and `z`. */
export function polygonsOf(path: string): readonly (readonly Point[])[] {
  return path
    .split('z')
    .filter((part) => part !== '')
    .map((part) => {
      const numbers = [...part.matchAll(/-?\d*\.?\d+/g)].map(([text]) => Math.round(Number(text) * 10))
      let x = numbers[0]!
      let y = numbers[1]!
      const points: Point[] = [{ x: x / 10, y: y / 10 }]
      for (let i = 2; i + 5 < numbers.length; i += 6) {
        const [a, b, c, d, e, f] = numbers.slice(i, i + 6) as [number, number, number, number, number, number]
        const curve = {
          p0: { x: x / 10, y: y / 10 },
          p1: { x: (x + a) / 10, y: (y + b) / 10 },
          p2: { x: (x + c) / 10, y: (y + d) / 10 },
          p3: { x: (x + e) / 10, y: (y + f) / 10 },
        }
        for (let k = 1; k <= stepsPerCurve; k++) points.push(at(curve, k / stepsPerCurve))
        x += e
        y += f
      }
      return points
    })
}

/** Whether polygons cover a point (even–odd rule over all of them). */
export function covers(polygons: readonly (readonly Point[])[], { x, y }: Point): boolean {
  let inside = false
  for (const polygon of polygons) {
    for (let i = 0, j = polygon.length - 1; i < polygon.length; j = i++) {
      const a = polygon[i]!
      const b = polygon[j]!
      if (a.y > y !== b.y > y && x < ((b.x - a.x) * (y - a.y)) / (b.y - a.y) + a.x) inside = !inside
    }
  }
  return inside
}
