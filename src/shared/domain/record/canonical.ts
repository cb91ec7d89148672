// The canonical form of what is signed: one exact text for one content, so that anybody can recompute a fingerprint.
// docs/adr/0003-signature-chain.md specifies it; a change of any member needs a new version beside this one.
import canonicalize from 'canonicalize'
import type { FindingFields, FindingKind, Phase } from '../bodymap/finding.ts'
import type { View } from '../bodymap/figure.ts'
import type { SectionId } from '../note/sections.ts'
import type { SessionDetails } from '../session.ts'

/** The version of the canonical form that new signatures use. */
export const canonicalVersion = 1

/** The fingerprint "before" the first signature of a practice. */
export const firstPreviousFingerprint = '0'.repeat(64)

/** Who signs, when, for whom, and where in the practice's chain: the same for a note and an addendum. */
export interface Seal {
  /** The place in the practice's chain, from 1. */
  readonly sequence: number
  /** 64 lower-case hex digits; {@link firstPreviousFingerprint} for the first. */
  readonly previousFingerprint: string
  readonly practiceName: string
  readonly signerName: string
  readonly credentials: string
  readonly licenceNumber: string
  /** UTC. */
  readonly signedAt: string
  /** The client as the record knew them at the signing. */
  readonly client: {
    readonly id: string
    readonly firstName: string
    readonly lastName: string
    readonly dateOfBirth: string | null
  }
}

/** A document of the editor as JSON, with the version of the schema that it follows. */
interface StoredDocument {
  readonly schemaVersion: number
  readonly document: unknown
}

/** All that a note consists of when it is signed. */
export interface NoteContent {
  readonly session: SessionDetails & {
    readonly id: string
    /** The entry date, UTC. */
    readonly enteredAt: string
    readonly painBefore: number | null
    readonly painAfter: number | null
  }
  /** The stored sections in the order subjective, objective, assessment, plan; those never written are left out. */
  readonly sections: readonly (StoredDocument & { readonly section: SectionId })[]
  /** In the order of making, as are strokes and treated areas. */
  readonly findings: readonly (FindingFields & { readonly id: string })[]
  readonly strokes: readonly {
    readonly id: string
    readonly phase: Phase
    readonly view: View
    readonly kind: FindingKind
    /** Little-endian 32-bit floats x, y, pressure, point after point, in base64 with padding (RFC 4648, section 4). */
    readonly points: string
  }[]
  readonly treatedAreas: readonly {
    readonly id: string
    readonly regionId: string
    readonly technique: string
    readonly minutes: number | null
    /** 1–5. */
    readonly pressure: number | null
  }[]
}

/** All that an addendum consists of when it is signed. */
export interface AddendumContent extends StoredDocument {
  readonly id: string
  readonly sessionId: string
  /** The fingerprint of the signed note that it belongs to. */
  readonly noteFingerprint: string
  /** When it was first written, UTC. */
  readonly enteredAt: string
}

// Every member is named one by one, so that a field added to a type somewhere else never slips into a signed form.

const sealMembers = (seal: Seal) => ({
  sequence: seal.sequence,
  previousFingerprint: seal.previousFingerprint,
  signedAt: seal.signedAt,
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

/** RFC 8785. Every value that gets here is finite and well-formed, so the result is always a text. */
function canonicalJson(value: object): string {
  const text = canonicalize(value)
  if (text === undefined) throw new TypeError('nothing to sign')
  return text
}

/**
 * The canonical form of a note, version {@link canonicalVersion}.
 * @returns RFC 8785 JSON; its UTF-8 bytes are what SHA-256 runs over
 */
export function canonicalNote(seal: Seal, note: NoteContent): string {
  const { session } = note
  return canonicalJson({
    canonicalVersion,
    kind: 'note',
    ...sealMembers(seal),
    session: {
      id: session.id,
      serviceStart: session.serviceStart,
      enteredAt: session.enteredAt,
      lengthMinutes: session.lengthMinutes,
      place: session.place,
      visitAddress: session.visitAddress,
      painBefore: session.painBefore,
      painAfter: session.painAfter,
    },
    sections: note.sections.map(({ section, schemaVersion, document }) => ({ section, schemaVersion, document })),
    findings: note.findings.map((finding) => ({
      id: finding.id,
      regionId: finding.regionId,
      structureId: finding.structureId,
      kind: finding.kind,
      severity: finding.severity,
      depth: finding.depth,
      phase: finding.phase,
      view: finding.view,
      point: finding.point === null ? null : { x: finding.point.x, y: finding.point.y },
      refersTo: finding.refersTo,
      remark: finding.remark,
    })),
    strokes: note.strokes.map(({ id, phase, view, kind, points }) => ({ id, phase, view, kind, points })),
    treatedAreas: note.treatedAreas.map(({ id, regionId, technique, minutes, pressure }) => ({
      id,
      regionId,
      technique,
      minutes,
      pressure,
    })),
  })
}

/**
 * The canonical form of an addendum, version {@link canonicalVersion}.
 * @returns RFC 8785 JSON; its UTF-8 bytes are what SHA-256 runs over
 */
export function canonicalAddendum(seal: Seal, addendum: AddendumContent): string {
  return canonicalJson({
    canonicalVersion,
    kind: 'addendum',
    ...sealMembers(seal),
    addendum: {
      id: addendum.id,
      sessionId: addendum.sessionId,
      noteFingerprint: addendum.noteFingerprint,
      enteredAt: addendum.enteredAt,
      schemaVersion: addendum.schemaVersion,
      document: addendum.document,
    },
  })
}
