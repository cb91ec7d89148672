import { describe, expect, it } from 'vitest'
import { bestViews } from './regionViews.ts'
import { regions } from './regions.ts'

describe('the views that show regions', () => {
  it('are those of the catalogue for a single region', () => {
    for (const { id, views } of regions) expect([...bestViews([id])].toSorted()).toEqual([...views].toSorted())
  })

  it('begin with the one that shows most', () => {
    expect(bestViews(['shoulder.upper-trapezius.right'])[0]).toBe('posterior')
    expect(bestViews(['thigh.it-band.left'])[0]).toBe('left-lateral')
    expect(bestViews(['thigh.rectus-femoris.left', 'thigh.rectus-femoris.right'])[0]).toBe('anterior')
  })

  it('are none for what no view shows', () => {
    expect(bestViews([])).toEqual([])
    expect(bestViews(['tail.tip'])).toEqual([])
  })
})
