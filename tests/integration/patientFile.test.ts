import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { runAtOnce } from '#main/jobs/jobs.ts'
import { createServices } from '#main/services/createServices.ts'
import { contract } from '#shared/contract/contract.ts'
import type { PatientFileOptions } from '#shared/contract/patientFile.ts'
import { sectionIds } from '#shared/domain/note/sections.ts'
import { fillPracticeOfSize, sectionTexts } from '../fixtures/practiceOfSize.ts'
import { practiceUnderTest, samplePractice, wholeFile, type PracticeUnderTest } from '../fixtures/practiceUnderTest.ts'
import { nobody, refusalOf } from '../fixtures/refusal.ts'

let practice: PracticeUnderTest
let client: string
beforeEach(() => {
  practice = practiceUnderTest()
  client = practice.addClient({ firstName: 'Mara', lastName: 'Sample', alert: 'Latex allergy' })
})
afterEach(() => practice.remove())

const compose = (options: Partial<PatientFileOptions> = {}, clientId = client) =>
  practice.call('patientFile:compose', { clientId, options: { ...wholeFile, ...options } })
const days = (options: Partial<PatientFileOptions> = {}) =>
  compose(options).sessions.map((session) => session.details.serviceStart.slice(0, 10))

function sessionOn(day: string, signing: 'signed' | 'draft'): string {
  const id = practice.startSession(client, `${day}T23:30`)
  practice.write(id, 'plan', `Written on ${day}.`)
  if (signing === 'signed') practice.call('session:sign', { id })
  return id
}

describe('a patient file', () => {
  it('has the practice, the client and every session newest first, as the session’s page shows them', () => {
    const ids = ['2026-11-01', '2026-11-15', '2026-11-08'].map((day) => sessionOn(day, 'signed'))
    practice.call('finding:put', { finding: practice.someFinding(sessionOn('2026-11-20', 'draft')) })
    practice.surroundings.setTime('2026-11-23T18:00:00.000Z')
    const file = compose()
    expect(file).toMatchObject({
      practice: samplePractice,
      client: practice.call('client:get', { id: client }).client,
      options: wholeFile,
      composedAt: '2026-11-23T18:00:00.000Z',
    })
    expect(file.sessions.map((session) => session.number)).toEqual([4, 3, 2, 1])
    expect(file.sessions.slice(1).map((session) => session.id)).toEqual([ids[1], ids[2], ids[0]])
    for (const session of file.sessions) expect(session).toEqual(practice.call('session:get', { id: session.id }))
    expect(contract['patientFile:compose'].output.parse(file)).toEqual(file)
  })

  it('keeps to the range of service dates, both days included, and to the numbers of the whole history', () => {
    for (const day of ['2026-11-01', '2026-11-08', '2026-11-15', '2026-11-22']) sessionOn(day, 'signed')
    expect(days({ from: '2026-11-08', to: '2026-11-15' })).toEqual(['2026-11-15', '2026-11-08'])
    expect(days({ from: '2026-11-09' })).toEqual(['2026-11-22', '2026-11-15'])
    expect(days({ to: '2026-11-01' })).toEqual(['2026-11-01'])
    expect(days({ from: '2027-01-01' })).toEqual([])
    expect(compose({ from: '2026-11-15' }).sessions.map((session) => session.number)).toEqual([4, 3])
  })

  it('has drafts only when they are wanted, and never what was discarded', () => {
    sessionOn('2026-11-01', 'signed')
    sessionOn('2026-11-08', 'draft')
    practice.call('session:discard', { id: sessionOn('2026-11-15', 'draft') })
    expect(days()).toEqual(['2026-11-08', '2026-11-01'])
    expect(days({ includeDrafts: false })).toEqual(['2026-11-01'])
  })

  it('has signed addenda only', () => {
    const session = sessionOn('2026-11-01', 'signed')
    practice.addendum(session, 'A draft.')
    const signed = practice.addendum(session, 'Telephoned.')
    practice.call('addendum:sign', { sessionId: session, id: signed })
    expect(compose().sessions[0]?.addenda.map((addendum) => addendum.id)).toEqual([signed])
  })

  it('has nobody else’s sessions', () => {
    sessionOn('2026-11-01', 'signed')
    const other = practice.addClient({ lastName: 'Other' })
    expect(compose({}, other).sessions).toEqual([])
  })

  it('has each session as it is when it is read, also when sessions are signed or discarded meanwhile', () => {
    const visits = Array.from({ length: 12 }, (_, at) => `2026-11-${String(at + 1).padStart(2, '0')}`)
    const [gone = '', late = ''] = visits.map((day) => sessionOn(day, 'draft'))
    const handlers = createServices(practice.database, practice.surroundings)
    const steps = handlers['print:compose']({ clientId: client, options: wholeFile })
    // The ten newest are read after the first step, the two oldest after the second.
    steps.next()
    steps.next()
    practice.surroundings.setTime('2026-11-23T18:00:00.000Z')
    practice.call('session:discard', { id: gone })
    practice.write(late, 'plan', 'Written meanwhile.')
    practice.call('session:sign', { id: late })
    practice.call('record:makeSeal', { why: 'saved' })
    const file = runAtOnce(steps)
    expect(file.sessions).toHaveLength(11)
    expect(file.sessions.at(-1)).toEqual({ ...practice.call('session:get', { id: late }), number: 2 })
    expect(file.composedAt).toBe('2026-11-23T18:00:00.000Z')
    expect(file.seal?.sequence).toBe(1)
  })

  it('is also made of an archived client, and not of one who does not exist', () => {
    sessionOn('2026-11-01', 'signed')
    practice.call('client:archive', { id: client })
    expect(compose().client.isArchived).toBe(true)
    expect(refusalOf(() => compose({}, nobody))).toEqual({ code: 'NOT_FOUND' })
  })
})

describe('a large practice with natural text', () => {
  it('gives its largest client’s file complete: every section’s text, in order', () => {
    const { clientIds, sessionIds } = fillPracticeOfSize(practice.database, practice.surroundings, {
      clients: 60,
      sessions: 700,
      sessionsOfFirst: 500,
      signed: 0.9,
    })
    const file = compose({}, clientIds[0])
    expect(file.sessions).toHaveLength(500)
    expect(file.sessions.map((session) => session.number)).toEqual(Array.from({ length: 500 }, (_, at) => 500 - at))
    const texts = sectionTexts()
    for (const session of file.sessions) {
      const order = sessionIds.indexOf(session.id)
      for (const [at, name] of sectionIds.entries()) {
        const stored = session.sections[at]
        expect(stored?.plainText).toBe(texts[name][order % texts[name].length])
        expect(stored?.document).not.toBeNull()
      }
      expect(session.findings).toHaveLength(2)
    }
  })
})
