// The parts of a draft that have a history: each one read as text, and written back from it.
import { z } from 'zod'
import { finding } from '#shared/contract/sessions.ts'
import { stroke, treatedArea } from '#shared/domain/bodymap/marks.ts'
import { noMeasures, sessionMeasures } from '#shared/domain/measures.ts'
import { emptyDocument, noteDocument } from '#shared/domain/note/document.ts'
import { mapMarks, markOf, markPart, type MapMark, type KeptPart } from '#shared/domain/note/parts.ts'
import { sectionIds, type SectionId } from '#shared/domain/note/sections.ts'
import { painScore, sessionDetails } from '#shared/domain/session.ts'
import { sessionItems } from '#shared/domain/sessionItem.ts'
import type { MarkRow, MarkStore } from '../../database/repositories/markStore.ts'
import type { Repositories } from '../../database/repositories/repositories.ts'
import { decodePoints, encodePoints, toFinding, toFindingRow, toStroke, toTreatedArea } from '../../records/marks.ts'
import { found } from '../../records/found.ts'
import { readMeasured } from '../../records/besideTheNote.ts'
import { detailsOf } from '../../records/session.ts'
import { writeDocument } from '../../records/document.ts'

/** A part as it is stored now. */
export interface PartState {
  /** Everything of it. */
  readonly text: string
  /** What a therapist wrote in it: not a character of this may be lost between two versions. */
  readonly words: string
  /** UTC. */
  readonly updatedAt: string
}

export const detailsForm = sessionDetails
export const measuresForm = z.strictObject({
  painBefore: painScore,
  painAfter: painScore,
  measures: sessionMeasures,
  techniques: sessionItems,
  homework: sessionItems,
})
export const findingForm = z.strictObject({ mark: finding, createdAt: z.string() })
const points = z
  .base64()
  .transform((text) => decodePoints(Buffer.from(text, 'base64')) ?? [])
  .refine((numbers) => numbers.length > 0)
export const strokeForm = z.strictObject({ mark: stroke.extend({ points }), createdAt: z.string() })
export const areaForm = z.strictObject({ mark: treatedArea, createdAt: z.string() })

