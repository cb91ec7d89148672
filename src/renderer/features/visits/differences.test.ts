import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anySession, findingOf } from '../../../../tests/fixtures/arbitraryFindings.ts'
import { visitsOf } from '../../../../tests/fixtures/visitsOf.ts'
import {
  changesSentence,
  differenceDescriptions,
  differencesAt,
  markSeverity,
  severityWords,
  type Difference,
} from './differences.ts'

const trapezius = 'shoulder.upper-trapezius.right'
const sacrum = 'back.sacrum'
const visits = visitsOf(
  [
    [findingOf(1, { severity: 7 }), findingOf(2, { regionId: sacrum, severity: 4 })],
    [findingOf(3, { severity: 7 }), findingOf(4, { regionId: sacrum, severity: 2 })],
    [findingOf(5, { severity: 3 }), findingOf(6, { regionId: 'head.crown', severity: 5, kind: 'numbness' })],
  ],
  ['2025-12-20T10:00', '2026-03-03T10:00', '2026-03-17T10:00'],
)
const third = visits[2] ?? expect.fail('no third visit')
const words = (differences: readonly Difference[]) =>
  differences.map((difference) => `${difference.change} ${difference.finding.regionId} ${severityWords(difference)}`)

describe('the differences of a visit', () => {
  it('are those to the visit before, what got worse or better first', () => {
    const { against, differences } = differencesAt(visits, 2, 'previous')
    expect(against?.number).toBe(2)
    expect(words(differences)).toEqual([`better ${trapezius} 7 → 3`, 'new head.crown 5', `gone ${sacrum} 2 → 0`])
  })

  it('are those to the first visit, or to a chosen one', () => {
    expect(words(differencesAt(visits, 2, 'first').differences)).toContain(`gone ${sacrum} 4 → 0`)
    const second = visits[1]?.sessionId ?? ''
    expect(differencesAt(visits, 0, second).against?.number).toBe(2)
    expect(words(differencesAt(visits, 0, second).differences)).toContain(`worse ${sacrum} 2 → 4`)
  })

  it('are none at the first visit: there is nothing before it', () => {
    const { against, differences } = differencesAt(visits, 0, 'previous')
    expect(against).toBeNull()
    expect(differences.map(({ change }) => change)).toEqual([null, null])
  })

  it('name each finding of this visit once, and what is gone', () => {
    fc.assert(
      fc.property(anySession, anySession, (earlier, later) => {
        const { differences } = differencesAt(visitsOf([earlier, later]), 1, 'previous')
        const present = differences.flatMap(({ now }) => (now ? [now] : []))
        expect(present.map(({ id }) => id).toSorted()).toEqual(later.map(({ id }) => id).toSorted())
        expect(new Set(differences.map(({ key }) => key)).size).toBe(differences.length)
      }),
    )
  })

  it('are alike from the service and from the comparison of two maps', () => {
    fc.assert(
      fc.property(anySession, anySession, (earlier, later) => {
        const two = visitsOf([earlier, later])
        expect(differencesAt(two, 1, 'previous')).toEqual(differencesAt(two, 1, 'first'))
      }),
    )
  })
})

describe('the sentence of what changed', () => {
  const sentence = (at: number, baseline: string) => {
    const visit = visits[at] ?? expect.fail(`no visit ${at}`)
    return changesSentence(visit, differencesAt(visits, at, baseline))
  }

  it('counts each change and says since when, with the year where it is another one', () => {
    expect(sentence(2, 'previous')).toBe('1 better, 1 new, 1 gone since 3 March.')
    expect(sentence(2, 'first')).toBe('1 better, 1 new, 1 gone since 20 December 2025.')
  })

  it('does not say “since” of a later visit', () => {
    expect(sentence(0, third.sessionId)).toMatch(/compared with 17 March 2026, a later visit\.$/)
  })

  it('says plainly that nothing changed, that it is the first visit, or the visit itself', () => {
    const still = visitsOf([[findingOf(1)], [findingOf(2)]])
    const second = still[1] ?? expect.fail('no second visit')
    expect(changesSentence(second, differencesAt(still, 1, 'previous'))).toBe(
      'No change since 1 January: 1 finding as before.',
    )
    expect(sentence(0, 'previous')).toBe('The first visit: 2 findings, nothing before to compare with.')
    expect(sentence(0, 'first')).toBe('This is the visit that the others are compared with.')
  })

  it('says so where neither map has a finding', () => {
    const empty = visitsOf([[], []])
    const second = empty[1] ?? expect.fail('no second visit')
    expect(changesSentence(second, differencesAt(empty, 1, 'previous'))).toBe('Nothing marked at either visit.')
  })
})

describe('numbers of a difference', () => {
  const gone = differencesAt(visits, 2, 'previous').differences.at(-1) ?? expect.fail('nothing gone')

  it('show on a mark the last severity of what is gone', () => {
    expect(markSeverity(gone)).toBe(2)
    expect(severityWords(gone)).toBe('2 → 0')
  })

  it('are left out of what was never rated, such as a scar', () => {
    const scars = visitsOf([
      [findingOf(1, { kind: 'scar', severity: 0 })],
      [findingOf(2, { kind: 'scar', severity: 0 })],
    ])
    expect(differencesAt(scars, 1, 'previous').differences.map(severityWords)).toEqual([''])
  })

  it('are described with kind and change of every region', () => {
    const descriptions = differenceDescriptions(differencesAt(visits, 2, 'previous').differences)
    expect(descriptions.get(trapezius)).toBe('Pain, better, 7 → 3')
    expect(descriptions.get('head.crown')).toBe('Numbness / tingling, new, 5')
  })
})
