import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fillDemo } from '#main/services/demo/fillDemo.ts'
import { people } from '#main/services/demo/people.ts'
import type { ClientSummary } from '#shared/contract/clients.ts'
import { contract } from '#shared/contract/contract.ts'
import type { SessionRecord } from '#shared/contract/sessions.ts'
import { changeKinds } from '#shared/domain/bodymap/comparison.ts'
import { findingCourses, isGone } from '#shared/domain/bodymap/phases.ts'
import { regionAt } from '#shared/domain/bodymap/regionAtPoint.ts'
import { labelOfRegion, regionById } from '#shared/domain/bodymap/regions.ts'
import { carriedRuns, withoutUneditedSentences } from '#shared/domain/note/carried.ts'
import { courseSentences } from '#shared/domain/bodymap/courseSentences.ts'
import { follows, linkedSentences } from '#shared/domain/note/linkedSentences.ts'
import { plainText } from '#shared/domain/note/plainText.ts'
import { foldText } from '#shared/domain/folding.ts'
import { ageOn } from '#shared/domain/time.ts'
import { practiceUnderTest, wholeFile, type PracticeUnderTest } from '../fixtures/practiceUnderTest.ts'

let practice: PracticeUnderTest
let clients: readonly ClientSummary[]
let histories: readonly (readonly SessionRecord[])[]

/** Every client's sessions, oldest first. */
const historiesOf = ({ call }: PracticeUnderTest) =>
  call('client:list', {}).map(({ id }) =>
    call('patientFile:compose', { clientId: id, options: wholeFile }).sessions.toReversed(),
  )

function demoAt(instant: string): PracticeUnderTest {
  const made = practiceUnderTest()
  made.surroundings.setTime(instant)
  fillDemo(made.database, made.surroundings)
  return made
}

beforeAll(() => {
  practice = demoAt('2026-11-23T14:02:00.000Z')
  clients = practice.call('client:list', {})
  histories = historiesOf(practice)
}, 60_000)
afterAll(() => practice.remove())

const sessions = () => histories.flat()
const words = (session: SessionRecord) => session.sections.map((section) => section.plainText).join('\n')

