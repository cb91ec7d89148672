import { describe, expect, it } from 'vitest'
import { markFootprint, severityPlaces } from './severityPlaces.ts'

const at = (x: number, y: number, text = '7→3') => ({ x, y, text })

describe('the numbers of marks', () => {
  it('stand above their mark, away from the midline, where there is room', () => {
    const [plate, other] = severityPlaces([at(300, 200), at(200, 200)], 20, [], 500)
    expect(plate!.x).toBeGreaterThan(300)
    expect(plate!.y).toBeLessThan(200)
    expect(other!.x + other!.width).toBeLessThan(200)
  })

  it('have room in the footprint of their mark, on either side', () => {
    for (const [x, side] of [
      [300, 1],
      [200, -1],
    ] as const) {
      const { left, right, up } = markFootprint('10→6', 20, side)
      const [plate] = severityPlaces([at(x, 200, '10→6')], 20, [], 500)
      expect(plate!.x).toBeGreaterThanOrEqual(x - left * 20 - 0.001)
      expect(plate!.x + plate!.width).toBeLessThanOrEqual(x + right * 20 + 0.001)
      expect(plate!.y).toBeGreaterThanOrEqual(200 - up * 20 - 0.001)
    }
  })

  it('give way to other marks, to letters and to the edge of the drawing', () => {
    const beside = severityPlaces([at(200, 200), at(255, 185, '')], 20, [], 500)
    expect(beside[0]!.x > 255 || beside[0]!.y >= 200 || beside[0]!.x < 200).toBe(true)
    const letters = severityPlaces(
      [at(200, 200)],
      20,
      [
        { x: 255, y: 185 },
        { x: 255, y: 215 },
      ],
      500,
    )
    expect(letters[0]!.x + letters[0]!.width).toBeLessThan(200)
    const edge = severityPlaces([at(480, 200)], 20, [], 500)
    expect(edge[0]!.x + edge[0]!.width).toBeLessThan(500)
  })

  it('do not cover each other in a row of marks', () => {
    const [one, two] = severityPlaces([at(200, 200), at(200, 244)], 20, [], 500)
    expect(one!.y + one!.height <= two!.y || one!.x + one!.width <= two!.x || two!.x + two!.width <= one!.x).toBe(true)
  })

  it('are wider for more digits, and absent where there is nothing to say', () => {
    const [short, long, none] = severityPlaces([at(100, 100, '3'), at(300, 300, '10→6'), at(100, 500, '')], 20, [], 500)
    expect(long!.width).toBeGreaterThan(short!.width)
    expect(none).toBeNull()
  })
})
