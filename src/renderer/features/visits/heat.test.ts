import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findingOf } from '../../../../tests/fixtures/arbitraryFindings.ts'
import { visitsOf } from '../../../../tests/fixtures/visitsOf.ts'
import { heatDescriptions, heatMap, heatSentence } from './heat.ts'
import { heatNumber, heatStep, heatSteps } from './heatSteps.ts'

const trapezius = 'shoulder.upper-trapezius.right'
const sacrum = 'back.sacrum'
const visits = visitsOf([
  [findingOf(1, { severity: 8 }), findingOf(2, { regionId: sacrum, severity: 3 })],
  [findingOf(3, { severity: 5 })],
  [findingOf(4, { regionId: 'head.crown', kind: 'scar', severity: 0 })],
])
const all = { from: 0, to: 2 }

describe('the heat map', () => {
  it('has the hottest region first, each with both numbers', () => {
    const { regions } = heatMap(visits, all, 'times marked')
    expect(regions[0]).toMatchObject({ regionId: trapezius, number: '2', times: 2, severity: 6.5 })
    expect(regions).toHaveLength(3)
  })

  it('leaves out of the mean severity what was never rated', () => {
    const { regions } = heatMap(visits, all, 'mean severity')
    expect(regions.map(({ regionId, number }) => [regionId, number])).toEqual([
      [trapezius, '6.5'],
      [sacrum, '3'],
    ])
  })

  it('counts only the visits of the range', () => {
    const { regions } = heatMap(visits, { from: 1, to: 1 }, 'times marked')
    expect(regions.map(({ regionId, times }) => [regionId, times])).toEqual([[trapezius, 1]])
  })

  it('says in a sentence and for every region what it shows', () => {
    const heat = heatMap(visits, all, 'times marked')
    expect(heatSentence(all, heat)).toBe('3 regions marked. Most often: Right upper trapezius, at 2 of 3 visits.')
    expect(heatDescriptions(heat).get(trapezius)).toBe('marked at 2 visits, mean severity 6.5')
    expect(heatDescriptions(heat).get('head.crown')).toBe('marked at 1 visit')
    expect(heatSentence(all, { steps: heat.steps, regions: [] })).toBe('Nothing marked at these visits.')
  })

  it('names how many share the first place', () => {
    const range = { from: 0, to: 0 }
    expect(heatSentence(range, heatMap(visits, range, 'times marked'))).toBe(
      '2 regions marked. Most often: Right upper trapezius and 1 more, at 1 of 1 visit.',
    )
  })
})

describe('the steps of its colour', () => {
  it('are five, from 1 to the highest number, without a gap', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 600 }), (highest) => {
        const steps = heatSteps('times marked', highest)
        expect(steps).toHaveLength(5)
        expect(steps.at(-1)?.upTo).toBe(Math.max(5, highest))
        for (const [index, { upTo }] of steps.entries()) expect(upTo).toBeGreaterThan(steps[index - 1]?.upTo ?? 0)
        if (highest > 0) expect(heatStep(steps, highest)).toBe(highest < 5 ? highest : 5)
        expect(heatStep(steps, 1)).toBe(1)
      }),
    )
  })

  it('are the same for severities on every map', () => {
    expect(heatSteps('mean severity', 3)).toEqual(heatSteps('mean severity', 9))
    expect(heatSteps('mean severity', 3).map(({ text }) => text)).toEqual(['0–2', '2–4', '4–6', '6–8', '8–10'])
    expect(heatSteps('times marked', 12).map(({ text }) => text)).toEqual(['1–2', '3–5', '6–7', '8–10', '11–12'])
  })

  it('print a mean with one decimal unless it is whole', () => {
    expect([4, 4.25, 10 / 3].map(heatNumber)).toEqual(['4', '4.3', '3.3'])
  })
})
