// What a body map is given that it cannot mean, or that only a newer version of the app understands.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createRepositories } from '#main/database/repositories/repositories.ts'
import { signedKinds } from '#main/services/signing/kinds/signedKinds.ts'
import { fingerprintOf, sealOf } from '#main/services/signing/sealing.ts'
import { contract, type Channel } from '#shared/contract/contract.ts'
import type { Finding } from '#shared/domain/bodymap/finding.ts'
import { strokePointLimit } from '#shared/domain/bodymap/marks.ts'
import { firstPreviousFingerprint } from '#shared/domain/record/canonical.ts'
import { practiceUnderTest, wholeFile, type PracticeUnderTest } from '../fixtures/practiceUnderTest.ts'
import { fieldRefusal, refusalOf } from '../fixtures/refusal.ts'

let practice: PracticeUnderTest
let client: string
let session: string
beforeEach(() => {
  practice = practiceUnderTest()
  client = practice.addClient({ firstName: 'Mara', lastName: 'Sample' })
  session = practice.startSession(client, '2026-11-16T14:00')
})
afterEach(() => practice.remove())

const get = (id = session) => practice.call('session:get', { id })
const put = (finding: Finding) => practice.call('finding:put', { finding })

function putFinding(change: Partial<Finding> = {}, sessionId = session): Finding {
  const finding = practice.someFinding(sessionId, change)
  put(finding)
  return finding
}

/** Changes rows as a newer version of the app would have written them. */
const fromFuture = (sql: string) => practice.database.sqlite.exec(sql)

describe('a region that only a newer version knows', () => {
  const future = { regionId: 'tail.tip', structureId: 'gizzard', refersToRegionId: 'tail.root' }

  function putFromFuture(): Finding {
    const finding = putFinding()
    fromFuture(`UPDATE finding SET region_id = 'tail.tip', structure_id = 'gizzard', refers_to_region_id = 'tail.root'`)
    return { ...finding, ...future }
  }

  it('is refused for a new mark', () => {
    expect(refusalOf(() => putFinding({ regionId: 'tail.tip' }))).toEqual(
      fieldRefusal('finding.regionId', 'unknown_region'),
    )
    expect(refusalOf(() => putFinding({ refersToRegionId: 'tail.root' }))).toEqual(
      fieldRefusal('finding.refersToRegionId', 'unknown_region'),
    )
    const area = practice.someArea(session, { regionIds: ['head.crown', 'tail.tip'] })
    expect(refusalOf(() => practice.call('treatedArea:put', { area }))).toEqual(
      fieldRefusal('area.regionIds', 'unknown_region'),
    )
    const noGo = practice.someNoGo(client, { regionId: 'tail.tip' })
    expect(refusalOf(() => practice.call('noGo:put', { area: noGo }))).toEqual(
      fieldRefusal('area.regionId', 'unknown_region'),
    )
    const answer = practice.someAnswer(session, { regionId: 'tail.tip' })
    expect(refusalOf(() => practice.call('noGo:answer', { answer }))).toEqual(
      fieldRefusal('answer.regionId', 'unknown_region'),
    )
    expect(get()).toMatchObject({ findings: [], treatedAreas: [], noGoAreas: [], noGoAnswers: [] })
  })

  it('stays with a finding that has it, whose other fields can be changed', () => {
    const finding = putFromFuture()
    expect(get().findings).toEqual([finding])
    put({ ...finding, severity: 1, remark: 'softer', kind: 'scar' })
    expect(get().findings).toEqual([{ ...finding, severity: 1, remark: 'softer', kind: 'scar' }])
    expect(refusalOf(() => put({ ...finding, regionId: 'tail.root' })).code).toBe('VALIDATION')
    expect(refusalOf(() => put({ ...finding, refersToRegionId: 'tail.tip' })).code).toBe('VALIDATION')
    put({ ...finding, regionId: 'head.crown', structureId: null, refersToRegionId: null })
  })

  it('comes back when taking the finding off is undone', () => {
    const finding = putFromFuture()
    practice.call('finding:remove', { sessionId: session, id: finding.id })
    put(finding)
    expect(get().findings).toEqual([finding])
  })

  it('is taken over to the next visit, and named in all comparisons', () => {
    const finding = putFromFuture()
    const next = practice.startSession(client, '2026-11-23T14:00')
    const last = practice.call('bodymap:lastVisit', { sessionId: next }).visit
    expect(last?.findings).toEqual([finding])
    const id = practice.surroundings.newId()
    const carried = { ...finding, id, sessionId: next, carriedFromId: finding.id, isConfirmed: false, severity: 2 }
    put(carried)
    expect(get(next).findings).toEqual([carried])
    const { visits } = practice.call('bodymap:visits', { clientId: client, phase: 'after' })
    expect(visits[1]?.comparison).toEqual([{ change: 'better', wasId: finding.id, nowId: carried.id }])
    expect(refusalOf(() => putFinding({ regionId: 'tail.root', carriedFromId: finding.id }, next)).code).toBe(
      'VALIDATION',
    )
  })

  it('stays with treated and no-go areas, and the no-go question can be answered', () => {
    const area = practice.someArea(session)
    practice.call('treatedArea:put', { area })
    const noGo = practice.someNoGo(client)
    practice.call('noGo:put', { area: noGo })
    fromFuture(`UPDATE treated_area_region SET region_id = 'tail.tip' WHERE position = 1;
      UPDATE no_go_area SET region_id = 'tail.tip'`)
    const kept = { ...area, regionIds: [area.regionIds[0] ?? '', 'tail.tip'], minutes: 20 }
    practice.call('treatedArea:put', { area: kept })
    practice.call('noGo:put', { area: { ...noGo, regionId: 'tail.tip', level: 'limited' } })
    const answer = practice.someAnswer(session, { regionId: 'tail.tip' })
    practice.call('noGo:answer', { answer })
    expect(get()).toMatchObject({
      treatedAreas: [kept],
      noGoAreas: [{ regionId: 'tail.tip', level: 'limited' }],
      noGoAnswers: [answer],
    })
  })

  it('does not keep a note from being signed: its finding is still shown in words', () => {
    const finding = putFromFuture()
    practice.call('session:sign', { id: session })
    expect(get().findings).toEqual([finding])
    expect(practice.verify().intact).toBe(true)
  })
})

