// Operations on the record as a whole: whether every signed note is still as it was signed, seals and time stamps.
import { z } from 'zod'
import { allRecordFindingKinds, chainProblems } from '../domain/record/recordFindings.ts'
import { sealReasons, stampKinds } from '../domain/record/chainSeal.ts'
import { erasureBases } from '../domain/retention/erasure.ts'
import { utcOffset } from '../domain/time.ts'
import { asJob, changesPractice, notAudited, read, shell } from './operation.ts'

const nothing = z.strictObject({})

/** The first signature that does not fit, and what it signed. */
export const mismatch = z.strictObject({
  sequence: z.int(),
  problem: z.enum(chainProblems),
  /** The id of its kind, and the kind's name for people. */
  kind: z.string(),
  kindName: z.string(),
  /** The session whose record it is a part of; null where it is of none, or that one is not there, or is in no list. */
  sessionId: z.string().nullable(),
  /** The client's name as the signature states it; null where it is about none. */
  clientName: z.string().nullable(),
  /** Wall clock; null when there is no session. */
  serviceStart: z.string().nullable(),
  signedAt: z.string(),
})
export type Mismatch = z.infer<typeof mismatch>

/** A further finding; its weight and its words follow from its kind. */
export const recordFinding = z.strictObject({
  kind: z.enum(allRecordFindingKinds),
  count: z.int().min(1),
  /** The numbers of the first signatures that it is about; empty where it is about none. */
  sequences: z.array(z.int()).readonly(),
})
export type RecordFinding = z.infer<typeof recordFinding>

/** The result of verifying the record. */
export const recordCheck = z.strictObject({
  /** The sequence up to which all fits, which is also their number; 0 if the first does not, or nothing is signed. */
  checkedTo: z.int(),
  /** The first signature that does not fit; null when all do. */
  mismatch: mismatch.nullable(),
  /** The fingerprint of the last signature that fits; null where there is none. */
  newestFingerprint: z.string().nullable(),
  /** The erasures among the signatures that fit, oldest first: no problem, and to be known. */
  erasures: z.array(
    z.strictObject({
      sequence: z.int(),
      erasedAt: z.string(),
      erasedOffset: utcOffset.nullable(),
      basis: z.enum(erasureBases),
      notes: z.int(),
      others: z.int(),
    }),
  ),
  /** The further findings, each kind once, in the order of the kinds. */
  findings: z.array(recordFinding),
})
export type RecordCheck = z.infer<typeof recordCheck>

/** A seal of the newest signature. */
export const sealRecord = z.strictObject({
  /** The seal itself: one line of letters and digits. */
  line: z.string(),
  sequence: z.int(),
  /** When the newest signature was made, UTC. */
  signedAt: z.string(),
  fingerprint: z.string(),
  /** When the seal was made, UTC. */
  madeAt: z.string(),
  /** The vault's key in short, to be compared by eye. */
  key: z.string(),
})
export type SealRecord = z.infer<typeof sealRecord>

/**
 * The result of comparing a seal with today's record.
 * `none`, `newer`, `damaged`: the text has no seal, one of a later form, one with missing or mistyped characters.
 * `forged`: its signature is not valid. `other vault`: another key made it. `cut off`: the record ends before it.
 * `rewritten`: the record has another signature in its place. `broken`: the record has it, but what follows does not
 * follow from it. `contained`: the record has it, and continues it.
 */
export const sealOutcomes = [
  'none',
  'newer',
  'damaged',
  'forged',
  'other vault',
  'cut off',
  'rewritten',
  'broken',
  'contained',
] as const

export const sealCheck = z.strictObject({
  outcome: z.enum(sealOutcomes),
  /** What the seal states; null unless its signature is valid. */
  sequence: z.int().nullable(),
  madeAt: z.string().nullable(),
  key: z.string().nullable(),
  /** When that signature was made, UTC, where the record has it. */
  signedAt: z.string().nullable(),
  signedOffset: utcOffset.nullable(),
  /** How many signatures came after it, where the record has it. */
  since: z.int().nullable(),
  /** The record's newest signature; 0 while there is none. */
  total: z.int(),
})
export type SealCheck = z.infer<typeof sealCheck>

