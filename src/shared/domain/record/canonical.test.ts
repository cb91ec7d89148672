import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  canonicalAddendum,
  canonicalNote,
  firstPreviousFingerprint,
  isAddendumWithinForm,
  isSealWithinForm,
  isWithinForm,
} from './canonical.ts'
import type { AddendumContent, NoteContent, Seal } from './signedContent.ts'

const seal: Seal = {
  sequence: 1,
  previousFingerprint: firstPreviousFingerprint,
  practiceName: 'Quiet Hands',
  signerName: 'Ada Moreno',
  credentials: 'LMT',
  licenceNumber: 'MA-4711',
  signedAt: '2026-11-23T15:00:00.000Z',
  signedOffset: -300,
  client: { id: 'c1', firstName: 'Mara', lastName: 'Sample', dateOfBirth: null },
}

const sore = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'sore' }] }] }

const note: NoteContent = {
  session: {
    id: 's1',
    serviceStart: '2026-11-23T14:00',
    enteredAt: '2026-11-23T14:00:00.000Z',
    enteredOffset: -300,
    lengthMinutes: 60,
    place: 'practice',
    visitAddress: '',
    painBefore: 7,
    painAfter: null,
    lateEntryReason: 'The laptop was at repair.',
  },
  sections: [
    { section: 'subjective', schemaVersion: 1, document: sore },
    { section: 'plan', schemaVersion: 1, document: { type: 'doc', content: [] } },
  ],
  findings: [
    {
      id: 'f1',
      regionId: 'r1',
      structureId: null,
      kind: 'pain',
      severity: 3,
      depth: null,
      phase: 'before',
      view: 'posterior',
      point: null,
      refersTo: '',
      refersToRegionId: null,
      remark: '',
      continuesId: null,
      carriedFromId: null,
      isConfirmed: true,
    },
    {
      id: 'f2',
      regionId: 'r2',
      structureId: 'm',
      kind: 'scar',
      severity: 0,
      depth: 'deep',
      phase: 'after',
      view: 'anterior',
      point: { x: 1.5, y: -2 },
      refersTo: 'the temple',
      refersToRegionId: 'r3',
      remark: 'old',
      continuesId: 'f1',
      carriedFromId: 'f0',
      isConfirmed: false,
    },
  ],
  strokes: [{ id: 'k1', phase: 'before', view: 'anterior', kind: 'pain', points: 'AAAA' }],
  treatedAreas: [{ id: 't1', regionIds: ['r1', 'r2'], technique: 'Swedish', minutes: 12, pressure: 2 }],
  noGoAnswers: [
    {
      id: 'n1',
      regionId: 'r9',
      level: 'limited',
      reason: 'scar',
      decision: 'marked',
      remark: 'asked',
      answeredAt: '2026-11-23T14:10:00.000Z',
    },
  ],
  scores: [
    { measure: 'sleep', before: null, after: null, beforeText: '5-6 h' },
    { measure: 'tension', before: 6, after: 3, beforeText: null },
  ],
  ranges: [
    {
      id: 'm1',
      joint: 'Neck',
      side: 'left',
      movement: 'Rotation',
      degreesBefore: 45,
      degreesAfter: 60,
      extentBefore: null,
      extentAfter: 'full',
      textBefore: null,
      textAfter: null,
    },
  ],
  activities: [{ id: 'p1', activity: 'Driving', score: 4 }],
  techniques: [{ text: 'Swedish massage', carriedFrom: '2026-11-09' }],
  homework: [{ text: 'Doorway stretch', carriedFrom: null }],
  timedSpans: [
    { id: 'w1', treatedAreaId: 't1', startedAt: '2026-11-23T14:05:00.000Z', endedAt: '2026-11-23T14:20:00.000Z' },
  ],
  signAnswers: [
    {
      question: 'same as last time',
      section: 'plan',
      amount: 96,
      decision: 'confirmed',
      answeredAt: '2026-11-23T15:00:00.000Z',
    },
  ],
}

/** A note of which form 1 covers everything. */
const plainNote: NoteContent = {
  ...note,
  session: { ...note.session, lateEntryReason: null, enteredOffset: null },
  findings: note.findings.map((finding) => ({
    ...finding,
    refersToRegionId: null,
    continuesId: null,
    carriedFromId: null,
    isConfirmed: true,
  })),
  treatedAreas: [{ id: 't1', regionIds: ['r1'], technique: 'Swedish', minutes: 12.5, pressure: 2 }],
  noGoAnswers: [],
  scores: [],
  ranges: [],
  activities: [],
  techniques: [],
  homework: [],
  timedSpans: [],
  signAnswers: [],
}

