import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { regions } from './regions.ts'
import { techniques, treatedMinutes, treatedSentence } from './treatment.ts'

const right = 'shoulder.upper-trapezius.right'
const left = 'shoulder.upper-trapezius.left'
const release = { technique: 'Myofascial release', regionIds: [right, left], minutes: 20, pressure: 2 }

describe('the minutes of the treated areas', () => {
  it('are added up, distinguished from areas that nobody counted, and checked against the session', () => {
    const areas = [20, 18, null, 30].map((minutes) => ({ minutes }))
    expect(treatedMinutes(areas, 60)).toEqual({ minutes: 68, uncounted: 1, exceedsBy: 8 })
    expect(treatedMinutes(areas, 68)).toEqual({ minutes: 68, uncounted: 1, exceedsBy: 0 })
    expect(treatedMinutes([], 60)).toEqual({ minutes: 0, uncounted: 0, exceedsBy: 0 })
  })
})

describe('the sentence of a treated area', () => {
  it('says technique, regions, minutes and pressure', () => {
    expect(treatedSentence(release)).toBe(
      'Myofascial release: right and left upper trapezius, 20 min, pressure 2 of 5.',
    )
  })

  it('leaves out what is not known and keeps unknown regions', () => {
    expect(
      treatedSentence({ ...release, regionIds: [left, 'back.sacrum', 'tail.tip'], minutes: null, pressure: null }),
    ).toBe('Myofascial release: left upper trapezius, sacrum, unknown region (tail.tip).')
  })

  it('never loses a side', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.constantFrom(...regions), { minLength: 1, maxLength: 12 }), (chosen) => {
        const sentence = treatedSentence({ ...release, regionIds: chosen.map(({ id }) => id) })
        for (const { name, side } of chosen) {
          if (side === 'midline') expect(sentence).toContain(name)
          else expect(sentence).toMatch(new RegExp(`${side}( and (left|right))? ${name}`, 'u'))
        }
      }),
    )
  })
})

describe('the techniques to choose from', () => {
  it('differ by their first words and fit the field', () => {
    expect(new Set(techniques.map((name) => name.toLowerCase())).size).toBe(techniques.length)
    expect(techniques.every((name) => name === name.trim() && name.length <= 500)).toBe(true)
  })
})
