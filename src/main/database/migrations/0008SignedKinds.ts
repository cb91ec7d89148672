// Schema step 8: a signature names what it signs by its kind and its id, so that any kind of record can be signed, also one
// of no session. The signatures stay as they are, in their order; every refusal is made anew for the new columns.
import type { Migration } from './migrations.ts'
import { byId, isRecordSigned, lockWithRecord, signsStored } from './signedLock.ts'

/** The tables that are locked with a note, how a new row takes a stored one's place, and the column with the note's id. */
const locked: readonly (readonly [table: string, key: string, owner: string])[] = [
  ['session', byId, 'id'],
  ['note_section', 'stored.session_id = NEW.session_id AND stored.section = NEW.section', 'session_id'],
  ['finding', byId, 'session_id'],
  ['stroke', byId, 'session_id'],
  ['treated_area', byId, 'session_id'],
  ['no_go_answer', byId, 'session_id'],
  ['session_score', 'stored.session_id = NEW.session_id AND stored.measure = NEW.measure', 'session_id'],
  ['range_of_motion', byId, 'session_id'],
  ['function_activity', byId, 'session_id'],
  [
    'session_item',
    'stored.session_id = NEW.session_id AND stored.list = NEW.list AND stored.position = NEW.position',
    'session_id',
  ],
  ['timed_span', byId, 'session_id'],
  ['sign_answer', byId, 'session_id'],
]

// Every trigger that reads the table goes first: SQLite refuses to rename a table while one names what is not there. Some
// may be gone, taken out by somebody with the key: that keeps nobody from opening the vault.
const dropTriggers = [
  ...[...locked.map(([table]) => table), 'treated_area_region'].flatMap((table) =>
    ['insert', 'update', 'delete'].map((act) => `${table}_signed_${act}`),
  ),
  'addendum_needs_signed_note',
  'addendum_signed_update',
  'addendum_signed_delete',
  'seal_insert',
]
  .map((name) => `DROP TRIGGER IF EXISTS ${name};`)
  .join('\n')

const table = `
CREATE TABLE signature_of_any_kind (
  sequence INTEGER PRIMARY KEY,
  -- what is signed: its kind, and its id, which no record of any kind shares. A note has its session's id.
  kind TEXT NOT NULL CHECK (kind <> ''),
  subject_id TEXT NOT NULL CHECK (subject_id <> ''),
  -- the session whose record it is a part of, and the client whom it is about; null where it is of none
  session_id TEXT REFERENCES session (id) ON DELETE RESTRICT,
  client_id TEXT REFERENCES client (id) ON DELETE RESTRICT,
  practice_name TEXT NOT NULL,
  signer_name TEXT NOT NULL,
  credentials TEXT NOT NULL,
  licence_number TEXT NOT NULL,
  -- the client as the record knew them when it was signed: the canonical form needs it
  -- (a session or client that somebody took out past the app has left its signature with the names and no client)
  client_first_name TEXT CHECK (client_first_name IS NOT NULL OR client_id IS NULL),
  client_last_name TEXT CHECK (client_last_name IS NOT NULL OR client_id IS NULL),
  client_date_of_birth TEXT,
  signed_at TEXT NOT NULL,
  -- minutes east of UTC
  signed_offset INTEGER CHECK (signed_offset BETWEEN -1080 AND 1080),
  -- of the kind's own form
  canonical_version INTEGER NOT NULL,
  previous_fingerprint TEXT NOT NULL CHECK (length(previous_fingerprint) = 64),
  fingerprint TEXT NOT NULL UNIQUE CHECK (length(fingerprint) = 64)
) STRICT;
INSERT INTO signature_of_any_kind
SELECT sequence, CASE WHEN addendum_id IS NULL THEN 'note' ELSE COALESCE(addendum.kind, 'addendum') END,
  COALESCE(addendum_id, signature.session_id), signature.session_id, client.id,
  practice_name, signer_name, credentials, licence_number, client_first_name, client_last_name, client_date_of_birth,
  signed_at, signed_offset, canonical_version, previous_fingerprint, fingerprint
FROM signature
LEFT JOIN session ON session.id = signature.session_id
LEFT JOIN client ON client.id = session.client_id
LEFT JOIN addendum ON addendum.id = signature.addendum_id
ORDER BY sequence;
DROP TABLE signature;
ALTER TABLE signature_of_any_kind RENAME TO signature;
CREATE UNIQUE INDEX signature_subject ON signature (subject_id);
CREATE INDEX signature_session ON signature (session_id);
`

const areaIsSigned = (area: string) =>
  `EXISTS (SELECT 1 FROM treated_area area WHERE area.id = ${area} AND ${isRecordSigned('area.session_id')})`
