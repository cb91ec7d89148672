import { describe, expect, it } from 'vitest'
import { joints, movementsOf } from './jointMovements.ts'
import { allMeasureLines, lineInWords, meanAgainst, measureLines } from './measureLines.ts'
import { noMeasures, rangeOfMotion, type RangeOfMotion } from './measures.ts'

const id = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`
const neck: RangeOfMotion = {
  id: id(1),
  joint: 'Neck',
  side: 'right',
  movement: 'rotation',
  degreesBefore: 45,
  degreesAfter: 60,
  extentBefore: null,
  extentAfter: null,
}

describe('the lines of the measures', () => {
  it('state name, value and change, in an order of their own', () => {
    const lines = measureLines({
      scores: [
        { measure: 'stress', before: 4, after: null },
        { measure: 'sleep', before: 5.5, after: null },
        { measure: 'tension', before: 6, after: 3 },
      ],
      ranges: [
        neck,
        { ...neck, id: id(2), side: null, degreesBefore: null, degreesAfter: null, extentBefore: 'limited' },
      ],
      activities: [
        { id: id(3), activity: 'Carrying shopping', score: 4 },
        { id: id(4), activity: 'Sleeping on the side', score: 7 },
      ],
    })
    expect(lines.map(lineInWords)).toEqual([
      'Tension 6 → 3 less',
      'Sleep 5.5 h',
      'Stress 4 → –',
      'Neck rotation, right 45° → 60° +15°',
      'Neck rotation limited → –',
      'Carrying shopping 4 of 10',
      'Sleeping on the side 7 of 10',
      'Activities, mean 5.5 of 10',
    ])
    expect(new Set(lines.map(({ key }) => key)).size).toBe(lines.length)
  })

  it('leave out what was not recorded', () => {
    expect(measureLines(noMeasures)).toEqual([])
    const unmeasured = { ...neck, degreesBefore: null, degreesAfter: null }
    const empty = { scores: [], ranges: [unmeasured], activities: [{ id: id(3), activity: 'Running', score: null }] }
    expect(measureLines(empty)).toEqual([])
    const ofPain = (painBefore: number | null, painAfter: number | null) =>
      allMeasureLines({ painBefore, painAfter, measures: noMeasures }).map(lineInWords)
    expect(ofPain(null, null)).toEqual([])
    expect(ofPain(7, 3)).toEqual(['Pain 7 → 3 much better'])
  })
})

describe('the mean of the activities against last time', () => {
  const scored = (...scores: (number | null)[]) =>
    scores.map((score, index) => ({ activity: `Activity ${index}`, score }))

  it('compares what was scored both times, and needs two of them', () => {
    expect(meanAgainst(scored(6, 7, 9), scored(4, 5, null)).words).toBe('+2 better')
    expect(meanAgainst(scored(6, null), scored(4, 5)).words).toBe('')
    expect(meanAgainst(scored(6, 6), scored(5, 6)).words).toBe('+0.5, may be chance')
  })
})

describe('joints and movements', () => {
  it('fit the fields that they are for, and a joint of one’s own has all movements to choose from', () => {
    for (const joint of joints) {
      for (const movement of movementsOf(joint)) expect(rangeOfMotion.parse({ ...neck, joint, movement })).toBeTruthy()
    }
    expect(movementsOf('Left knee').length).toBeGreaterThan(20)
  })
})
