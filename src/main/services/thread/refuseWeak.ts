// A weak passphrase is accepted only from somebody who was warned. The screen warns; here it is enforced for every caller.
import { isWeak, passphraseStrength } from '#shared/domain/passphraseStrength.ts'
import { fieldError } from '../../appError.ts'

/**
 * Refuses a weak new passphrase.
 * @param field the input's field, for the refusal
 * @param known words that an attacker would try first
 * @param accepted true when somebody was warned and wants it all the same
 * @throws AppError VALIDATION with the code `weak`
 */
export async function refuseWeak(
  field: string,
  passphrase: string,
  known: readonly string[],
  accepted: true | undefined,
): Promise<void> {
  if (accepted === true) return
  if (isWeak(await passphraseStrength(passphrase, known))) throw fieldError(field, 'weak')
}
