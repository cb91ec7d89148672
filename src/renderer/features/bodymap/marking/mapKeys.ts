// The keys of the map: undoing and redoing, the kinds' numbers, and Escape.
import type { KeyboardEvent } from 'react'
import { findingKinds, type FindingKind } from '#shared/domain/bodymap/finding.ts'
import { undoingOf } from '#renderer/ui/chord.ts'
import { isApple } from '#renderer/ui/keys.ts'

interface KeyActs {
  undo(): void
  redo(): void
  choose(kind: FindingKind): void
  /** Puts the tool away; null while none is out. */
  readonly putAway: (() => void) | null
  showWhole(): void
}

/**
 * Handles a key pressed on the map or in one of its panels; not in a text box.
 * @param event of the element around the map
 */
export function onMapKey(event: KeyboardEvent, acts: KeyActs): void {
  const { target, currentTarget } = event
  const isText = target instanceof HTMLElement && target.closest(textInputs) !== null
  const undoing = isText ? null : undoingOf(event, isApple)
  if (undoing) {
    event.preventDefault()
    acts[undoing]()
    return
  }
  // Events of panels above the map bubble here too; only undo and redo are handled.
  if (!(target instanceof Element) || !currentTarget.contains(target)) return
  if (event.key === 'Escape') {
    if (!acts.putAway) acts.showWhole()
    else if (!isText) acts.putAway()
    return
  }
  if (event.ctrlKey || event.metaKey || event.altKey || isText || target instanceof HTMLInputElement) return
  const kind = kindOfKey(event.key)
  if (kind) acts.choose(kind)
}

const textInputs = 'input:not([type="range"]):not([type="radio"]), textarea'

/** The number key of the kind at a place of the legend, "1" to "9" and then "0"; null after the tenth. */
export const keyOfKind = (index: number): string | null => (index < 10 ? String((index + 1) % 10) : null)

/** The kind that a key stands for, or undefined. */
export const kindOfKey = (key: string): FindingKind | undefined =>
  findingKinds.find((_, index) => keyOfKind(index) === key)?.id
