// A session's body map on paper, and how it is readable without colour.
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import type { SessionRecord } from '#shared/contract/sessions.ts'
import type { Finding } from '#shared/domain/bodymap/finding.ts'
import { findingOf, numberedId } from '../../../../tests/fixtures/arbitraryFindings.ts'
import { sampleSession } from '../sampleFile.ts'
import { BodyMapOnPaper } from './BodyMapOnPaper.tsx'

const printed = (changes: Partial<SessionRecord>, withDrawing = true) =>
  renderToStaticMarkup(<BodyMapOnPaper record={sampleSession(1, changes)} withDrawing={withDrawing} />)
const words = (html: string) =>
  html
    .replace(/<[^>]+>/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
const captions = (html: string) => [...html.matchAll(/<figcaption>(.*?)<\/figcaption>/gu)].map(([, text]) => text)
const signs = (html: string) => words(/<ul aria-label="Signs">.*?<\/ul>/su.exec(html)?.[0] ?? '')

const left = 'shoulder.upper-trapezius.left'
const right = 'shoulder.upper-trapezius.right'
const pair = (number: number, severities: readonly [number, number], fields: Partial<Finding> = {}) => [
  findingOf(number, { ...fields, severity: severities[0] }),
  findingOf(number + 50, { ...fields, severity: severities[1], phase: 'after', continuesId: numberedId(number) }),
]
const area = (number: number, fields: object = {}) => ({
  id: numberedId(number),
  sessionId: numberedId(1),
  regionIds: [right, left],
  technique: 'Myofascial release',
  minutes: 20,
  pressure: 2,
  ...fields,
})
const answer = {
  id: numberedId(1),
  sessionId: numberedId(1),
  regionId: 'leg.soleus.left',
  level: 'forbidden',
  reason: 'varicosities',
  decision: 'marked',
  remark: 'the client asked',
} as const
const line = [100, 200, 0.5, 120, 220, 0.5]
const stroke = {
  id: numberedId(1),
  sessionId: numberedId(1),
  phase: 'after',
  view: 'anterior',
  kind: 'spasm',
  points: line,
} as const

/** The round grounds of marks, by their centre. */
const centres = (html: string) =>
  [...html.matchAll(/<g transform="translate\(([\d.-]+) ([\d.-]+)\)" color/gu)].map(([, x, y]) => ({
    x: Number(x),
    y: Number(y),
  }))

describe('marks on paper that would cover each other', () => {
  it('stand apart, with their numbers, each with a line to its spot', () => {
    const neck = [238, 246, 255, 260].map((x, index) => findingOf(index + 1, { point: { x, y: 130 + index * 4 } }))
    const html = printed({ findings: neck })
    const marks = centres(html)
    expect(marks).toHaveLength(4)
    for (const [index, one] of marks.entries()) {
      for (const other of marks.slice(index + 1)) {
        expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThan(44)
      }
    }
    expect(html).toContain('data-fan-lines')
  })

  it('are one open mark with their number where there are many at one place', () => {
    const html = printed({ findings: [1, 2, 3, 4, 5].map((number) => findingOf(number)) })
    expect(centres(html)).toEqual([])
    expect(words(html)).toContain('×5')
  })
})

describe('findings on paper', () => {
  it('stand in one row each, before and after as a pair with its word, and the change in a sentence', () => {
    const html = printed({
      findings: [
        ...pair(1, [7, 3]),
        ...pair(2, [5, 0], { regionId: 'neck.suboccipital.left' }),
        findingOf(3, { regionId: 'back.sacrum', severity: 4 }),
        findingOf(4, { regionId: left, severity: 6, phase: 'after' }),
      ],
    })
    expect(html.match(/<tr>/gu)).toHaveLength(5)
    expect(words(html)).toContain('Right upper trapezius Pain 7 → 3 much better')
    expect(words(html)).toContain('Left suboccipitals Pain 5 → 0 gone')
    expect(words(html)).toContain('Sacrum Pain 4/10 not checked again')
    expect(words(html)).toContain('Left upper trapezius Pain 6/10 new')
    expect(words(html)).toContain(
      'Change: R upper trapezius 7 → 3, L suboccipitals gone, L upper trapezius 6 (new), 1 not checked again.',
    )
  })

  it('are named as found before while nothing was looked at afterwards', () => {
    const html = printed({ findings: [findingOf(1), findingOf(2, { kind: 'scar', severity: 0, regionId: left })] })
    expect(words(html)).toContain('7/10 before')
    expect(words(html)).toMatch(/Left upper trapezius Scar$/u)
    expect(words(html)).not.toContain('Change')
  })

  it('say where they refer to and what is not confirmed, and show both in the drawing', () => {
    const html = printed({
      findings: [findingOf(1, { refersToRegionId: 'neck.posterior.right', isConfirmed: false, depth: 'deep' })],
    })
    expect(words(html)).toContain('deep · refers to the right back of neck carried over, not confirmed')
    expect(html).toContain('stroke-dasharray="7 5"')
    expect(signs(html)).toBe('carried over, not confirmed refers to')
  })

  it('explain no arrow that none of the drawn views can show', () => {
    const html = printed({ findings: [findingOf(1, { refersToRegionId: 'head.temple.right' })] })
    expect(captions(html)).toEqual(['Posterior'])
    expect(signs(html)).toBe('')
  })

  it('carry their numbers on the drawing too', () => {
    const html = printed({ findings: pair(1, [7, 3]) })
    expect(html).toContain('>7→3</text>')
    expect(html).toContain('aria-label="Body, posterior view. Right upper trapezius: Pain 7 to 3."')
  })
})

describe('the printed drawing', () => {
  it('shows only the views that carry marks, and those that treated and no-go regions need', () => {
    expect(captions(printed({ findings: [findingOf(1, { view: 'left-lateral', regionId: left })] }))).toEqual([
      'Left lateral',
    ])
    expect(captions(printed({ strokes: [stroke] }))).toEqual(['Anterior'])
    expect(captions(printed({ findings: [findingOf(1)], treatedAreas: [area(1)] }))).toEqual(['Posterior'])
    expect(captions(printed({ treatedAreas: [area(1, { regionIds: ['thigh.rectus-femoris.left'] })] }))).toEqual([
      'Anterior',
    ])
    expect(captions(printed({ noGoAnswers: [answer] }))).toEqual(['Posterior'])
  })

  it('is left out when it is not wanted, and every word of it stays', () => {
    const html = printed({ findings: [findingOf(1)], strokes: [stroke], treatedAreas: [area(1)] }, false)
    expect(html).not.toContain('<figure')
    expect(words(html)).toContain('Right upper trapezius')
    expect(words(html)).toContain('Drawn freehand: spasm beside the body (after).')
    expect(words(html)).toContain('Myofascial release')
  })

  it('hatches no-go regions of a signed note as they were decided about, of a draft as they are today', () => {
    const today = {
      id: numberedId(9),
      clientId: numberedId(1),
      regionId: 'leg.soleus.right',
      level: 'limited',
      reason: 'graft',
    } as const
    const changes = { findings: [findingOf(1)], noGoAreas: [today] }
    expect(signs(printed(changes))).toBe('')
    expect(signs(printed({ ...changes, signature: null }))).toBe('no-go')
  })

  it('uses no picture and no pattern: everything on it is a line or a shape', () => {
    const html = printed({
      findings: pair(1, [7, 3]),
      strokes: [stroke],
      treatedAreas: [area(1)],
      noGoAnswers: [answer],
    })
    expect(html).not.toMatch(/<(image|pattern|mask|filter)\b/u)
  })
})

describe('treated areas on paper', () => {
  it('stand in a table with their letter, regions, minutes, pressure and the sum', () => {
    const html = printed({
      treatedAreas: [area(1), area(2, { technique: 'Friction', minutes: null, pressure: null, regionIds: [left] })],
    })
    expect(words(html)).toContain('A Myofascial release Right and left upper trapezius 20 2 of 5')
    expect(words(html)).toContain('B Friction Left upper trapezius — —')
    expect(words(html)).toContain('Together 20 of 60 min, 1 area not counted.')
    expect(signs(html)).toBe('A Myofascial release B Friction')
  })

  it('say when they are longer than the session', () => {
    expect(words(printed({ treatedAreas: [area(1, { minutes: 75 })] }))).toContain(
      'Together 75 min, 15 more than the session’s 60.',
    )
  })
})

describe('decisions about no-go regions', () => {
  it('are printed with the reason and what was done', () => {
    const html = printed({ noGoAnswers: [answer, { ...answer, id: numberedId(2), decision: 'left out', remark: '' }] })
    expect(words(html)).toContain(
      'Left soleus is a no-go region (forbidden: varicosities). Marked all the same, because: the client asked.',
    )
    expect(words(html)).toContain('Left soleus is a no-go region (forbidden: varicosities). Left out.')
  })
})

describe('a region that this version does not know', () => {
  it('is printed by its id, in words', () => {
    const html = printed({ findings: [findingOf(1, { regionId: 'tail.tip.left', structureId: 'tail-tip' })] })
    expect(words(html)).toContain('Unknown region (tail.tip.left) (tail-tip) Pain 7/10 before')
  })
})
