// Allows changes to drafts only.
import { AppError } from '#main/appError.ts'
import type { Repositories } from '../database/repositories/repositories.ts'
import type { SessionRow } from '../database/repositories/sessionRepository.ts'
import { found } from './found.ts'

/**
 * The session, as long as its note may still change. A discarded draft counts: a save that was under way when it was
 * discarded is stored, and is there when the draft is restored.
 * @throws NOT_FOUND, or SIGNED when the note is signed
 */
export function openDraft({ sessions, signatures }: Repositories, id: string): SessionRow {
  const row = found(sessions.byId(id))
  if (signatures.of(id)) throw new AppError('SIGNED')
  return row
}
