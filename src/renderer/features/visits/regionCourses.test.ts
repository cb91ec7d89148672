import { describe, expect, it } from 'vitest'
import type { Finding, Phase } from '#shared/domain/bodymap/finding.ts'
import { mapAt } from '#shared/domain/bodymap/phases.ts'
import { findingOf, numberedId } from '../../../../tests/fixtures/arbitraryFindings.ts'
import { visitsOf } from '../../../../tests/fixtures/visitsOf.ts'
import { seriesOf } from './chartSeries.ts'
import { courseText, regionCourses, remarksOf } from './regionCourses.ts'

const trapezius = 'shoulder.upper-trapezius.right'
const treated = (number: number, severity: number, fields: Partial<Finding> = {}) =>
  findingOf(number, { phase: 'after', severity, continuesId: numberedId(number - 1), ...fields })

const sessions = [
  [findingOf(1, { remark: 'jumps' }), treated(2, 3, { remark: 'softer' }), findingOf(3, { kind: 'scar', severity: 0 })],
  [findingOf(4, { regionId: 'back.sacrum' })],
  [findingOf(5, { severity: 4 }), treated(6, 0)],
  [findingOf(7, { phase: 'after', severity: 2, kind: 'spasm' })],
]
const inPhase = (phase: Phase) => visitsOf(sessions.map((findings) => mapAt(findings, phase)))
const history = regionCourses(inPhase('before'), inPhase('after'), trapezius)

describe("a region's history", () => {
  it('lists the visits at which it was marked, newest first', () => {
    expect(history.map(({ number }) => number)).toEqual([4, 3, 1])
  })

  it('says before and after, what is gone after treatment, and what is new there', () => {
    expect(history.map(({ courses }) => courses.map(courseText))).toEqual([
      ['2 new'],
      ['4 → 0 gone'],
      ['7 → 3 much better', ''],
    ])
  })

  it('claims nothing of the time after treatment while that is not known', () => {
    const known = regionCourses(inPhase('before'), undefined, trapezius)
    expect(known.map(({ courses }) => courses.map(courseText))).toEqual([['4'], ['7', '']])
  })

  it('has the remarks of both phases', () => {
    const first = history.at(-1)?.courses[0] ?? expect.fail('no course')
    expect(remarksOf(first)).toBe('jumps · softer')
  })

  it('is empty for a region that was never marked', () => {
    expect(regionCourses(inPhase('before'), inPhase('after'), 'head.crown')).toEqual([])
  })
})

describe("a region's chart", () => {
  it('has a line for each kind, broken where it was not marked', () => {
    const series = seriesOf(history, 'before')
    expect(series.map(({ kind }) => kind)).toEqual(['pain', 'scar'])
    expect(series[0]?.points).toEqual([
      { at: 0, severity: 7, isAfterGap: true, isAlone: true },
      { at: 2, severity: 4, isAfterGap: true, isAlone: true },
    ])
  })

  it('has after treatment a 0 for what is gone, and what is new', () => {
    const series = seriesOf(history, 'after')
    expect(series.map(({ kind }) => kind)).toEqual(['pain', 'spasm', 'scar'])
    expect(series[0]?.points.map(({ at, severity }) => [at, severity])).toEqual([
      [0, 3],
      [2, 0],
    ])
  })

  it('shows the highest where a kind was marked twice, and joins neighbours', () => {
    const twice = visitsOf([[findingOf(1, { severity: 2 }), findingOf(2, { severity: 6 })], [findingOf(3)]])
    expect(seriesOf(regionCourses(twice, undefined, trapezius), 'before')[0]?.points).toEqual([
      { at: 0, severity: 6, isAfterGap: true, isAlone: false },
      { at: 1, severity: 7, isAfterGap: false, isAlone: false },
    ])
  })
})
