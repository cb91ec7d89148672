// The canonical form of what is signed: one exact text for one content, so that anybody can recompute a fingerprint.
// docs/adr/0003-signature-chain.md specifies its versions; a change of any member needs a new one beside them.
import canonicalize from 'canonicalize'
import type { SectionId } from '../note/sections.ts'
import type { SessionDetails } from '../session.ts'

/** The versions of the canonical form. What was signed with one is checked with it for good. */
const canonicalVersions = [1, 2, 3] as const
export type CanonicalVersion = (typeof canonicalVersions)[number]

/** The version that new signatures use. */
export const canonicalVersion: CanonicalVersion = 3

/** Whether this version of the app knows a version of the canonical form. */
export const isCanonicalVersion = (version: number): version is CanonicalVersion =>
  canonicalVersions.some((known) => known === version)

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
    readonly lateEntryReason: string | null
  }
  /** The stored sections in the order subjective, objective, assessment, plan; those never written are left out. */
  readonly sections: readonly (StoredDocument & { readonly section: SectionId })[]
  /** In the order of making, as are strokes, treated areas and answers. Kinds, views and the like as stored. */
  readonly findings: readonly {
    readonly id: string
    readonly regionId: string
    readonly structureId: string | null
    readonly kind: string
    readonly severity: number
    readonly depth: string | null
    readonly phase: string
    readonly view: string
    readonly point: { readonly x: number; readonly y: number } | null
    readonly refersTo: string
    readonly refersToRegionId: string | null
    readonly remark: string
    readonly continuesId: string | null
    readonly carriedFromId: string | null
    readonly isConfirmed: boolean
  }[]
  readonly strokes: readonly {
    readonly id: string
    readonly phase: string
    readonly view: string
    readonly kind: string
    /** Little-endian 32-bit floats x, y, pressure, point after point, in base64 with padding (RFC 4648, section 4). */
    readonly points: string
  }[]
  readonly treatedAreas: readonly {
    readonly id: string
    readonly regionIds: readonly string[]
    readonly technique: string
    readonly minutes: number | null
    /** 1–5. */
    readonly pressure: number | null
  }[]
  readonly noGoAnswers: readonly {
    readonly id: string
    readonly regionId: string
    readonly level: string
    readonly reason: string
    readonly decision: string
    readonly remark: string
    /** UTC. */
    readonly answeredAt: string
  }[]
  /** By the measure's name. Scores as stored. */
  readonly scores: readonly {
    readonly measure: string
    readonly before: number | null
    readonly after: number | null
  }[]
  /** In their own order, as are activities, techniques, homework and answers. */
  readonly ranges: readonly {
    readonly id: string
    readonly joint: string
    readonly side: string | null
    readonly movement: string
    readonly degreesBefore: number | null
    readonly degreesAfter: number | null
    readonly extentBefore: string | null
    readonly extentAfter: string | null
  }[]
  readonly activities: readonly { readonly id: string; readonly activity: string; readonly score: number | null }[]
  readonly techniques: readonly SignedItem[]
  readonly homework: readonly SignedItem[]
  /** In the order of starting. */
  readonly timedSpans: readonly {
    readonly id: string
    readonly treatedAreaId: string | null
    /** UTC. */
    readonly startedAt: string
    readonly endedAt: string | null
  }[]
  /** What was asked before signing. */
  readonly signAnswers: readonly {
    readonly question: string
    readonly section: string | null
    readonly amount: number | null
    readonly decision: string
    /** UTC. */
    readonly answeredAt: string
  }[]
}

/** A technique or a piece of homework. */
interface SignedItem {
  readonly text: string
  /** `YYYY-MM-DD` of the visit that it was taken over from, where nobody confirmed it. */
  readonly carriedFrom: string | null
}

