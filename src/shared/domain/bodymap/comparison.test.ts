import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anySession, findingOf, numberedId } from '../../../../tests/fixtures/arbitraryFindings.ts'
import { changeOf, changesIn, compareMaps } from './comparison.ts'
import type { Finding } from './finding.ts'

const changes = (earlier: readonly Finding[], later: readonly Finding[]) =>
  compareMaps(earlier, later).map(({ change, was, now }) => [change, was?.id ?? null, now?.id ?? null])

const left = 'shoulder.upper-trapezius.left'
const sessions = fc.tuple(anySession, anySession).map(([one, other]) => {
  const later = other.map((finding, index) => ({ ...finding, id: numberedId(500 + index), sessionId: numberedId(2) }))
  return [one, later] as const
})

describe('the comparison of two maps', () => {
  it('says what is new, better, the same, worse and gone', () => {
    const earlier = [7, 7, 7, 7].map((severity, index) =>
      findingOf(index + 1, { severity, structureId: ['levator-scapulae', 'splenius-cervicis', null, 'x'][index]! }),
    )
    const later = [3, 7, 9, 5].map((severity, index) =>
      findingOf(index + 11, { ...earlier[index], id: numberedId(index + 11), severity, carriedFromId: null }),
    )
    later[3] = { ...later[3]!, regionId: left }
    expect(changes(earlier, later)).toEqual([
      ['better', numberedId(1), numberedId(11)],
      ['same', numberedId(2), numberedId(12)],
      ['worse', numberedId(3), numberedId(13)],
      ['new', null, numberedId(14)],
      ['gone', numberedId(4), null],
    ])
  })

  it('takes a severity of 0 that was more for gone, and shows it', () => {
    expect(changes([findingOf(1)], [findingOf(2, { severity: 0 })])).toEqual([['gone', numberedId(1), numberedId(2)]])
    expect(changeOf(0, 0)).toBe('same')
    expect(changeOf(0, 2)).toBe('worse')
  })

  it('follows a finding that was taken over, even when its structure was named since', () => {
    const others = [findingOf(1), findingOf(2)]
    const carried = findingOf(3, { structureId: 'levator-scapulae', carriedFromId: numberedId(2), severity: 4 })
    expect(changes(others, [carried])).toEqual([
      ['better', numberedId(2), numberedId(3)],
      ['gone', numberedId(1), null],
    ])
  })

  it('does not follow it into another region or kind', () => {
    const moved = findingOf(2, { regionId: left, carriedFromId: numberedId(1) })
    const changed = findingOf(3, { kind: 'spasm', carriedFromId: numberedId(1) })
    expect(changes([findingOf(1)], [moved, changed]).map(([change]) => change)).toEqual(['new', 'new', 'gone'])
  })

  it('matches several alike by their spot before it goes by the order of making', () => {
    const at = (x: number) => ({ point: { x, y: 200 } })
    const earlier = [findingOf(1, { ...at(10), severity: 7 }), findingOf(2, { ...at(20), severity: 3 })]
    expect(changes(earlier, [findingOf(3, { ...at(20), severity: 3 })])).toEqual([
      ['same', numberedId(2), numberedId(3)],
      ['gone', numberedId(1), null],
    ])
    expect(
      changes(earlier, [findingOf(3, { ...at(30), severity: 7 }), findingOf(4, { ...at(31), severity: 3 })]),
    ).toEqual([
      ['same', numberedId(1), numberedId(3)],
      ['same', numberedId(2), numberedId(4)],
    ])
  })

  it('of a map with itself finds no change', () => {
    fc.assert(
      fc.property(anySession, (findings) => {
        const comparisons = compareMaps(findings, findings)
        expect(changesIn(comparisons)).toEqual([])
        for (const { was, now } of comparisons) expect(was).toBe(now)
      }),
    )
  })

  it('of a map with a copy of it under new ids finds no change', () => {
    fc.assert(
      fc.property(anySession, (findings) => {
        const copy = findings.map((finding, index) => ({ ...finding, id: numberedId(500 + index), continuesId: null }))
        expect(changesIn(compareMaps(findings, copy))).toEqual([])
      }),
    )
  })

  it('holds every finding of both maps exactly once', () => {
    fc.assert(
      fc.property(sessions, ([earlier, later]) => {
        const comparisons = compareMaps(earlier, later)
        expect(comparisons.flatMap(({ now }) => now ?? [])).toEqual(later)
        expect(comparisons.flatMap(({ was }) => was?.id ?? []).toSorted()).toEqual(
          earlier.map(({ id }) => id).toSorted(),
        )
      }),
    )
  })

  it('read backwards swaps new with gone, for findings without links and spots', () => {
    fc.assert(
      fc.property(sessions, (both) => {
        const [earlier, later] = both.map((findings) =>
          findings.map((finding) => ({ ...finding, point: null, continuesId: null, carriedFromId: null, severity: 5 })),
        ) as [Finding[], Finding[]]
        const count = (comparisons: ReturnType<typeof compareMaps>, change: string) =>
          comparisons.filter((comparison) => comparison.change === change).length
        const [forth, back] = [compareMaps(earlier, later), compareMaps(later, earlier)]
        expect(count(forth, 'new')).toBe(count(back, 'gone'))
        expect(count(forth, 'same')).toBe(count(back, 'same'))
      }),
    )
  })
})
