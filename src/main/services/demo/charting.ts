// Charts the visits of the demo practice through the real services, as a therapist would in the room.
import { carriedFrom } from '#shared/domain/bodymap/markAfter.ts'
import type { Finding, FindingFields } from '#shared/domain/bodymap/finding.ts'
import { mapAt } from '#shared/domain/bodymap/phases.ts'
import { emptyClient } from '#shared/domain/client.ts'
import { carried, withoutUneditedSentences } from '#shared/domain/note/carried.ts'
import type { NoteDocument } from '#shared/domain/note/document.ts'
import { plainText } from '#shared/domain/note/plainText.ts'
import { sectionIds, type SectionId } from '#shared/domain/note/sections.ts'
import type { SessionDetails } from '#shared/domain/session.ts'
import { addMinutes } from '#shared/domain/time.ts'
import type { Visit } from './calendar.ts'
import { stateAt, type Measured, type State } from './course.ts'
import { answered, type ServicesInTime } from './inTime.ts'
import { homeworkOf, mapSentences, writeNote, type Note } from './noteWriter.ts'
import type { Person } from './people.ts'
import type { Random } from './random.ts'

/** When and why a visit is charted long after it was. */
export interface Late {
  readonly at: string
  readonly reason: string
}

export interface Charting {
  /** The clients by person, as far as they have come yet. */
  readonly clients: ReadonlyMap<Person, string>
  /** Charts a visit whole and leaves it unsigned. */
  chart(visit: Visit, late?: Late): { readonly id: string; readonly note: Note }
  /** Asks how the client is and leaves the rest for later: nothing is marked on the body map yet. */
  chartBegun(visit: Visit): void
  /** Ten minutes into a session: the subjective is new, the rest taken over from last time and confirmed in part. */
  chartTenMinutes(visit: Visit): void
}

