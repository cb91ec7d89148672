// Tells what was taken over from the last visit, with the way back.
import { notifications } from '@mantine/notifications'
import { tellWithUndo } from '#renderer/ui/tellWithUndo.tsx'
import type { CarriedPartId, TakenOver } from '../carried/carryForward.ts'

const names: Readonly<Record<CarriedPartId, string>> = {
  findings: 'findings',
  subjective: 'Subjective',
  objective: 'Objective',
  techniques: 'techniques',
  assessment: 'Assessment',
  plan: 'Plan',
  homework: 'homework',
}

/** Findings first on the screen, sections first in words. */
const order: readonly CarriedPartId[] = [
  'subjective',
  'objective',
  'assessment',
  'plan',
  'findings',
  'techniques',
  'homework',
]

const message = 'taken-over'

/**
 * @param taken what was taken over; null where everything stood there already
 * @param when the visit's date in words: "9 Nov"
 */
export function tellTakenOver(taken: TakenOver | null, when: string): void {
  if (!taken) {
    notifications.hide(message)
    notifications.show({ id: `${message}-before`, message: `It stands here already, from ${when} or as you wrote it.` })
    return
  }
  const parts = order.filter((id) => taken.parts.includes(id)).map((id) => names[id])
  tellWithUndo(message, takenOverWords(parts, when), async () => taken.giveBack())
}

/** "Taken over from 9 Nov, to be confirmed: Subjective, Plan and homework." */
export const takenOverWords = (parts: readonly string[], when: string): string =>
  `Taken over from ${when}, to be confirmed: ${[parts.slice(0, -1).join(', '), parts.at(-1)].filter(Boolean).join(' and ')}.`
