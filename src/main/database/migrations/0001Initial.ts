// The first schema: practice, clients, sessions with their notes and body maps, signatures, and the refusals that
// keep a signed note as it was signed.
import { byId, isSigned, lockWithNote } from './signedLock.ts'

const tables = `
CREATE TABLE practice (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  name TEXT NOT NULL CHECK (name <> ''),
  therapist_name TEXT NOT NULL DEFAULT '',
  credentials TEXT NOT NULL DEFAULT '',
  licence_number TEXT NOT NULL DEFAULT '',
  address TEXT NOT NULL DEFAULT '',
  phone TEXT NOT NULL DEFAULT '',
  idle_minutes INTEGER NOT NULL CHECK (idle_minutes BETWEEN 1 AND 120),
  paper_size TEXT NOT NULL CHECK (paper_size IN ('A4', 'Letter')),
  client_name_in_file_name INTEGER NOT NULL CHECK (client_name_in_file_name IN (0, 1)),
  recovery_confirmed_at TEXT,
  created_at TEXT NOT NULL
) STRICT;

CREATE TABLE workspace (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  path TEXT NOT NULL,
  caret_editor TEXT,
  caret_from INTEGER,
  caret_to INTEGER
) STRICT;

CREATE TABLE workspace_scroll (
  pane TEXT PRIMARY KEY,
  offset REAL NOT NULL
) STRICT;

CREATE TABLE workspace_form (
  form TEXT NOT NULL,
  field TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (form, field)
) STRICT;

CREATE TABLE client (
  id TEXT PRIMARY KEY,
  first_name TEXT NOT NULL,
  last_name TEXT NOT NULL,
  preferred_name TEXT NOT NULL,
  pronouns TEXT NOT NULL,
  date_of_birth TEXT CHECK (date_of_birth IS NULL OR date_of_birth GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  phone TEXT NOT NULL,
  email TEXT NOT NULL,
  address TEXT NOT NULL,
  occupation TEXT NOT NULL,
  emergency_contact TEXT NOT NULL,
  referring_provider TEXT NOT NULL,
  alert TEXT NOT NULL,
  -- folded "last first", the order of lists
  sort_key TEXT NOT NULL,
  revision INTEGER NOT NULL DEFAULT 1,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  archived_at TEXT,
  CHECK (first_name <> '' OR last_name <> '')
) STRICT;
CREATE INDEX client_sort ON client (sort_key);

CREATE TABLE session (
  id TEXT PRIMARY KEY,
  client_id TEXT NOT NULL REFERENCES client (id) ON DELETE RESTRICT,
  -- service date and time, wall clock
  service_start TEXT NOT NULL CHECK (service_start GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]'),
  length_minutes INTEGER NOT NULL CHECK (length_minutes BETWEEN 1 AND 1440),
  place TEXT NOT NULL CHECK (place IN ('practice', 'visit')),
  visit_address TEXT NOT NULL DEFAULT '',
  pain_before INTEGER CHECK (pain_before BETWEEN 0 AND 10),
  pain_after INTEGER CHECK (pain_after BETWEEN 0 AND 10),
  -- entry date, UTC
  entered_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  discarded_at TEXT
) STRICT;
CREATE INDEX session_client ON session (client_id, service_start);
CREATE INDEX session_recent ON session (service_start);

CREATE TABLE note_section (
  session_id TEXT NOT NULL REFERENCES session (id) ON DELETE RESTRICT,
  section TEXT NOT NULL CHECK (section IN ('subjective', 'objective', 'assessment', 'plan')),
  document TEXT NOT NULL,
  schema_version INTEGER NOT NULL,
  plain_text TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  PRIMARY KEY (session_id, section)
) STRICT;

CREATE TABLE finding (
  id TEXT PRIMARY KEY,
  session_id TEXT NOT NULL REFERENCES session (id) ON DELETE RESTRICT,
  region_id TEXT NOT NULL,
  structure_id TEXT,
  kind TEXT NOT NULL,
  severity INTEGER NOT NULL CHECK (severity BETWEEN 0 AND 10),
  depth TEXT CHECK (depth IN ('superficial', 'deep')),
  phase TEXT NOT NULL CHECK (phase IN ('before', 'after')),
  view TEXT NOT NULL,
  x REAL,
  y REAL,
  refers_to TEXT NOT NULL DEFAULT '',
  remark TEXT NOT NULL DEFAULT '',
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  CHECK ((x IS NULL) = (y IS NULL))
) STRICT;
CREATE INDEX finding_session ON finding (session_id, created_at);
CREATE INDEX finding_region ON finding (region_id, session_id);

CREATE TABLE stroke (
  id TEXT PRIMARY KEY,
  session_id TEXT NOT NULL REFERENCES session (id) ON DELETE RESTRICT,
  phase TEXT NOT NULL CHECK (phase IN ('before', 'after')),
  view TEXT NOT NULL,
  kind TEXT NOT NULL,
  -- little-endian 32-bit floats: x, y in figure units, pressure 0 to 1, point after point
  points BLOB NOT NULL,
  created_at TEXT NOT NULL
) STRICT;
CREATE INDEX stroke_session ON stroke (session_id, created_at);

CREATE TABLE treated_area (
  id TEXT PRIMARY KEY,
  session_id TEXT NOT NULL REFERENCES session (id) ON DELETE RESTRICT,
  region_id TEXT NOT NULL,
  technique TEXT NOT NULL,
  minutes REAL CHECK (minutes >= 0),
  pressure INTEGER CHECK (pressure BETWEEN 1 AND 5),
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
) STRICT;
CREATE INDEX treated_area_session ON treated_area (session_id, created_at);

CREATE TABLE addendum (
  id TEXT PRIMARY KEY,
  session_id TEXT NOT NULL REFERENCES session (id) ON DELETE RESTRICT,
  document TEXT NOT NULL,
  schema_version INTEGER NOT NULL,
  plain_text TEXT NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
) STRICT;
CREATE INDEX addendum_session ON addendum (session_id, created_at);

CREATE TABLE signature (
  sequence INTEGER PRIMARY KEY,
  -- what is signed: the note of the session, or one addendum to it
  session_id TEXT NOT NULL REFERENCES session (id) ON DELETE RESTRICT,
  addendum_id TEXT REFERENCES addendum (id) ON DELETE RESTRICT,
  practice_name TEXT NOT NULL,
  signer_name TEXT NOT NULL,
  credentials TEXT NOT NULL,
  licence_number TEXT NOT NULL,
  -- the client as the record knew them when it was signed: the canonical form needs it
  client_first_name TEXT NOT NULL,
  client_last_name TEXT NOT NULL,
  client_date_of_birth TEXT,
  signed_at TEXT NOT NULL,
  canonical_version INTEGER NOT NULL,
  previous_fingerprint TEXT NOT NULL CHECK (length(previous_fingerprint) = 64),
  fingerprint TEXT NOT NULL UNIQUE CHECK (length(fingerprint) = 64)
) STRICT;
CREATE UNIQUE INDEX signature_of_note ON signature (session_id) WHERE addendum_id IS NULL;
CREATE UNIQUE INDEX signature_of_addendum ON signature (addendum_id) WHERE addendum_id IS NOT NULL;
`

