// An amendment while it is being written: what it corrects, the words for each choice, and why.
import { createStore } from 'zustand/vanilla'
import type { NoteDocument } from '#shared/domain/note/document.ts'
import { plainText } from '#shared/domain/note/plainText.ts'
import type { Correction } from '#shared/domain/record/amendment.ts'
import {
  currentDocument,
  currentWords,
  type AmendableNote,
  type AmendmentTarget,
} from '#shared/domain/record/partText.ts'
import { targetKey } from './additionWords.ts'
import type { DraftContent } from './useAdditionDraft.ts'

interface WritingState {
  readonly target: AmendmentTarget
  /** The words that the target has now. */
  readonly oldWords: string
  readonly reason: string
  /** What is still missing before it can be signed. */
  readonly missing: 'words' | 'reason' | null
}

export interface AmendmentWriting {
  state(): WritingState
  subscribe(listener: () => void): () => void
  /** The initial document of the current target: the typed one, or the target's current words. */
  document(): NoteDocument
  /** The whole draft as it is now. */
  content(): DraftContent
  write(read: () => NoteDocument): void
  choose(target: AmendmentTarget): void
  giveReason(reason: string): void
}

/** @param begin what the draft holds already; without a document its target's words as they are now */
export function createAmendmentWriting(
  note: AmendableNote,
  begin: { readonly correction: Correction; readonly document: NoteDocument | null },
): AmendmentWriting {
  // The typed document of each target, so that changing the target and back loses nothing.
  const typed = new Map<string, () => NoteDocument>()
  let { part, addendumId, reason } = begin.correction
  const beginning = begin.document
  if (beginning) typed.set(targetKey(begin.correction), () => beginning)

  const target = (): AmendmentTarget => ({ part, addendumId })
  const document = () => typed.get(targetKey(target()))?.() ?? currentDocument(note, target())
  let oldWords = currentWords(note, target())
  const look = (): WritingState => {
    const isSame = plainText(document()).trim() === oldWords.trim()
    const missing = isSame ? 'words' : reason.trim() === '' ? 'reason' : null
    return { target: target(), oldWords, reason, missing }
  }
  const store = createStore<WritingState>(look)
  const notify = () => {
    const next = look()
    // Most key presses change nothing here and cause no render.
    if (!isSameState(store.getState(), next)) store.setState(next, true)
  }

  return {
    state: store.getState,
    subscribe: store.subscribe,
    document,
    content: () => ({ document: document(), correction: { part, addendumId, reason } }),
    write(read) {
      typed.set(targetKey(target()), read)
      notify()
    },
    choose(next) {
      ;({ part, addendumId } = next)
      oldWords = currentWords(note, next)
      notify()
    },
    giveReason(words) {
      reason = words
      notify()
    },
  }
}

const isSameState = (one: WritingState, other: WritingState) =>
  targetKey(one.target) === targetKey(other.target) && one.reason === other.reason && one.missing === other.missing
