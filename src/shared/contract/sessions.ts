// Operations on sessions: the note, its sections, the signature and what is added after it.
import { z } from 'zod'
import { consentReason } from '../domain/consent/forms.ts'
import type { AuditAct } from '../domain/audit/auditEntry.ts'
import { findingFields, phases } from '../domain/bodymap/finding.ts'
import { noGoAnswer, noGoArea } from '../domain/bodymap/noGo.ts'
import { stroke, treatedArea } from '../domain/bodymap/marks.ts'
import { noteDocument } from '../domain/note/document.ts'
import { sectionIds } from '../domain/note/sections.ts'
import { measureIds, sessionMeasures } from '../domain/measures.ts'
import { addendumKinds, correction } from '../domain/record/amendment.ts'
import { partsBesideSections } from '../domain/note/parts.ts'
import { signAnswer, signQuestion } from '../domain/record/signQuestions.ts'
import { painScore, sessionDetails } from '../domain/session.ts'
import { lostOfSession } from '../domain/salvage.ts'
import { sessionItems } from '../domain/sessionItem.ts'
import { fieldText, longText } from '../domain/text.ts'
import { utcOffset, wallTime } from '../domain/time.ts'
import { timedSpan } from '../domain/timer.ts'
import {
  audited,
  auditedInOutput,
  changesPractice,
  changesSession,
  listsOfSessions,
  read,
  readsOfVisits,
} from './operation.ts'

const id = z.uuid()
const saved = z.strictObject({ savedAt: z.string() })
const additionOfSession = z.strictObject({ sessionId: id, id })
const started = z.strictObject({
  id,
  /** Whether the session's template had been removed: the session began without one. */
  isTemplateMissing: z.boolean(),
})

/** Where a session came from that was brought in from another copy of the vault. */
const sessionOrigin = z.strictObject({
  /** UTC. */
  broughtInAt: z.string(),
  broughtInOffset: utcOffset,
  /** Its signature in the other copy, which is none here; null for what was a draft there. */
  signature: z
    .strictObject({
      signedAt: z.string(),
      signedOffset: utcOffset.nullable(),
      signerName: z.string(),
      fingerprint: z.string(),
    })
    .nullable(),
})
export type SessionOrigin = z.infer<typeof sessionOrigin>

/** A session as lists show it. */
export const sessionSummary = z.strictObject({
  id,
  clientId: id,
  /** The session's place in the client's history by service date, from 1. */
  number: z.int(),
  serviceStart: z.string(),
  /** Minutes east of UTC of the clock by which it was entered; null if that was not stored. */
  enteredOffset: utcOffset.nullable(),
  lengthMinutes: z.int(),
  place: sessionDetails.shape.place,
  painBefore: painScore,
  painAfter: painScore,
  findingCount: z.int(),
  /** The beginning of the assessment or, where that is empty, of the first section that isn't; plain text. */
  excerpt: z.string(),
  signedAt: z.string().nullable(),
  /** Whether it was brought in from another copy of the vault. */
  isBroughtIn: z.boolean(),
  /** Signed additions: addenda and amendments. */
  addendumCount: z.int(),
})
export type SessionSummary = z.infer<typeof sessionSummary>

export const finding = findingFields.extend({ id, sessionId: id })

/**
 * A stored section. `document` is null when it was written by a newer version or is damaged: it is then shown as its
 * plain text, read-only, and never written back.
 */
export const noteSection = z.strictObject({
  section: z.enum(sectionIds),
  document: noteDocument.nullable(),
  plainText: z.string(),
  updatedAt: z.string().nullable(),
  /** Of a draft: whether it still has only its template's skeleton, which does not count as written. */
  isUntouched: z.literal(true).optional(),
})

/**
 * A mark whose kind or view this version does not know, because a newer one made it, or whose drawing is
 * damaged. It is stored unchanged and shown in words, and a note is not signed while it has one.
 */
export const unknownMark = z.strictObject({
  id,
  mark: z.enum(['finding', 'stroke']),
  phase: z.enum(phases),
  /** As it is stored; null for a stroke. */
  regionId: z.string().nullable(),
  kind: z.string(),
  severity: z.int().nullable(),
  remark: z.string(),
})
export type UnknownMark = z.infer<typeof unknownMark>

export const signature = z.strictObject({
  /** The signature's place in the practice's chain, from 1. */
  sequence: z.int(),
  signerName: z.string(),
  credentials: z.string(),
  licenceNumber: z.string(),
  practiceName: z.string(),
  signedAt: z.string(),
  signedOffset: utcOffset.nullable(),
  /** SHA-256 over the canonical form, 64 lower-case hex digits. */
  fingerprint: z.string(),
  /** The fingerprint before it in the chain; 64 zeros for the first. */
  previousFingerprint: z.string(),
})
export type Signature = z.infer<typeof signature>

