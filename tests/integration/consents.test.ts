// Consents: the practice's rules, giving and withdrawing, how long one holds, and what a session needs before it is signed.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { contract } from '#shared/contract/contract.ts'
import type { NewConsent } from '#shared/domain/consent/consent.ts'
import type { Place } from '#shared/domain/consent/forms.ts'
import { consentPresets } from '#shared/domain/consent/presets.ts'
import { practiceUnderTest, type PracticeUnderTest } from '../fixtures/practiceUnderTest.ts'
import { fieldRefusal, nobody, refusalOf } from '../fixtures/refusal.ts'

let practice: PracticeUnderTest
let client: string
beforeEach(() => {
  practice = practiceUnderTest()
  client = practice.addClient({ firstName: 'Mara', lastName: 'Sample', dateOfBirth: '1980-03-02' })
})
afterEach(() => practice.remove())

const newId = () => practice.surroundings.newId()
const days = (count: number) => count * 86_400_000
const choose = (place: Place) =>
  practice.call('consent:saveRules', { rules: { place, ...consentPresets[place].rules } })

function give(change: Partial<NewConsent> = {}): string {
  const consent = practice.someConsent(change.clientId ?? client, change)
  practice.call('consent:give', { consent })
  return consent.id
}
const withdraw = (consentId: string) =>
  practice.call('consent:withdraw', { withdrawal: { id: newId(), consentId, cause: 'withdrawn', remark: 'Asked to' } })
function consentsOf(clientId = client) {
  const answer = practice.call('consent:ofClient', { clientId })
  expect(contract['consent:ofClient'].output.parse(answer)).toEqual(answer)
  return answer
}
const states = () => consentsOf().consents.map(({ state }) => state)
const needed = (sessionId: string) => {
  const answer = practice.call('consent:needed', { sessionId })
  expect(contract['consent:needed'].output.parse(answer)).toEqual(answer)
  return answer
}
const left = 'chest.breast.left'
const right = 'chest.breast.right'

/** A session in which a region was treated, ready to be signed. */
function treat(regionIds: readonly string[] = [left], start?: string): string {
  const id = practice.startSession(client, start)
  practice.write(id, 'plan', 'Weekly')
  practice.call('treatedArea:put', { area: practice.someArea(id, { regionIds: [...regionIds] }) })
  return id
}
function sign(id: string, reason?: string) {
  const { questions } = practice.call('session:signQuestions', { id })
  const withoutConsent = needed(id).needs.map(({ formId, regionIds }) => ({ formId, regionIds, reason: reason ?? '' }))
  return practice.call('session:sign', {
    id,
    answers: questions.map((question) => ({ ...question, decision: 'left' })),
    ...(reason !== undefined && { withoutConsent }),
  })
}
const sensitive = (change: Partial<NewConsent> = {}): Partial<NewConsent> => ({
  kind: 'sensitive area',
  name: 'Breast massage',
  regionIds: [left, right],
  validity: 'one year',
  ...change,
})

describe('the rules', () => {
  it.each(Object.keys(consentPresets) as Place[])('of %s are kept as they were chosen', (place) => {
    expect(practice.call('consent:rules', {})).toEqual({ rules: null })
    choose(place)
    practice.reopen()
    const { rules } = practice.call('consent:rules', {})
    expect(rules).toEqual({ place, ...consentPresets[place].rules })
  })

  it('can be chosen anew, and given up', () => {
    choose('texas')
    choose('washington')
    expect(practice.call('consent:rules', {}).rules?.place).toBe('washington')
    practice.call('consent:saveRules', { rules: null })
    expect(practice.call('consent:rules', {})).toEqual({ rules: null })
    expect(needed(treat()).needs).toEqual([])
  })
})

