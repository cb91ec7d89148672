import { describe, expect, it } from 'vitest'
import { figure } from '#shared/domain/bodymap/figure.generated.ts'
import { hatchingOf, letterOf, letterPlaces } from './treatedLetters.ts'

const area = (...regionIds: string[]) => ({
  id: '',
  sessionId: '',
  technique: 'Friction',
  minutes: null,
  pressure: null,
  regionIds,
})
const right = 'shoulder.upper-trapezius.right'
const left = 'shoulder.upper-trapezius.left'
const distance = (one: { x: number; y: number }, other: { x: number; y: number }) =>
  Math.hypot(one.x - other.x, one.y - other.y)

describe('the letters of treated areas', () => {
  it('go on after Z', () => {
    expect([0, 25, 26, 52].map(letterOf)).toEqual(['A', 'Z', 'A2', 'A3'])
  })

  it('stand once on each side that is seen, in a region of the area', () => {
    const places = letterPlaces(figure.posterior, [area(right, left, 'back.latissimus.left')], [], 20)
    expect(places).toHaveLength(2)
    expect(places.map(({ x }) => x < figure.posterior.width / 2).toSorted()).toEqual([false, true])
    expect(letterPlaces(figure.anterior, [area('back.sacrum')], [], 20)).toEqual([])
  })

  it('keep clear of marks and of each other', () => {
    const { anchor } = figure.posterior.regions.find(({ regionId }) => regionId === right)!
    const places = letterPlaces(figure.posterior, [area(right), area(right)], [anchor], 20)
    expect(places.every((place) => distance(place, anchor) >= 40)).toBe(true)
    expect(distance(places[0]!, places[1]!)).toBeGreaterThanOrEqual(40)
  })

  it('come with a hatching that never looks like that of a no-go region', () => {
    expect(Array.from({ length: 9 }, (_, index) => hatchingOf(index))).not.toContain('crossed')
  })
})
