// The eraser touches whole strokes, also between two places of a quick pointer.
import { expect, it } from 'vitest'
import { strokesUnder } from './eraser.ts'

const strokes = [
  { id: 'upper', points: [0, 100, 0.5, 200, 100, 0.5] },
  { id: 'lower', points: [0, 300, 0.5, 200, 300, 0.5] },
  { id: 'dot', points: [400, 400, 0.5] },
]
const radius = 8

it('touches a stroke that it is put down on', () => {
  expect(strokesUnder(strokes, { x: 100, y: 104 }, { x: 100, y: 104 }, radius)).toEqual(['upper'])
  expect(strokesUnder(strokes, { x: 404, y: 396 }, { x: 404, y: 396 }, radius)).toEqual(['dot'])
})

it('touches everything on its way, however far it went', () => {
  expect(strokesUnder(strokes, { x: 100, y: 0 }, { x: 100, y: 500 }, radius)).toEqual(['upper', 'lower'])
})

it('leaves alone what it does not reach', () => {
  expect(strokesUnder(strokes, { x: 100, y: 120 }, { x: 100, y: 280 }, radius)).toEqual([])
})
