// Taking over from the client's last visit and confirming it, over all parts of a draft.
import { createStore } from 'zustand/vanilla'
import type { LastTime } from '#shared/contract/sessions.ts'
import type { CarriedFrom } from '#shared/domain/note/carried.ts'
import type { NoteDocument } from '#shared/domain/note/document.ts'
import { carriedParts, type CarriedPart } from '#shared/domain/note/parts.ts'
import type { SectionId } from '#shared/domain/note/sections.ts'
import type { Places } from '#renderer/ui/places.tsx'

/** Removes what was taken over, as far as it is unchanged. */
export type GiveBack = () => void

/** One part on screen. */
export interface PartOnScreen {
  /** Takes its share of a visit over, unconfirmed. @returns null when there is nothing to take that it does not have */
  takeOver(visit: LastTime): GiveBack | null
  isUnconfirmed(): boolean
  confirm(): void
  /** Focuses the first unconfirmed text, which is on screen. */
  show(): void
}

export interface SectionOnScreen extends PartOnScreen {
  /** Takes over a text of the visit other than the section. @returns null when it is there already */
  takeOverText(document: NoteDocument): GiveBack | null
}

/** What one call took over. */
export interface TakenOver {
  readonly parts: readonly CarriedPart[]
  readonly giveBack: GiveBack
}

export interface CarryForward {
  /** Registers a part on screen; the returned function removes it. */
  attach(id: Exclude<CarriedPart, SectionId>, part: PartOnScreen): () => void
  attachSection(id: SectionId, part: SectionOnScreen): () => void
  /** Called after a change in a part: recomputes what is unconfirmed. */
  changed(): void
  /** Whether text from this visit can be in this note. */
  admit(sources: readonly CarriedFrom[]): void
  isOfNote(sessionId: string): boolean
  section(id: SectionId): SectionOnScreen | undefined
  /** Takes over what these parts have not yet of a visit. @returns null when there was nothing */
  takeOver(ids: readonly CarriedPart[], visit: LastTime): TakenOver | null
  /** The parts with something that nobody has confirmed, in the order of the screen; the same array until it changes. */
  unconfirmed(): readonly CarriedPart[]
  subscribe(listener: () => void): () => void
  /** Confirms the focused part. */
  confirmFocused(): void
  confirmAll(): void
  /** Focuses the next unconfirmed part after the focused one, from the last one to the first. */
  showNext(): void
}

const isSection = (part: PartOnScreen): part is SectionOnScreen => 'takeOverText' in part

/** @param places of the screen; each part has its own under its id */
export function createCarryForward(places: Pick<Places, 'show' | 'hasFocus'>): CarryForward {
  const parts = new Map<CarriedPart, PartOnScreen>()
  const admitted = new Set<string>()
  const store = createStore<readonly CarriedPart[]>(() => [])
  const unconfirmed = store.getState

  const look = () => {
    const next = carriedParts.filter((id) => parts.get(id)?.isUnconfirmed())
    if (next.join() !== unconfirmed().join()) store.setState(next, true)
  }

  const put = (id: CarriedPart, part: PartOnScreen) => {
    parts.set(id, part)
    look()
    return () => {
      if (parts.get(id) === part) parts.delete(id)
      look()
    }
  }
  const focusedAt = (ids: readonly CarriedPart[]) => ids.findIndex((id) => places.hasFocus(id))

  return {
    attach: put,
    attachSection: put,
    changed: look,
    admit(sources) {
      for (const { sessionId } of sources) admitted.add(sessionId)
    },
    isOfNote: (sessionId) => admitted.has(sessionId),
    section(id) {
      const part = parts.get(id)
      return part && isSection(part) ? part : undefined
    },
    takeOver(ids, visit) {
      const taken = ids.flatMap((id) => {
        const giveBack = parts.get(id)?.takeOver(visit)
        return giveBack ? { id, giveBack } : []
      })
      if (taken.length === 0) return null
      return {
        parts: taken.map(({ id }) => id),
        giveBack: () => {
          for (const { giveBack } of taken) giveBack()
        },
      }
    },
    unconfirmed,
    subscribe: store.subscribe,
    confirmFocused() {
      const id = carriedParts[focusedAt(carriedParts)]
      if (id) parts.get(id)?.confirm()
    },
    confirmAll() {
      for (const id of unconfirmed()) parts.get(id)?.confirm()
    },
    showNext() {
      // The focused part may be confirmed already, so the next one is searched among all parts after it.
      const at = focusedAt(carriedParts)
      const inTurn = [...carriedParts.slice(at + 1), ...carriedParts.slice(0, at + 1)]
      const next = inTurn.find((id) => unconfirmed().includes(id))
      if (!next) return
      places.show(next)
      parts.get(next)?.show()
    },
  }
}
