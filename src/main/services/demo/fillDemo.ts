// Fills an empty vault with the demo practice: forty invented people and two years of sessions,
// through the real services.
import type { NoteDocument } from '#shared/domain/note/document.ts'
import { plainText } from '#shared/domain/note/plainText.ts'
import { defaultSettings, type PracticeFields } from '#shared/domain/practice.ts'
import type { Correction } from '#shared/domain/record/amendment.ts'
import { addMinutes } from '#shared/domain/time.ts'
import type { OpenDatabase } from '../../database/openDatabase.ts'
import type { Surroundings } from '../services.ts'
import { planVisits, type Visit } from './calendar.ts'
import { createCharting } from './charting.ts'
import { answered, servicesInTime } from './inTime.ts'
import { sentence } from './noteWriter.ts'
import { people, type Person } from './people.ts'
import { createRandom } from './random.ts'
import { addendumTexts, discardedText, phraseUses, remarkText } from './sentences.ts'

export const demoPractice: PracticeFields = {
  name: 'Harbour Street Massage',
  therapistName: 'Rosa Lindqvist',
  credentials: 'LMT',
  licenceNumber: 'MT-20417',
  address: '12 Harbour Street\nPort Elliot',
  phone: '555-0142',
}

/** How many of the latest sessions are still drafts, besides the one of today. The last of them is hardly begun. */
const lateDrafts = 2
/** Rare things are shown among so many of the latest signed notes, so that they are found soon. */
const recentNotes = 60

/**
 * Fills the database. Everything follows from the clock's today and a fixed seed, apart from ids.
 * @param database just made: without clients
 */