const replacesSignedRegion = `EXISTS (
  SELECT 1 FROM treated_area_region stored
  WHERE stored.rowid = NEW.rowid AND ${areaIsSigned('stored.treated_area_id')})`
const replacesSignedAddendum = `EXISTS (
  SELECT 1 FROM addendum stored WHERE (stored.rowid = NEW.rowid OR ${byId}) AND ${isRecordSigned('stored.id')})`

const itsSession = 'session.id IS NEW.session_id AND session.client_id IS NEW.client_id'
const addition = (kind: string) => `
  SELECT 1 FROM addendum JOIN session ON session.id = addendum.session_id
  WHERE addendum.id = NEW.subject_id AND addendum.kind = '${kind}' AND ${itsSession}`

const triggers = [
  ...locked.map(([name, key, owner]) => lockWithRecord(name, key, owner)),
  `
CREATE TRIGGER treated_area_region_signed_insert BEFORE INSERT ON treated_area_region
WHEN ${areaIsSigned('NEW.treated_area_id')} OR ${replacesSignedRegion}
BEGIN SELECT RAISE(ABORT, 'SIGNED'); END;
CREATE TRIGGER treated_area_region_signed_update BEFORE UPDATE ON treated_area_region
WHEN ${areaIsSigned('OLD.treated_area_id')} OR ${areaIsSigned('NEW.treated_area_id')} OR ${replacesSignedRegion}
BEGIN SELECT RAISE(ABORT, 'SIGNED'); END;
CREATE TRIGGER treated_area_region_signed_delete BEFORE DELETE ON treated_area_region
WHEN ${areaIsSigned('OLD.treated_area_id')}
BEGIN SELECT RAISE(ABORT, 'SIGNED'); END;

CREATE TRIGGER addendum_needs_signed_note BEFORE INSERT ON addendum
WHEN NOT ${isRecordSigned('NEW.session_id')} OR ${replacesSignedAddendum}
BEGIN SELECT RAISE(ABORT, 'SIGNED'); END;
CREATE TRIGGER addendum_signed_update BEFORE UPDATE ON addendum
WHEN ${isRecordSigned('OLD.id')} OR ${replacesSignedAddendum} OR NEW.session_id <> OLD.session_id
BEGIN SELECT RAISE(ABORT, 'SIGNED'); END;
CREATE TRIGGER addendum_signed_delete BEFORE DELETE ON addendum
WHEN ${isRecordSigned('OLD.id')}
BEGIN SELECT RAISE(ABORT, 'SIGNED'); END;

CREATE TRIGGER seal_insert BEFORE INSERT ON seal
WHEN EXISTS (SELECT 1 FROM seal stored WHERE stored.id = NEW.id)
  OR NOT EXISTS (SELECT 1 FROM signature WHERE sequence = NEW.sequence AND fingerprint = NEW.fingerprint)
BEGIN SELECT RAISE(ABORT, 'SIGNED'); END;

CREATE TRIGGER signature_continues_chain BEFORE INSERT ON signature
WHEN NEW.sequence <> (SELECT COALESCE(MAX(sequence), 0) + 1 FROM signature)
  OR NEW.previous_fingerprint <> COALESCE(
    (SELECT fingerprint FROM signature ORDER BY sequence DESC LIMIT 1), '${'0'.repeat(64)}')
  OR EXISTS (SELECT 1 FROM signature stored
    WHERE stored.fingerprint = NEW.fingerprint OR stored.subject_id = NEW.subject_id)
BEGIN SELECT RAISE(ABORT, 'SIGNED'); END;
CREATE TRIGGER signature_needs_kind BEFORE INSERT ON signature
WHEN NOT EXISTS (SELECT 1 FROM sqlite_schema WHERE type = 'trigger' AND name = 'signature_of_' || NEW.kind)
BEGIN SELECT RAISE(ABORT, 'SIGNED'); END;`,
  signsStored('note', `SELECT 1 FROM session WHERE session.id = NEW.subject_id AND ${itsSession}`),
  signsStored('addendum', addition('addendum')),
  signsStored('amendment', addition('amendment')),
  `
CREATE TRIGGER signature_no_update BEFORE UPDATE ON signature
BEGIN SELECT RAISE(ABORT, 'SIGNED'); END;
CREATE TRIGGER signature_no_delete BEFORE DELETE ON signature
BEGIN SELECT RAISE(ABORT, 'SIGNED'); END;
CREATE TRIGGER signature_leaves_trace AFTER INSERT ON signature
BEGIN INSERT INTO signature_trace (sequence, fingerprint) VALUES (NEW.sequence, NEW.fingerprint); END;
`,
]

export const signedKinds: Migration = { version: 8, sql: `${dropTriggers}\n${table}${triggers.join('\n')}` }
