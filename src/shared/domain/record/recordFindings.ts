// What "Verify record" can find: problems of the chain of signatures, and those that the chain alone cannot show.

/** The problems that one link of the practice's chain of signatures can have. */
export const chainProblems = [
  'sequence', // a link is missing before it, or it was moved
  'previous', // it does not continue the link before it
  'version', // its canonical form is not known to this version of the app
  'missing', // what it signed is no longer there
  'fingerprint', // what it signed, or the signature itself, was changed
  'plain text', // the text that lists and searches show is not the signed document's
] as const
export type ChainProblem = (typeof chainProblems)[number]

/** `problem`: the record was changed. `remark`: worth knowing, and legitimate. */
export type FindingWeight = 'problem' | 'remark'

/** Every kind with its weight. A further kind needs a line here and its words in the renderer. */
export const recordFindingKinds = {
  /** Signatures were made that are no longer there: the chain was cut off, or holes were made in it. */
  'signatures gone': 'problem',
  /** Signatures differ from those that were made: a part of the chain was made anew. */
  'signatures replaced': 'problem',
  /** Signatures that could not be read when the vault was salvaged from damaged files. */
  'signatures not salvaged': 'problem',
  /** The signature is there, and not all of what it signed could be read when the vault was salvaged. */
  'records not salvaged': 'problem',
  /** Signatures that bypassed the database's own rules. */
  'signatures untraced': 'problem',
  /** Rows were removed from the list of signatures that were ever made. */
  'traces missing': 'problem',
  /** Seals were made of signatures that are no longer there. */
  'seals beyond the end': 'problem',
  /** Seals state another fingerprint than the chain has there. */
  'seals of another chain': 'problem',
  /** Stored seals that this vault's key did not make, or that were changed. */
  'seals not valid': 'problem',
  /** Time stamps of signatures that are no longer there, or have another fingerprint. */
  'stamps of another chain': 'problem',
  /** Notes have answers to questions before signing, and no signature. */
  'answers without signature': 'problem',
  /** Notes have additions, which only signed notes can have, and no signature. */
  'additions without signature': 'problem',
  /** Text, additions or answers whose session does not exist. */
  'parts without session': 'problem',
  /** The database's triggers that protect signed records were removed or changed. */
  'refusals missing': 'problem',
  /** Signatures state an earlier time than the one before them: a clock was set back. */
  'dated before': 'remark',
} as const satisfies Readonly<Record<string, FindingWeight>>

export type RecordFindingKind = keyof typeof recordFindingKinds
export const allRecordFindingKinds = Object.keys(recordFindingKinds) as [RecordFindingKind, ...RecordFindingKind[]]

export interface RecordFinding {
  readonly kind: RecordFindingKind
  /** How many there are. */
  readonly count: number
  /** The signatures' numbers, at most {@link mostSequences} of them; empty where a finding is of none. */
  readonly sequences: readonly number[]
}

export const mostSequences = 20

/** A finding of these signatures, or none where there are none. */
export const findingOf = (kind: RecordFindingKind, sequences: readonly number[]): readonly RecordFinding[] =>
  sequences.length === 0 ? [] : [{ kind, count: sequences.length, sequences: sequences.slice(0, mostSequences) }]

/** Findings of several scans as one list: each kind once, in the order of the kinds. */
export function joinFindings(found: readonly RecordFinding[]): RecordFinding[] {
  return allRecordFindingKinds.flatMap((kind) => {
    const ofKind = found.filter((finding) => finding.kind === kind)
    const count = ofKind.reduce((sum, finding) => sum + finding.count, 0)
    const sequences = ofKind.flatMap((finding) => finding.sequences).slice(0, mostSequences)
    return count === 0 ? [] : [{ kind, count, sequences }]
  })
}

/** A finding that is only counted. */
export const countedFinding = (kind: RecordFindingKind, count: number): readonly RecordFinding[] =>
  count <= 0 ? [] : [{ kind, count, sequences: [] }]
