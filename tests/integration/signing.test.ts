import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { contract } from '#shared/contract/contract.ts'
import { practiceUnderTest, samplePractice, type PracticeUnderTest } from '../fixtures/practiceUnderTest.ts'
import { fieldRefusal, refusalOf } from '../fixtures/refusal.ts'

let practice: PracticeUnderTest
let client: string
beforeEach(() => {
  practice = practiceUnderTest()
  client = practice.addClient({ firstName: 'Mara', lastName: 'Sample', dateOfBirth: '1980-02-29' })
})
afterEach(() => practice.remove())

const get = (id: string) => practice.call('session:get', { id })
const sign = (id: string) => practice.sign(id)

function writtenSession(text = 'Weekly.'): string {
  const id = practice.startSession(client)
  practice.write(id, 'plan', text)
  return id
}

describe('signing a note', () => {
  it('states who, when and with which licence, and is shown from then on', () => {
    const id = writtenSession()
    practice.surroundings.setTime('2026-11-23T15:00:00.000Z')
    const signature = sign(id)
    expect(signature).toMatchObject({
      sequence: 1,
      signerName: 'Ada Moreno',
      credentials: 'LMT',
      licenceNumber: 'MA-4711',
      practiceName: 'Quiet Hands',
      signedAt: '2026-11-23T15:00:00.000Z',
      previousFingerprint: '0'.repeat(64),
    })
    expect(signature.fingerprint).toMatch(/^[0-9a-f]{64}$/)
    expect(contract['session:sign'].output.parse(signature)).toEqual(signature)
    expect(get(id).signature).toEqual(signature)
    expect(practice.call('client:get', { id: client }).sessions[0]?.signedAt).toBe('2026-11-23T15:00:00.000Z')
  })

  it.each(['', ' - '])('is refused while the therapist’s name is “%s”, and changes nothing', (therapistName) => {
    const first = writtenSession()
    sign(first)
    const draft = writtenSession()
    const addendum = practice.addendum(first, 'Telephoned.')
    const amendment = practice.amendment(first, { part: 'plan' }, 'Daily.')
    practice.call('practice:save', { practice: { ...samplePractice, therapistName } })
    const before = [get(first), get(draft)]
    expect(refusalOf(() => sign(draft))).toEqual({ code: 'SIGNER_UNNAMED' })
    for (const id of [addendum, amendment]) {
      expect(refusalOf(() => practice.call('addendum:sign', { sessionId: first, id }))).toEqual({
        code: 'SIGNER_UNNAMED',
      })
    }
    expect([get(first), get(draft)]).toEqual(before)

    practice.call('practice:save', { practice: samplePractice })
    expect(sign(draft).signerName).toBe('Ada Moreno')
    expect(practice.call('addendum:sign', { sessionId: first, id: addendum }).signerName).toBe('Ada Moreno')
  })

  it('under the practice’s former name / still verifies', () => {
    sign(writtenSession())
    practice.call('practice:save', { practice: { ...samplePractice, therapistName: '' } })
    expect(practice.verify().intact).toBe(true)
  })

  it('is refused for a note in which nothing is written or marked', () => {
    const id = practice.startSession(client)
    practice.write(id, 'plan', ' \n\u00a0')
    practice.call('session:savePain', { id, painBefore: 7, painAfter: 3 })
    expect(refusalOf(() => sign(id))).toEqual(fieldRefusal('', 'empty_note'))
    practice.call('finding:put', { finding: practice.someFinding(id) })
    sign(id)
  })

  it('happens once', () => {
    const id = writtenSession()
    const signature = sign(id)
    expect(refusalOf(() => sign(id))).toEqual({ code: 'SIGNED' })
    expect(get(id).signature).toEqual(signature)
  })

  it('is not undone by what happens to client and practice afterwards', () => {
    const id = writtenSession()
    const signature = sign(id)
    const { fields } = practice.call('client:get', { id: client }).client
    practice.call('client:update', { id: client, revision: 1, fields: { ...fields, lastName: 'Married' } })
    practice.call('practice:save', { practice: { ...samplePractice, licenceNumber: 'MA-9' } })
    expect(get(id).signature).toEqual(signature)
    expect(get(id).client.lastName).toBe('Married')
  })
})

describe('the chain', () => {
  it('links every signature to the one before it, notes and addenda alike', () => {
    const first = writtenSession()
    const signatures = [sign(first), sign(writtenSession('In two weeks.'))]
    signatures.push(practice.call('addendum:sign', { sessionId: first, id: practice.addendum(first, 'Telephoned.') }))
    signatures.push(sign(writtenSession('Once a month.')))
    expect(signatures.map((signature) => signature.sequence)).toEqual([1, 2, 3, 4])
    expect(signatures.map((signature) => signature.previousFingerprint)).toEqual([
      '0'.repeat(64),
      ...signatures.slice(0, -1).map((signature) => signature.fingerprint),
    ])
  })

  it('goes on when the clock was set back', () => {
    sign(writtenSession())
    practice.surroundings.setTime('2020-01-01T00:00:00.000Z')
    expect(sign(writtenSession())).toMatchObject({ sequence: 2, signedAt: '2020-01-01T00:00:00.000Z' })
  })

  it('distinguishes two notes with the same words', () => {
    expect(sign(writtenSession()).fingerprint).not.toBe(sign(writtenSession()).fingerprint)
  })

  it('is unchanged by a signature that fails', () => {
    const empty = practice.startSession(client)
    expect(refusalOf(() => sign(empty)).code).toBe('VALIDATION')
    expect(sign(writtenSession()).sequence).toBe(1)
  })
})
