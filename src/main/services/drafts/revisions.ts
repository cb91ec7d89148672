// Which parts of which drafts were saved when, and by whom, since the vault was opened: a page that has read an older
// state must not save over a newer one. Not stored: a page never outlives the process that it reads from.
import type { SavedPart } from '#shared/domain/note/parts.ts'

/** A part, or every part of a session at once, as when an earlier state of its history was restored. */
export type RevisedPart = SavedPart | 'whole'

export interface Revisions {
  /** The newest revision of anything; 0 before the first. */
  now(): number
  /**
   * Whether somebody else has saved the part after a revision.
   * @param writer who wants to save it now
   */
  isStale(sessionId: string, part: RevisedPart, writer: string, since: number): boolean
  /** Records that a part was saved, or the whole session; null for a writer that is not a page. */
  note(sessionId: string, part: RevisedPart, writer: string | null): void
}

export function createRevisions(): Revisions {
  let newest = 0
  const saved = new Map<string, Map<RevisedPart, { readonly revision: number; readonly writer: string | null }>>()
  return {
    now: () => newest,
    isStale(sessionId, part, writer, since) {
      const parts = saved.get(sessionId)
      const ofPart = parts?.get(part)
      const ofWhole = parts?.get('whole')
      const last = (ofPart?.revision ?? 0) > (ofWhole?.revision ?? 0) ? ofPart : ofWhole
      return last !== undefined && last.revision > since && last.writer !== writer
    },
    note(sessionId, part, writer) {
      newest += 1
      const parts = saved.get(sessionId) ?? new Map()
      saved.set(sessionId, parts.set(part, { revision: newest, writer }))
    },
  }
}