/** All that an addendum or an amendment consists of when it is signed. */
export interface AddendumContent extends StoredDocument {
  readonly id: string
  readonly sessionId: string
  /** The fingerprint of the signed note that it belongs to. */
  readonly noteFingerprint: string
  /** When it was first written, UTC. */
  readonly enteredAt: string
  readonly kind: string
  /** What an amendment corrects; null for an addendum. */
  readonly correction: {
    readonly part: string | null
    readonly addendumId: string | null
    readonly reason: string
    readonly oldText: string
  } | null
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

/** The members of a note that all versions share. */
const noteMembers = ({ session, sections, strokes }: NoteContent) => ({
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
  sections: sections.map(({ section, schemaVersion, document }) => ({ section, schemaVersion, document })),
  strokes: strokes.map(({ id, phase, view, kind, points }) => ({ id, phase, view, kind, points })),
})

/** The members of a finding that all versions share. */
const findingMembers = (finding: NoteContent['findings'][number]) => ({
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
})

/** What form 2 has of the body map, and form 3 as well. */
const wholeMapMembers = (note: NoteContent) => ({
  findings: note.findings.map((finding) => ({
    ...findingMembers(finding),
    refersToRegionId: finding.refersToRegionId,
    continuesId: finding.continuesId,
    carriedFromId: finding.carriedFromId,
    isConfirmed: finding.isConfirmed,
  })),
  treatedAreas: note.treatedAreas.map(({ id, regionIds, technique, minutes, pressure }) => ({
    id,
    regionIds: [...regionIds],
    technique,
    minutes,
    pressure,
  })),
  noGoAnswers: note.noGoAnswers.map(({ id, regionId, level, reason, decision, remark, answeredAt }) => ({
    id,
    regionId,
    level,
    reason,
    decision,
    remark,
    answeredAt,
  })),
})

const itemMembers = ({ text, carriedFrom }: SignedItem) => ({ text, carriedFrom })

/** What differs between the versions. */
const versionMembers: Readonly<Record<CanonicalVersion, (note: NoteContent) => object>> = {
  1: (note) => ({
    findings: note.findings.map(findingMembers),
    treatedAreas: note.treatedAreas.map(({ id, regionIds, technique, minutes, pressure }) => ({
      id,
      regionId: regionIds[0] ?? null,
      technique,
      minutes,
      pressure,
    })),
  }),
  2: wholeMapMembers,
  3: (note) => ({
    ...wholeMapMembers(note),
    lateEntryReason: note.session.lateEntryReason,
    scores: note.scores.map(({ measure, before, after }) => ({ measure, before, after })),
    ranges: note.ranges.map((range) => ({
      id: range.id,
      joint: range.joint,
      side: range.side,
      movement: range.movement,
      degreesBefore: range.degreesBefore,
      degreesAfter: range.degreesAfter,
      extentBefore: range.extentBefore,
      extentAfter: range.extentAfter,
    })),
    activities: note.activities.map(({ id, activity, score }) => ({ id, activity, score })),
    techniques: note.techniques.map(itemMembers),
    homework: note.homework.map(itemMembers),
    timedSpans: note.timedSpans.map(({ id, treatedAreaId, startedAt, endedAt }) => ({
      id,
      treatedAreaId,
      startedAt,
      endedAt,
    })),
    signAnswers: note.signAnswers.map(({ question, section, amount, decision, answeredAt }) => ({
      question,
      section,
      amount,
      decision,
      answeredAt,
    })),
  }),
}

/**
 * Whether a note has nothing in it that a version of the canonical form does not cover. Form 1 knows no answers, no
 * treated areas but of one region, and of the later fields of findings only what they are where nobody set them. Forms
 * 1 and 2 know no late entries, no measures but pain, no lists, no timer and no questions before signing.
 */
export function isWithinForm(version: CanonicalVersion, note: NoteContent): boolean {
  return (version >= 3 || isWithinForm2(note)) && (version >= 2 || isWithinForm1(note))
}

function isWithinForm1({ findings, treatedAreas, noGoAnswers }: NoteContent): boolean {
  const isPlain = findings.every(
    ({ refersToRegionId, continuesId, carriedFromId, isConfirmed }) =>
      refersToRegionId === null && continuesId === null && carriedFromId === null && isConfirmed,
  )
  return isPlain && treatedAreas.every(({ regionIds }) => regionIds.length === 1) && noGoAnswers.length === 0
}

function isWithinForm2({ session, ...note }: NoteContent): boolean {
  const later = [
    note.scores,
    note.ranges,
    note.activities,
    note.techniques,
    note.homework,
    note.timedSpans,
    note.signAnswers,
  ]
  return session.lateEntryReason === null && later.every(({ length }) => length === 0)
}

/** Whether an addendum has nothing in it that a version of the canonical form does not cover. */
export const isAddendumWithinForm = (version: CanonicalVersion, { kind, correction }: AddendumContent): boolean =>
  version >= 3 || (kind === 'addendum' && correction === null)

/**
 * The canonical form of a note.
 * @returns RFC 8785 JSON; its UTF-8 bytes are what SHA-256 runs over
 */
export function canonicalNote(version: CanonicalVersion, seal: Seal, note: NoteContent): string {
  return canonicalJson({
    canonicalVersion: version,
    kind: 'note',
    ...sealMembers(seal),
    ...noteMembers(note),
    ...versionMembers[version](note),
  })
}

const correctionMembers = ({ part, addendumId, reason, oldText }: NonNullable<AddendumContent['correction']>) => ({
  part,
  addendumId,
  reason,
  oldText,
})

/**
 * The canonical form of an addendum or an amendment.
 * @returns RFC 8785 JSON; its UTF-8 bytes are what SHA-256 runs over
 */
export function canonicalAddendum(version: CanonicalVersion, seal: Seal, addendum: AddendumContent): string {
  return canonicalJson({
    canonicalVersion: version,
    kind: version >= 3 ? addendum.kind : 'addendum',
    ...sealMembers(seal),
    addendum: {
      id: addendum.id,
      sessionId: addendum.sessionId,
      noteFingerprint: addendum.noteFingerprint,
      enteredAt: addendum.enteredAt,
      schemaVersion: addendum.schemaVersion,
      document: addendum.document,
      ...(version >= 3 && { correction: addendum.correction && correctionMembers(addendum.correction) }),
    },
  })
}