/** What a form reads from a stored text, or null when it does not fit. */
export function read<T>(form: z.ZodType<T>, text: string): T | null {
  try {
    return form.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}

/** Overwrites the mark with its id or adds it; false for null, which is no mark. */
function putRow<Row extends MarkRow>(store: MarkStore<Row>, row: Row | null): boolean {
  if (row === null) return false
  if (store.byId(row.id)) store.update(row)
  else store.insert(row)
  return true
}

const lines = (...texts: readonly string[]) => texts.filter((text) => text !== '').join('\n')

export function createDraftParts(repositories: Repositories) {
  const { sessions, notes, findings, strokes, treatedAreas, measures: measured, items } = repositories
  const stores = { finding: findings, stroke: strokes, area: treatedAreas }

  const section = (sessionId: string, id: SectionId): PartState | null => {
    const row = notes.section(sessionId, id)
    return row ? { text: row.document, words: row.plainText, updatedAt: row.updatedAt } : null
  }

  const details = (sessionId: string): PartState => {
    const row = found(sessions.byId(sessionId))
    return { text: JSON.stringify(detailsOf(row)), words: row.visitAddress, updatedAt: row.enteredAt }
  }

  const measures = (sessionId: string): PartState => {
    const row = found(sessions.byId(sessionId))
    const { measures: values, techniques, homework } = readMeasured(repositories, [sessionId])(sessionId)
    const { painBefore, painAfter, enteredAt } = row
    const words = lines(
      ...values.scores.flatMap((score) => (score.measure === 'sleep' ? (score.beforeText ?? []) : [])),
      ...values.ranges.flatMap(({ joint, movement, textBefore = '', textAfter = '' }) => [
        joint,
        movement,
        textBefore,
        textAfter,
      ]),
      ...values.activities.map(({ activity }) => activity),
      ...[...techniques, ...homework].map((item) => item.text),
    )
    const text = JSON.stringify({ painBefore, painAfter, measures: values, techniques, homework })
    return { text, words, updatedAt: enteredAt }
  }

  // A mark of a newer version of the app is never changed by this one, so there is nothing to store.
  const marks: Readonly<Record<MapMark, (id: string) => PartState | null>> = {
    finding(id) {
      const row = findings.byId(id)
      const mark = row && toFinding(row)
      if (!mark) return null
      const text = JSON.stringify({ mark, createdAt: row.createdAt })
      return { text, words: lines(mark.refersTo, mark.remark), updatedAt: row.updatedAt }
    },
    stroke(id) {
      const row = strokes.byId(id)
      const mark = row && toStroke(row)
      if (!mark) return null
      const drawn = row.points.toString('base64')
      const text = JSON.stringify({ mark: { ...mark, points: drawn }, createdAt: row.createdAt })
      return { text, words: drawn, updatedAt: row.createdAt }
    },
    area(id) {
      const row = treatedAreas.byId(id)
      if (!row) return null
      const text = JSON.stringify({ mark: toTreatedArea(row), createdAt: row.createdAt })
      return { text, words: row.technique, updatedAt: row.updatedAt }
    },
  }

  const putSection = (sessionId: string, id: SectionId, text: string | null, savedAt: string): boolean => {
    const document = text === null ? emptyDocument : read(noteDocument, text)
    if (document) notes.putSection({ sessionId, section: id, ...writeDocument(document), updatedAt: savedAt })
    return document !== null
  }

  const putDetails = (sessionId: string, text: string): boolean => {
    const stored = read(detailsForm, text)
    if (stored) sessions.update({ ...found(sessions.byId(sessionId)), ...stored })
    return stored !== null
  }

  const putMeasures = (sessionId: string, text: string | null): boolean => {
    const stored = text === null ? nothingMeasured : read(measuresForm, text)
    if (!stored) return false
    const { painBefore, painAfter, measures: values, techniques, homework } = stored
    sessions.update({ ...found(sessions.byId(sessionId)), painBefore, painAfter })
    measured.replaceAll(sessionId, values)
    items.replaceList(sessionId, 'technique', techniques)
    items.replaceList(sessionId, 'homework', homework)
    return true
  }

  const putMark: Readonly<Record<MapMark, (text: string, savedAt: string) => boolean>> = {
    finding(text, updatedAt) {
      const stored = read(findingForm, text)
      return putRow(findings, stored && { ...toFindingRow(stored.mark), createdAt: stored.createdAt, updatedAt })
    },
    stroke(text) {
      const stored = read(strokeForm, text)
      const drawn = stored && { points: encodePoints(stored.mark.points), createdAt: stored.createdAt }
      return putRow(strokes, drawn && { ...stored.mark, ...drawn })
    },
    area(text, updatedAt) {
      const stored = read(areaForm, text)
      return putRow(treatedAreas, stored && { ...stored.mark, createdAt: stored.createdAt, updatedAt })
    },
  }

  return {
    /** A part as it is stored, or null when it is not there. */
    read(sessionId: string, part: KeptPart): PartState | null {
      if (part === 'details') return details(sessionId)
      if (part === 'measures') return measures(sessionId)
      const of = markOf(part)
      return of ? marks[of.mark](of.id) : section(sessionId, part as SectionId)
    },

    /**
     * Stores a part as it was; null for one that was not there.
     * @returns whether the text could be read
     */
    write(sessionId: string, part: KeptPart, text: string | null, savedAt: string): boolean {
      if (part === 'details') return text === null || putDetails(sessionId, text)
      if (part === 'measures') return putMeasures(sessionId, text)
      const of = markOf(part)
      if (!of) return putSection(sessionId, part as SectionId, text, savedAt)
      if (text !== null) return putMark[of.mark](text, savedAt)
      stores[of.mark].remove(of.id)
      return true
    },

    /** All parts that a draft has now. */
    partsOf(sessionId: string): KeptPart[] {
      const ids = [sessionId]
      return [
        ...sectionIds,
        'measures',
        'details',
        ...mapMarks.flatMap((mark) => stores[mark].ofSessions(ids).map(({ id }) => markPart(mark, id))),
      ]
    },
  }
}
export type DraftParts = ReturnType<typeof createDraftParts>

export const nothingMeasured: z.infer<typeof measuresForm> = {
  painBefore: null,
  painAfter: null,
  measures: noMeasures,
  techniques: [],
  homework: [],
}