describe('the demo practice', () => {
  it('has forty clients, three of them archived, and two years of sessions', () => {
    expect(clients).toHaveLength(40)
    expect(clients.filter((client) => client.isArchived)).toHaveLength(3)
    expect(clients.filter((client) => client.alert).length).toBeGreaterThanOrEqual(8)
    expect(sessions().length).toBeGreaterThanOrEqual(900)
    expect(sessions().length).toBeLessThanOrEqual(1200)
    const days = sessions()
      .map((session) => session.details.serviceStart)
      .toSorted()
    expect(days[0]?.slice(0, 7)).toBe('2024-12')
    expect(days.at(-1)).toBe('2026-11-23T13:52')
  })

  it('is signed in one intact chain, except three drafts, one of them half-written today', () => {
    const drafts = sessions().filter((session) => session.signature === null)
    expect(drafts).toHaveLength(3)
    expect(
      practice
        .call('today:overview', {})
        .drafts.map((draft) => draft.id)
        .toSorted(),
    ).toEqual(drafts.map((draft) => draft.id).toSorted())
    const today = drafts.filter((session) => session.details.serviceStart.startsWith('2026-11-23'))
    expect(today).toHaveLength(1)
    expect(today[0]?.sections.map((section) => section.plainText !== '')).toEqual([true, true, false, true])
    expect(today[0]?.findings.length).toBeGreaterThan(0)
    const addenda = sessions().reduce((count, session) => count + session.addenda.length, 0)
    expect(addenda).toBeGreaterThanOrEqual(4)
    expect(practice.verify()).toEqual({
      intact: true,
      signatures: sessions().length - 3 + addenda,
    })
  })

  it('fits the contract everywhere', () => {
    for (const { id } of clients) {
      const page = practice.call('client:get', { id })
      expect(contract['client:get'].output.parse(page)).toEqual(page)
      const file = practice.call('patientFile:compose', { clientId: id, options: wholeFile })
      expect(contract['patientFile:compose'].output.parse(file)).toEqual(file)
    }
  })

  it('repeats no note of a client, and leaves no blank in a sentence', () => {
    for (const history of histories) {
      const notes = history.map(words)
      expect(new Set(notes).size).toBe(notes.length)
    }
    for (const session of sessions()) expect(words(session)).not.toMatch(/[{}]|undefined|NaN|\bnull\b| {2}|\.\./)
  })

  it('shows pain going down over a course, and never up within a session', () => {
    const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
    for (const history of histories.filter((one) => one.length > 15)) {
      const pain = history.flatMap((session) => session.painBefore ?? [])
      expect(mean(pain.slice(0, 3)) - mean(pain.slice(-6))).toBeGreaterThan(1)
    }
    for (const { painBefore, painAfter } of sessions()) {
      if (painBefore !== null && painAfter !== null) expect(painAfter).toBeLessThanOrEqual(painBefore)
    }
  })

  it('marks findings where the body map shows them', () => {
    for (const { findings } of sessions()) {
      for (const { regionId, view } of findings) expect(regionById(regionId)?.views, regionId).toContain(view)
    }
  })

  it('treats people with an alert gently', () => {
    const careful = new Set(clients.filter((client) => client.alert).map((client) => client.id))
    for (const { treatedAreas, techniques } of sessions().filter((one) => careful.has(one.client.id))) {
      for (const { pressure } of treatedAreas) expect(pressure).toBeLessThanOrEqual(2)
      for (const { text } of techniques) expect(text).not.toMatch(/deep|trigger point/i)
    }
  })

  it('never has two people on the table at once', () => {
    const busy = sessions()
      .map(({ details }) => details)
      .filter(({ serviceStart }) => serviceStart < '2026-11-23')
      .toSorted((a, b) => (a.serviceStart < b.serviceStart ? -1 : 1))
    for (const [index, { serviceStart, lengthMinutes }] of busy.entries()) {
      const end = new Date(Date.parse(`${serviceStart}:00Z`) + lengthMinutes * 60_000).toISOString().slice(0, 16)
      const next = busy[index + 1]
      if (next) expect(next.serviceStart >= end, `${serviceStart} and ${next.serviceStart}`).toBe(true)
    }
  })

  it('goes to some people’s homes', () => {
    const visits = sessions().filter((session) => session.details.place === 'visit')
    expect(new Set(visits.map((session) => session.client.id)).size).toBe(4)
    for (const visit of visits) expect(visit.details.visitAddress).not.toBe('')
  })

  it('has people of the ages that they are given, with names in many scripts', () => {
    const ages = clients.map((client) => ageOn(client.dateOfBirth, '2026-11-23'))
    expect(ages.toSorted()).toEqual(people.map((person) => person.age).toSorted())
    const names = clients.map((client) => client.firstName + client.lastName).join('')
    for (const script of ['Arabic', 'Hebrew', 'Cyrillic', 'Greek', 'Han', 'Hangul', 'Devanagari', 'Latin']) {
      expect(names).toMatch(new RegExp(`\\p{Script=${script}}`, 'u'))
    }
  })
})

