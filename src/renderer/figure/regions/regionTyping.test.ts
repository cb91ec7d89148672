import { describe, expect, it } from 'vitest'
import { regions } from '#shared/domain/bodymap/regions.ts'
import { isSideTyped, regionByTyping } from './regionTyping.ts'

const posterior = regions.filter((region) => region.views.includes('posterior'))

describe('typing on the map', () => {
  it('goes to the first region whose name begins with the letters', () => {
    expect(regionByTyping(posterior, null, 'sac')?.name).toBe('sacrum')
    expect(regionByTyping(posterior, null, 'upper tr')?.id).toBe('shoulder.upper-trapezius.right')
  })

  it('finds a later word of a name when no name begins so', () => {
    expect(regionByTyping(posterior, null, 'trapez')?.name).toContain('trapezius')
  })

  it('stays while more letters of the same name come', () => {
    expect(regionByTyping(posterior, 'back.sacrum', 'sacru')?.id).toBe('back.sacrum')
  })

  it('steps on, and to the other side, when a letter is repeated', () => {
    const first = regionByTyping(posterior, null, 'r')
    const second = regionByTyping(posterior, first?.id ?? null, 'rr')
    expect(first?.id).toMatch(/right$/)
    expect(second?.id).not.toBe(first?.id)
  })

  it('finds a region by a muscle in it when no region has the name', () => {
    const found = regionByTyping(posterior, null, 'multif')
    expect(found?.structures.map(({ name }) => name).join()).toContain('multifid')
  })

  it('takes a side before the name', () => {
    expect(regionByTyping(posterior, null, 'left lumbar')?.id).toBe('back.lumbar-erectors.left')
    expect(isSideTyped('Left')).toBe(true)
    expect(isSideTyped('lef')).toBe(false)
    expect(isSideTyped('left l')).toBe(false)
  })

  it('finds nothing for letters that begin no word', () => {
    expect(regionByTyping(posterior, null, 'xqz')).toBeUndefined()
    expect(regionByTyping(posterior, null, ' ')).toBeUndefined()
  })
})