export function fillDemo(database: OpenDatabase, surroundings: Surroundings): void {
  const random = createRandom(20_417)
  const inTime = servicesInTime(database, surroundings)
  const { services, setTime } = inTime
  const wallNow = surroundings.clock.wallNow()
  const today = wallNow.slice(0, 10)
  const { clients, chart, chartBegun, chartTenMinutes } = createCharting(inTime, random, surroundings.newId, today)

  /** Signs; what is taken over from last time is confirmed. */
  const sign = (id: string, at: string) => {
    setTime(at)
    const { questions } = answered(services['session:signQuestions']({ id }))
    services['session:sign']({ id, answers: questions.map((question) => ({ ...question, decision: 'confirmed' })) })
  }

  const add = (sessionId: string, document: NoteDocument, correction: Correction | null, at: string) => {
    const id = surroundings.newId()
    setTime(at)
    services['addendum:saveDraft']({ sessionId, id, document, correction })
    services['addendum:sign']({ sessionId, id })
  }

  /** Signs a note that names the wrong side, and corrects it a quarter of an hour later. */
  const signAndCorrect = (id: string, subjective: NoteDocument, at: string) => {
    services['session:saveSection']({ id, section: 'subjective', document: withOtherSide(subjective) })
    sign(id, at)
    const correction = { part: 'subjective', addendumId: null, reason: 'Wrong side: left and right mixed up.' } as const
    add(id, subjective, correction, addMinutes(at, 15))
  }

  const chartVisits = (visits: readonly Visit[]) => {
    const signedCount = visits.length - lateDrafts
    const begun = lastReturn(visits, signedCount)
    const late = lastOfPerson(visits, signedCount - 1)
    const addendumEvery = Math.floor(signedCount / (addendumTexts.length + 1))
    let isCorrected = false
    for (const [index, visit] of visits.entries()) {
      if (index === late) continue
      if (index === begun) {
        chartBegun(visit)
        continue
      }
      const { id, note } = chart(visit)
      if (index >= signedCount) continue
      const signedAt = addMinutes(visit.serviceStart, visit.lengthMinutes + random.between(1, 9))
      const text = addendumTexts[index / addendumEvery - 1]
      if (text === undefined && !isCorrected && index > signedCount - recentNotes && namesSide(note.subjective)) {
        isCorrected = true
        signAndCorrect(id, note.subjective, signedAt)
        continue
      }
      sign(id, signedAt)
      if (text) add(id, sentence(text), null, addMinutes(signedAt, random.between(10, 19)))
      if (index === signedCount - 10) services['session:savePrivateRemark']({ id, text: remarkText })
    }
    const forgotten = visits[late]
    if (!forgotten) return
    // It is signed after everything that was signed before today, in the order of the chain.
    const at = addMinutes(wallNow, -50)
    const { id } = chart(forgotten, { at, reason: 'Charted on paper' })
    sign(id, addMinutes(at, 5))
  }

  const chartToday = (person: Person) => {
    const early = addMinutes(wallNow, -10)
    const serviceStart = early < `${today}T00:00` ? `${today}T00:00` : early
    chartTenMinutes({ person, serviceStart, lengthMinutes: person.length })
  }

  /** A client who did not come after all; the draft is in the bin. */
  const discardDraft = (clientId: string) => {
    const serviceStart = `${addMinutes(wallNow, -3 * 24 * 60).slice(0, 10)}T18:30`
    setTime(serviceStart)
    const { id } = answered(services['session:start']({ clientId, serviceStart }))
    services['session:saveSection']({ id, section: 'subjective', document: sentence(discardedText) })
    services['session:discard']({ id })
  }

  const usePhrases = () => {
    const { phrases } = answered(services['phrase:list']({}))
    for (const [daysAgo, [abbreviation, count]] of Object.entries(phraseUses).entries()) {
      const id = phrases.find((phrase) => phrase.abbreviation === abbreviation)?.id
      if (id === undefined) throw new RangeError(`there is no phrase ${abbreviation}`)
      setTime(addMinutes(wallNow, -daysAgo * 24 * 60))
      for (let use = 0; use < count; use++) services['phrase:used']({ id })
    }
  }

  database.sqlite
    .transaction(() => {
      services['practice:save']({ practice: demoPractice })
      services['practice:saveSettings']({
        settings: { ...defaultSettings, measures: ['pain', 'tension', 'rangeOfMotion'] },
      })
      chartVisits(planVisits(random, people, today))
      const regular = people.find(({ rhythm }) => rhythm === 'steady')
      if (regular) chartToday(regular)
      const [absent, templated] = people.filter((person) => person !== regular && !person.isArchived)
      discardDraft(idOf(clients, absent))
      usePhrases()
      setTime(wallNow)
      const followUp = answered(services['template:list']({})).find(({ name }) => name === 'Follow-up')
      services['client:setTemplate']({ id: idOf(clients, templated), templateId: followUp?.id ?? null })
      for (const [person, id] of clients) if (person.isArchived) services['client:archive']({ id })
    })
    .immediate()
}

function idOf(clients: ReadonlyMap<Person, string>, person: Person | undefined): string {
  const id = person && clients.get(person)
  if (id === undefined) throw new RangeError('nobody has come yet')
  return id
}

/** The last visit from an index on of somebody who has been there before; -1 when there is none. */
const lastReturn = (visits: readonly Visit[], from: number) =>
  visits.findLastIndex(
    ({ person }, index) => index >= from && visits.slice(0, index).some((earlier) => earlier.person === person),
  )

/** The last visit up to an index after which the person did not come again, and is not there today. */
const lastOfPerson = (visits: readonly Visit[], upTo: number) =>
  visits.findLastIndex(
    ({ person }, index) =>
      index <= upTo && person.rhythm !== 'steady' && !visits.slice(index + 1).some((later) => later.person === person),
  )

const sides = /\bthe (left|right)\b/gu

const namesSide = (document: NoteDocument) => plainText(document).search(sides) >= 0

/** The same words with left and right exchanged. */
const withOtherSide = (document: NoteDocument): NoteDocument =>
  JSON.parse(
    JSON.stringify(document, (key, value: unknown) =>
      key === 'text' && typeof value === 'string'
        ? value.replace(sides, (_, side) => (side === 'left' ? 'the right' : 'the left'))
        : value,
    ),
  ) as NoteDocument
