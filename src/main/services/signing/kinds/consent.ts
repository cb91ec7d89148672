// Consents, as three kinds of record: a consent and its end before its time are of no session, because they outlive the draft of
// one; a consent that was lacking is of the session whose note it was signed with.
import { canonicalConsent, canonicalLack, canonicalWithdrawal } from '#shared/domain/record/canonicalConsent.ts'
import { isOfClient } from '#shared/domain/record/signedContent.ts'
import type { SignedKind } from './signedKind.ts'

const versions = { versions: [1], version: 1, scans: [] } as const

export const consent: SignedKind = {
  ...versions,
  name: 'consent',
  read({ consents }, id) {
    const whole = consents.whole(id)
    if (!whole) return undefined
    const marks = whole.marks.map((mark) => ({ ...mark, points: mark.points?.toString('base64') ?? null }))
    return {
      sessionId: null,
      clientId: whole.clientId,
      canonical: (version, seal) =>
        version === 1 && isOfClient(seal) ? canonicalConsent(seal, { ...whole, marks }) : null,
      hasOwnTexts: () => true,
    }
  },
}

export const withdrawal: SignedKind = {
  ...versions,
  name: 'withdrawal of a consent',
  read({ consents, signatures }, id) {
    const row = consents.withdrawal(id)
    const given = row && consents.whole(row.consentId)
    if (!row || !given) return undefined
    return {
      sessionId: null,
      clientId: given.clientId,
      canonical(version, seal) {
        const signed = signatures.of(given.id)
        if (version !== 1 || !isOfClient(seal) || !signed) return null
        return canonicalWithdrawal(seal, { ...row, consentFingerprint: signed.fingerprint })
      },
      hasOwnTexts: () => true,
    }
  },
}

export const lack: SignedKind = {
  ...versions,
  name: 'reason for a missing consent',
  read({ consents, sessions }, id) {
    const row = consents.lack(id)
    const session = row && sessions.byId(row.sessionId)
    if (!row || !session) return undefined
    return {
      sessionId: session.id,
      clientId: session.clientId,
      canonical: (version, seal) => (version === 1 && isOfClient(seal) ? canonicalLack(seal, row) : null),
      hasOwnTexts: () => true,
    }
  },
}