const addendum: AddendumContent = {
  id: 'a1',
  sessionId: 's1',
  noteFingerprint: 'f'.repeat(64),
  enteredAt: '2026-11-24T08:00:00.000Z',
  enteredOffset: null,
  schemaVersion: 1,
  document: sore,
  kind: 'addendum',
  correction: null,
}

const amendment: AddendumContent = {
  ...addendum,
  kind: 'amendment',
  correction: { part: 'plan', addendumId: 'a0', reason: 'The wrong side.', oldText: 'left' },
}

/** The same value with one leaf of it changed, for every leaf. */
function* variants(value: unknown): Generator<unknown> {
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) {
      for (const variant of variants(item)) yield value.with(index, variant)
      yield value.toSpliced(index, 1)
    }
    if (value.length > 1) yield value.toReversed()
  } else if (value !== null && typeof value === 'object') {
    for (const [key, item] of Object.entries(value)) {
      for (const variant of variants(item)) yield { ...value, [key]: variant }
    }
  } else if (typeof value === 'number') {
    yield value + 1
    yield null
  } else if (typeof value === 'string') {
    yield `${value}\u0301`
    yield `${value} `
  } else if (typeof value === 'boolean') {
    yield !value
  } else {
    yield 'something'
  }
}

describe('the canonical form', () => {
  it('is JSON without blanks, its members sorted', () => {
    expect(canonicalAddendum(1, { ...seal, sequence: 2 }, addendum)).toBe(
      `{"addendum":{"document":{"content":[{"content":[{"text":"sore","type":"text"}],"type":"paragraph"}],"type":"doc"},` +
        `"enteredAt":"2026-11-24T08:00:00.000Z","id":"a1","noteFingerprint":"${'f'.repeat(64)}","schemaVersion":1,"sessionId":"s1"},` +
        `"canonicalVersion":1,"client":{"dateOfBirth":null,"firstName":"Mara","id":"c1","lastName":"Sample"},"kind":"addendum",` +
        `"previousFingerprint":"${'0'.repeat(64)}","sequence":2,"signedAt":"2026-11-23T15:00:00.000Z",` +
        `"signer":{"credentials":"LMT","licenceNumber":"MA-4711","name":"Ada Moreno","practiceName":"Quiet Hands"}}`,
    )
  })

  it('does not depend on the order in which members were set', () => {
    const reversed = <T extends object>(value: T): T => Object.fromEntries(Object.entries(value).toReversed()) as T
    const turned = { ...reversed(note), session: reversed(note.session), findings: note.findings.map(reversed) }
    const turnedSeal = reversed({ ...seal, client: reversed(seal.client) })
    for (const version of [1, 2, 3, 4, 5] as const) {
      expect(canonicalNote(version, turnedSeal, turned)).toBe(canonicalNote(version, seal, note))
    }
  })

  it('changes with every single thing that a note consists of', () => {
    const forms = new Set([canonicalNote(5, seal, note)])
    let count = 1
    for (const variant of variants({ seal, note })) {
      const changed = variant as { seal: Seal; note: NoteContent }
      forms.add(canonicalNote(5, changed.seal, changed.note))
      count += 1
    }
    expect(count).toBeGreaterThan(100)
    expect(forms.size).toBe(count)
  })

  it('changes with every single thing that an amendment consists of', () => {
    const forms = new Set([canonicalAddendum(5, seal, amendment)])
    let count = 1
    for (const variant of variants({ seal, addendum: amendment })) {
      const changed = variant as { seal: Seal; addendum: AddendumContent }
      forms.add(canonicalAddendum(5, changed.seal, changed.addendum))
      count += 1
    }
    expect(forms.size).toBe(count)
  })

  it('takes nothing along that it does not specify', () => {
    const more = { ...note, session: { ...note.session, updatedAt: 'x' }, measures: [1] }
    expect(canonicalNote(5, { ...seal, colour: 'red' } as Seal, more)).toBe(canonicalNote(5, seal, note))
  })

  it('gives the text back exactly, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.double({ noNaN: true, noDefaultInfinity: true }), (text, x) => {
        const findings = note.findings.map((finding) => ({ ...finding, remark: text, point: { x, y: 0 } }))
        const form = canonicalNote(5, seal, { ...note, findings })
        const read = JSON.parse(form) as NoteContent
        expect(read.findings[0]?.remark).toBe(text)
        expect(read.findings[0]?.point?.x === x).toBe(true)
      }),
    )
  })

  it('cannot be confused between a note, an addendum and an amendment', () => {
    const kindOf = (form: string) => (JSON.parse(form) as { kind: string }).kind
    expect(kindOf(canonicalNote(5, seal, note))).toBe('note')
    expect(kindOf(canonicalAddendum(5, seal, amendment))).toBe('amendment')
    expect(kindOf(canonicalAddendum(5, seal, addendum))).toBe('addendum')
  })
})

