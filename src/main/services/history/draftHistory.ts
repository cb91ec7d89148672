// The history of a draft: every save of a part becomes a version of it, stored together with the part itself.
import type { Clock } from '#shared/domain/time.ts'
import type { DraftVersionRow } from '../../database/repositories/draftVersionRepository.ts'
import type { Repositories } from '../../database/repositories/repositories.ts'
import { isSqliteError } from '../../database/sqliteErrors.ts'
import { makingTime } from '../makingTime.ts'
import type { KeptPart } from '#shared/domain/note/parts.ts'
import { createDraftParts, type DraftParts, type PartState } from './draftParts.ts'
import { applyDifference, decodeWhole, encodeDifference, encodeWhole } from './versionData.ts'

/** For this long after its first save a version absorbs the next ones, as long as they only add to it. */
const coalesceMilliseconds = 60_000

/** At most this many differences build on each other. */
const longestChain = 64

/** A difference of more than this share of the text saves nothing over the whole text. */
const largestShare = 0.5

/** When something is stored, and for a restored version: of when it is. */
interface Occasion {
  readonly savedAt: string
  readonly restoredFrom: string | null
}

export interface DraftHistory {
  /**
   * Runs what writes a part of a draft, and stores a version of the part after it. The part's state before is stored too if
   * no version has it: a part that is older than the history, or was written without it. To be called within the
   * transaction of the writing. A damaged history continues with the whole text; it never keeps a note
   * from being saved. A full disk does: text that no version could store is not overwritten.
   */
  keep<T>(sessionId: string, part: KeptPart, write: () => T): T
  /** What is stored now is a moment that is not written over by the next saving, whatever that adds or takes out. */
  close(sessionId: string): void
  /** The text of a part's version; null when the part did not exist, undefined when the version cannot be read. */
  textOf(sessionId: string, part: string, version: number): string | null | undefined
  /**
   * Writes parts as they were, each as a new version.
   * @param texts null for a part that did not exist
   * @returns the moment before, which restores what was overwritten here; and the part that could not be read, if any:
   * the caller then undoes everything
   */
  restore(
    sessionId: string,
    texts: ReadonlyMap<KeptPart, string | null>,
    restoredFrom: string,
  ): { readonly undoneBy: string; readonly unreadable: KeptPart | null }
}

/** The end of a part's history. */
interface Tail {
  readonly row: DraftVersionRow
  /** The text of the last version and of the one before it; null for a part that did not exist, undefined when unreadable. */
  readonly text: Buffer | null | undefined
  readonly before: Buffer | null | undefined
  readonly length: number
}

