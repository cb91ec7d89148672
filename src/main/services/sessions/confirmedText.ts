// What was confirmed of a draft's text while it was written: kept among the draft's answers until it is signed.
import type { SectionId } from '#shared/domain/note/sections.ts'
import type { Repositories } from '../../database/repositories/repositories.ts'
import type { Surroundings } from '../services.ts'

/**
 * Keeps that a section's text holds today although it is last time's. Its share is worked out when the note is signed.
 * To be called within a transaction.
 */
export function keepConfirmation(
  { signAnswers }: Repositories,
  { clock, newId }: Surroundings,
  { sessionId, section }: { readonly sessionId: string; readonly section: SectionId },
): void {
  const kept = signAnswers.ofSessions([sessionId])
  if (kept.some((answer) => answer.section === section)) return
  signAnswers.replace(sessionId, [
    ...kept,
    {
      id: newId(),
      sessionId,
      position: kept.length,
      question: 'same as last time',
      section,
      amount: null,
      decision: 'confirmed',
      answeredAt: clock.now(),
    },
  ])
}
