// Who writes in a vault in place of this computer, in words.
import type { LeaseHolder } from '#shared/domain/lease.ts'
import { instantOnScreen } from '#renderer/ui/dateWords.ts'

/** The computer by its name, within a sentence. */
export const holderName = ({ computer }: Pick<LeaseHolder, 'computer'>): string => computer ?? 'the other computer'

export function holderTitle({ kind, computer, at }: LeaseHolder): string {
  if (kind === 'other') return computer === null ? 'In use on another computer' : `In use on ${computer}`
  const when = at === null ? '' : ` on ${instantOnScreen(at, null)}`
  return `This practice was moved to another computer${when}`
}