describe.each([
  ['a finding whose kind a newer version made', `UPDATE finding SET kind = 'cupping' WHERE id = $1`, 'finding'],
  ['a finding in a view that a newer version draws', `UPDATE finding SET view = 'inside' WHERE id = $1`, 'finding'],
  ['a stroke whose kind a newer version made', `UPDATE stroke SET kind = 'cupping' WHERE id = $1`, 'stroke'],
  ['a stroke in a view that a newer version draws', `UPDATE stroke SET view = 'inside' WHERE id = $1`, 'stroke'],
  ['a stroke whose points are cut off', `UPDATE stroke SET points = X'0000803F00' WHERE id = $1`, 'stroke'],
  ['a stroke without points', `UPDATE stroke SET points = X'' WHERE id = $1`, 'stroke'],
  [
    'a stroke whose points are no numbers',
    `UPDATE stroke SET points = X'${'FFFFFFFF'.repeat(3)}' WHERE id = $1`,
    'stroke',
  ],
] as const)('%s', (_, sql, mark) => {
  let finding: Finding
  let stroke: ReturnType<PracticeUnderTest['someStroke']>
  let id: string

  beforeEach(() => {
    finding = putFinding({ regionId: 'back.sacrum', severity: 4, remark: 'Round marks' })
    stroke = practice.someStroke(session)
    practice.call('stroke:put', { stroke })
    putFinding({ kind: 'pain' })
    id = mark === 'finding' ? finding.id : stroke.id
    fromFuture(sql.replaceAll('$1', `'${id}'`))
  })

  it('is named beside the marks that can be shown', () => {
    const record = get()
    const kind = practice.database.sqlite.prepare(`SELECT kind FROM ${mark} WHERE id = ?`).pluck().get(id)
    const place = mark === 'finding' ? { regionId: 'back.sacrum', severity: 4, remark: 'Round marks' } : {}
    expect(record.unknownMarks).toEqual([
      { id, mark, phase: 'before', kind, regionId: null, severity: null, remark: '', ...place },
    ])
    expect(record.findings).toHaveLength(mark === 'finding' ? 1 : 2)
    expect(record.strokes).toHaveLength(mark === 'stroke' ? 0 : 1)
    expect(contract['session:get'].output.parse(record)).toEqual(record)
    const file = practice.call('patientFile:compose', { clientId: client, options: wholeFile })
    expect(file.sessions[0]?.unknownMarks).toEqual(record.unknownMarks)
  })

  it('is neither written over nor taken off, and stays as it is', () => {
    const row = () => practice.database.sqlite.prepare(`SELECT * FROM ${mark} WHERE id = ?`).get(id)
    const before = row()
    const rewrite = () => (mark === 'finding' ? put(finding) : practice.call('stroke:put', { stroke }))
    expect(refusalOf(rewrite)).toEqual({ code: 'CONFLICT' })
    expect(refusalOf(() => practice.call(`${mark}:remove`, { sessionId: session, id }))).toEqual({ code: 'CONFLICT' })
    putFinding({ kind: 'scar' })
    practice.reopen()
    expect(row()).toEqual(before)
  })

  it('keeps the note from being signed', () => {
    expect(refusalOf(() => practice.call('session:sign', { id: session }))).toEqual(fieldRefusal('marks', 'unreadable'))
  })

  it('is left out where maps are compared', () => {
    const { visits } = practice.call('bodymap:visits', { clientId: client, phase: 'before' })
    expect(visits[0]?.findings).toEqual(get().findings)
    const next = practice.startSession(client, '2026-11-23T14:00')
    expect(practice.call('bodymap:lastVisit', { sessionId: next }).visit?.findings).toEqual(get().findings)
  })
})