/** What a stored time stamp proves, computed anew from its bytes. */
export const stampRecord = z.strictObject({
  id: z.int(),
  kind: z.enum(stampKinds),
  /** The signature that the stamped seal is of. */
  sequence: z.int(),
  /** When it was stored, UTC. */
  keptAt: z.string(),
  /** The time that the authority states, UTC; null for a proof of OpenTimestamps, which states a block. */
  statedAt: z.string().nullable(),
  /** Who signed it, as the certificate says. */
  signer: z.string().nullable(),
  /** SHA-256 of the topmost certificate in the answer, and its name. */
  root: z.strictObject({ name: z.string(), fingerprint: z.string() }).nullable(),
  /** Whether the signer's certificate was valid at the stated time, and whether it still is. */
  certificate: z.enum(['valid', 'expired since', 'not valid then']).nullable(),
  /** The blocks of Bitcoin that a proof leads to, with the Merkle root that each has to have. */
  blocks: z.array(z.strictObject({ height: z.int(), merkleRoot: z.string() })),
  /** What does not fit, as `record:keepStamp` names it; null if all does. */
  problem: z.string().nullable(),
})
export type StampRecord = z.infer<typeof stampRecord>

/** The forms in which a seal is saved to be stamped: a request to an authority, or the bare line for OpenTimestamps. */
const stampKind = z.enum(stampKinds)

const sealIsKept = notAudited('seals and time stamps are kept with their own times, and show no record')

export const recordOperations = {
  /**
   * Recomputes the whole chain, up to the first signature that does not fit, and checks what goes beyond it: traces, stored
   * seals and time stamps compared with it, times that go backwards.
   */
  'record:verify': asJob('record check', read(nothing, recordCheck)),
  /** Makes a seal of the newest signature and stores it. VALIDATION `nothing_signed` if there is none. */
  'record:makeSeal': changesPractice(z.strictObject({ why: z.enum(sealReasons) }), sealRecord, sealIsKept),
  'record:checkSeal': read(z.strictObject({ text: z.string().max(200_000) }), sealCheck),
  /** Makes a seal, stores it, and returns the file that is to be stamped, in base64. VALIDATION as `record:makeSeal`. */
  'record:requestStamp': changesPractice(
    z.strictObject({ kind: stampKind }),
    z.strictObject({ sequence: z.int(), file: z.string() }),
    sealIsKept,
  ),
  /**
   * Stores an answer that stamps one of the vault's seals; `file` is its bytes in base64. VALIDATION at `file` with
   * what is wrong with it (see `stampProblems` in the domain).
   */
  'record:keepStamp': changesPractice(z.strictObject({ file: z.string().max(1_500_000) }), stampRecord, sealIsKept, [
    'record:stamps',
  ]),
  /** Every stored time stamp, newest first. */
  'record:stamps': read(nothing, z.strictObject({ stamps: z.array(stampRecord) })),
  /**
   * Asks for a place and writes a new seal there, in words or, where the name ends in `.json`, as JSON. Answers with
   * the file's name without its folder, or CANCELLED.
   */
  'record:saveSealFile': shell(nothing, z.strictObject({ fileName: z.string(), sequence: z.int() })),
  /** Asks for a file and reads its text. TOO_LARGE, NOT_FOUND, VALIDATION `foreign` at `file`, or CANCELLED. */
  'record:openSealFile': shell(nothing, z.strictObject({ fileName: z.string(), text: z.string() })),
  /** Asks for a place and writes what is to be stamped; see `record:requestStamp`. */
  'record:saveStampRequest': shell(
    z.strictObject({ kind: stampKind }),
    z.strictObject({ fileName: z.string(), sequence: z.int() }),
  ),
  /** Asks for an answer's file and stores it; see `record:keepStamp`. */
  'record:openStamp': shell(nothing, z.strictObject({ fileName: z.string(), stamp: stampRecord }), ['record:stamps']),
} as const
