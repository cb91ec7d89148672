// The canonical form of an erasure. docs/adr/0014-erasure.md specifies it; it never changes.
import canonicalize from 'canonicalize'
import type { AnySeal } from './signedContent.ts'

/** All that an erasure consists of when it is signed. */
interface ErasureContent {
  readonly id: string
  readonly clientId: string
  readonly basis: string
  readonly reason: string
  readonly yearsAfterLast: number | null
  readonly ageOfMajority: number | null
  readonly yearsAfterMajority: number | null
  /** The signatures whose records were erased, in their order: all that is left of them. */
  readonly signatures: readonly {
    readonly sequence: number
    readonly kind: string
    readonly subjectId: string
    readonly practiceName: string
    readonly signerName: string
    readonly credentials: string
    readonly licenceNumber: string
    /** UTC, with minutes east of UTC. */
    readonly signedAt: string
    readonly signedOffset: number | null
    readonly canonicalVersion: number
    readonly fingerprint: string
  }[]
}

type Signer = Pick<AnySeal, 'signerName' | 'credentials' | 'licenceNumber' | 'practiceName'>
const signerMembers = ({ signerName, credentials, licenceNumber, practiceName }: Signer) => ({
  name: signerName,
  credentials,
  licenceNumber,
  practiceName,
})

/** The canonical form, version 1: RFC 8785. The seal is of no client. */
export function canonicalErasure(seal: AnySeal, content: ErasureContent): string {
  const text = canonicalize({
    canonicalVersion: 1,
    kind: 'erasure',
    sequence: seal.sequence,
    previousFingerprint: seal.previousFingerprint,
    signedAt: seal.signedAt,
    signedOffset: seal.signedOffset,
    signer: signerMembers(seal),
    client: null,
    erasure: {
      id: content.id,
      clientId: content.clientId,
      basis: content.basis,
      reason: content.reason,
      yearsAfterLast: content.yearsAfterLast,
      ageOfMajority: content.ageOfMajority,
      yearsAfterMajority: content.yearsAfterMajority,
      signatures: content.signatures.map((signature) => ({
        sequence: signature.sequence,
        kind: signature.kind,
        id: signature.subjectId,
        signedAt: signature.signedAt,
        signedOffset: signature.signedOffset,
        signer: signerMembers(signature),
        canonicalVersion: signature.canonicalVersion,
        fingerprint: signature.fingerprint,
      })),
    },
  })
  if (text === undefined) throw new TypeError('nothing to sign')
  return text
}
