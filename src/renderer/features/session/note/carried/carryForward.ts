// What a draft takes over from the client's last visit, and what of it nobody has confirmed yet, over all its parts.
import { createStore } from 'zustand/vanilla'
import type { LastTime } from '#shared/contract/sessions.ts'
import type { CarriedFrom } from '#shared/domain/note/carried.ts'
import type { NoteDocument } from '#shared/domain/note/document.ts'
import { carriedParts, type CarriedPart } from '#shared/domain/note/parts.ts'
import type { SectionId } from '#shared/domain/note/sections.ts'
import type { Places } from '#renderer/ui/places.tsx'

/** Gives back what was taken over, as far as it is still as it came. */
export type GiveBack = () => void

/** One part on screen. */
export interface PartOnScreen {
  /** Takes its share of a visit over, unconfirmed. @returns null when there is nothing to take that it does not have */
  takeOver(visit: LastTime): GiveBack | null
  isUnconfirmed(): boolean
  confirm(): void
  /** Puts the keyboard to what is not confirmed. It is on screen. */
  show(): void
}

export interface SectionOnScreen extends PartOnScreen {
  /** Takes a text of the visit over that is not its section. @returns null when it stands there already */
  takeOverText(document: NoteDocument): GiveBack | null
}

/** What was taken over in one go. */
export interface TakenOver {
  readonly parts: readonly CarriedPart[]
  readonly giveBack: GiveBack
}

export interface CarryForward {
  /** A part is on screen; the returned function says that it is gone. */
  attach(id: Exclude<CarriedPart, SectionId>, part: PartOnScreen): () => void
  attachSection(id: SectionId, part: SectionOnScreen): () => void
  /** Something changed in a part: what is unconfirmed is looked at again. */
  changed(): void
  /** Text from this visit can stand in this note. */
  admit(sources: readonly CarriedFrom[]): void
  isOfNote(sessionId: string): boolean
  section(id: SectionId): SectionOnScreen | undefined
  /** Takes over what these parts have not yet of a visit. @returns null when there was nothing */
  takeOver(ids: readonly CarriedPart[], visit: LastTime): TakenOver | null
  /** The parts with something that nobody has confirmed, in the order of the screen; the same array until it changes. */
  unconfirmed(): readonly CarriedPart[]
  subscribe(listener: () => void): () => void
  /** Confirms the part in which the keyboard is. */
  confirmFocused(): void
  confirmAll(): void
  /** Goes to the unconfirmed part behind the one in which the keyboard is, from the last one to the first. */
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
      // The part with the keyboard may be confirmed already: the next one is sought among all, behind it.
      const at = focusedAt(carriedParts)
      const inTurn = [...carriedParts.slice(at + 1), ...carriedParts.slice(0, at + 1)]
      const next = inTurn.find((id) => unconfirmed().includes(id))
      if (!next) return
      places.show(next)
      parts.get(next)?.show()
    },
  }
}
