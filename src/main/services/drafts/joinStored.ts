// Saving over what somebody else saved, for parts without a history: both texts are kept, one below the other.
import type { DraftChange } from '#shared/contract/drafts.ts'
import type { NoteDocument } from '#shared/domain/note/document.ts'
import { plainText } from '#shared/domain/note/plainText.ts'
import type { Repositories } from '../../database/repositories/repositories.ts'
import { readDocument } from '../../records/document.ts'
import { toCorrection } from '../../records/session.ts'

/** Which of two texts holds all words of both; null where neither does. */
function wider(stored: string, written: string): 'stored' | 'written' | null {
  if (written.includes(stored.trim())) return 'written'
  return stored.includes(written.trim()) ? 'stored' : null
}

function joinedTexts(stored: string, written: string): string {
  const all = wider(stored, written)
  if (all === null) return `${stored}\n\n${written}`
  return all === 'stored' ? stored : written
}

function joinedDocuments(stored: NoteDocument, written: NoteDocument): NoteDocument {
  const all = wider(plainText(stored), plainText(written))
  if (all === null) return { ...written, content: [...stored.content, { type: 'paragraph' }, ...written.content] }
  return all === 'stored' ? stored : written
}

/**
 * The change with the stored text of its part in front of the one that is written, where the part has no history that
 * would keep the stored one: the private remark, and an addendum or amendment with its reason. Other changes stay as they are.
 */
export function joinStored({ remarks, notes }: Repositories, change: DraftChange): DraftChange {
  if (change.operation === 'session:savePrivateRemark') {
    const [stored] = remarks.ofSessions([change.input.id])
    return stored
      ? { ...change, input: { ...change.input, text: joinedTexts(stored.text, change.input.text) } }
      : change
  }
  if (change.operation !== 'addendum:saveDraft') return change
  const row = notes.addendum(change.input.id)
  const stored = row && readDocument(row)
  // What this version cannot read is refused by what saves it.
  if (!row || !stored) return change
  const { correction, document } = change.input
  const reason = toCorrection(row)?.reason ?? ''
  return {
    ...change,
    input: {
      ...change.input,
      document: joinedDocuments(stored, document),
      correction: correction && { ...correction, reason: joinedTexts(reason, correction.reason) },
    },
  }
}