describe('a note that a newer version signed', () => {
  it('with a mark that this version does not know is shown, and its signature fits', () => {
    const { id } = putFinding()
    // Form 2 knows no distance from UTC, and a note of its time has none.
    fromFuture(`UPDATE finding SET kind = 'cupping'; UPDATE session SET entered_offset = NULL`)
    const repositories = createRepositories(practice.database)
    const unsigned = {
      sequence: 1,
      kind: 'note',
      subjectId: session,
      sessionId: session,
      clientId: client,
      practiceName: 'Quiet Hands',
      signerName: 'Ada Moreno',
      credentials: '',
      licenceNumber: '',
      clientFirstName: 'Mara',
      clientLastName: 'Sample',
      clientDateOfBirth: null,
      signedAt: '2026-11-16T15:00:00.000Z',
      signedOffset: null,
      canonicalVersion: 2,
      previousFingerprint: firstPreviousFingerprint,
    }
    const form = signedKinds.note.read(repositories, session)?.canonical(2, sealOf(unsigned)) ?? ''
    repositories.signatures.insert({ ...unsigned, fingerprint: fingerprintOf(form) })
    expect(get()).toMatchObject({ signature: { sequence: 1 }, findings: [], unknownMarks: [{ id, kind: 'cupping' }] })
    expect(practice.verify()).toEqual({ intact: true, signatures: 1 })
  })
})

describe('the contract refuses', () => {
  const refused = (channel: Channel, input: unknown) =>
    contract[channel].input.safeParse(input).error?.issues.map(({ path }) => path.join('.'))

  it('a severity of 11, and so does the database', () => {
    const finding = practice.someFinding(session, { severity: 11 })
    expect(refused('finding:put', { finding })).toEqual(['finding.severity'])
    expect(refused('finding:put', { finding: { ...finding, severity: -1 } })).toEqual(['finding.severity'])
    expect(refused('finding:put', { finding: { ...finding, severity: 2.5 } })).toEqual(['finding.severity'])
    expect(refusalOf(() => put(finding)).code).toBe('INTERNAL')
    expect(get().findings).toEqual([])
  })

  it('a kind that nobody knows', () => {
    const finding = { ...practice.someFinding(session), kind: 'cupping' }
    expect(refused('finding:put', { finding })).toEqual(['finding.kind'])
  })

  it.each([
    ['more points than a stroke may have', Array.from({ length: (strokePointLimit + 1) * 3 }, () => 1)],
    ['100,000 points', Array.from({ length: 300_000 }, () => 1)],
    ['half a point', [1, 2]],
    ['a point too few', [1, 2, 0.5, 3]],
    ['no point', []],
    ['a coordinate that is no number', [Number.NaN, 2, 0.5]],
    ['a coordinate without end', [1, Infinity, 0.5]],
    ['a coordinate far off any figure', [1, 1e9, 0.5]],
  ])('%s', (_, points) => {
    const stroke = practice.someStroke(session, { points })
    expect(contract['stroke:put'].input.safeParse({ stroke }).success).toBe(false)
    expect(contract['stroke:put'].input.safeParse({ stroke: practice.someStroke(session) }).success).toBe(true)
  })

  it.each([
    ['no region', { regionIds: [] }],
    ['the same region twice', { regionIds: ['head.crown', 'head.crown'] }],
    ['no technique', { technique: ' ' }],
    ['no minutes', { minutes: 0 }],
    ['more minutes than a day has', { minutes: 1441 }],
    ['half a minute', { minutes: 0.5 }],
    ['a pressure of 6', { pressure: 6 }],
  ])('a treated area of %s', (_, change) => {
    const area = practice.someArea(session, change)
    expect(contract['treatedArea:put'].input.safeParse({ area }).success).toBe(false)
  })

  it('a no-go area without a reason, and an invalid decision', () => {
    expect(refused('noGo:put', { area: practice.someNoGo(client, { reason: '' }) })).toEqual(['area.reason'])
    const answer = { ...practice.someAnswer(session), decision: 'perhaps' }
    expect(refused('noGo:answer', { answer })).toEqual(['answer.decision'])
  })
})