/** @param today `YYYY-MM-DD` */
export function createCharting(
  { services, setTime }: ServicesInTime,
  random: Random,
  newId: () => string,
  today: string,
): Charting {
  const clients = new Map<Person, string>()
  const visitCounts = new Map<Person, number>()
  const earlierTexts = new Map<Person, Set<string>>()
  const lastTexts = new Map<Person, Partial<Record<SectionId, string>>>()
  /** The state of the person's findings at the end of the last visit: ids by place and kind. */
  const lastFindings = new Map<Person, Map<string, string>>()

  const clientOf = (person: Person): string => {
    const known = clients.get(person)
    if (known) return known
    const dateOfBirth = birthDate(random, person.age, today)
    const { id } = answered(services['client:create']({ fields: { ...emptyClient, ...person.fields, dateOfBirth } }))
    clients.set(person, id)
    for (const area of person.noGo ?? []) services['noGo:put']({ area: { ...area, id: newId(), clientId: id } })
    return id
  }

  const putFinding = (sessionId: string, fields: FindingFields): Finding => {
    const finding = { ...fields, id: newId(), sessionId }
    services['finding:put']({ finding })
    return finding
  }

  /** Marks what was found before the treatment; most of it was taken over from last time and confirmed. */
  const putBefores = (sessionId: string, { person }: Visit, { findings }: State): Finding[] =>
    findings.map(({ before }) => {
      const earlier = random.chance(0.8) ? lastFindings.get(person)?.get(placeOf(before)) : undefined
      return putFinding(sessionId, { ...before, carriedFromId: earlier ?? null })
    })

  /** Marks how it was afterwards, and remembers for next time what is left. */
  const putAfters = (sessionId: string, { person }: Visit, state: State, befores: readonly Finding[]): Finding[] => {
    const standing = new Map<string, string>()
    const afters = state.findings.flatMap(({ before, after }, index) => {
      const continuesId = befores[index]?.id ?? null
      const finding = after && putFinding(sessionId, { ...after, continuesId })
      const id = finding?.id ?? continuesId
      if (id !== null && after?.severity !== 0) standing.set(placeOf(before), id)
      return finding ?? []
    })
    const later = state.foundLater.map((fields) => putFinding(sessionId, fields))
    for (const finding of later) standing.set(placeOf(finding), finding.id)
    lastFindings.set(person, standing)
    return [...afters, ...later]
  }

  const putSketches = (sessionId: string, { sketches }: State) => {
    for (const { points, ...sketch } of sketches) {
      const stroke = { ...sketch, id: newId(), sessionId, phase: 'before' as const, points: [...points] }
      services['stroke:put']({ stroke })
    }
  }

  const putTreated = (id: string, { treated }: State) => {
    for (const { regionIds, ...area } of treated) {
      services['treatedArea:put']({ area: { ...area, id: newId(), sessionId: id, regionIds: [...regionIds] } })
    }
    saveItems(id, 'technique', [...new Set(treated.map(({ technique }) => technique))], null)
  }

  const saveItems = (id: string, list: 'technique' | 'homework', texts: readonly string[], from: string | null) =>
    services['session:saveItems']({ id, list, items: texts.map((text) => ({ text, carriedFrom: from })) })

  const saveMeasures = (id: string, { scores, ranges, activities }: Measured) => {
    const withId = <T extends object>(row: T) => ({ ...row, id: newId() })
    services['session:saveMeasures']({
      id,
      measures: { scores: [...scores], ranges: ranges.map(withId), activities: activities.map(withId) },
    })
  }

  const saveSection = (id: string, section: SectionId, document: NoteDocument) =>
    services['session:saveSection']({ id, section, document })

  /** At the second visit, when the areas are known, the decision about each is recorded. */
  const answerNoGo = (sessionId: string, { person }: Visit) => {
    if (visitCounts.get(person) !== 2) return
    for (const area of person.noGo ?? []) {
      const isForbidden = area.level === 'forbidden'
      const answer = {
        ...area,
        id: newId(),
        sessionId,
        decision: isForbidden ? ('left out' as const) : ('marked' as const),
        remark: isForbidden ? '' : 'Skin closed; light strokes beside the scar only.',
      }
      services['noGo:answer']({ answer })
    }
  }

  /** A note different from all of the person's earlier ones, and in no section the same as the last. */
  const freshNote = (state: State, { person }: Visit, findings: readonly Finding[]): Note => {
    const earlier = earlierTexts.get(person) ?? new Set()
    const last = lastTexts.get(person)
    for (;;) {
      const note = writeNote(random, state, person, findings)
      const texts = Object.fromEntries(sectionIds.map((section) => [section, plainText(note[section])]))
      const whole = Object.values(texts).join('\n')
      if (earlier.has(whole) || sectionIds.some((section) => texts[section] === last?.[section])) continue
      earlierTexts.set(person, earlier.add(whole))
      lastTexts.set(person, texts)
      return note
    }
  }

  const begin = ({ person, serviceStart, lengthMinutes }: Visit, late?: Late) => {
    const number = visitCounts.get(person) ?? 0
    visitCounts.set(person, number + 1)
    const clientId = clientOf(person)
    const visitAddress = person.isVisited ? (person.fields.address ?? '') : ''
    const place = person.isVisited ? ('visit' as const) : ('practice' as const)
    const details: SessionDetails = { serviceStart, lengthMinutes, place, visitAddress }
    const started = late
      ? services['session:startLate']({ clientId, details, reason: late.reason })
      : services['session:start']({ clientId, serviceStart })
    const { id } = answered(started)
    if (!late) services['session:saveDetails']({ id, details })
    return { id, state: stateAt(random, person, number, lengthMinutes) }
  }

  return {
    clients,

    chart(visit, late) {
      setTime(late?.at ?? visit.serviceStart)
      const { id, state } = begin(visit, late)
      const befores = putBefores(id, visit, state)
      putSketches(id, state)
      answerNoGo(id, visit)
      if (!late) setTime(addMinutes(visit.serviceStart, visit.lengthMinutes))
      putTreated(id, state)
      const afters = putAfters(id, visit, state, befores)
      services['session:savePain']({ id, painBefore: state.painBefore, painAfter: state.painAfter })
      saveMeasures(id, state.measured)
      const note = freshNote(state, visit, [...befores, ...afters])
      for (const section of sectionIds) saveSection(id, section, note[section])
      saveItems(id, 'homework', homeworkOf(random, state, visit.person), null)
      return { id, note }
    },

    chartBegun(visit) {
      setTime(visit.serviceStart)
      const { id, state } = begin(visit)
      services['session:savePain']({ id, painBefore: state.painBefore, painAfter: null })
      saveSection(id, 'subjective', freshNote(state, visit, []).subjective)
    },

    chartTenMinutes(visit) {
      setTime(visit.serviceStart)
      const { id, state } = begin(visit)
      services['session:savePain']({ id, painBefore: state.painBefore, painAfter: null })
      saveMeasures(id, notYetAfter(state.measured))
      saveSection(id, 'subjective', freshNote(state, visit, []).subjective)
      const last = answered(services['session:lastTime']({ sessionId: id })).visit
      if (!last) return
      const standing = mapAt(last.findings, 'after')
      const findings = standing.map((finding, index) =>
        putFinding(id, { ...fieldsOf(carriedFrom(finding, id, '')), isConfirmed: index < standing.length / 2 }),
      )
      const date = last.serviceStart.slice(0, 10)
      const takenOver = (section: SectionId) => {
        const document = last.sections.find((one) => one.section === section)?.document
        return document ? carried(withoutUneditedSentences(document), { sessionId: last.sessionId, date }).content : []
      }
      saveSection(id, 'objective', { type: 'doc', content: [...takenOver('objective'), ...mapSentences(findings)] })
      saveSection(id, 'plan', { type: 'doc', content: takenOver('plan') })
      for (const [list, items] of [
        ['technique', last.techniques],
        ['homework', last.homework],
      ] as const) {
        saveItems(
          id,
          list,
          items.map(({ text }) => text),
          date,
        )
      }
    },
  }
}

/** A birth date that gives the age today: on some day of the twelve months before. */
function birthDate(random: Random, age: number, today: string): string {
  const latest = `${Number(today.slice(0, 4)) - age}-${today.slice(5, 7)}-01T00:00`
  return addMinutes(latest, -random.between(0, 330) * 24 * 60).slice(0, 10)
}

/** The place and kind of a finding, by which it is recognized at the next visit. */
const placeOf = ({ regionId, kind, structureId }: FindingFields) => [regionId, kind, structureId].join(' ')

function fieldsOf({ id: _, sessionId: __, ...fields }: Finding): FindingFields {
  return fields
}

/** What is known before the treatment. */
const notYetAfter = ({ scores, ranges, activities }: Measured): Measured => ({
  scores: scores.map((score) => ({ ...score, after: null })),
  ranges: ranges.map((range) => ({ ...range, degreesAfter: null })),
  activities,
})
