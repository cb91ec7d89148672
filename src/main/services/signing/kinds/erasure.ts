// The erasure of a client's record, as a kind of record: of no session, and about no client, because nothing names them.
import { canonicalErasure } from '#shared/domain/record/canonicalErasure.ts'
import type { ListedSignature } from '../../../database/repositories/erasureRepository.ts'
import type { SignedKind } from './signedKind.ts'

/** Whether a listed signature is there, and is the one that was listed. */
type WholeSignature = { readonly [K in keyof ListedSignature]: Exclude<ListedSignature[K], null> } & {
  readonly signedOffset: number | null
}
const isWhole = (listed: ListedSignature): listed is WholeSignature => listed.fingerprint === listed.listedFingerprint

export const erasure: SignedKind = {
  name: 'erasure of a client',
  versions: [1],
  version: 1,
  read({ erasures }, id) {
    const row = erasures.byId(id)
    if (!row) return undefined
    const listed = erasures.signaturesOf(id)
    return {
      sessionId: null,
      clientId: null,
      canonical(version, seal) {
        if (version !== 1 || seal.client !== null || !listed.every(isWhole)) return null
        return canonicalErasure(seal, { ...row, signatures: listed })
      },
      hasOwnTexts: () => true,
    }
  },
  scans: [],
}
