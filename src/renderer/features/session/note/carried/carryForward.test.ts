import { describe, expect, it } from 'vitest'
import type { LastTime } from '#shared/contract/sessions.ts'
import { carriedParts, type CarriedPart } from '#shared/domain/note/parts.ts'
import { createCarryForward, type PartOnScreen } from './carryForward.ts'

/** A screen of parts that hold nothing, or something unconfirmed. */
function screenOf(...unconfirmed: CarriedPart[]) {
  const done: string[] = []
  let focused: CarriedPart | null = null
  const open = new Set(unconfirmed)
  const carry = createCarryForward({
    show: (part) => void done.push(`${part} on screen`),
    hasFocus: (part) => focused === part,
  })
  const partOf = (id: CarriedPart): PartOnScreen => ({
    takeOver: () => {
      if (id === 'plan') return null
      open.add(id)
      carry.changed()
      return () => open.delete(id)
    },
    isUnconfirmed: () => open.has(id),
    confirm: () => {
      open.delete(id)
      carry.changed()
    },
    show: () => {
      focused = id
      done.push(id)
    },
  })
  const detach = carriedParts.map((id) => carry.attach(id as 'map', partOf(id)))
  return { carry, done, open, detach, focus: (id: CarriedPart) => void (focused = id) }
}

const visit = {} as LastTime

describe('what is not confirmed', () => {
  it('is reported in the order of the screen, to every listener', () => {
    const { carry } = screenOf('homework', 'subjective')
    expect(carry.unconfirmed()).toEqual(['subjective', 'homework'])
    let calls = 0
    const stop = carry.subscribe(() => (calls += 1))
    const before = carry.unconfirmed()
    carry.changed()
    expect([calls, carry.unconfirmed()]).toEqual([0, before])
    carry.confirmAll()
    expect(carry.unconfirmed()).toEqual([])
    expect(calls).toBe(2)
    stop()
  })

  it('is focused one after the other, from the last one to the first, once it is on screen', () => {
    const { carry, done } = screenOf('map', 'subjective', 'plan')
    for (let times = 0; times < 4; times += 1) carry.showNext()
    expect(done).toEqual([
      'map on screen',
      'map',
      'subjective on screen',
      'subjective',
      'plan on screen',
      'plan',
      'map on screen',
      'map',
    ])
  })

  it('is focused from a part that was confirmed just now', () => {
    const { carry, done, focus } = screenOf('map', 'objective', 'plan')
    focus('objective')
    carry.confirmFocused()
    carry.showNext()
    expect(carry.unconfirmed()).toEqual(['map', 'plan'])
    expect(done).toEqual(['plan on screen', 'plan'])
  })

  it('is forgotten when its part leaves the screen', () => {
    const { carry, detach } = screenOf('plan')
    for (const leave of detach) leave()
    expect(carry.unconfirmed()).toEqual([])
    carry.confirmAll()
    carry.showNext()
  })
})

describe('taking over', () => {
  it('names the parts that had something to take, and gives all of it back', () => {
    const { carry, open } = screenOf()
    const taken = carry.takeOver(['map', 'plan', 'homework'], visit)
    expect(taken?.parts).toEqual(['map', 'homework'])
    taken?.giveBack()
    expect(open.size).toBe(0)
    expect(carry.takeOver(['plan'], visit)).toBeNull()
  })
})