describe('form 1, which earlier versions of the app signed with', () => {
  it('is as it was, byte for byte', () => {
    expect(canonicalNote(1, seal, plainNote)).toBe(
      `{"canonicalVersion":1,"client":{"dateOfBirth":null,"firstName":"Mara","id":"c1","lastName":"Sample"},` +
        `"findings":[{"depth":null,"id":"f1","kind":"pain","phase":"before","point":null,"refersTo":"","regionId":"r1",` +
        `"remark":"","severity":3,"structureId":null,"view":"posterior"},{"depth":"deep","id":"f2","kind":"scar",` +
        `"phase":"after","point":{"x":1.5,"y":-2},"refersTo":"the temple","regionId":"r2","remark":"old","severity":0,` +
        `"structureId":"m","view":"anterior"}],"kind":"note","previousFingerprint":"${'0'.repeat(64)}",` +
        `"sections":[{"document":{"content":[{"content":[{"text":"sore","type":"text"}],"type":"paragraph"}],"type":"doc"},` +
        `"schemaVersion":1,"section":"subjective"},{"document":{"content":[],"type":"doc"},"schemaVersion":1,"section":"plan"}],` +
        `"sequence":1,"session":{"enteredAt":"2026-11-23T14:00:00.000Z","id":"s1","lengthMinutes":60,"painAfter":null,` +
        `"painBefore":7,"place":"practice","serviceStart":"2026-11-23T14:00","visitAddress":""},` +
        `"signedAt":"2026-11-23T15:00:00.000Z",` +
        `"signer":{"credentials":"LMT","licenceNumber":"MA-4711","name":"Ada Moreno","practiceName":"Quiet Hands"},` +
        `"strokes":[{"id":"k1","kind":"pain","phase":"before","points":"AAAA","view":"anterior"}],` +
        `"treatedAreas":[{"id":"t1","minutes":12.5,"pressure":2,"regionId":"r1","technique":"Swedish"}]}`,
    )
  })

  const [finding] = plainNote.findings
  const [area] = plainNote.treatedAreas
  it.each<[string, Partial<NoteContent>]>([
    ['a referral', { findings: [{ ...finding, refersToRegionId: 'r' }] as NoteContent['findings'] }],
    ['a continuation', { findings: [{ ...finding, continuesId: 'f' }] as NoteContent['findings'] }],
    ['an origin', { findings: [{ ...finding, carriedFromId: 'f' }] as NoteContent['findings'] }],
    ['an unconfirmed finding', { findings: [{ ...finding, isConfirmed: false }] as NoteContent['findings'] }],
    ['a second region', { treatedAreas: [{ ...area, regionIds: ['a', 'b'] }] as NoteContent['treatedAreas'] }],
    ['an area without a region', { treatedAreas: [{ ...area, regionIds: [] }] as NoteContent['treatedAreas'] }],
    ['an answer', { noGoAnswers: note.noGoAnswers }],
  ])('does not cover %s, and says so', (_, change) => {
    expect(isWithinForm(1, plainNote)).toBe(true)
    expect(isWithinForm(1, { ...plainNote, ...change })).toBe(false)
    expect(isWithinForm(2, { ...plainNote, ...change })).toBe(true)
  })
})