describe('a consent', () => {
  it('is signed into the chain as it was given, with its drawn signature', () => {
    const id = give(sensitive({ atVisit: practice.startSession(client), witness: 'offered' }))
    expect(consentsOf().consents).toMatchObject([
      {
        ...practice.someConsent(client),
        ...sensitive(),
        id,
        witness: 'offered',
        atVisit: expect.any(String),
        state: 'valid',
      },
    ])
    expect(consentsOf().consents[0]).toMatchObject({ sequence: 1, signerName: 'Ada Moreno', lastDay: '2027-11-22' })
    expect(practice.verify()).toMatchObject({ intact: true, signatures: 1 })
    expect(refusalOf(() => practice.call('consent:give', { consent: practice.someConsent(client, { id }) }))).toEqual({
      code: 'CONFLICT',
    })
  })

  it('cannot be changed or deleted in the database, nor its marks, nor be withdrawn in silence', () => {
    const id = give()
    const { sqlite } = practice.database
    for (const statement of [
      "UPDATE consent SET validity = 'one year'",
      'DELETE FROM consent_mark',
      "UPDATE consent_mark SET name = 'Somebody'",
      `INSERT INTO consent_region VALUES ('${id}', 0, 'chest.breast.left')`,
      'DELETE FROM consent_element',
    ]) {
      expect(() => sqlite.exec(statement), statement).toThrow('SIGNED')
    }
    sqlite.exec(`INSERT INTO consent_withdrawal VALUES ('w', '${id}', 'withdrawn', '', '2026-11-23T14:00:00.000Z', 0)`)
    expect(() =>
      sqlite.exec(
        `INSERT INTO signature SELECT sequence + 1, 'withdrawal', 'nothing', NULL, client_id, practice_name, signer_name, credentials,
         licence_number, client_first_name, client_last_name, client_date_of_birth, signed_at, signed_offset, 1, fingerprint,
         '${'b'.repeat(64)}' FROM signature`,
      ),
    ).toThrow('SIGNED')
  })

  it('that was changed past the app / does not fit any more', () => {
    give()
    const { sqlite } = practice.database
    sqlite.exec('DROP TRIGGER consent_signed_update')
    sqlite.exec("UPDATE consent SET areas = 'Everything'")
    expect(practice.verify()).toMatchObject({ intact: false, kind: 'consent' })
  })

  it.each<[string, Partial<NewConsent>, string]>([
    ['nobody’s mark', { marks: [{ role: 'therapist', manner: 'typed', name: 'Ada', points: null }] }, 'mark_missing'],
    ['no region of a sensitive area', sensitive({ regionIds: [] }), 'regions_missing'],
    ['no session where it is for one', { validity: 'this session' }, 'visit_missing'],
    ['no guardian of a minor', { kind: 'minor' }, 'guardian_missing'],
  ])('with %s / is refused', (_, change, code) => {
    expect(refusalOf(() => give(change))).toEqual(fieldRefusal('consent', code))
    expect(consentsOf().consents).toEqual([])
  })

  it('for a session of somebody else, or of nobody, is refused', () => {
    const other = practice.startSession(practice.addClient({ lastName: 'Other' }))
    expect(refusalOf(() => give({ atVisit: other }))).toEqual({ code: 'CONFLICT' })
    expect(refusalOf(() => give({ atVisit: nobody }))).toEqual({ code: 'NOT_FOUND' })
    expect(refusalOf(() => withdraw(nobody))).toEqual({ code: 'NOT_FOUND' })
  })

  it('is withdrawn once, for good, and both stay in the record', () => {
    const id = give()
    practice.surroundings.moveTime(60_000)
    withdraw(id)
    expect(consentsOf().consents).toMatchObject([
      { state: 'withdrawn', ending: { cause: 'withdrawn', remark: 'Asked to', at: '2026-11-23T14:01:00.000Z' } },
    ])
    expect(refusalOf(() => withdraw(id))).toEqual({ code: 'CONFLICT' })
    practice.surroundings.moveTime(-days(30))
    expect(states()).toEqual(['withdrawn'])
    expect(practice.verify()).toMatchObject({ intact: true, signatures: 2 })
  })
})

