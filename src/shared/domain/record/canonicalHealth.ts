// The canonical form of a health review. docs/adr/0020-health-reviews.md specifies it; it never changes.
import canonicalize from 'canonicalize'
import type { Seal } from './signedContent.ts'

/** All that a health review consists of when it is signed. */
export interface HealthContent {
  readonly id: string
  readonly kind: string
  /** The version that it was made from or that it confirms, with that one's fingerprint; null for the first. */
  readonly previous: { readonly id: string; readonly fingerprint: string } | null
  readonly atVisit: string | null
  readonly isShort: boolean
  readonly questionnaireVersion: number
  /** UTC, with minutes east of UTC. */
  readonly answeredAt: string
  readonly answeredOffset: number
  readonly pregnancyWeeks: number | null
  readonly earlierMassage: string
  /** In the order of asking. */
  readonly answers: readonly {
    readonly questionId: string
    readonly text: string
    readonly answer: string
    readonly since: string
    readonly remark: string
    readonly meaning: string
    readonly wording: string
    readonly regionIds: readonly string[]
  }[]
  readonly entries: readonly {
    readonly id: string
    readonly list: string
    readonly name: string
    readonly detail: string
    readonly since: string
    readonly effect: string
    readonly regionIds: readonly string[]
  }[]
  /** By the preference's name. */
  readonly preferences: readonly { readonly preference: string; readonly value: string }[]
}

/** The canonical form, version 1: RFC 8785. */
export function canonicalHealth(seal: Seal, content: HealthContent): string {
  const text = canonicalize({
    canonicalVersion: 1,
    kind: 'health',
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
    health: {
      id: content.id,
      review: content.kind,
      previous: content.previous && { id: content.previous.id, fingerprint: content.previous.fingerprint },
      atVisit: content.atVisit,
      isShort: content.isShort,
      questionnaireVersion: content.questionnaireVersion,
      answeredAt: content.answeredAt,
      answeredOffset: content.answeredOffset,
      pregnancyWeeks: content.pregnancyWeeks,
      earlierMassage: content.earlierMassage,
      answers: content.answers.map((answer) => ({
        questionId: answer.questionId,
        text: answer.text,
        answer: answer.answer,
        since: answer.since,
        remark: answer.remark,
        meaning: answer.meaning,
        wording: answer.wording,
        regionIds: [...answer.regionIds],
      })),
      entries: content.entries.map((entry) => ({
        id: entry.id,
        list: entry.list,
        name: entry.name,
        detail: entry.detail,
        since: entry.since,
        effect: entry.effect,
        regionIds: [...entry.regionIds],
      })),
      preferences: content.preferences.map(({ preference, value }) => ({ preference, value })),
    },
  })
  if (text === undefined) throw new TypeError('nothing to sign')
  return text
}
