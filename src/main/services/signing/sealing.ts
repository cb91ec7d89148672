// Adds links to the practice's chain of signatures.
import { createHash } from 'node:crypto'
import { AppError } from '#main/appError.ts'
import type { Signature } from '#shared/contract/sessions.ts'
import { signerOf } from '#shared/domain/practice.ts'
import { firstPreviousFingerprint } from '#shared/domain/record/canonical.ts'
import type { AnySeal } from '#shared/domain/record/signedContent.ts'
import type { Repositories } from '../../database/repositories/repositories.ts'
import type { SignatureRow } from '../../database/repositories/signatureRepository.ts'
import { found } from '../../records/found.ts'
import type { Surroundings } from '../services.ts'
import { toSignature } from '../../records/session.ts'
import type { SignedKinds } from './kinds/signedKinds.ts'

/** SHA-256 over the UTF-8 bytes of a canonical form, 64 lower-case hex digits. */
export const fingerprintOf = (canonical: string) => createHash('sha256').update(canonical, 'utf8').digest('hex')

/** The seal that a signature's row states. */
export const sealOf = (row: Omit<SignatureRow, 'fingerprint'>): AnySeal => ({
  sequence: row.sequence,
  previousFingerprint: row.previousFingerprint,
  practiceName: row.practiceName,
  signerName: row.signerName,
  credentials: row.credentials,
  licenceNumber: row.licenceNumber,
  signedAt: row.signedAt,
  signedOffset: row.signedOffset,
  client:
    row.clientId === null || row.clientFirstName === null || row.clientLastName === null
      ? null
      : {
          id: row.clientId,
          firstName: row.clientFirstName,
          lastName: row.clientLastName,
          dateOfBirth: row.clientDateOfBirth,
        },
})

/**
 * Signs a stored record of any kind as the chain's next link. To be called within the transaction that stores it.
 * @param id the record's own; a note has its session's
 * @throws SIGNER_UNNAMED while the practice does not name the therapist: a person signs, never a firm
 * @throws NOT_FOUND when there is no such record
 */
export type Sealer<Kind extends string> = (kind: Kind, id: string) => Signature

export function createSealer<Kind extends string>(
  repositories: Repositories,
  { clock }: Surroundings,
  kinds: SignedKinds<Kind>,
): Sealer<Kind> {
  const { practice, clients, signatures } = repositories
  return (kind, id) => {
    const { read, version } = kinds[kind]
    const signing = found(practice.get())
    const signer = signerOf(signing)
    if (signer === null) throw new AppError('SIGNER_UNNAMED')
    const record = found(read(repositories, id))
    const client = record.clientId === null ? null : found(clients.byId(record.clientId))
    const last = signatures.last()
    const signedAt = clock.now()
    // The time is stated, never used for ordering: a clock that was set back must not break the chain.
    const unsigned = {
      sequence: (last?.sequence ?? 0) + 1,
      kind,
      subjectId: id,
      sessionId: record.sessionId,
      clientId: record.clientId,
      practiceName: signing.name,
      signerName: signer,
      credentials: signing.credentials,
      licenceNumber: signing.licenceNumber,
      clientFirstName: client && client.firstName,
      clientLastName: client && client.lastName,
      clientDateOfBirth: client && client.dateOfBirth,
      signedAt,
      signedOffset: clock.offsetAt(signedAt),
      canonicalVersion: version,
      previousFingerprint: last?.fingerprint ?? firstPreviousFingerprint,
    }
    const canonical = record.canonical(version, sealOf(unsigned))
    // The newest form covers all that the app can store.
    if (canonical === null) throw new AppError('INTERNAL')
    const row = { ...unsigned, fingerprint: fingerprintOf(canonical) }
    signatures.insert(row)
    return toSignature(row)
  }
}