describe('its body maps', () => {
  const visitsOf = (clientId: string) => practice.call('bodymap:visits', { clientId, phase: 'before' }).visits

  it('have exact points inside their regions, some of which refer to another region', () => {
    const pointed = sessions().flatMap(({ findings }) => findings.filter(({ point }) => point !== null))
    expect(pointed.length).toBeGreaterThan(500)
    for (const { point, view, regionId } of pointed) expect(regionAt(view, point?.x ?? 0, point?.y ?? 0)).toBe(regionId)
    const referring = pointed.filter(({ refersToRegionId }) => refersToRegionId !== null)
    expect(referring.length).toBeGreaterThan(200)
    for (const { refersToRegionId, refersTo } of referring) {
      expect(regionById(refersToRegionId ?? '')).toBeDefined()
      expect(refersTo).not.toBe('')
    }
  })

  it('have after-findings that continue before-findings, and some that were found only while working', () => {
    const afters = sessions().flatMap(({ findings }) => findingCourses(findings).filter(({ after }) => after))
    const continued = afters.filter(({ before, after }) => before && after?.continuesId === before.id)
    expect(continued.length).toBeGreaterThan(1000)
    expect(afters.length - continued.length).toBeGreaterThan(20)
    for (const { before } of afters.filter(({ after }) => after?.continuesId === null)) expect(before).toBeNull()
    expect(afters.filter(isGone).length).toBeGreaterThan(20)
  })

  it('take findings over from the visit before, confirmed but for some of the open session', () => {
    for (const history of histories) {
      const earlier = new Map<string, string>()
      for (const { findings, details } of history) {
        for (const { carriedFromId, regionId, isConfirmed } of findings) {
          if (carriedFromId !== null) expect(earlier.get(carriedFromId)).toBe(regionId)
          if (!details.serviceStart.startsWith('2026-11-23')) expect(isConfirmed).toBe(true)
        }
        for (const { id, regionId } of findings) earlier.set(id, regionId)
      }
    }
    const carried = sessions().flatMap(({ findings }) => findings.filter(({ carriedFromId }) => carriedFromId !== null))
    expect(carried.length).toBeGreaterThan(1000)
  })

  it('show every course of a finding: new, better, the same, worse, gone', () => {
    const courses = clients.map(({ id }) => visitsOf(id)).filter((visits) => visits.length >= 8)
    expect(courses.length).toBeGreaterThan(20)
    const whole = courses.filter((visits) => {
      const changes = new Set(visits.slice(1).flatMap(({ comparison }) => comparison.map(({ change }) => change)))
      return changes.size === changeKinds.length
    })
    expect(whole.length).toBeGreaterThan(courses.length / 2)
  })

  it('have strokes on the body, drawn with changing pressure', () => {
    const strokes = sessions().flatMap((session) => session.strokes)
    expect(strokes.length).toBeGreaterThan(100)
    for (const { points, view } of strokes) {
      const triples = Array.from({ length: points.length / 3 }, (_, at) => points.slice(at * 3, at * 3 + 3))
      const onBody = triples.filter(([x = 0, y = 0]) => regionAt(view, x, y) !== null)
      expect(onBody.length).toBeGreaterThan(triples.length / 2)
      const pressures = triples.map(([, , pressure = -1]) => pressure)
      expect(Math.min(...pressures)).toBeGreaterThan(0)
      expect(Math.max(...pressures)).toBeLessThanOrEqual(1)
      expect(Math.max(...pressures) - Math.min(...pressures)).toBeGreaterThan(0.2)
    }
  })

  it('have treated areas whose minutes fit into the session, with the techniques of the list', () => {
    for (const session of sessions().filter(({ treatedAreas }) => treatedAreas.length > 0)) {
      const minutes = session.treatedAreas.map((area) => area.minutes ?? 0)
      expect(minutes.reduce((sum, one) => sum + one, 0)).toBeLessThan(session.details.lengthMinutes)
      for (const { regionIds } of session.treatedAreas) expect(regionIds.every((id) => regionById(id))).toBe(true)
      const used = new Set(session.treatedAreas.map(({ technique }) => technique))
      expect(session.techniques.map(({ text }) => text)).toEqual([...used])
    }
    expect(sessions().filter(({ treatedAreas }) => treatedAreas.length > 1).length).toBeGreaterThan(900)
  })

  it('have one client with a forbidden and a limited region, and what was decided about both', () => {
    const withAreas = histories.filter((history) => (history[0]?.noGoAreas.length ?? 0) > 0)
    expect(withAreas).toHaveLength(1)
    expect(withAreas[0]?.[0]?.noGoAreas.map(({ level }) => level)).toEqual(['forbidden', 'limited'])
    const answers = withAreas.flat().flatMap((session) => session.noGoAnswers)
    expect(answers.map(({ decision }) => decision)).toEqual(['left out', 'marked'])
    const forbidden = withAreas[0]?.[0]?.noGoAreas[0]?.regionId ?? ''
    for (const { findings, treatedAreas } of withAreas.flat()) {
      expect(findings.map(({ regionId }) => regionId)).not.toContain(forbidden)
      expect(treatedAreas.flatMap(({ regionIds }) => regionIds)).not.toContain(forbidden)
    }
  })

  it('leave one draft unmarked, of somebody whose last visit has findings to take over', () => {
    const unmarked = sessions().filter(({ signature, findings }) => signature === null && findings.length === 0)
    expect(unmarked).toHaveLength(1)
    const last = practice.call('bodymap:lastVisit', { sessionId: unmarked[0]?.id ?? '' }).visit
    expect(last?.findings.length).toBeGreaterThan(0)
  })
})

