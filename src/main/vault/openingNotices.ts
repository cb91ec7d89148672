// What an opened database says is held against the head, which knows what it said last.
import type { NoticeKind, VaultNotice } from '#shared/domain/vaultNotice.ts'
import type { OpenDatabase } from '../database/openDatabase.ts'
import type { Head } from './head.ts'

export type NewNotice = Omit<VaultNotice, 'id'>

/** A database that has counted generations has had a head ever since. */
const firstCounted = 2

/**
 * What somebody must be told about a database that was just opened; nothing when it says all that it said before.
 * @param head the last known head; null when there is none
 */
export function openingNotices(database: OpenDatabase, head: Head | null, now: string): readonly NewNotice[] {
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
  const last = sqlite.prepare('SELECT ifnull(max(sequence), 0) FROM signature').pluck().get() as number
  const at = sqlite.prepare('SELECT fingerprint FROM signature WHERE sequence = ?').pluck()
  return { last, signed: (at.get(head?.sequence ?? 0) as string | undefined) ?? null }
}