export function createDraftHistory(repositories: Repositories, clock: Clock): DraftHistory & { parts: DraftParts } {
  const { draftVersions: versions, atomic } = repositories
  const parts = createDraftParts(repositories)
  // The newest save of each session's history, read once: a clock that is set back must not change the order.
  const newest = new Map<string, string>()
  // Up to when a session's versions belong to a moment that is shown: they are not overwritten.
  const closedUntil = new Map<string, string>()

  const newestOf = (sessionId: string): string | null => newest.get(sessionId) ?? versions.newest(sessionId)

  const nextTime = (sessionId: string) => makingTime(clock.now(), newestOf(sessionId))

  const close = (sessionId: string) => void closedUntil.set(sessionId, newestOf(sessionId) ?? '')

  const put = (row: DraftVersionRow) => {
    versions.put(row)
    const known = newestOf(row.sessionId)
    newest.set(row.sessionId, known !== null && known > row.savedAt ? known : row.savedAt)
  }

  const tailOf = (sessionId: string, part: string): Tail | null => tailFrom(versions.chain({ sessionId, part }))

  /** Adds a version after the last one. */
  const append = (sessionId: string, part: KeptPart, state: PartState | null, tail: Tail | null, when: Occasion) => {
    const { savedAt, restoredFrom } = when
    const startsAnew = (tail?.length ?? 0) >= longestChain
    put({
      sessionId,
      part,
      version: (tail?.row.version ?? 0) + 1,
      startedAt: savedAt,
      savedAt,
      restoredFrom,
      ...encoded(state, startsAnew ? undefined : tail?.text),
    })
  }

  /** Overwrites the last version with one that holds every word of it. */
  const renew = (state: PartState | null, tail: Tail, savedAt: string) =>
    put({ ...tail.row, savedAt, ...encoded(state, tail.row.isWhole ? undefined : tail.before) })

  /** Stores a version of a part as it is now, unless the last version equals it. */
  const catchUp = (sessionId: string, part: KeptPart, state: PartState | null): Tail | null => {
    const tail = tailOf(sessionId, part)
    if (isSame(tail, state)) return tail
    const savedAt = tail ? makingTime(state?.updatedAt ?? clock.now(), tail.row.savedAt) : (state?.updatedAt ?? '')
    append(sessionId, part, state, tail, { savedAt, restoredFrom: null })
    return tailOf(sessionId, part)
  }

  /** Stores a version of a part after a save. */
  const add = (
    sessionId: string,
    part: KeptPart,
    before: PartState | null,
    after: PartState | null,
    tail: Tail | null,
  ) => {
    if (isSame(tail, after)) return
    const now = clock.now()
    const age = tail ? Date.parse(now) - Date.parse(tail.row.startedAt) : Number.NaN
    const isRecent = age >= 0 && age < coalesceMilliseconds
    const isOpen = tail?.row.restoredFrom === null && tail.row.savedAt > (closedUntil.get(sessionId) ?? '')
    const losesNothing = after !== null && holdsAll(after.words, before?.words ?? '')
    if (!losesNothing) close(sessionId)
    if (tail && isRecent && isOpen && losesNothing) {
      renew(after, tail, now > tail.row.savedAt ? now : tail.row.savedAt)
    } else append(sessionId, part, after, tail, { savedAt: nextTime(sessionId), restoredFrom: null })
  }

  /** Gives undefined when the history is damaged. */
  const guarded = <T>(work: () => T): T | undefined => {
    try {
      return atomic(work)()
    } catch (error) {
      if (isSqliteError(error) && error.code !== 'SQLITE_CORRUPT') throw error
      return undefined
    }
  }

  return {
    parts,
    close,

    keep(sessionId, part, write) {
      const before = parts.read(sessionId, part)
      const tail = guarded(() => catchUp(sessionId, part, before))
      const result = write()
      if (tail !== undefined) guarded(() => add(sessionId, part, before, parts.read(sessionId, part), tail))
      return result
    },

    textOf(sessionId, part, version) {
      const text = tailFrom(versions.chain({ sessionId, part }, version))?.text
      return text ? text.toString('utf8') : text
    },

    restore(sessionId, texts, restoredFrom) {
      const textNow = (part: KeptPart) => parts.read(sessionId, part)?.text ?? null
      const changed = [...texts].filter(([part, text]) => textNow(part) !== text)
      for (const [part] of changed) catchUp(sessionId, part, parts.read(sessionId, part))
      const undoneBy = newestOf(sessionId) ?? clock.now()
      const savedAt = nextTime(sessionId)
      for (const [part, text] of changed) {
        if (!parts.write(sessionId, part, text, clock.now())) return { undoneBy, unreadable: part }
        const [after, tail] = [parts.read(sessionId, part), tailOf(sessionId, part)]
        if (!isSame(tail, after)) append(sessionId, part, after, tail, { savedAt, restoredFrom })
      }
      closedUntil.set(sessionId, savedAt)
      return { undoneBy, unreadable: null }
    },
  }
}

/** Reads a chain of versions, of which the first one is whole. */
function tailFrom(rows: readonly DraftVersionRow[]): Tail | null {
  const row = rows.at(-1)
  if (!row) return null
  let before: Buffer | null | undefined
  let text: Buffer | null | undefined
  try {
    for (const { isWhole, data } of rows) {
      before = text
      text = isWhole ? (data.length === 0 ? null : decodeWhole(data)) : applyDifference(text ?? empty, data)
    }
    return { row, text, before, length: rows.length }
  } catch {
    return { row, text: undefined, before: undefined, length: rows.length }
  }
}

const empty = Buffer.alloc(0)

/** The columns of a version: the difference from another text where that is smaller; empty for a part that does not exist. */
function encoded(state: PartState | null, from: Buffer | null | undefined): Pick<DraftVersionRow, 'isWhole' | 'data'> {
  if (state === null) return { isWhole: true, data: empty }
  const text = Buffer.from(state.text, 'utf8')
  if (from) {
    const difference = encodeDifference(from, text)
    if (difference.length < text.length * largestShare) return { isWhole: false, data: difference }
  }
  return { isWhole: true, data: encodeWhole(text) }
}

function isSame(tail: Tail | null, state: PartState | null): boolean {
  if (tail === null) return state === null
  if (tail.text === undefined) return false
  return (tail.text?.toString('utf8') ?? null) === (state?.text ?? null)
}

/** Whether a text is another one with an insertion at one place at most. */
function holdsAll(text: string, other: string): boolean {
  let start = 0
  while (start < other.length && text.charCodeAt(start) === other.charCodeAt(start)) start += 1
  return text.length >= other.length && text.endsWith(other.slice(start))
}
