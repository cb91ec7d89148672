import { describe, expect, it } from 'vitest'
import { stepTo } from './VirtualList.tsx'

describe('the arrow keys in a list', () => {
  it('move by one and stop at the end', () => {
    expect(stepTo('ArrowDown', 0, 3, 2)).toBe(1)
    expect(stepTo('ArrowDown', 2, 3, 2)).toBe(2)
    expect(stepTo('ArrowUp', 2, 3, 2)).toBe(1)
  })
  it('leave the list upwards', () => expect(stepTo('ArrowUp', 0, 3, 2)).toBe('before the list'))
  it('move by a page and to both ends', () => {
    expect(stepTo('PageDown', 1, 10, 4)).toBe(5)
    expect(stepTo('PageDown', 8, 10, 4)).toBe(9)
    expect(stepTo('PageUp', 2, 10, 4)).toBe(0)
    expect(stepTo('Home', 7, 10, 4)).toBe(0)
    expect(stepTo('End', 7, 10, 4)).toBe(9)
  })
  it('leave other keys alone', () => expect(stepTo('a', 0, 3, 2)).toBeUndefined())
})
