// What each choice shows, and that its letters name the client's sides.
import { describe, expect, it } from 'vitest'
import { figuresOf, mapViews } from './mapViews.ts'

const lettersOf = (key: string) => {
  const letters = mapViews.flatMap(({ id }) => figuresOf(id)).find((figure) => figure.key === key)?.letters
  return letters && [letters.left, letters.right]
}

describe('the choices', () => {
  it('show the body from front and back together, or one view, or ten details', () => {
    expect(figuresOf('body').map(({ view }) => view)).toEqual(['anterior', 'posterior'])
    expect(figuresOf('right-lateral').map(({ view }) => view)).toEqual(['right-lateral'])
    expect(figuresOf('details')).toHaveLength(10)
  })

  it.each(mapViews)('have figures with a key of their own: $name', ({ id }) => {
    const keys = figuresOf(id).map(({ key }) => key)
    expect(new Set(keys).size).toBe(keys.length)
  })

  it.each(mapViews)('give the same figures each time: $name', ({ id }) => {
    expect(figuresOf(id)).toBe(figuresOf(id))
  })

  it('put heads over hands and end the rows with the feet', () => {
    const keys = figuresOf('details').map(({ key }) => key)
    expect(keys.slice(0, 5)).toEqual(['face', 'back-of-head', 'head-right', 'head-left', 'feet-top'])
    expect(keys.at(-1)).toBe('soles')
  })
})

describe("the letters name the client's sides", () => {
  it.each([
    ['anterior', 'R', 'L'],
    ['posterior', 'L', 'R'],
    ['face', 'R', 'L'],
    ['back-of-head', 'L', 'R'],
    ['feet-top', 'R', 'L'],
    ['soles', 'L', 'R'],
  ])('of %s', (key, left, right) => {
    expect(lettersOf(key)).toEqual([left, right])
  })

  it.each([
    ['right-lateral', 'R'],
    ['left-lateral', 'L'],
    ['head-right', 'R'],
    ['head-left', 'L'],
    ['palm-right', 'R'],
    ['palm-left', 'L'],
    ['back-of-hand-left', 'L'],
    ['back-of-hand-right', 'R'],
  ])('once where only one is shown: %s', (key, letter) => {
    expect(lettersOf(key)?.filter(Boolean)).toEqual([letter])
  })
})
