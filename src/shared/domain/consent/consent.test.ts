import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { regionById } from '../bodymap/regions.ts'
import { linesOf, newConsent, pointsOfLines, validities, type Validity } from './consent.ts'
import {
  consentNeeds,
  consentRules,
  isUnderAge,
  places,
  reasonFor,
  type ConsentRules,
  type HeldConsent,
} from './forms.ts'
import { consentPresets } from './presets.ts'
import { consentState, lastDay, type JudgedConsent, type Occasion } from './validity.ts'

const day = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2080-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const validity = fc.constantFrom(...validities)
const visit = fc.constantFrom('one', 'two', null)

const judged: fc.Arbitrary<JudgedConsent> = fc.record({
  validity,
  givenOn: day,
  atVisit: visit,
  endedBy: fc.constant(null),
  latestKnownDay: day,
})
const occasion: fc.Arbitrary<Occasion> = fc.record({ sessionId: visit, day, today: day })

describe('a consent', () => {
  it('that was withdrawn, or whose plan changed / holds at no occasion, whatever the clock says', () => {
    fc.assert(
      fc.property(
        judged,
        fc.constantFrom('withdrawn' as const, 'plan changed' as const),
        occasion,
        (one, endedBy, at) => {
          expect(consentState({ ...one, endedBy }, at)).toBe(endedBy === 'withdrawn' ? 'withdrawn' : 'ended')
        },
      ),
    )
  })

  it('that has ended on a day / holds on no later one', () => {
    fc.assert(
      fc.property(judged, occasion, day, (one, at, later) => {
        fc.pre(later >= at.day && consentState(one, at) === 'ended')
        expect(consentState(one, { ...at, day: later })).toBe('ended')
      }),
    )
  })

  it('of which the record knows that its time is over / is not brought back by a clock that was set back', () => {
    fc.assert(
      fc.property(judged, occasion, (one, at) => {
        const last = lastDay(one.validity, one.givenOn)
        fc.pre(last !== null && one.latestKnownDay > last && at.today < one.latestKnownDay && one.givenOn <= at.day)
        fc.pre(one.validity !== 'this session')
        expect(consentState(one, at)).toBe('ended')
      }),
    )
  })

  it('for one session / holds in that session and in no other, on any day', () => {
    fc.assert(
      fc.property(judged, occasion, (one, at) => {
        const isOwn = one.atVisit !== null && one.atVisit === at.sessionId
        expect(consentState({ ...one, validity: 'this session' }, at)).toBe(isOwn ? 'valid' : 'other session')
      }),
    )
  })

  it('never covers a day before it was given', () => {
    fc.assert(
      fc.property(judged, occasion, (one, at) => {
        fc.pre(one.validity !== 'this session' && at.day < one.givenOn)
        expect(consentState(one, at)).toBe('later')
      }),
    )
  })

  it.each<[Validity, string, string | null]>([
    ['one year', '2025-12-01', '2026-11-30'],
    ['one year', '2028-02-29', '2029-02-28'],
    ['one year', '2027-01-01', '2027-12-31'],
    ['six months', '2026-08-31', '2027-02-28'],
    ['six months', '2026-03-15', '2026-09-14'],
    ['until withdrawn', '2026-03-15', null],
    ['until the plan changes', '2026-03-15', null],
  ])('%s, given on %s / holds up to and with %s', (rule, givenOn, last) => {
    expect(lastDay(rule, givenOn)).toBe(last)
  })
})

describe('a drawn signature', () => {
  it('comes back line by line as it was drawn', () => {
    const point = fc.tuple(
      fc.integer({ min: 0, max: 1200 }),
      fc.integer({ min: 0, max: 350 }),
      fc.constantFrom(0, 0.5, 1),
    )
    const line = fc.array(point, { minLength: 1, maxLength: 8 }).map((points) => points.flat())
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 5 }), (lines) => {
        expect(linesOf(pointsOfLines(lines))).toEqual(lines)
      }),
    )
  })

  it('without a point, and a name that is only typed with points, are refused', () => {
    const mark = (manner: string, points: unknown) =>
      newConsent.shape.marks.safeParse([{ role: 'client', manner, name: 'Mara', points }]).success
    expect([mark('drawn', []), mark('drawn', null), mark('typed', [1, 2, 0.5])]).toEqual([false, false, false])
    expect([mark('drawn', [1, 2, 0.5]), mark('initials', [1, 2, 0.5]), mark('typed', null)]).toEqual([true, true, true])
  })
})