describe('a client under age', () => {
  beforeEach(() => {
    choose('washington')
    client = practice.addClient({ firstName: 'Ben', lastName: 'Sample', dateOfBirth: '2012-05-01' })
  })

  it('needs a guardian’s consent before the first session is signed, and who that may be is known', () => {
    const person = { clientId: null, name: 'Ines Sample', phone: '' } as const
    practice.call('people:putHousehold', { id: newId(), clientId: client, relation: 'guardian', person })
    practice.call('people:putHousehold', { id: newId(), clientId: client, relation: 'partner', person })
    expect(consentsOf()).toMatchObject({ isUnderAge: true, guardians: ['Ines Sample'] })
    const session = treat(['back.sacrum'])
    expect(needed(session).needs).toMatchObject([{ kind: 'minor', regionIds: [] }])
    give({
      kind: 'minor',
      validity: 'one year',
      marks: [{ role: 'guardian', manner: 'typed', name: 'Ines', points: null }],
    })
    expect(needed(session).needs).toEqual([])
  })

  it('cannot give any consent alone', () => {
    expect(refusalOf(() => give())).toEqual(fieldRefusal('consent', 'guardian_missing'))
  })
})

describe('a session', () => {
  it('that treats a guarded region without a consent / is not signed before it is said why not; the reason is signed', () => {
    choose('washington')
    const id = treat([left, 'back.sacrum'])
    expect(needed(id).needs).toEqual([
      { formId: 'breast', kind: 'sensitive area', name: 'Breast massage', regionIds: [left] },
    ])
    expect(refusalOf(() => sign(id))).toEqual(fieldRefusal('withoutConsent', 'unanswered'))
    expect(needed(id).lacks).toEqual([])
    sign(id, 'Spoken consent only: her hand is in plaster')
    expect(needed(id)).toMatchObject({
      needs: [],
      lacks: [{ name: 'Breast massage', regionIds: [left], reason: 'Spoken consent only: her hand is in plaster' }],
    })
    expect(practice.verify()).toMatchObject({ intact: true, signatures: 2 })
    expect(() => practice.database.sqlite.exec("UPDATE consent_lack SET reason = 'None'")).toThrow('SIGNED')
  })

  it('whose regions are all covered / is signed without a question', () => {
    choose('washington')
    give(sensitive({ regionIds: [left] }))
    expect(needed(treat([left, right])).needs).toMatchObject([{ regionIds: [right] }])
    const id = treat([left])
    expect(needed(id).needs).toEqual([])
    sign(id)
  })

  it('needs a consent of its own where the rule says every session', () => {
    choose('alberta')
    give({ validity: 'until the plan changes' })
    const [one, two] = [treat(), treat()]
    give(sensitive({ validity: 'this session', atVisit: one }))
    expect(needed(one).needs).toEqual([])
    expect(needed(two).needs).toMatchObject([{ formId: 'sensitive-areas' }])
  })

  it('of which the consent is withdrawn or ends while it is open / asks for it again', () => {
    choose('washington')
    const id = give(sensitive())
    const session = treat()
    expect(needed(session).needs).toEqual([])
    // The year is over, but the treatment was before: it holds for that day.
    practice.surroundings.moveTime(days(400))
    expect(needed(session).needs).toEqual([])
    expect(needed(treat()).needs).toMatchObject([{ formId: 'breast' }])
    withdraw(id)
    expect(needed(session).needs).toMatchObject([{ formId: 'breast' }])
  })

  it('with the clock set back before the end of a consent / does not bring it back', () => {
    choose('washington')
    give(sensitive())
    practice.surroundings.moveTime(days(400))
    // Something is signed after its end, so the record knows that the year is over.
    sign(treat(['back.sacrum']))
    practice.surroundings.moveTime(-days(100))
    expect(needed(treat()).needs).toMatchObject([{ formId: 'breast' }])
    // One that is given now holds, whatever the clock says.
    give(sensitive())
    expect(needed(treat()).needs).toEqual([])
  })

  it('of before a consent was given / is not covered by it', () => {
    choose('washington')
    give(sensitive())
    expect(needed(treat([left], '2026-11-20T10:00')).needs).toMatchObject([{ formId: 'breast' }])
  })
})
