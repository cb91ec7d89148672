// Compares an opened database with its head, which records its last known state.
import type { NoticeKind, VaultNotice } from '#shared/domain/vaultNotice.ts'
import type { OpenDatabase } from '../database/openDatabase.ts'
import { newestSignatureOf, type Head } from './head.ts'

export type NewNotice = Omit<VaultNotice, 'id'>

/** A database with generations has always had a head. */
const firstCounted = 2

/**
 * The notices about a database that was just opened; none when it is in its last known state.
 * @param head the last known head; null when there is none
 * @param otherKeys the last known generation of the same vault under other keys; 0 when it had none
 */
export function openingNotices(
  database: OpenDatabase,
  head: Head | null,
  otherKeys: number,
  now: string,
): readonly NewNotice[] {
  const { content, setAside, keptCopy, generation } = database.log
  const { last, signed } = signaturesOf(database, head)
  const notice = (kind: NoticeKind, fileName: string | null = null): NewNotice => ({
    kind,
    foundAt: now,
    fileName,
    expectedSignatures: head?.sequence ?? null,
    foundSignatures: last,
    expectedAt: head?.committedAt ?? null,
    problems: null,
  })

  const aside = setAside === null ? [] : [notice('log set aside', setAside)]
  // A vault from before a change of keys: its own head is as old, and says nothing about later states.
  if ((generation ?? 0) < otherKeys) {
    return [{ ...notice('older', keptCopy), expectedSignatures: null, expectedAt: null }, ...aside]
  }
  if (head === null) {
    if (keptCopy !== null) return [...aside, notice('log damaged', keptCopy)]
    return (generation ?? 0) < firstCounted ? aside : [...aside, notice('head missing')]
  }
  const isOlder =
    (generation ?? 0) < head.generation ||
    (generation === head.generation && content.committedBytes < head.committedBytes)
  if (isOlder) return [notice('older', keptCopy), ...aside]
  if (last < head.sequence) return [...aside, notice('signatures gone')]
  return signed === head.fingerprint ? aside : [...aside, notice('signatures changed')]
}

/** The last signature's sequence, and the fingerprint at the head's sequence. */
function signaturesOf({ sqlite }: OpenDatabase, head: Head | null) {
  const last = newestSignatureOf(sqlite)().sequence
  const at = sqlite.prepare('SELECT fingerprint FROM signature WHERE sequence = ?').pluck()
  return { last, signed: (at.get(head?.sequence ?? 0) as string | undefined) ?? null }
}