/** An addendum to a signed note, or an amendment of it. */
export const addendum = z.strictObject({
  id,
  kind: z.enum(addendumKinds),
  /** What an amendment corrects, why, and the old words; null for an addendum. */
  correction: correction.safeExtend({ oldText: z.string() }).nullable(),
  document: noteDocument.nullable(),
  plainText: z.string(),
  createdAt: z.string(),
  createdOffset: utcOffset.nullable(),
  /** Null while the addendum is a draft. */
  signature: signature.nullable(),
})
export type Addendum = z.infer<typeof addendum>

export const sessionRecord = z.strictObject({
  id,
  number: z.int(),
  details: sessionDetails,
  /** When the session was entered into the app, UTC: the entry date. */
  enteredAt: z.string(),
  enteredOffset: utcOffset.nullable(),
  /** Why the note was written long after the visit; null for a note of the same time. */
  lateEntryReason: z.string().nullable(),
  /** Null for a session that was begun here. */
  origin: sessionOrigin.nullable(),
  /** What of it could not be read when the vault was salvaged; empty for nothing. */
  lost: z.array(z.enum(lostOfSession)),
  painBefore: painScore,
  painAfter: painScore,
  /** The measures that this session asks for: its template's, or the practice's. */
  measuresAsked: z.array(z.enum(measureIds)),
  measures: sessionMeasures,
  techniques: sessionItems,
  homework: sessionItems,
  /** In the order of starting. */
  timedSpans: z.array(timedSpan),
  /** A remark outside of the note: never signed, and in a patient file only if that was chosen. */
  privateRemark: z.string(),
  client: z.strictObject({
    id,
    firstName: z.string(),
    lastName: z.string(),
    preferredName: z.string(),
    pronouns: z.string(),
    dateOfBirth: z.string().nullable(),
    address: z.string(),
    alert: z.string(),
  }),
  sections: z.array(noteSection),
  findings: z.array(finding),
  strokes: z.array(stroke),
  treatedAreas: z.array(treatedArea),
  unknownMarks: z.array(unknownMark),
  /** The client's no-go areas as they are now. */
  noGoAreas: z.array(noGoArea),
  /** The decisions about them in this session, in the order of deciding. */
  noGoAnswers: z.array(noGoAnswer),
  /** The questions before the note was signed, and the answers; empty for a draft. */
  signAnswers: z.array(signAnswer),
  signature: signature.nullable(),
  addenda: z.array(addendum),
  updatedAt: z.string(),
})
export type SessionRecord = z.infer<typeof sessionRecord>

/** The client's last visit before a session, with all that can be taken over from it. */
export const lastTime = sessionRecord
  .pick({
    number: true,
    painBefore: true,
    painAfter: true,
    measures: true,
    sections: true,
    /** Of both phases. */
    findings: true,
    treatedAreas: true,
    techniques: true,
    homework: true,
  })
  .extend({
    sessionId: id,
    serviceStart: z.string(),
    isSigned: z.boolean(),
    /** Corrections since, beside the sections: the words in force instead of the scores, findings or lists. */
    amended: z.array(z.strictObject({ part: z.enum(partsBesideSections), words: z.string() })),
  })
export type LastTime = z.infer<typeof lastTime>

/** An act on the session whose id an input has. */
const onSession = (act: AuditAct) => audited(act, 'session', (input: { id: string }) => input.id)
/** The same on the addition. */
const onAddition = (act: AuditAct) => audited(act, 'addition', (input: { id: string }) => input.id)
const sessionCreated = auditedInOutput('created', 'session', (made: z.infer<typeof started>) => made.id)