describe('the rules to begin with', () => {
  it.each(places)('of %s are whole, guard regions that there are, and say where they come from', (place) => {
    const { rules, source, readOn } = consentPresets[place]
    expect(consentRules.parse({ place, ...rules })).toEqual({ place, ...rules })
    const guarded = rules.forms.flatMap(({ regionIds }) => regionIds)
    expect(guarded.filter((id) => !regionById(id))).toEqual([])
    expect(guarded.length).toBeGreaterThan(0)
    expect(source.length).toBeGreaterThan(40)
    expect(readOn).toMatch(/^\d{4}-\d\d-\d\d$/u)
  })
})

describe('what a session needs', () => {
  const rules: ConsentRules = { place: 'washington', ...consentPresets.washington.rules }
  const at: Occasion = { sessionId: 'one', day: '2026-12-01', today: '2026-12-01' }
  const held = (change: Partial<HeldConsent>): HeldConsent => ({
    kind: 'sensitive area',
    regionIds: ['chest.breast.left'],
    marks: [{ role: 'client' }],
    validity: 'one year',
    givenOn: '2026-06-01',
    atVisit: null,
    endedBy: null,
    latestKnownDay: '2026-06-01',
    ...change,
  })
  const treated = (...regionIds: string[]) => ({ regionIds, isUnderAge: false, occasion: at })
  const region = fc.constantFrom(
    'chest.breast.left',
    'chest.breast.right',
    'back.coccyx',
    'back.sacrum',
    'pelvis.pubic',
  )

  it('is nothing without rules, and nothing for regions that no form guards', () => {
    expect(consentNeeds(null, [], treated('chest.breast.left'))).toEqual([])
    expect(consentNeeds(rules, [], treated('back.sacrum'))).toEqual([])
  })

  it('is exactly the guarded regions that were treated and that no valid consent covers', () => {
    const guarded = new Set(rules.forms.flatMap(({ regionIds }) => regionIds))
    fc.assert(
      fc.property(fc.uniqueArray(region), fc.uniqueArray(region), (touched, covered) => {
        const needs = consentNeeds(rules, [held({ regionIds: covered })], treated(...touched))
        const open = touched.filter((id) => guarded.has(id) && !covered.includes(id))
        expect(needs.flatMap(({ regionIds }) => regionIds).toSorted()).toEqual(open.toSorted())
      }),
    )
  })

  it('is not less after a consent was withdrawn', () => {
    fc.assert(
      fc.property(fc.uniqueArray(region), fc.uniqueArray(region), (touched, covered) => {
        const count = (endedBy: 'withdrawn' | null) =>
          consentNeeds(rules, [held({ regionIds: covered, endedBy })], treated(...touched)).flatMap(
            (one) => one.regionIds,
          ).length
        expect(count('withdrawn')).toBeGreaterThanOrEqual(count(null))
      }),
    )
  })

  it('of a client under age / is a guardian’s consent, and none that only the client signed counts', () => {
    const minor = { ...treated('chest.breast.left'), isUnderAge: true }
    expect(consentNeeds(rules, [held({})], minor).map(({ kind }) => kind)).toEqual(['sensitive area', 'minor'])
    const guardian = { marks: [{ role: 'guardian' as const }] }
    const both = [held(guardian), held({ ...guardian, kind: 'minor', regionIds: [] })]
    expect(consentNeeds(rules, both, minor)).toEqual([])
  })

  it('is answered by a reason for all of its regions, and by no other', () => {
    const [need] = consentNeeds(rules, [], treated('chest.breast.left', 'chest.breast.right'))
    if (!need) throw new Error('nothing is needed')
    const stated = (regionIds: string[]) => [{ formId: need.formId, regionIds, reason: 'Spoken only' }]
    expect(reasonFor(need, stated(['chest.breast.left', 'chest.breast.right']))).toBe('Spoken only')
    expect(reasonFor(need, stated(['chest.breast.left']))).toBeUndefined()
    expect(reasonFor(need, [])).toBeUndefined()
  })
})

describe('being under age', () => {
  it.each([
    ['2008-12-02', true],
    ['2008-12-01', false],
    ['1980-01-01', false],
    [null, null],
  ] as const)('when born on %s / is %s on 1 December 2026 where eighteen is of age', (born, expected) => {
    expect(isUnderAge(born, '2026-12-01', { ageOfMajority: 18 })).toBe(expected)
  })

  it('ends once and does not begin again', () => {
    fc.assert(
      fc.property(day, day, day, fc.integer({ min: 14, max: 25 }), (born, one, other, majority) => {
        const [earlier = '', later = ''] = [one, other].toSorted()
        fc.pre(born <= earlier)
        if (isUnderAge(born, earlier, { ageOfMajority: majority }) === false)
          expect(isUnderAge(born, later, { ageOfMajority: majority })).toBe(false)
      }),
    )
  })
})
