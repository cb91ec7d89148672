// Text of a draft that was confirmed while writing: stored among the draft's answers until it is signed.
import type { SectionId } from '#shared/domain/note/sections.ts'
import type { Repositories } from '../../database/repositories/repositories.ts'
import type { Surroundings } from '../services.ts'

/**
 * Stores that a section's text is right today although it is last time's. Its share is computed when the note is signed.
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
