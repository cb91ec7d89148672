// The notification of what was taken over from the last visit, with undo.
import { notifications } from '@mantine/notifications'
import { sectionIds, sectionNames } from '#shared/domain/note/sections.ts'
import type { CarriedPart } from '#shared/domain/note/parts.ts'
import { andWords } from '#shared/domain/wordLists.ts'
import { notifyWithUndo } from '#renderer/ui/notifyWithUndo.tsx'
import type { TakenOver } from './carryForward.ts'

const names: Readonly<Record<CarriedPart, string>> = {
  ...sectionNames,
  map: 'findings',
  techniques: 'techniques',
  homework: 'homework',
}

/** Findings come first on the screen, sections first in words. */
const order: readonly CarriedPart[] = [...sectionIds, 'map', 'techniques', 'homework']

const message = 'taken-over'

/**
 * @param taken what was taken over; null where everything was there already
 * @param when the visit's date in words: "9 Nov"
 */
export function notifyTakenOver(taken: TakenOver | null, when: string): void {
  if (!taken) {
    notifications.hide(message)
    notifications.show({
      id: `${message}-before`,
      message: `It is here already, from ${when} or as you wrote it.`,
    })
    return
  }
  notifyWithUndo(message, takenOverWords(taken.parts, when), async () => taken.giveBack())
}

/** Hides the notification where it would be in the way. */
export const hideTakenOver = (): void => void notifications.hide(message)

/** "Taken over from 9 Nov, to be confirmed: Subjective, Plan and homework." */
export function takenOverWords(ids: readonly CarriedPart[], when: string): string {
  const isWhole = sectionIds.every((id) => ids.includes(id))
  const parts = [
    ...(isWhole ? ['all sections'] : []),
    ...order.filter((id) => ids.includes(id) && !(isWhole && id in sectionNames)).map((id) => names[id]),
  ]
  return `Taken over from ${when}, to be confirmed: ${andWords(parts)}.`
}
