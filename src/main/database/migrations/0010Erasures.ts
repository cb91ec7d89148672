// Schema step 10: how long records are kept, and the erasure of a client's record. An erasure is signed into the chain and
// lists the signatures of what it erases; only then do the triggers let those records go, and the names in those signatures.
import type { Migration } from './migrations.ts'
import { byId, deletableOnceErased, lockWithRecord, signsStored } from './signedLock.ts'

const rule = (isRequired: '' | ' NOT NULL') => `
  years_after_last INTEGER${isRequired} CHECK (years_after_last BETWEEN 1 AND 100),
  age_of_majority INTEGER CHECK (age_of_majority BETWEEN 14 AND 25),
  years_after_majority INTEGER CHECK (years_after_majority BETWEEN 0 AND 100),
  CHECK ((age_of_majority IS NULL) = (years_after_majority IS NULL))`

const tables = `
-- the practice's rule; no row while none is chosen
CREATE TABLE retention_rule (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  -- not checked: a later version knows other ones
  preset TEXT NOT NULL,${rule(' NOT NULL')}
) STRICT;

-- what is left of an erased client: nothing that names them
CREATE TABLE erasure (
  id TEXT PRIMARY KEY,
  -- refers to nothing any more
  client_id TEXT NOT NULL UNIQUE,
  basis TEXT NOT NULL CHECK (basis IN ('retention over', 'own decision')),
  reason TEXT NOT NULL,
  -- the rule in force then; null where none was chosen${rule('')},
  CHECK ((basis = 'own decision') = (reason <> ''))
) STRICT;

-- the signatures whose records an erasure took away
CREATE TABLE erased_signature (
  sequence INTEGER PRIMARY KEY REFERENCES signature (sequence) ON DELETE RESTRICT,
  erasure_id TEXT NOT NULL REFERENCES erasure (id) ON DELETE RESTRICT,
  fingerprint TEXT NOT NULL CHECK (length(fingerprint) = 64)
) STRICT;
CREATE INDEX erased_signature_erasure ON erased_signature (erasure_id);

-- there is a row while unused places of the files may hold what was erased
CREATE TABLE traces_left (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  since TEXT NOT NULL
) STRICT;
`

/** Every table whose rows a signature of a note or an addition locks, with the column of the record's id. */
const locked: readonly (readonly [table: string, owner: string])[] = [
  ['session', 'id'],
  ['note_section', 'session_id'],
  ['finding', 'session_id'],
  ['stroke', 'session_id'],
  ['treated_area', 'session_id'],
  ['no_go_answer', 'session_id'],
  ['session_score', 'session_id'],
  ['range_of_motion', 'session_id'],
  ['function_activity', 'session_id'],
  ['session_item', 'session_id'],
  ['timed_span', 'session_id'],
  ['sign_answer', 'session_id'],
  ['addendum', 'id'],
]

/** What stays of an erased signature: all but whose record it was. */
const stays = [
  'sequence',
  'kind',
  'subject_id',
  'practice_name',
  'signer_name',
  'credentials',
  'licence_number',
  'signed_at',
  'signed_offset',
  'canonical_version',
  'previous_fingerprint',
  'fingerprint',
]
const goes = ['session_id', 'client_id', 'client_first_name', 'client_last_name', 'client_date_of_birth']
const isBlanking = `(${[
  ...stays.map((column) => `NEW.${column} IS OLD.${column}`),
  ...goes.map((column) => `NEW.${column} IS NULL`),
].join(' AND ')} AND EXISTS (
  SELECT 1 FROM erased_signature listed
  JOIN signature own ON own.subject_id = listed.erasure_id AND own.kind = 'erasure'
  WHERE listed.sequence = OLD.sequence AND listed.fingerprint = OLD.fingerprint))`

const triggers = [
  lockWithRecord('erasure', `(${byId} OR stored.client_id = NEW.client_id)`, 'id'),
  lockWithRecord('erased_signature', 'stored.sequence = NEW.sequence', 'erasure_id'),
  `
-- an erasure lists signatures of its own client alone
CREATE TRIGGER erased_signature_of_client BEFORE INSERT ON erased_signature
WHEN NOT EXISTS (
  SELECT 1 FROM signature JOIN erasure ON erasure.client_id = signature.client_id
  WHERE erasure.id = NEW.erasure_id AND signature.sequence = NEW.sequence AND signature.fingerprint = NEW.fingerprint)
BEGIN SELECT RAISE(ABORT, 'SIGNED'); END;`,
  // It lists all of them: what is not listed could not go.
  signsStored(
    'erasure',
    `
  SELECT 1 FROM erasure
  WHERE erasure.id = NEW.subject_id AND NEW.session_id IS NULL AND NEW.client_id IS NULL
    AND NOT EXISTS (SELECT 1 FROM signature signed WHERE signed.client_id = erasure.client_id AND NOT EXISTS (
      SELECT 1 FROM erased_signature listed
      WHERE listed.sequence = signed.sequence AND listed.erasure_id = erasure.id))`,
  ),
  ...locked.map(([table, owner]) => deletableOnceErased(table, owner)),
  `
DROP TRIGGER IF EXISTS signature_no_update;
CREATE TRIGGER signature_no_update BEFORE UPDATE ON signature
WHEN NOT ${isBlanking}
BEGIN SELECT RAISE(ABORT, 'SIGNED'); END;
`,
]

export const erasures: Migration = { version: 10, sql: tables + triggers.join('\n') }
