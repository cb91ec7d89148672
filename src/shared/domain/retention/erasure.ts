// The erasure of a client's record: on what it rests, and what has to be typed for it.
import { fullName, type ClientFields } from '../client.ts'
import { foldText } from '../folding.ts'

/** The time to keep the record was over, or the therapist decided so before, with a reason. */
export const erasureBases = ['retention over', 'own decision'] as const
export type ErasureBasis = (typeof erasureBases)[number]

type Named = Pick<ClientFields, 'firstName' | 'lastName'>

/** The name that is typed before a client is erased: the last name, or the first where there is no other. */
export const nameToType = ({ firstName, lastName }: Named): string => lastName || firstName

/** Whether what was typed is that name, without regard to case, accents and spaces around it. */
export const isNameTyped = (client: Named, typed: string): boolean => foldText(typed) === foldText(nameToType(client))

const wordsOf = (text: string) =>
  foldText(text.replace(/['’]s\b/giu, ''))
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 1)

/**
 * Whether a reason that stays after the erasure names the client. Every word of the name counts, as does every word of a name
 * that a client is called by.
 */
export function namesClient(client: Named & Pick<ClientFields, 'preferredName'>, reason: string): boolean {
  const names = new Set(wordsOf(`${fullName(client)} ${client.preferredName}`))
  return wordsOf(reason).some((word) => names.has(word))
}
