// The client's last visit before a session, as the card "Last time" and carrying forward need it.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { contract } from '#shared/contract/contract.ts'
import { carried } from '#shared/domain/note/carried.ts'
import { documentFromText } from '#shared/domain/note/plainText.ts'
import { practiceUnderTest, type PracticeUnderTest } from '../fixtures/practiceUnderTest.ts'
import { nobody, refusalOf } from '../fixtures/refusal.ts'

let practice: PracticeUnderTest
let client: string
let session: string
beforeEach(() => {
  practice = practiceUnderTest()
  client = practice.addClient({ firstName: 'Mara', lastName: 'Sample' })
  session = practice.startSession(client, '2026-11-23T14:00')
})
afterEach(() => practice.remove())

const lastTime = (sessionId = session) => practice.call('session:lastTime', { sessionId }).visit

describe('the last visit of a session', () => {
  it('is missing at a client’s first one, whatever other clients have', () => {
    practice.startSession(client, '2026-11-24T14:00')
    practice.startSession(practice.addClient({ lastName: 'Other' }), '2026-11-20T14:00')
    expect(lastTime()).toBeNull()
  })

  it('is the newest earlier one by service date, with all that can be taken over', () => {
    practice.startSession(client, '2026-11-16T09:00')
    const newest = practice.startSession(client, '2026-11-16T15:00')
    practice.startSession(client, '2026-11-09T09:00')
    const before = practice.someFinding(newest, { severity: 7 })
    const after = practice.someFinding(newest, { phase: 'after', continuesId: before.id, severity: 3 })
    const area = practice.someArea(newest)
    practice.call('finding:put', { finding: before })
    practice.call('finding:put', { finding: after })
    practice.call('treatedArea:put', { area })
    practice.write(newest, 'plan', 'Check the right hip.')
    practice.call('session:savePain', { id: newest, painBefore: 6, painAfter: 3 })
    const scores = [{ measure: 'tension' as const, before: 6, after: 3 }]
    practice.call('session:saveMeasures', { id: newest, measures: { scores, ranges: [], activities: [] } })
    const techniques = [{ text: 'Myofascial release', carriedFrom: null }]
    const homework = [{ text: 'Doorway stretch', carriedFrom: '2026-11-09' }]
    practice.call('session:saveItems', { id: newest, list: 'technique', items: techniques })
    practice.call('session:saveItems', { id: newest, list: 'homework', items: homework })
    practice.call('session:savePrivateRemark', { id: newest, text: 'Talks of a divorce.' })

    const visit = lastTime()
    expect(visit).toMatchObject({
      sessionId: newest,
      number: 3,
      serviceStart: '2026-11-16T15:00',
      isSigned: false,
      painBefore: 6,
      painAfter: 3,
      measures: { scores },
      findings: [before, after],
      treatedAreas: [area],
      techniques,
      homework,
    })
    expect(visit?.sections.map(({ section, plainText }) => [section, plainText])).toEqual([
      ['subjective', ''],
      ['objective', ''],
      ['assessment', ''],
      ['plan', 'Check the right hip.'],
    ])
    expect(contract['session:lastTime'].output.parse({ visit })).toEqual({ visit })
  })

  it('says whether it is signed, and never shows the private remark', () => {
    const last = practice.startSession(client, '2026-11-16T09:00')
    practice.write(last, 'assessment', 'Better.')
    practice.call('session:savePrivateRemark', { id: last, text: 'Talks of a divorce.' })
    practice.call('session:sign', { id: last, answers: [] })
    expect(lastTime()).toMatchObject({ sessionId: last, isSigned: true })
    expect(JSON.stringify(lastTime())).not.toContain('divorce')
  })

  it('has the amended words; an amendment that is not signed does not count', () => {
    const last = practice.startSession(client, '2026-11-16T09:00')
    practice.write(last, 'plan', 'Work on the left knee.')
    practice.sign(last)
    const wordsOfPlan = () => lastTime()?.sections.at(-1)
    const amend = (text: string) => practice.amendment(last, { part: 'plan', reason: 'The wrong side.' }, text)
    const amendment = amend('Work on the right knee.')
    expect(wordsOfPlan()?.plainText).toBe('Work on the left knee.')
    practice.call('addendum:sign', { sessionId: last, id: amendment })
    practice.call('addendum:sign', { sessionId: last, id: amend('Work on the right hip.') })
    amend('Work on nothing.')
    expect(wordsOfPlan()).toMatchObject({
      section: 'plan',
      plainText: 'Work on the right hip.',
      document: documentFromText('Work on the right hip.'),
    })
  })

  it('shows corrected details and lists in the amended words; the scores stay as signed', () => {
    const last = practice.startSession(client, '2026-11-16T09:00')
    practice.write(last, 'plan', 'Every fortnight.')
    practice.call('session:savePain', { id: last, painBefore: 6, painAfter: 3 })
    practice.sign(last)
    expect(lastTime()?.amended).toEqual([])
    const amend = (part: 'measures' | 'plan', text: string) =>
      practice.amendment(last, { part, reason: 'Written down wrongly.' }, text)
    const amendment = amend('measures', 'Pain: 5 → 2')
    expect(lastTime()?.amended).toEqual([])
    for (const id of [amendment, amend('measures', 'Pain: 4 → 2'), amend('plan', 'Weekly.')]) {
      practice.call('addendum:sign', { sessionId: last, id })
    }
    amend('measures', 'Pain: 1 → 1')
    expect(lastTime()).toMatchObject({
      painBefore: 6,
      painAfter: 3,
      amended: [{ part: 'measures', words: 'Pain: 4 → 2' }],
    })
  })

  it('is never one that was discarded, and follows the service date', () => {
    const older = practice.startSession(client, '2026-11-09T09:00')
    const newer = practice.startSession(client, '2026-11-16T09:00')
    practice.call('session:discard', { id: newer })
    expect(lastTime()?.sessionId).toBe(older)
    practice.call('session:restore', { id: newer })
    expect(lastTime()?.sessionId).toBe(newer)
    const { details } = practice.call('session:get', { id: session })
    practice.call('session:saveDetails', { id: session, details: { ...details, serviceStart: '2026-11-10T09:00' } })
    expect(lastTime()?.sessionId).toBe(older)
  })

  it('is refused for a session that is not there or was discarded', () => {
    practice.call('session:discard', { id: session })
    expect(refusalOf(() => lastTime())).toMatchObject({ code: 'NOT_FOUND' })
    expect(refusalOf(() => lastTime(nobody))).toMatchObject({ code: 'NOT_FOUND' })
  })
})

describe('text that was taken over', () => {
  it('is stored with its origin, and read as the plain text that it is', () => {
    const from = { sessionId: practice.startSession(client, '2026-11-16T09:00'), date: '2026-11-16' }
    const document = carried(documentFromText('Headaches in the afternoon.\nTwo a week.'), from)
    practice.write(session, 'subjective', document)
    practice.reopen()
    const [subjective] = practice.call('session:get', { id: session }).sections
    expect(subjective).toMatchObject({ document, plainText: 'Headaches in the afternoon.\nTwo a week.' })
  })
})
