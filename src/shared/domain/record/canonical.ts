// The canonical form of a signed record: one exact text for one content, so that anybody can recompute a fingerprint.
// docs/adr/0003-signature-chain.md specifies its versions; a change of any member needs a new one beside them.
import canonicalize from 'canonicalize'
import type { AddendumContent, NoteContent, Seal, SignedItem } from './signedContent.ts'

/** The versions of the canonical form. A signature is always verified with the version it was made with. */
export const canonicalVersions = [1, 2, 3, 4, 5] as const
export type CanonicalVersion = (typeof canonicalVersions)[number]

/** The version that new signatures use. */
export const canonicalVersion: CanonicalVersion = 5

/** Whether this version of the app knows a version of the canonical form. */
export const isCanonicalVersion = (version: number): version is CanonicalVersion =>
  canonicalVersions.some((known) => known === version)

/** The fingerprint "before" the first signature of a practice. */
export const firstPreviousFingerprint = '0'.repeat(64)

// Every member is written out, so that a field added to a type somewhere else never gets into a signed form.

const sealMembers = (version: CanonicalVersion, seal: Seal) => ({
  sequence: seal.sequence,
  previousFingerprint: seal.previousFingerprint,
  signedAt: seal.signedAt,
  ...(version >= 4 && { signedOffset: seal.signedOffset }),
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

/** The members of a note that all versions share; the session has one more since form 4. */
const noteMembers = (version: CanonicalVersion, { session, sections, strokes }: NoteContent) => ({
  session: {
    id: session.id,
    serviceStart: session.serviceStart,
    enteredAt: session.enteredAt,
    ...(version >= 4 && { enteredOffset: session.enteredOffset }),
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

/** The body map in form 2, and in form 3 as well. */
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

const scoreMembers = ({ measure, before, after }: NoteContent['scores'][number]) => ({ measure, before, after })

const rangeMembers = (range: NoteContent['ranges'][number]) => ({
  id: range.id,
  joint: range.joint,
  side: range.side,
  movement: range.movement,
  degreesBefore: range.degreesBefore,
  degreesAfter: range.degreesAfter,
  extentBefore: range.extentBefore,
  extentAfter: range.extentAfter,
})

/** What form 3 has beside the note's text, and form 4 as well. */
const form3Members = (note: NoteContent) => ({
  ...wholeMapMembers(note),
  lateEntryReason: note.session.lateEntryReason,
  scores: note.scores.map(scoreMembers),
  ranges: note.ranges.map(rangeMembers),
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
})

/** Form 5 has the amounts as they were typed as well. */
const form5Members = (note: NoteContent) => ({
  ...form3Members(note),
  scores: note.scores.map((score) => ({ ...scoreMembers(score), beforeText: score.beforeText })),
  ranges: note.ranges.map((range) => ({
    ...rangeMembers(range),
    textBefore: range.textBefore,
    textAfter: range.textAfter,
  })),
})

/** The differences between the versions. */
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
  3: form3Members,
  4: form3Members,
  5: form5Members,
}

/**
 * Whether a note has nothing in it that a version of the canonical form does not cover. Form 1 knows no answers, no
 * treated areas but of one region, and of the later fields of findings only what they are where nobody set them. Forms
 * 1 and 2 know no late entries, no measures but pain, no lists, no timer and no questions before signing. Forms 1 to 3
 * know no offsets of times, and forms 1 to 4 no amounts as they were typed.
 */
export function isWithinForm(version: CanonicalVersion, note: NoteContent): boolean {
  return (
    (version >= 5 || isWithinForm4(note)) &&
    (version >= 4 || note.session.enteredOffset === null) &&
    (version >= 3 || isWithinForm2(note)) &&
    (version >= 2 || isWithinForm1(note))
  )
}

const isWithinForm4 = ({ scores, ranges }: NoteContent): boolean =>
  scores.every(({ beforeText }) => beforeText === null) &&
  ranges.every(({ textBefore, textAfter }) => textBefore === null && textAfter === null)

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
export const isAddendumWithinForm = (version: CanonicalVersion, addendum: AddendumContent): boolean =>
  (version >= 4 || addendum.enteredOffset === null) &&
  (version >= 3 || (addendum.kind === 'addendum' && addendum.correction === null))

/** Whether a seal states nothing that a version of the canonical form does not cover. */
export const isSealWithinForm = (version: CanonicalVersion, { signedOffset }: Seal): boolean =>
  version >= 4 || signedOffset === null

/**
 * The canonical form of a note.
 * @returns RFC 8785 JSON; its UTF-8 bytes are what SHA-256 runs over
 */
export function canonicalNote(version: CanonicalVersion, seal: Seal, note: NoteContent): string {
  return canonicalJson({
    canonicalVersion: version,
    kind: 'note',
    ...sealMembers(version, seal),
    ...noteMembers(version, note),
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
    ...sealMembers(version, seal),
    addendum: {
      id: addendum.id,
      sessionId: addendum.sessionId,
      noteFingerprint: addendum.noteFingerprint,
      enteredAt: addendum.enteredAt,
      ...(version >= 4 && { enteredOffset: addendum.enteredOffset }),
      schemaVersion: addendum.schemaVersion,
      document: addendum.document,
      ...(version >= 3 && { correction: addendum.correction && correctionMembers(addendum.correction) }),
    },
  })
}