describe('form 2, which earlier versions of the app signed with', () => {
  const { findings, treatedAreas, noGoAnswers } = note
  const mapped: NoteContent = { ...plainNote, findings, treatedAreas, noGoAnswers }

  it('is form 1 with the whole body map', () => {
    const members = (version: 1 | 2) => Object.keys(JSON.parse(canonicalNote(version, seal, mapped)) as object)
    expect(members(2)).toEqual([...members(1), 'noGoAnswers'].toSorted())
    expect(JSON.parse(canonicalNote(2, seal, mapped))).toMatchObject({
      canonicalVersion: 2,
      findings: [{}, { refersToRegionId: 'r3', continuesId: 'f1', carriedFromId: 'f0', isConfirmed: false }],
      treatedAreas: [{ regionIds: ['r1', 'r2'] }],
      noGoAnswers,
    })
  })

  it.each<[string, Partial<NoteContent>]>([
    ['the reason of a late entry', { session: { ...plainNote.session, lateEntryReason: 'Charted on paper.' } }],
    ['a score', { scores: note.scores.filter(({ beforeText }) => beforeText === null) }],
    ['a range of motion', { ranges: note.ranges }],
    ['an activity', { activities: note.activities }],
    ['a technique', { techniques: note.techniques }],
    ['homework', { homework: note.homework }],
    ['a span of the timer', { timedSpans: note.timedSpans }],
    ['an answer before signing', { signAnswers: note.signAnswers }],
  ])('does not cover %s, and says so', (_, change) => {
    expect(isWithinForm(2, mapped)).toBe(true)
    expect(isWithinForm(1, { ...plainNote, ...change })).toBe(false)
    expect(isWithinForm(2, { ...mapped, ...change })).toBe(false)
    expect(isWithinForm(3, { ...mapped, ...change })).toBe(true)
  })

  it.each([1, 2] as const)('as form %d, covers addenda but no amendments', (version) => {
    expect(isAddendumWithinForm(version, addendum)).toBe(true)
    expect(isAddendumWithinForm(version, amendment)).toBe(false)
    expect(isAddendumWithinForm(version, { ...amendment, correction: null })).toBe(false)
    expect(isAddendumWithinForm(version, { ...amendment, kind: 'addendum' })).toBe(false)
    expect(isAddendumWithinForm(3, amendment)).toBe(true)
  })

  it('has the same members for an addendum as form 1', () => {
    const without = (version: 1 | 2) => canonicalAddendum(version, seal, addendum).replace(`:${version},"client"`, '')
    expect(without(2)).toBe(without(1))
  })
})

describe('form 3, which earlier versions of the app signed with', () => {
  const { enteredOffset: _, ...session } = note.session
  const numbered: NoteContent = { ...note, scores: note.scores.filter(({ beforeText }) => beforeText === null) }
  const timeless: NoteContent = { ...numbered, session: { ...session, enteredOffset: null } }

  it('knows no distances from UTC, and says so of what has one', () => {
    expect(canonicalNote(3, seal, note)).not.toContain('Offset')
    expect(canonicalAddendum(3, seal, { ...amendment, enteredOffset: -300 })).not.toContain('Offset')
    expect([isWithinForm(3, timeless), isWithinForm(3, numbered), isWithinForm(4, numbered)]).toEqual([
      true,
      false,
      true,
    ])
    expect([3, 4].map((version) => isSealWithinForm(version as 3 | 4, seal))).toEqual([false, true])
    expect(isSealWithinForm(3, { ...seal, signedOffset: null })).toBe(true)
    const dated = { ...amendment, enteredOffset: -300 }
    expect([3, 4].map((version) => isAddendumWithinForm(version as 3 | 4, dated))).toEqual([false, true])
  })

  it('has every member of form 4 but these', () => {
    const without = canonicalNote(4, seal, note)
      .replace(':4,"client"', ':3,"client"')
      .replace('"enteredOffset":-300,', '')
      .replace('"signedOffset":-300,', '')
    expect(without).toBe(canonicalNote(3, seal, note))
  })
})

describe('form 4, which earlier versions of the app signed with', () => {
  const numbered: NoteContent = { ...note, scores: note.scores.filter(({ beforeText }) => beforeText === null) }
  const [range] = note.ranges

  it('knows no amounts as they were typed, and says so of what has one', () => {
    expect(canonicalNote(4, seal, note)).not.toContain('Text":"5-6')
    expect([isWithinForm(4, numbered), isWithinForm(4, note), isWithinForm(5, note)]).toEqual([true, false, true])
    for (const text of [{ textBefore: '45-50' }, { textAfter: '45-50' }]) {
      const typed = { ...numbered, ranges: [{ ...range, ...text }] } as NoteContent
      expect([isWithinForm(4, typed), isWithinForm(5, typed)]).toEqual([false, true])
    }
  })

  it('has every member of form 5 but these', () => {
    const without = canonicalNote(5, seal, numbered)
      .replace(':5,"client"', ':4,"client"')
      .replaceAll(/,?"(beforeText|textBefore|textAfter)":null/g, '')
    expect(without).toBe(canonicalNote(4, seal, numbered))
  })
})