const addendumIsSigned = (addendum: string) => `EXISTS (SELECT 1 FROM signature WHERE addendum_id = ${addendum})`
const replacesSignedAddendum = `EXISTS (
  SELECT 1 FROM addendum stored WHERE (stored.rowid = NEW.rowid OR ${byId}) AND ${addendumIsSigned('stored.id')})`

const triggers = [
  lockWithNote('session', byId, 'id'),
  lockWithNote('note_section', 'stored.session_id = NEW.session_id AND stored.section = NEW.section', 'session_id'),
  lockWithNote('finding', byId, 'session_id'),
  lockWithNote('stroke', byId, 'session_id'),
  lockWithNote('treated_area', byId, 'session_id'),
  `
CREATE TRIGGER addendum_needs_signed_note BEFORE INSERT ON addendum
WHEN NOT ${isSigned('NEW.session_id')} OR ${replacesSignedAddendum}
BEGIN SELECT RAISE(ABORT, 'SIGNED'); END;
CREATE TRIGGER addendum_signed_update BEFORE UPDATE ON addendum
WHEN ${addendumIsSigned('OLD.id')} OR ${replacesSignedAddendum} OR NEW.session_id <> OLD.session_id
BEGIN SELECT RAISE(ABORT, 'SIGNED'); END;
CREATE TRIGGER addendum_signed_delete BEFORE DELETE ON addendum
WHEN ${addendumIsSigned('OLD.id')}
BEGIN SELECT RAISE(ABORT, 'SIGNED'); END;

CREATE TRIGGER signature_continues_chain BEFORE INSERT ON signature
WHEN NEW.sequence <> (SELECT COALESCE(MAX(sequence), 0) + 1 FROM signature)
  OR NEW.previous_fingerprint <> COALESCE(
    (SELECT fingerprint FROM signature ORDER BY sequence DESC LIMIT 1), '${'0'.repeat(64)}')
  OR EXISTS (SELECT 1 FROM signature stored WHERE stored.fingerprint = NEW.fingerprint
    OR (stored.session_id = NEW.session_id AND stored.addendum_id IS NULL AND NEW.addendum_id IS NULL)
    OR stored.addendum_id = NEW.addendum_id)
  OR (NEW.addendum_id IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM addendum WHERE id = NEW.addendum_id AND session_id = NEW.session_id))
BEGIN SELECT RAISE(ABORT, 'SIGNED'); END;
CREATE TRIGGER signature_no_update BEFORE UPDATE ON signature
BEGIN SELECT RAISE(ABORT, 'SIGNED'); END;
CREATE TRIGGER signature_no_delete BEFORE DELETE ON signature
BEGIN SELECT RAISE(ABORT, 'SIGNED'); END;
`,
]

export const initial = { version: 1, sql: tables + triggers.join('\n') }