describe('its notes', () => {
  const documents = () =>
    sessions().flatMap(({ sections, ...session }) => sections.map(({ document }) => ({ session, document: document! })))
  const whole = () => sessions().filter(({ treatedAreas }) => treatedAreas.length > 0)

  it('name every confirmed finding once, in its mark’s sentence', () => {
    for (const session of sessions()) {
      const made = courseSentences(session.findings)
      const linked = session.sections.flatMap(({ document }) => (document ? linkedSentences(document) : []))
      expect(linked.map(({ text, findingId }) => [findingId, text])).toEqual(
        made.courses.flatMap(({ id, sentence, isConfirmed }) => (isConfirmed ? [[id, sentence]] : [])),
      )
      expect(linked.every(follows)).toBe(true)
    }
    expect(sessions().filter(({ findings }) => findings.length > 0).length).toBeGreaterThan(900)
  })

  it('carry no words forward that findings, measures or lists already say', () => {
    for (const { session, document } of documents()) {
      const carriedOver = foldText(plainText(withoutUneditedSentences(document)))
      for (const { regionId } of session.findings) expect(carriedOver).not.toContain(foldText(labelOfRegion(regionId)))
      for (const { text } of [...session.techniques, ...session.homework]) {
        expect(carriedOver).not.toContain(foldText(text))
      }
      expect(carriedOver).not.toMatch(/\d+ ?(?:°|\/10|min\b)|pressure \d|\d (?:before|after)/)
    }
  })

  it('leave no empty heading or block when the findings’ sentences are taken out', () => {
    for (const { document } of documents()) {
      for (const block of withoutUneditedSentences(document).content) {
        expect(block.type).not.toBe('heading')
        if (plainText(document) !== '') expect(plainText({ type: 'doc', content: [block] }).trim()).not.toBe('')
      }
    }
  })

  it('have techniques and homework in their lists', () => {
    expect(whole().length).toBeGreaterThan(900)
    for (const { techniques, homework } of whole()) {
      expect(techniques.length).toBeGreaterThan(0)
      expect(homework.length).toBeGreaterThan(0)
    }
  })

  it('have the measures that the practice asks for, and those that fit the complaint', () => {
    for (const { measuresAsked } of sessions()) expect(measuresAsked).toEqual(['pain', 'tension', 'rangeOfMotion'])
    const ranges = whole().flatMap(({ measures }) => measures.ranges)
    expect(ranges.length).toBeGreaterThan(1000)
    for (const { degreesBefore, degreesAfter } of ranges) expect(degreesAfter).toBeGreaterThanOrEqual(degreesBefore!)
    const clientsWith = (some: (measures: SessionRecord['measures']) => boolean) =>
      histories.filter((history) => history.some(({ measures }) => some(measures))).length
    expect(clientsWith(({ scores }) => scores.some(({ measure }) => measure === 'tension'))).toBe(40)
    const withSleep = clientsWith(({ scores }) => scores.some(({ measure }) => measure === 'sleep'))
    const withActivities = clientsWith(({ activities }) => activities.length > 0)
    for (const count of [withSleep, withActivities]) {
      expect(count).toBeGreaterThan(3)
      expect(count).toBeLessThan(30)
    }
  })

  it('show what is rare: an amendment of a wrong side, a late entry, a remark, a discarded draft, a template', () => {
    const amended = sessions().flatMap(({ addenda }) => addenda.filter(({ kind }) => kind === 'amendment'))
    expect(amended).toHaveLength(1)
    const withoutSides = (text = '') => text.replaceAll(/\b(?:left|right)\b/gu, '')
    expect(amended[0]?.plainText).not.toBe(amended[0]?.correction?.oldText)
    expect(withoutSides(amended[0]?.plainText)).toBe(withoutSides(amended[0]?.correction?.oldText))

    const late = sessions().filter(({ lateEntryReason }) => lateEntryReason !== null)
    expect(late).toHaveLength(1)
    expect(late[0]?.enteredAt.slice(0, 10)).toBe('2026-11-23')
    expect(late[0]?.details.serviceStart.slice(0, 10) ?? '').toMatch(/^2026-11-(?:1\d|2[0-2])$/)
    expect(late[0]?.signature).not.toBeNull()

    const remarks = clients
      .flatMap(
        ({ id }) =>
          practice.call('patientFile:compose', { clientId: id, options: { ...wholeFile, includePrivateRemarks: true } })
            .sessions,
      )
      .filter(({ privateRemark }) => privateRemark !== '')
    expect(remarks).toHaveLength(1)
    expect(practice.call('bin:list', {})).toHaveLength(1)

    const templates = clients.flatMap(({ id }) => practice.call('client:get', { id }).client.defaultTemplateId ?? [])
    expect(templates).toHaveLength(1)
    expect(practice.call('template:list', {}).map(({ id }) => id)).toContain(templates[0])
    const used = practice.call('phrase:list', {}).phrases.filter(({ useCount }) => useCount > 0)
    expect(used.length).toBeGreaterThan(5)
  })

  it('are ten minutes into today’s session: part of last time’s note is confirmed', () => {
    const today = sessions().filter(({ details }) => details.serviceStart.startsWith('2026-11-23'))[0]
    const runs = (section: string) => {
      const document = today?.sections.find((one) => one.section === section)?.document
      return document ? carriedRuns(document).length : 0
    }
    expect(['subjective', 'objective', 'plan'].map((section) => runs(section) > 0)).toEqual([false, true, true])
    const confirmed = today?.findings.map(({ isConfirmed }) => isConfirmed)
    expect(new Set(confirmed)).toEqual(new Set([true, false]))
    for (const { carriedFrom } of [...(today?.techniques ?? []), ...(today?.homework ?? [])]) {
      expect(carriedFrom).not.toBeNull()
    }
    expect(today?.painBefore).not.toBeNull()
    expect(today?.painAfter).toBeNull()
  })
})

describe('made again', () => {
  it('is the same at the same time', () => {
    const again = demoAt('2026-11-23T14:02:00.000Z')
    expect(historiesOf(again)).toEqual(histories)
    again.remove()
  })

  it.each(['2027-01-01T00:05:00.000Z', '2026-02-28T23:58:00.000Z', '2028-02-29T12:00:00.000Z'])(
    'is whole at %s too',
    (instant) => {
      const other = demoAt(instant)
      expect(other.call('client:list', {})).toHaveLength(40)
      const { drafts } = other.call('today:overview', {})
      expect(drafts).toHaveLength(3)
      expect(drafts.at(-1)?.serviceStart.slice(0, 10)).toBe(instant.slice(0, 10))
      expect(other.verify().intact).toBe(true)
      other.remove()
    },
  )
})
