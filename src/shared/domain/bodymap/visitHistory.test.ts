import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anySession, findingOf, numberedId } from '../../../../tests/fixtures/arbitraryFindings.ts'
import type { Finding } from './finding.ts'
import { heatMeasures, heatOf, regionHistory } from './visitHistory.ts'
import type { Visit } from './visits.ts'

const visitOf = (number: number, serviceStart: string, findings: readonly Finding[]): Visit => ({
  sessionId: numberedId(number),
  number,
  serviceStart,
  isSigned: true,
  findings,
  comparison: [],
})

const trapezius = 'shoulder.upper-trapezius.right'
const sacrum = 'back.sacrum'
const visits = [
  visitOf(1, '2026-09-01T10:00', [findingOf(1, { severity: 7 }), findingOf(2, { severity: 4, kind: 'spasm' })]),
  visitOf(2, '2026-09-15T10:00', [findingOf(3, { regionId: sacrum, severity: 6 })]),
  visitOf(3, '2026-10-01T23:30', [findingOf(4, { severity: 2 }), findingOf(5, { regionId: sacrum, kind: 'avoid' })]),
]
const always = { from: null, to: null }

describe("a region's history", () => {
  it('gives its highest severity at each visit, and where it was not marked', () => {
    const history = regionHistory(visits, trapezius)
    expect(history.map(({ severity }) => severity)).toEqual([7, null, 2])
    expect(history.map(({ visit }) => visit.number)).toEqual([1, 2, 3])
    expect(history[0]?.findings).toHaveLength(2)
  })
})

describe('the heat of a span of time', () => {
  it('counts visits, not findings', () => {
    expect(heatOf(visits, always, 'times marked')).toEqual(
      new Map([
        [trapezius, { value: 2, scale: 1 }],
        [sacrum, { value: 1, scale: 0.5 }],
      ]),
    )
  })

  it('takes the mean of the highest severities of the visits that marked the region', () => {
    expect(heatOf(visits, always, 'mean severity')).toEqual(
      new Map([
        [trapezius, { value: 4.5, scale: 0.45 }],
        [sacrum, { value: 6, scale: 0.6 }],
      ]),
    )
  })

  it('has its first and last day in it', () => {
    const regionsFrom = (from: string | null, to: string | null) => [
      ...heatOf(visits, { from, to }, 'times marked').keys(),
    ]
    expect(regionsFrom('2026-09-15', '2026-09-15')).toEqual([sacrum])
    expect(regionsFrom('2026-10-01', '2026-10-01')).toEqual([trapezius])
    expect(regionsFrom('2026-10-02', null)).toEqual([])
    expect(regionsFrom(null, '2026-09-14')).toEqual([trapezius])
  })

  it('lies between 0 and 1 for every marked region', () => {
    fc.assert(
      fc.property(fc.array(anySession, { maxLength: 5 }), fc.constantFrom(...heatMeasures), (sessions, measure) => {
        const all = sessions.map((findings, index) => visitOf(index + 1, '2026-09-01T10:00', findings))
        const heat = heatOf(all, always, measure)
        const marked = sessions.flat().filter(({ kind }) => kind !== 'avoid')
        expect(new Set(heat.keys())).toEqual(new Set(marked.map(({ regionId }) => regionId)))
        for (const { scale } of heat.values()) {
          expect(scale).toBeGreaterThanOrEqual(0)
          expect(scale).toBeLessThanOrEqual(1)
        }
      }),
    )
  })
})
