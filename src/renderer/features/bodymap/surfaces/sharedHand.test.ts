// Two figures share one hand: what begins on one of them ends there, and nothing is drawn on both.
import { describe, expect, it } from 'vitest'
import { makeSharedHand, type Turn } from './sharedHand.ts'

const surface = (log: string[], name: string): Turn => ({
  begin: () => log.push(`${name} begins`),
  finish: () => log.push(`${name} finishes`),
  drop: () => log.push(`${name} drops`),
})

const pen = { device: 'pen', isPrimaryButton: true, isFirst: true, time: 0 } as const
const finger = { device: 'touch', isPrimaryButton: true, isFirst: true, time: 0 } as const

describe('the shared hand', () => {
  it('draws with one of two pens on two figures', () => {
    const log: string[] = []
    const hand = makeSharedHand()
    expect(hand.down({ ...pen, pointerId: 1 }, surface(log, 'front'))).toBe(true)
    expect(hand.down({ ...pen, pointerId: 2 }, surface(log, 'back'))).toBe(false)
    hand.up(2)
    hand.up(1)
    expect(log).toEqual(['front begins', 'front finishes'])
  })

  it('drops the finger on one figure when a second at once touches the other', () => {
    const log: string[] = []
    const hand = makeSharedHand()
    hand.down({ ...finger, pointerId: 1 }, surface(log, 'front'))
    hand.down({ ...finger, pointerId: 2, isFirst: false, time: 100 }, surface(log, 'back'))
    hand.up(1)
    hand.up(2)
    expect(log).toEqual(['front begins', 'front drops'])
  })

  it('lets the pen take over from a palm on another figure', () => {
    const log: string[] = []
    const hand = makeSharedHand()
    hand.down({ ...finger, pointerId: 1 }, surface(log, 'front'))
    hand.down({ ...pen, pointerId: 2, time: 500 }, surface(log, 'back'))
    hand.up(2)
    expect(log).toEqual(['front begins', 'front drops', 'back begins', 'back finishes'])
  })

  it('knows while somebody draws, and that there is a pen', () => {
    const hand = makeSharedHand()
    expect(hand).toMatchObject({ isDrawing: false, hasPen: false })
    hand.down({ ...pen, pointerId: 1 }, surface([], 'front'))
    expect(hand).toMatchObject({ isDrawing: true, hasPen: true })
    hand.up(1)
    expect(hand).toMatchObject({ isDrawing: false, hasPen: true })
  })
})
