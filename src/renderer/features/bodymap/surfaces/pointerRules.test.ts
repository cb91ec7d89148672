// One pointer draws at a time; palms and pinches never do.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  devices,
  penSeen,
  pinchTime,
  pointerCancelled,
  pointerDown,
  pointerUp,
  restingHand,
  type Hand,
  type PointerDown,
  type Verdict,
} from './pointerRules.ts'

const down = (part: Partial<PointerDown> & Pick<PointerDown, 'device'>): PointerDown => ({
  pointerId: 1,
  isPrimaryButton: true,
  isFirst: true,
  time: 1000,
  ...part,
})

const pen = (pointerId = 1, time = 1000) => down({ device: 'pen', pointerId, time })
const finger = (pointerId = 11, time = 1000) => down({ device: 'touch', pointerId, time })
const nextFinger = (pointerId: number, time: number) => down({ device: 'touch', pointerId, time, isFirst: false })

/** The hand after pointers went down, and the last verdict. */
function after(...downs: readonly PointerDown[]): { hand: Hand; verdict: Verdict } {
  let ruling: { hand: Hand; verdict: Verdict } = { hand: restingHand, verdict: 'ignore' }
  for (const one of downs) ruling = pointerDown(ruling.hand, one)
  return ruling
}

describe('a pen', () => {
  it('draws from the moment it touches until it is lifted', () => {
    const { hand, verdict } = after(pen())
    expect(verdict).toBe('begin')
    expect(pointerUp(hand, 1)).toMatchObject({ verdict: 'finish', hand: { drawing: null } })
  })

  it('does not draw with its side button', () => {
    expect(after(down({ device: 'pen', isPrimaryButton: false })).verdict).toBe('ignore')
  })

  it('leaves a second pen out', () => {
    const { hand, verdict } = after(pen(1), pen(2, 5000))
    expect(verdict).toBe('ignore')
    expect(hand.drawing?.pointerId).toBe(1)
    expect(pointerUp(hand, 2).verdict).toBe('ignore')
  })

  it('takes over from the palm that touched before it', () => {
    const { hand, verdict } = after(finger(11, 1000), pen(1, 1400))
    expect(verdict).toBe('restart')
    expect(hand.drawing?.pointerId).toBe(1)
  })

  it('keeps what it drew when the system takes it away', () => {
    expect(pointerCancelled(after(pen()).hand, 1, 1010).verdict).toBe('finish')
  })
})

describe('a palm', () => {
  it('never draws once a pen was used', () => {
    const lifted = pointerUp(after(pen()).hand, 1).hand
    expect(pointerDown(lifted, finger(11, 90_000)).verdict).toBe('ignore')
  })

  it('never draws once a pen hovered', () => {
    expect(pointerDown(penSeen(restingHand), finger()).verdict).toBe('ignore')
  })

  it('does not disturb the pen that draws', () => {
    const { hand, verdict } = after(pen(), finger(11, 1020), nextFinger(12, 1030))
    expect(verdict).toBe('ignore')
    expect(hand.drawing?.pointerId).toBe(1)
    expect(pointerUp(hand, 11).verdict).toBe('ignore')
  })
})

describe('fingers', () => {
  it('draw one at a time where there is no pen', () => {
    expect(after(finger()).verdict).toBe('begin')
  })

  it('zoom and do not draw when the second comes at once', () => {
    const { hand, verdict } = after(finger(11, 1000), nextFinger(12, 1000 + pinchTime))
    expect(verdict).toBe('drop')
    expect(hand.drawing).toBeNull()
    expect(pointerUp(hand, 11).verdict).toBe('ignore')
  })

  it('do not draw with what is left of a pinch', () => {
    const pinch = after(finger(11, 1000), nextFinger(12, 1050)).hand
    const one = pointerUp(pinch, 11).hand
    expect(pointerDown(one, nextFinger(13, 1300)).verdict).toBe('ignore')
  })

  it('draw again after all of a pinch are lifted', () => {
    const pinch = after(finger(11, 1000), nextFinger(12, 1050)).hand
    const none = pointerUp(pointerUp(pinch, 11).hand, 12).hand
    expect(pointerDown(none, finger(13, 2000)).verdict).toBe('begin')
  })

  it('draw on when another finger comes late', () => {
    const { hand, verdict } = after(finger(11, 1000), nextFinger(12, 1001 + pinchTime))
    expect(verdict).toBe('ignore')
    expect(hand.drawing?.pointerId).toBe(11)
  })

  it('drop what the system turned into a pinch and keep a longer line', () => {
    expect(pointerCancelled(after(finger(11, 1000)).hand, 11, 1100).verdict).toBe('drop')
    expect(pointerCancelled(after(finger(11, 1000)).hand, 11, 3000).verdict).toBe('finish')
    expect(pointerCancelled(after(finger(11, 1000), nextFinger(12, 2000)).hand, 11, 2010).verdict).toBe('drop')
  })

  it('are not blocked by one whose lifting was never reported', () => {
    const lost = after(finger(11, 1000), nextFinger(12, 1010)).hand
    expect(pointerDown(lost, finger(13, 9000)).verdict).toBe('begin')
  })
})

describe('a mouse', () => {
  it('draws with its main button only', () => {
    expect(after(down({ device: 'mouse' })).verdict).toBe('begin')
    expect(after(down({ device: 'mouse', isPrimaryButton: false })).verdict).toBe('ignore')
  })

  it('still draws after a pen was used', () => {
    const lifted = pointerUp(after(pen()).hand, 1).hand
    expect(pointerDown(lifted, down({ device: 'mouse', pointerId: 9 })).verdict).toBe('begin')
  })
})

it('whatever pointers do, begins and ends alternate', () => {
  const event = fc.record({
    sort: fc.constantFrom('down', 'down', 'up', 'cancel'),
    pointerId: fc.integer({ min: 1, max: 4 }),
    device: fc.constantFrom(...devices),
    isPrimaryButton: fc.boolean(),
    isFirst: fc.boolean(),
    pause: fc.integer({ min: 0, max: 400 }),
  })
  fc.assert(
    fc.property(fc.array(event, { maxLength: 40 }), (events) => {
      let hand = restingHand
      let time = 0
      let isDrawing = false
      for (const { sort, pause, ...rest } of events) {
        time += pause
        const ruling =
          sort === 'down'
            ? pointerDown(hand, { ...rest, time })
            : sort === 'up'
              ? pointerUp(hand, rest.pointerId)
              : pointerCancelled(hand, rest.pointerId, time)
        if (ruling.verdict === 'begin') expect(isDrawing).toBe(false)
        else if (ruling.verdict !== 'ignore') expect(isDrawing).toBe(true)
        if (ruling.verdict !== 'ignore') isDrawing = ruling.verdict === 'begin' || ruling.verdict === 'restart'
        hand = ruling.hand
        expect(hand.drawing !== null).toBe(isDrawing)
      }
    }),
    { numRuns: 500 },
  )
})
