// Adds links to the practice's chain of signatures.
import { AppError } from '#main/appError.ts'
import type { Signature } from '#shared/contract/sessions.ts'
import { signerOf } from '#shared/domain/practice.ts'
import { canonicalVersion, firstPreviousFingerprint } from '#shared/domain/record/canonical.ts'
import type { Seal } from '#shared/domain/record/signedContent.ts'
import type { Repositories } from '../../database/repositories/repositories.ts'
import type { SessionRow } from '../../database/repositories/sessionRepository.ts'
import { found } from '../../records/found.ts'
import type { Surroundings } from '../services.ts'
import { toSignature } from '../../records/session.ts'
import { fingerprintOf, sealOf } from './signedContent.ts'

/**
 * Signs the note of a session, or an addition to it, as the chain's next link. To be called within the transaction that
 * reads what is signed.
 * @param addendumId what is signed, or null for the note itself
 * @param canonical makes the canonical form of what is signed under the seal
 * @throws SIGNER_UNNAMED while the practice does not name the therapist: a person signs, never a firm
 */
export type Sealer = (session: SessionRow, addendumId: string | null, canonical: (seal: Seal) => string) => Signature

export function createSealer({ practice, clients, signatures }: Repositories, { clock }: Surroundings): Sealer {
  return (session, addendumId, canonical) => {
    const signing = found(practice.get())
    const signer = signerOf(signing)
    if (signer === null) throw new AppError('SIGNER_UNNAMED')
    const client = found(clients.byId(session.clientId))
    const last = signatures.last()
    const signedAt = clock.now()
    // Time is stated, never used for order: a clock that was set back must not break the chain.
    const unsigned = {
      sequence: (last?.sequence ?? 0) + 1,
      sessionId: session.id,
      addendumId,
      practiceName: signing.name,
      signerName: signer,
      credentials: signing.credentials,
      licenceNumber: signing.licenceNumber,
      clientFirstName: client.firstName,
      clientLastName: client.lastName,
      clientDateOfBirth: client.dateOfBirth,
      signedAt,
      signedOffset: clock.offsetAt(signedAt),
      canonicalVersion,
      previousFingerprint: last?.fingerprint ?? firstPreviousFingerprint,
    }
    const row = { ...unsigned, fingerprint: fingerprintOf(canonical(sealOf(unsigned, client.id))) }
    signatures.insert(row)
    return toSignature(row)
  }
}
