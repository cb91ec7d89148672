// From version 1 of the schema to the whole body map: what was stored and signed means the same afterwards.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { migrations } from '#main/database/migrations/migrations.ts'
import { checkIntegrity } from '#main/database/check/checkIntegrity.ts'
import { contract } from '#shared/contract/contract.ts'
import { practiceOfVersion, versionOf, type PracticeOfVersion } from '../fixtures/practiceOfVersion.ts'
import { refusalOf } from '../fixtures/refusal.ts'
import { withoutTriggers } from '../fixtures/temporaryDatabase.ts'

const client = '01900000-0000-7000-8000-000000000001'
const [first, second, draft] = [
  '01900000-0000-7000-8000-000000000002',
  '01900000-0000-7000-8000-000000000006',
  '01900000-0000-7000-8000-00000000000a',
] as const

let practice: PracticeOfVersion
beforeEach(() => {
  practice = practiceOfVersion(1)
})
afterEach(() => practice.close())

describe('a practice of version 1', () => {
  it('keeps every note, and every signature fits as before', () => {
    const { sqlite, call, verify } = practice.opened()
    expect(versionOf(sqlite)).toBe(migrations.length)
    expect(checkIntegrity(sqlite, 'full')).toEqual([])
    expect(verify()).toEqual({ intact: true, signatures: 3 })
    const record = call('session:get', { id: second })
    expect(contract['session:get'].output.parse(record)).toEqual(record)
    expect(record).toMatchObject({
      signature: { sequence: 3 },
      findings: [
        { regionId: 'hip.gluteus-medius.left', phase: 'before', severity: 6, isConfirmed: true, continuesId: null },
        { regionId: 'hip.gluteus-medius.left', phase: 'after', severity: 2, carriedFromId: null, remark: 'softer' },
        { kind: 'bruise', phase: 'after', refersTo: 'the temple', refersToRegionId: null },
      ],
      strokes: [{ kind: 'pain', view: 'posterior', points: [1, 2, 0.5, 3, 4.25, 1] }],
      treatedAreas: [{ regionIds: ['back.lumbar-erectors.left'], technique: 'Swedish', minutes: 12, pressure: 2 }],
      unknownMarks: [],
      noGoAreas: [],
      noGoAnswers: [],
    })
    expect(call('session:get', { id: first }).addenda[0]?.signature?.sequence).toBe(2)
  })

  it('joins after-findings without a link to the before-findings they resemble', () => {
    const { visits } = practice.opened().call('bodymap:visits', { clientId: client, phase: 'after' })
    expect(visits.map(({ findings }) => findings.map(({ kind, severity }) => `${kind} ${severity}`))).toEqual([
      ['trigger-point 7', 'scar 7'],
      ['hypertonicity 2', 'bruise 1'],
      ['trigger-point 7'],
    ])
  })

  it('signs its draft with the new form, and the chain has both', () => {
    const { sqlite, call, verify } = practice.opened()
    const [area] = call('session:get', { id: draft }).treatedAreas
    if (!area) throw new Error('the treated area is gone')
    call('treatedArea:put', { area: { ...area, regionIds: [...area.regionIds, 'back.lumbar-erectors.right'] } })
    call('session:sign', { id: draft })
    expect(sqlite.prepare('SELECT canonical_version FROM signature ORDER BY sequence').pluck().all()).toEqual([
      1, 1, 1, 5,
    ])
    expect(verify()).toEqual({ intact: true, signatures: 4 })
  })

  it('keeps its signed marks locked, those in the new tables too', () => {
    const { sqlite, call } = practice.opened()
    const area = call('session:get', { id: first }).treatedAreas[0]?.id ?? ''
    for (const sql of [
      `UPDATE treated_area_region SET region_id = 'head.crown' WHERE treated_area_id = '${area}'`,
      `INSERT INTO treated_area_region VALUES ('${area}', 1, 'head.crown')`,
      `DELETE FROM treated_area_region WHERE treated_area_id = '${area}'`,
      `DELETE FROM treated_area WHERE id = '${area}'`,
      `UPDATE finding SET is_confirmed = 0 WHERE session_id = '${first}'`,
      `INSERT INTO no_go_answer VALUES ('a', '${first}', 'head.crown', 'limited', 'x', 'marked', '', '2026')`,
    ]) {
      expect(() => sqlite.exec(sql), sql).toThrow('SIGNED')
    }
    expect(refusalOf(() => call('treatedArea:remove', { sessionId: first, id: area }))).toEqual({ code: 'SIGNED' })
  })

  it.each([
    [
      'a region more',
      `INSERT INTO treated_area_region SELECT id, 1, 'head.crown' FROM treated_area WHERE session_id = '${first}'`,
    ],
    [
      'no region any more',
      `DELETE FROM treated_area_region
        WHERE treated_area_id IN (SELECT id FROM treated_area WHERE session_id = '${first}')`,
    ],
    ['an answer', `INSERT INTO no_go_answer VALUES ('a', '${first}', 'x', 'limited', 'x', 'marked', '', '2026')`],
    ['a referral', `UPDATE finding SET refers_to_region_id = 'head.crown' WHERE session_id = '${first}'`],
    ['a link', `UPDATE finding SET continues_id = 'x' WHERE session_id = '${first}'`],
    ['an origin', `UPDATE finding SET carried_from_id = 'x' WHERE session_id = '${first}'`],
    ['a doubt', `UPDATE finding SET is_confirmed = 0 WHERE session_id = '${first}'`],
  ])('shows when a stranger gives an old signed note %s, which its form does not cover', (_, sql) => {
    const { sqlite, verify } = practice.opened()
    withoutTriggers(sqlite)
    sqlite.exec(sql)
    expect(verify()).toMatchObject({ intact: false, sequence: 1, problem: 'fingerprint' })
  })
})
