// What a session says, apart from the ids of its rows and the times of saving: two sessions say the same where it is equal.
import { mapInlines, noteDocument, type NoteDocument } from '#shared/domain/note/document.ts'
import type { ContentTable, StoredRow, WholeSession } from '../../database/repositories/wholeSessionRepository.ts'

/** The columns that hold an id of a row of the same session, by table. */
const idColumns: Readonly<Record<ContentTable, readonly string[]>> = {
  note_section: [],
  finding: ['id', 'continues_id'],
  stroke: ['id'],
  treated_area: ['id'],
  treated_area_region: ['treated_area_id'],
  no_go_answer: ['id'],
  session_score: [],
  range_of_motion: ['id'],
  function_activity: ['id'],
  session_item: [],
  timed_span: ['id', 'treated_area_id'],
  private_remark: [],
}

/** A document with its sentences linked to other marks; one without links, or that cannot be read, as it is. */
function relinked(text: string, idOf: (id: string) => string): string {
  if (!text.includes('"findingId"')) return text
  let document: NoteDocument
  try {
    document = noteDocument.parse(JSON.parse(text))
  } catch {
    return text
  }
  return JSON.stringify(
    mapInlines(document, (content) =>
      content.map((node) =>
        node.marks === undefined
          ? node
          : {
              ...node,
              marks: node.marks.map((mark) =>
                mark.type === 'finding'
                  ? { ...mark, attrs: { ...mark.attrs, findingId: idOf(mark.attrs.findingId) } }
                  : mark,
              ),
            },
      ),
    ),
  )
}

/**
 * The session with other ids for itself and for its rows; ids of other sessions' rows stay.
 * @param newId called once for each row that has an id, in the order of the rows
 */
export function withNewIds({ session, tables }: WholeSession, sessionId: string, newId: () => string): WholeSession {
  const ids = new Map<string, string>()
  for (const rows of tables.values()) {
    for (const { id } of rows) if (typeof id === 'string') ids.set(id, newId())
  }
  const idOf = (id: string) => ids.get(id) ?? id
  const renamed = (table: ContentTable, row: StoredRow): StoredRow => {
    const changed: Record<string, StoredRow[string]> = { ...row }
    if ('session_id' in row) changed['session_id'] = sessionId
    for (const column of idColumns[table]) {
      const id = row[column]
      if (typeof id === 'string') changed[column] = idOf(id)
    }
    const { document } = row
    if (typeof document === 'string') changed['document'] = relinked(document, idOf)
    return changed
  }
  return {
    session: { ...session, id: sessionId },
    tables: new Map([...tables].map(([table, rows]) => [table, rows.map((row) => renamed(table, row))])),
  }
}

/** What says when something was written, or follows from the rest. */
const notSaid = new Set([
  'session_id',
  'created_at',
  'updated_at',
  'answered_at',
  'entered_at',
  'entered_offset',
  'discarded_at',
  'template_id',
  'schema_version',
  'plain_text',
])

const isSaid = (table: ContentTable, row: StoredRow): boolean => {
  if (table === 'note_section') return String(row['plain_text']).trim() !== ''
  return table !== 'private_remark' || row['text'] !== ''
}

const said = (row: StoredRow) =>
  Object.entries(row)
    .filter(([column]) => !notSaid.has(column))
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([column, value]) => [column, Buffer.isBuffer(value) ? value.toString('base64') : value])

/** What a session says, as a text: equal for two sessions that say the same. */
export function contentOf(whole: WholeSession): string {
  let count = 0
  const { session, tables } = withNewIds(whole, '', () => `#${(count += 1)}`)
  return JSON.stringify([
    said(session),
    ...[...tables].map(([table, rows]) => [table, rows.filter((row) => isSaid(table, row)).map(said)]),
  ])
}
