// Fills an empty vault with the demo practice: forty invented people and two years of sessions,
// through the real services.
import type { FindingFields } from '#shared/domain/bodymap/finding.ts'
import { emptyClient } from '#shared/domain/client.ts'
import { emptyDocument, type NoteDocument } from '#shared/domain/note/document.ts'
import { sectionIds } from '#shared/domain/note/sections.ts'
import type { PracticeFields } from '#shared/domain/practice.ts'
import { addMinutes, minutesBetween } from '#shared/domain/time.ts'
import type { OpenDatabase } from '../../database/openDatabase.ts'
import { createServices } from '../createServices.ts'
import type { Surroundings } from '../services.ts'
import { planVisits, type Visit } from './calendar.ts'
import { stateAt, type State } from './course.ts'
import { sentence, writeNote, type Note } from './noteWriter.ts'
import { people, type Person } from './people.ts'
import { createRandom, type Random } from './random.ts'
import { addendumTexts } from './sentences.ts'

const demoPractice: PracticeFields = {
  name: 'Harbour Street Massage',
  therapistName: 'Rosa Lindqvist',
  credentials: 'LMT',
  licenceNumber: 'MT-20417',
  address: '12 Harbour Street\nPort Elliot',
  phone: '555-0142',
}

/** How many of the latest sessions are still drafts, besides the one of today. The last of them is hardly begun. */
const lateDrafts = 2

/** The services at a time that the demo sets. */
function servicesInTime(database: OpenDatabase, { clock, newId, randomBytes }: Surroundings) {
  const offset = minutesBetween(clock.now().slice(0, 16), clock.wallNow())
  let wall = clock.wallNow()
  const now = () => `${addMinutes(wall, -offset)}:00.000Z`
  const services = createServices(database, { clock: { now, wallNow: () => wall }, newId, randomBytes })
  return { services, setTime: (wallTime: string) => void (wall = wallTime) }
}

/** A birth date that gives the age today: on some day of the twelve months before. */
function birthDate(random: Random, age: number, today: string): string {
  const latest = `${Number(today.slice(0, 4)) - age}-${today.slice(5, 7)}-01T00:00`
  return addMinutes(latest, -random.between(0, 330) * 24 * 60).slice(0, 10)
}

/**
 * Fills the database. Everything follows from the clock's today and a fixed seed, apart from ids.
 * @param database just made: without clients
 */