export const sessionOperations = {
  /**
   * Opens a new session, at a wall-clock time, with defaults from the client's last one. It begins with the template of
   * that id, with none for null, and with the client's own if left out.
   */
  'session:start': changesPractice(
    z.strictObject({ clientId: id, serviceStart: wallTime, templateId: id.nullable().optional() }),
    started,
    sessionCreated,
    listsOfSessions,
  ),
  /** Opens a note for a visit in the past that was never charted; it states both dates and why. */
  'session:startLate': changesPractice(
    z.strictObject({ clientId: id, details: sessionDetails, reason: fieldText.min(1) }),
    started,
    sessionCreated,
    listsOfSessions,
  ),
  'session:get': read(z.strictObject({ id }), sessionRecord, onSession('viewed')),
  /** The client's last visit before a session, drafts too; null at the first visit. */
  'session:lastTime': read(
    z.strictObject({ sessionId: id }),
    z.strictObject({ visit: lastTime.nullable() }),
    auditedInOutput('viewed', 'session', ({ visit }) => visit?.sessionId),
  ),
  'session:saveDetails': changesSession('id', z.strictObject({ id, details: sessionDetails }), saved, {
    invalidates: [...listsOfSessions, ...readsOfVisits, 'measures:earlier'],
    part: () => 'details',
  }),
  'session:savePain': changesSession('id', z.strictObject({ id, painBefore: painScore, painAfter: painScore }), saved, {
    invalidates: [...listsOfSessions, 'session:lastTime'],
    part: () => 'pain',
  }),
  'session:saveMeasures': changesSession('id', z.strictObject({ id, measures: sessionMeasures }), saved, {
    invalidates: ['session:lastTime', 'measures:earlier'],
    part: () => 'measures',
  }),
  'session:saveItems': changesSession(
    'id',
    z.strictObject({ id, list: z.enum(['technique', 'homework']), items: sessionItems }),
    saved,
    {
      invalidates: ['session:lastTime', 'lists:suggestions'],
      part: ({ list }) => (list === 'technique' ? 'techniques' : 'homework'),
    },
  ),
  /** Also after signing: the remark is outside of the note. */
  'session:savePrivateRemark': changesSession('id', z.strictObject({ id, text: longText }), saved, {
    invalidates: [],
    part: () => 'remark',
  }),
  /** Adds a span of the timer, or changes the one of its id. At most one span of a session runs. */
  'timer:put': changesSession('sessionId', z.strictObject({ sessionId: id, span: timedSpan }), saved, {
    invalidates: [],
    part: () => 'timer',
  }),
  'timer:remove': changesSession('sessionId', z.strictObject({ sessionId: id, id }), saved, {
    invalidates: [],
    part: () => 'timer',
  }),
  'session:saveSection': changesSession(
    'id',
    z.strictObject({
      id,
      section: z.enum(sectionIds),
      document: noteDocument,
      /** The therapist has confirmed the carried-over text in the note: it is not asked about again before signing. */
      isConfirmed: z.literal(true).optional(),
      /** The therapist has deleted all words. Without it an empty document in the place of words is a CONFLICT. */
      isEmptied: z.literal(true).optional(),
    }),
    saved,
    { invalidates: [...listsOfSessions, 'session:lastTime'], part: ({ section }) => section },
  ),
  /** Takes an unsigned draft out of the lists; `session:restore` brings it back. */
  'session:discard': changesSession('id', z.strictObject({ id }), z.strictObject({}), {
    invalidates: [...listsOfSessions, ...readsOfVisits, 'bin:list'],
    audit: onSession('binned'),
  }),
  'session:restore': changesSession('id', z.strictObject({ id }), z.strictObject({}), {
    invalidates: [...listsOfSessions, ...readsOfVisits, 'bin:list'],
    audit: onSession('restored'),
  }),
  /** The questions to answer before a draft is signed, and what it is compared with. */
  'session:signQuestions': read(
    z.strictObject({ id }),
    z.strictObject({
      questions: z.array(signQuestion),
      /** When the client's visit before was, wall-clock; null at the first visit. */
      lastVisitAt: z.string().nullable(),
      /** When the practice's newest signature was made, UTC; null before the first. */
      lastSignedAt: z.string().nullable(),
      lastSignedOffset: utcOffset.nullable(),
    }),
  ),
  /** Signs the note as it is stored, with an answer to every question, and locks it for good. */
  'session:sign': changesSession(
    'id',
    z.strictObject({
      id,
      answers: z.array(signAnswer).max(100).optional(),
      /** Why each consent that is needed and not there is missing; VALIDATION `unanswered` at `withoutConsent` otherwise. */
      withoutConsent: z.array(consentReason).max(100).optional(),
    }),
    signature,
    {
      invalidates: [...listsOfSessions, 'session:get', 'session:lastTime'],
      audit: onSession('signed'),
    },
  ),
  /**
   * Stores a draft of an addition to a signed note; the first save creates it. With a correction it is an amendment, of
   * which the services know the old words themselves; otherwise an addendum.
   */
  'addendum:saveDraft': changesSession(
    'sessionId',
    z.strictObject({
      sessionId: id,
      id,
      document: noteDocument,
      correction: correction.nullable(),
      /** The therapist has deleted all words. Without it an empty document in the place of words is a CONFLICT. */
      isEmptied: z.literal(true).optional(),
    }),
    saved,
    { invalidates: ['session:get'], part: (input) => `addition/${input.id}`, audit: onAddition('changed') },
  ),
  'addendum:discardDraft': changesSession('sessionId', additionOfSession, z.strictObject({}), {
    invalidates: ['session:get'],
    audit: onAddition('erased'),
  }),
  /**
   * Refused with `clock_set_back` if the clock is before the time of the newest signature, until that is accepted:
   * it is then signed with the clock's time.
   */
  'addendum:sign': changesSession(
    'sessionId',
    additionOfSession.extend({ acceptedClock: z.literal('set back').optional() }),
    signature,
    { invalidates: [...listsOfSessions, 'session:get', 'session:lastTime'], audit: onAddition('signed') },
  ),
  /** What Today shows: all unsigned drafts, oldest first, and the newest sessions. */
  'today:overview': read(
    z.strictObject({}),
    z.strictObject({
      drafts: z.array(sessionSummary.extend({ clientName: z.string() })),
      recent: z.array(sessionSummary.extend({ clientName: z.string() })),
    }),
  ),
} as const
