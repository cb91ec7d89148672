// Schema step 18: consents of clients and their withdrawal, both signed; what was treated without one, and why; and the practice's
// own rules for them.
import type { Migration } from './migrations.ts'
import { byId, deletableOnceErased, lockWithRecord, signsStored } from './signedLock.ts'

const tables = `
-- the practice's rules; no row while no place is chosen
CREATE TABLE consent_rule (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  -- not checked: a later version knows other ones
  place TEXT NOT NULL,
  age_of_majority INTEGER NOT NULL CHECK (age_of_majority BETWEEN 14 AND 25)
) STRICT;

CREATE TABLE consent_form (
  id TEXT PRIMARY KEY,
  position INTEGER NOT NULL,
  kind TEXT NOT NULL,
  name TEXT NOT NULL CHECK (name <> ''),
  text TEXT NOT NULL CHECK (text <> ''),
  validity TEXT NOT NULL,
  is_required INTEGER NOT NULL CHECK (is_required IN (0, 1)),
  offers_witness INTEGER NOT NULL CHECK (offers_witness IN (0, 1)),
  needs_therapist INTEGER NOT NULL CHECK (needs_therapist IN (0, 1))
) STRICT;

-- the regions that a form guards
CREATE TABLE consent_form_region (
  form_id TEXT NOT NULL REFERENCES consent_form (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  region_id TEXT NOT NULL,
  PRIMARY KEY (form_id, position)
) STRICT;

CREATE TABLE consent (
  id TEXT PRIMARY KEY,
  client_id TEXT NOT NULL REFERENCES client (id) ON DELETE RESTRICT,
  -- the session that it was given for; refers to nothing, because it outlives the draft of that session's note
  at_visit TEXT,
  kind TEXT NOT NULL CHECK (kind <> ''),
  name TEXT NOT NULL,
  -- the words as they were shown, and their language (BCP 47)
  text TEXT NOT NULL,
  language TEXT NOT NULL,
  areas TEXT NOT NULL,
  techniques TEXT NOT NULL,
  draping TEXT NOT NULL,
  validity TEXT NOT NULL,
  witness TEXT NOT NULL,
  -- instant, UTC
  given_at TEXT NOT NULL,
  given_offset INTEGER NOT NULL CHECK (given_offset BETWEEN -1080 AND 1080)
) STRICT;
CREATE INDEX consent_client ON consent (client_id);

CREATE TABLE consent_region (
  consent_id TEXT NOT NULL REFERENCES consent (id) ON DELETE RESTRICT,
  position INTEGER NOT NULL,
  region_id TEXT NOT NULL,
  PRIMARY KEY (consent_id, position)
) STRICT;

-- what was talked through
CREATE TABLE consent_element (
  consent_id TEXT NOT NULL REFERENCES consent (id) ON DELETE RESTRICT,
  position INTEGER NOT NULL,
  element TEXT NOT NULL,
  PRIMARY KEY (consent_id, position)
) STRICT;

CREATE TABLE consent_mark (
  consent_id TEXT NOT NULL REFERENCES consent (id) ON DELETE RESTRICT,
  position INTEGER NOT NULL,
  role TEXT NOT NULL,
  manner TEXT NOT NULL,
  name TEXT NOT NULL CHECK (name <> ''),
  -- little-endian 32-bit floats x, y, pressure, point after point; null for what was typed
  points BLOB,
  PRIMARY KEY (consent_id, position)
) STRICT;

-- the end of a consent before its time
CREATE TABLE consent_withdrawal (
  id TEXT PRIMARY KEY,
  consent_id TEXT NOT NULL UNIQUE REFERENCES consent (id) ON DELETE RESTRICT,
  cause TEXT NOT NULL,
  remark TEXT NOT NULL,
  withdrawn_at TEXT NOT NULL,
  withdrawn_offset INTEGER NOT NULL CHECK (withdrawn_offset BETWEEN -1080 AND 1080)
) STRICT;

-- a consent that a session needed and that was not there when its note was signed, and why
CREATE TABLE consent_lack (
  id TEXT PRIMARY KEY,
  session_id TEXT NOT NULL REFERENCES session (id) ON DELETE RESTRICT,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  reason TEXT NOT NULL CHECK (reason <> ''),
  stated_at TEXT NOT NULL,
  stated_offset INTEGER NOT NULL CHECK (stated_offset BETWEEN -1080 AND 1080)
) STRICT;
CREATE INDEX consent_lack_session ON consent_lack (session_id);

CREATE TABLE consent_lack_region (
  lack_id TEXT NOT NULL REFERENCES consent_lack (id) ON DELETE RESTRICT,
  position INTEGER NOT NULL,
  region_id TEXT NOT NULL,
  PRIMARY KEY (lack_id, position)
) STRICT;
`

/** Tables whose rows a signature locks, what says that a new row takes a stored one's place, and the column of the record's id. */
const locked: readonly (readonly [table: string, key: string, owner: string])[] = [
  ['consent', byId, 'id'],
  ...['consent_region', 'consent_element', 'consent_mark'].map(
    (table) => [table, 'stored.consent_id = NEW.consent_id AND stored.position = NEW.position', 'consent_id'] as const,
  ),
  ['consent_withdrawal', `(${byId} OR stored.consent_id = NEW.consent_id)`, 'id'],
  ['consent_lack', byId, 'id'],
  ['consent_lack_region', 'stored.lack_id = NEW.lack_id AND stored.position = NEW.position', 'lack_id'],
]

const triggers = [
  ...locked.flatMap(([table, key, owner]) => [lockWithRecord(table, key, owner), deletableOnceErased(table, owner)]),
  signsStored(
    'consent',
    `
  SELECT 1 FROM consent
  WHERE consent.id = NEW.subject_id AND NEW.session_id IS NULL AND NEW.client_id = consent.client_id`,
  ),
  // Only what was signed can be withdrawn.
  signsStored(
    'withdrawal',
    `
  SELECT 1 FROM consent_withdrawal w JOIN consent ON consent.id = w.consent_id
  JOIN signature given ON given.subject_id = consent.id AND given.kind = 'consent'
  WHERE w.id = NEW.subject_id AND NEW.session_id IS NULL AND NEW.client_id = consent.client_id`,
  ),
  signsStored(
    'lack',
    `
  SELECT 1 FROM consent_lack JOIN session ON session.id = consent_lack.session_id
  WHERE consent_lack.id = NEW.subject_id AND NEW.session_id = session.id AND NEW.client_id = session.client_id`,
  ),
]

export const consents: Migration = { version: 18, sql: tables + triggers.join('\n') }
