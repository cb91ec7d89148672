// The canonical forms of a consent, of its end before its time, and of a consent that was lacking. Their decision record specifies
// them; they never change.
import canonicalize from 'canonicalize'
import type { Seal } from './signedContent.ts'

/** All that a consent consists of when it is signed. */
interface ConsentContent {
  readonly id: string
  readonly atVisit: string | null
  readonly kind: string
  readonly name: string
  readonly text: string
  readonly language: string
  readonly areas: string
  readonly techniques: string
  readonly draping: string
  readonly regionIds: readonly string[]
  readonly elements: readonly string[]
  readonly validity: string
  readonly witness: string
  /** UTC, with minutes east of UTC. */
  readonly givenAt: string
  readonly givenOffset: number
  readonly marks: readonly {
    readonly role: string
    readonly manner: string
    readonly name: string
    /** Little-endian 32-bit floats x, y, pressure, point after point, in base64 with padding; null for what was typed. */
    readonly points: string | null
  }[]
}

interface WithdrawalContent {
  readonly id: string
  readonly consentId: string
  /** The fingerprint of the signed consent. */
  readonly consentFingerprint: string
  readonly cause: string
  readonly remark: string
  readonly withdrawnAt: string
  readonly withdrawnOffset: number
}

interface LackContent {
  readonly id: string
  readonly sessionId: string
  readonly kind: string
  readonly name: string
  readonly regionIds: readonly string[]
  readonly reason: string
  readonly statedAt: string
  readonly statedOffset: number
}

const sealMembers = (kind: string, seal: Seal) => ({
  canonicalVersion: 1,
  kind,
  sequence: seal.sequence,
  previousFingerprint: seal.previousFingerprint,
  signedAt: seal.signedAt,
  signedOffset: seal.signedOffset,
  signer: {
    name: seal.signerName,
    credentials: seal.credentials,
    licenceNumber: seal.licenceNumber,
    practiceName: seal.practiceName,
  },
  client: {
    id: seal.client.id,
    firstName: seal.client.firstName,
    lastName: seal.client.lastName,
    dateOfBirth: seal.client.dateOfBirth,
  },
})

function textOf(value: object): string {
  const text = canonicalize(value)
  if (text === undefined) throw new TypeError('nothing to sign')
  return text
}

/** The canonical form, version 1: RFC 8785. */
export const canonicalConsent = (seal: Seal, content: ConsentContent): string =>
  textOf({
    ...sealMembers('consent', seal),
    consent: {
      id: content.id,
      atVisit: content.atVisit,
      kind: content.kind,
      name: content.name,
      text: content.text,
      language: content.language,
      areas: content.areas,
      techniques: content.techniques,
      draping: content.draping,
      regionIds: [...content.regionIds],
      elements: [...content.elements],
      validity: content.validity,
      witness: content.witness,
      givenAt: content.givenAt,
      givenOffset: content.givenOffset,
      marks: content.marks.map(({ role, manner, name, points }) => ({ role, manner, name, points })),
    },
  })

/** The canonical form, version 1: RFC 8785. */
export const canonicalWithdrawal = (seal: Seal, content: WithdrawalContent): string =>
  textOf({
    ...sealMembers('withdrawal', seal),
    withdrawal: {
      id: content.id,
      consentId: content.consentId,
      consentFingerprint: content.consentFingerprint,
      cause: content.cause,
      remark: content.remark,
      withdrawnAt: content.withdrawnAt,
      withdrawnOffset: content.withdrawnOffset,
    },
  })

/** The canonical form, version 1: RFC 8785. */
export const canonicalLack = (seal: Seal, content: LackContent): string =>
  textOf({
    ...sealMembers('lack', seal),
    lack: {
      id: content.id,
      sessionId: content.sessionId,
      kind: content.kind,
      name: content.name,
      regionIds: [...content.regionIds],
      reason: content.reason,
      statedAt: content.statedAt,
      statedOffset: content.statedOffset,
    },
  })