export function fillDemo(database: OpenDatabase, surroundings: Surroundings): void {
  const random = createRandom(20_417)
  const { services, setTime } = servicesInTime(database, surroundings)
  const wallNow = surroundings.clock.wallNow()
  const today = wallNow.slice(0, 10)
  const ids = new Map<Person, string>()
  const visitCounts = new Map<Person, number>()
  const lastNotes = new Map<Person, string>()

  const clientOf = (person: Person): string => {
    const known = ids.get(person)
    if (known) return known
    const dateOfBirth = birthDate(random, person.age, today)
    const { id } = created(services['client:create']({ fields: { ...emptyClient, ...person.fields, dateOfBirth } }))
    ids.set(person, id)
    for (const area of person.noGo ?? []) {
      services['noGo:put']({ area: { ...area, id: surroundings.newId(), clientId: id } })
    }
    return id
  }

  /** Where the person's findings stood at the end of the last visit: ids by place and kind. */
  const lastFindings = new Map<Person, Map<string, string>>()

  const putFinding = (sessionId: string, fields: FindingFields): string => {
    const id = surroundings.newId()
    services['finding:put']({ finding: { ...fields, id, sessionId } })
    return id
  }

  /** Marks what was found before the treatment; most of it was taken over from last time and confirmed. */
  const putBefores = (sessionId: string, { person }: Visit, { findings }: State): string[] =>
    findings.map(({ before }) => {
      const earlier = random.chance(0.8) ? lastFindings.get(person)?.get(placeOf(before)) : undefined
      return putFinding(sessionId, { ...before, carriedFromId: earlier ?? null })
    })

  /** Marks how it was afterwards, and remembers for next time what is left. */
  const putAfters = (sessionId: string, { person }: Visit, state: State, befores: readonly string[]) => {
    const standing = new Map<string, string>()
    for (const [index, { before, after }] of state.findings.entries()) {
      const continuesId = befores[index] ?? null
      const id = after ? putFinding(sessionId, { ...after, continuesId }) : continuesId
      if (id !== null && after?.severity !== 0) standing.set(placeOf(before), id)
    }
    for (const later of state.foundLater) standing.set(placeOf(later), putFinding(sessionId, later))
    lastFindings.set(person, standing)
  }

  const putSketches = (sessionId: string, { sketches }: State) => {
    for (const { points, ...sketch } of sketches) {
      const stroke = { ...sketch, id: surroundings.newId(), sessionId, phase: 'before' as const, points: [...points] }
      services['stroke:put']({ stroke })
    }
  }

  const putTreated = (sessionId: string, { treated }: State) => {
    for (const { regionIds, technique, minutes, pressure } of treated) {
      const area = { id: surroundings.newId(), sessionId, regionIds: [...regionIds], technique, minutes, pressure }
      services['treatedArea:put']({ area })
    }
  }

  /** At the second visit, by when the areas are known, it is recorded what was decided about each. */
  const answerNoGo = (sessionId: string, { person }: Visit) => {
    if (visitCounts.get(person) !== 2) return
    for (const area of person.noGo ?? []) {
      const isForbidden = area.level === 'forbidden'
      const answer = {
        ...area,
        id: surroundings.newId(),
        sessionId,
        decision: isForbidden ? ('left out' as const) : ('marked' as const),
        remark: isForbidden ? '' : 'Skin closed; light strokes beside the scar only.',
      }
      services['noGo:answer']({ answer })
    }
  }

  /** A note unlike the person's last one. */
  const freshNote = (state: State, visit: Visit): Note => {
    const note = writeNote(random, state, visit.person)
    const text = JSON.stringify(note)
    if (lastNotes.get(visit.person) === text) return freshNote(state, visit)
    lastNotes.set(visit.person, text)
    return note
  }

  const begin = (visit: Visit) => {
    const { person, serviceStart, lengthMinutes } = visit
    const number = visitCounts.get(person) ?? 0
    visitCounts.set(person, number + 1)
    const clientId = clientOf(person)
    const { id } = created(services['session:start']({ clientId, serviceStart }))
    const details = person.isVisited
      ? ({ place: 'visit', visitAddress: person.fields.address ?? '' } as const)
      : ({ place: 'practice', visitAddress: '' } as const)
    services['session:saveDetails']({ id, details: { serviceStart, lengthMinutes, ...details } })
    return { id, state: stateAt(random, person, number, lengthMinutes) }
  }

  /** Charts a visit whole and leaves it unsigned. */
  const chart = (visit: Visit): string => {
    const { id, state } = begin(visit)
    const note = freshNote(state, visit)
    const befores = putBefores(id, visit, state)
    putSketches(id, state)
    answerNoGo(id, visit)
    setTime(addMinutes(visit.serviceStart, visit.lengthMinutes))
    putTreated(id, state)
    putAfters(id, visit, state, befores)
    services['session:savePain']({ id, painBefore: state.painBefore, painAfter: state.painAfter })
    for (const section of sectionIds) services['session:saveSection']({ id, section, document: note[section] })
    return id
  }

  /** Asks how it is and leaves the rest for later: nothing is marked on the body map yet. */
  const chartBegun = (visit: Visit) => {
    const { id, state } = begin(visit)
    services['session:savePain']({ id, painBefore: state.painBefore, painAfter: null })
    services['session:saveSection']({ id, section: 'subjective', document: freshNote(state, visit).subjective })
  }

  const chartToday = (person: Person) => {
    const early = addMinutes(wallNow, -40)
    const serviceStart = early < `${today}T00:00` ? `${today}T00:00` : early
    setTime(serviceStart)
    const visit: Visit = { person, serviceStart, lengthMinutes: person.length }
    const { id, state } = begin(visit)
    const note = freshNote(state, visit)
    putBefores(id, visit, state)
    putSketches(id, state)
    services['session:savePain']({ id, painBefore: state.painBefore, painAfter: null })
    services['session:saveSection']({ id, section: 'subjective', document: note.subjective })
    services['session:saveSection']({ id, section: 'objective', document: firstHalf(note.objective) })
  }

  /** Signs; what stands there as last time is confirmed. */
  const signConfirmed = (id: string) => {
    const { questions } = created(services['session:signQuestions']({ id }))
    services['session:sign']({ id, answers: questions.map((question) => ({ ...question, decision: 'confirmed' })) })
  }

  const addAddendum = (sessionId: string, text: string, at: string) => {
    const id = surroundings.newId()
    setTime(at)
    services['addendum:saveDraft']({ sessionId, id, document: sentence(text), correction: null })
    services['addendum:sign']({ id })
  }

  database.sqlite
    .transaction(() => {
      services['practice:save']({ practice: demoPractice })
      const visits = planVisits(random, people, today)
      const signedCount = visits.length - lateDrafts
      const begun = lastReturn(visits, signedCount)
      const addendumEvery = Math.floor(signedCount / (addendumTexts.length + 1))
      for (const [index, visit] of visits.entries()) {
        setTime(visit.serviceStart)
        if (index === begun) {
          chartBegun(visit)
          continue
        }
        const id = chart(visit)
        if (index >= signedCount) continue
        const signedAt = addMinutes(visit.serviceStart, visit.lengthMinutes + random.between(1, 9))
        setTime(signedAt)
        signConfirmed(id)
        const text = addendumTexts[index / addendumEvery - 1]
        if (text) addAddendum(id, text, addMinutes(signedAt, random.between(10, 19)))
      }
      const regular = people.find((person) => person.rhythm === 'steady')
      if (regular) chartToday(regular)
      setTime(wallNow)
      for (const [person, id] of ids) if (person.isArchived) services['client:archive']({ id })
    })
    .immediate()
}

/** The place and kind of a finding, by which it is known again at the next visit. */
const placeOf = ({ regionId, kind, structureId }: FindingFields) => [regionId, kind, structureId].join(' ')

/** The last visit from an index on of somebody who has been there before; -1 when there is none. */
const lastReturn = (visits: readonly Visit[], from: number) =>
  visits.findLastIndex(
    ({ person }, index) => index >= from && visits.slice(0, index).some((earlier) => earlier.person === person),
  )

const firstHalf = ({ content }: NoteDocument): NoteDocument =>
  content.length > 1 ? { type: 'doc', content: content.slice(0, Math.ceil(content.length / 2)) } : emptyDocument

/** What a service gave; on an open database none answers later. */
function created<T>(answer: T | Promise<T>): T {
  if (answer instanceof Promise) throw new TypeError('services on an open database answer at once')
  return answer
}
