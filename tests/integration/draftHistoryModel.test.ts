// Any sequence of edits, locks, reopenings, kills and restores: no saved character is ever lost.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Output } from '#shared/contract/contract.ts'
import { historyParts, type HistoryPart } from '#shared/domain/note/parts.ts'
import { documentFromText, plainText } from '#shared/domain/note/plainText.ts'
import { sectionIds, type SectionId } from '#shared/domain/note/sections.ts'
import { holdsInOrder } from '../fixtures/arbitraryDocuments.ts'
import { practiceUnderTest, type PracticeUnderTest } from '../fixtures/practiceUnderTest.ts'

/** What was acknowledged: every text that was ever saved, by the place that it was saved in. */
interface Model {
  /** What the note says now. */
  readonly now: Map<string, string>
  readonly saved: { readonly place: string; readonly text: string }[]
}

interface Real {
  readonly practice: PracticeUnderTest
  readonly id: string
  readonly findingId: string
}

type Command = fc.Command<Model, Real>

const remark = 'remark'
const homework = 'homework'

type State = Pick<Output<'history:get'>, 'sections' | 'findings' | 'homework'>

/** The words of a place in a state of the draft; undefined where there is nothing. */
function wordsOf(state: State, place: string, { findingId }: Real): string | undefined {
  if (place === remark) return state.findings.find(({ id }) => id === findingId)?.remark
  if (place === homework) return state.homework.map(({ text }) => text).join('\n')
  return state.sections.find(({ section }) => section === place)?.plainText
}

const current = ({ practice, id }: Real): State => practice.call('session:get', { id })
const moments = ({ practice, id }: Real) => practice.call('history:list', { sessionId: id }).moments
const stateAt = ({ practice, id }: Real, at: string) => practice.call('history:get', { sessionId: id, at })

/** Where in a text, how much is taken out, and what is put in. */
const edit = fc.record({
  from: fc.nat(200),
  removed: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.nat(30)),
  inserted: fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 12 }),
    fc.constantFrom('neck pain ', 'שלום ', '👩🏽‍⚕️', 'since Monday.\n', ''),
  ),
})

const letters = (text: string) => Array.from(new Intl.Segmenter().segment(text), ({ segment }) => segment)

function edited(
  text: string,
  { from, removed, inserted }: typeof edit extends fc.Arbitrary<infer T> ? T : never,
): string {
  const all = letters(text)
  return [...all.slice(0, from), inserted, ...all.slice(from + removed)].join('')
}

const command = (
  name: string,
  run: (model: Model, real: Real) => void,
  check: (model: Model) => boolean = () => true,
): Command => ({
  check,
  run,
  toString: () => name,
})

function acknowledged(model: Model, place: string, text: string): void {
  model.now.set(place, text)
  model.saved.push({ place, text })
}

const writes = fc.tuple(fc.constantFrom(...sectionIds), edit).map(([section, change]) =>
  command(`write ${section} ${JSON.stringify(change)}`, (model, { practice, id }) => {
    const document = documentFromText(edited(model.now.get(section) ?? '', change))
    practice.call('session:saveSection', { id, section, document, isEmptied: true })
    acknowledged(model, section, plainText(document))
  }),
)

const marks = edit.map((change) =>
  command(`mark ${JSON.stringify(change)}`, (model, { practice, id, findingId }) => {
    const text = edited(model.now.get(remark) ?? '', change)
      .replaceAll('\n', ' ')
      .trim()
      .slice(0, 200)
    practice.call('finding:put', { finding: practice.someFinding(id, { id: findingId, remark: text }) })
    acknowledged(model, remark, text)
  }),
)

const unmark = fc.constant(
  command(
    'unmark',
    (model, { practice, id, findingId }) => {
      practice.call('finding:remove', { sessionId: id, id: findingId })
      model.now.delete(remark)
    },
    (model) => model.now.has(remark),
  ),
)

const lists = fc.uniqueArray(fc.constantFrom('Chin tucks', 'Heat', 'Short walks'), { maxLength: 3 }).map((texts) =>
  command(`homework ${texts.join()}`, (model, { practice, id }) => {
    const items = texts.map((text) => ({ text, carriedFrom: null }))
    practice.call('session:saveItems', { id, list: 'homework', items })
    acknowledged(model, homework, texts.join('\n'))
  }),
)

const waits = fc
  .constantFrom(200, 5000, 61_000, -3_600_000)
  .map((milliseconds) =>
    command(`wait ${milliseconds}`, (_, { practice }) => practice.surroundings.moveTime(milliseconds)),
  )

const restarts = fc.constantFrom(
  command('lock and unlock', (_, { practice }) => practice.reopen()),
  command('kill', (_, { practice }) => practice.kill()),
  command('discard and bring back', (_, { practice, id }) => {
    practice.call('session:discard', { id })
    practice.call('session:restore', { id })
  }),
)

const placesOf: Readonly<Record<HistoryPart, readonly string[]>> = {
  ...(Object.fromEntries(sectionIds.map((section) => [section, [section]])) as Record<SectionId, string[]>),
  map: [remark],
  measures: [homework],
  details: [],
}

const restores = fc
  .tuple(fc.nat(), fc.constantFrom(null, ...historyParts), fc.boolean())
  .map(([which, part, isUndone]) =>
    command(`restore ${which} ${part}${isUndone ? ' and undo' : ''}`, (model, real) => {
      const { practice, id } = real
      const all = moments(real)
      const moment = all[which % Math.max(1, all.length)]
      if (!moment) return
      const before = current(real)
      const { undoneBy } = practice.call('history:restore', { sessionId: id, at: moment.at, part })
      if (isUndone) practice.call('history:restore', { sessionId: id, at: undoneBy, part })
      const wanted = isUndone ? before : stateAt(real, moment.at)
      const places = part === null ? Object.values(placesOf).flat() : placesOf[part]
      const now = current(real)
      for (const place of places) {
        const words = wordsOf(wanted, place, real)
        expect(wordsOf(now, place, real)).toBe(words)
        if (words === undefined) model.now.delete(place)
        else model.now.set(place, words)
      }
    }),
  )

function expectNothingLost(model: Model, real: Real): void {
  const now = current(real)
  for (const [place, text] of model.now) expect(wordsOf(now, place, real)).toBe(text)
  const states = [now, ...moments(real).map(({ at }) => stateAt(real, at))]
  for (const { place, text } of model.saved) {
    const isKept = states.some((state) => holdsInOrder(wordsOf(state, place, real) ?? '', [text]))
    expect(isKept, `${place}: ${text}`).toBe(true)
  }
}

test('any sequence of edits / every saved character is in the note or its history', { timeout: 120_000 }, () => {
  const commands = fc.commands([writes, writes, marks, unmark, lists, waits, waits, restarts, restores], {
    maxCommands: 40,
  })
  fc.assert(
    fc.property(commands, (steps) => {
      const practice = practiceUnderTest()
      try {
        const id = practice.startSession(practice.addClient())
        const real: Real = { practice, id, findingId: practice.surroundings.newId() }
        const model: Model = { now: new Map(), saved: [] }
        fc.modelRun(() => ({ model, real }), steps)
        expectNothingLost(model, real)
      } finally {
        practice.remove()
      }
    }),
    { numRuns: 30 },
  )
})
