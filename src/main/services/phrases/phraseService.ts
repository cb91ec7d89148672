// Keeps the practice's phrases: the ones to begin with, changes, their order, how often each is used, and imports.
import { AppError, fieldError } from '#main/appError.ts'
import type { ServiceChannel } from '#shared/contract/contract.ts'
import type { PhraseRecord } from '#shared/contract/phrases.ts'
import { abbreviationLimit, foldAbbreviation, type PhraseFields } from '#shared/domain/phrase/phrase.ts'
import { expandPhrase } from '#shared/domain/phrase/expandPhrase.ts'
import type { PhraseRow } from '../../database/repositories/phraseRepository.ts'
import type { Repositories } from '../../database/repositories/repositories.ts'
import { found } from '../../records/found.ts'
import type { Handlers, Surroundings } from '../services.ts'
import { starterPhrases } from './starterPhrases.ts'

export type PhraseChannel = Extract<ServiceChannel, `phrase:${string}`>

const toRecord = ({ id, abbreviation, section, text, useCount, lastUsedAt }: PhraseRow): PhraseRecord => ({
  id,
  // Stored by an earlier version, it may be folded less.
  abbreviation: foldAbbreviation(abbreviation),
  section,
  text,
  useCount,
  lastUsedAt,
})

export function createPhraseService(
  { phrases: rows, practice, atomic }: Repositories,
  { clock, newId }: Surroundings,
): Handlers<PhraseChannel> {
  function add(fields: PhraseFields, position: number, given: { id?: string; useCount?: number } = {}): PhraseRow {
    const now = clock.now()
    const { id = newId(), useCount = 0 } = given
    const row = { ...fields, id, position, useCount, lastUsedAt: null, createdAt: now, updatedAt: now }
    rows.insert(row)
    return row
  }

  const change = (row: PhraseRow, fields: PhraseFields): PhraseRow => {
    const changed = { ...row, ...fields, updatedAt: clock.now() }
    rows.update(changed)
    return changed
  }

  const nextPosition = (stored: readonly PhraseRow[]) => (stored.at(-1)?.position ?? -1) + 1

  const begin = atomic((stored: readonly PhraseRow[]) => {
    const taken = new Set(stored.map(({ abbreviation }) => abbreviation))
    const first = nextPosition(stored)
    starterPhrases
      .filter(({ abbreviation }) => !taken.has(abbreviation))
      .forEach((fields, index) => void add(fields, first + index))
    practice.update({ phrasesBegunAt: clock.now() })
  })

  function listed(): PhraseRow[] {
    const own = practice.get()
    if (own && own.phrasesBegunAt === null) begin(rows.all())
    return rows.all()
  }

  return {
    'phrase:list': () => ({ phrases: listed().map(toRecord) }),

    'phrase:put': atomic(({ phrase: { id, ...fields }, useCount = 0 }) => {
      const stored = listed()
      const { abbreviation, text } = fields
      const others = stored.filter((row) => row.id !== id)
      if (others.some((row) => foldAbbreviation(row.abbreviation) === abbreviation))
        throw fieldError('phrase.abbreviation', 'taken')
      if (callsItself(abbreviation, text, others)) throw fieldError('phrase.text', 'calls_itself')
      const old = rows.byId(id)
      return toRecord(old ? change(old, fields) : add(fields, nextPosition(stored), { id, useCount }))
    }),

    'phrase:remove': atomic(({ id }) => {
      found(rows.byId(id))
      rows.remove(id)
      return {}
    }),

    'phrase:reorder': atomic(({ ids }) => {
      const stored = rows.all()
      const asked = new Set(ids)
      const known = new Set(stored.map(({ id }) => id))
      const first = [...asked].filter((id) => known.has(id))
      const rest = stored.flatMap(({ id }) => (asked.has(id) ? [] : id))
      for (const [position, id] of [...first, ...rest].entries()) rows.place(id, position)
      return {}
    }),

    'phrase:used': ({ id }) => {
      if (!rows.used(id, clock.now())) throw new AppError('NOT_FOUND')
      return {}
    },

    'phrase:import': atomic(({ phrases, sameAbbreviation }) => {
      const stored = listed()
      const byAbbreviation = new Map(stored.map((row) => [foldAbbreviation(row.abbreviation), row]))
      const ofThisFile = new Map<string, PhraseFields>()
      const count = { added: 0, replaced: 0, kept: 0 }
      let position = nextPosition(stored)
      for (const fields of phrases) {
        const earlier = ofThisFile.get(fields.abbreviation)
        const old = byAbbreviation.get(fields.abbreviation)
        const isSame = (one: PhraseFields) => one.text === fields.text && one.section === fields.section
        if (earlier ? isSame(earlier) : old && (isSame(old) || sameAbbreviation === 'keep')) count.kept += 1
        else if (!earlier && old && sameAbbreviation === 'replace') {
          change(old, fields)
          count.replaced += 1
        } else {
          const isTaken = (name: string) => byAbbreviation.has(name) || ofThisFile.has(name)
          const abbreviation = freeAbbreviation(fields.abbreviation, isTaken)
          add({ ...fields, abbreviation }, position)
          position += 1
          count.added += 1
          ofThisFile.set(abbreviation, fields)
        }
        if (!earlier) ofThisFile.set(fields.abbreviation, fields)
      }
      return count
    }),
  }
}

function callsItself(abbreviation: string, text: string, others: readonly PhraseRow[]): boolean {
  const textOf = (name: string) => others.find((row) => foldAbbreviation(row.abbreviation) === name)?.text
  const expansion = expandPhrase({ abbreviation, text }, { textOf, values: {}, newId: () => '-' })
  return !expansion.ok && expansion.problem.code === 'loop' && expansion.problem.path.includes(abbreviation)
}

/** The abbreviation itself or, where it is taken, with the first number that makes it free: "slp2". */
function freeAbbreviation(abbreviation: string, isTaken: (name: string) => boolean): string {
  let name = abbreviation
  for (let number = 2; isTaken(name); number += 1) {
    const end = String(number)
    name = abbreviation.slice(0, abbreviationLimit - end.length).replace(/[\ud800-\udbff]$/, '') + end
  }
  return name
}
