// The vault's own key, the seals that were made with it, the time stamps of seals, and a trace of every signature.

const tables = `
-- Ed25519; the private key as PKCS#8
CREATE TABLE seal_key (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  public_key BLOB NOT NULL CHECK (length(public_key) = 32),
  private_key BLOB NOT NULL,
  made_at TEXT NOT NULL
) STRICT;

-- every seal that was ever made, printed or not: what the chain has to go on containing
CREATE TABLE seal (
  id INTEGER PRIMARY KEY,
  sequence INTEGER NOT NULL CHECK (sequence >= 1),
  fingerprint TEXT NOT NULL CHECK (length(fingerprint) = 64),
  made_at TEXT NOT NULL,
  why TEXT NOT NULL CHECK (why IN ('saved', 'patient file', 'time stamp')),
  -- the seal itself, as it is printed
  line TEXT NOT NULL,
  -- SHA-256 of the line's bytes: what a time stamp is asked for
  digest TEXT NOT NULL CHECK (length(digest) = 64)
) STRICT;
CREATE INDEX seal_digest ON seal (digest);

-- what was asked of a time stamping authority
CREATE TABLE stamp_request (
  id INTEGER PRIMARY KEY,
  seal_id INTEGER NOT NULL REFERENCES seal (id) ON DELETE RESTRICT,
  nonce TEXT NOT NULL CHECK (nonce <> ''),
  made_at TEXT NOT NULL
) STRICT;
CREATE INDEX stamp_request_seal ON stamp_request (seal_id);

-- the answers, as they came
CREATE TABLE time_stamp (
  id INTEGER PRIMARY KEY,
  seal_id INTEGER NOT NULL REFERENCES seal (id) ON DELETE RESTRICT,
  kind TEXT NOT NULL CHECK (kind IN ('rfc3161', 'opentimestamps')),
  data BLOB NOT NULL,
  kept_at TEXT NOT NULL
) STRICT;
CREATE INDEX time_stamp_seal ON time_stamp (seal_id);

-- one row for each signature, made by the database itself: it goes on telling of a signature that was taken out.
-- The number is never used twice, so that rows taken out of here are missed as well.
CREATE TABLE signature_trace (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  sequence INTEGER NOT NULL,
  fingerprint TEXT NOT NULL
) STRICT;
CREATE INDEX signature_trace_link ON signature_trace (sequence, fingerprint);
INSERT INTO signature_trace (sequence, fingerprint) SELECT sequence, fingerprint FROM signature ORDER BY sequence;
`

/** Rows of the table are only ever added: none is changed, taken out, or put in another's place. */
const onlyAdded = (table: string, refusedInsert = '') => `
CREATE TRIGGER ${table}_insert BEFORE INSERT ON ${table}
WHEN EXISTS (SELECT 1 FROM ${table} stored WHERE stored.id = NEW.id)${refusedInsert}
BEGIN SELECT RAISE(ABORT, 'SIGNED'); END;
CREATE TRIGGER ${table}_no_update BEFORE UPDATE ON ${table}
BEGIN SELECT RAISE(ABORT, 'SIGNED'); END;
CREATE TRIGGER ${table}_no_delete BEFORE DELETE ON ${table}
BEGIN SELECT RAISE(ABORT, 'SIGNED'); END;
`

const triggers = [
  onlyAdded('seal_key'),
  onlyAdded(
    'seal',
    `
  OR NOT EXISTS (SELECT 1 FROM signature WHERE sequence = NEW.sequence AND fingerprint = NEW.fingerprint)`,
  ),
  onlyAdded('stamp_request'),
  onlyAdded('time_stamp'),
  onlyAdded('signature_trace'),
  `
CREATE TRIGGER signature_leaves_trace AFTER INSERT ON signature
BEGIN INSERT INTO signature_trace (sequence, fingerprint) VALUES (NEW.sequence, NEW.fingerprint); END;
`,
]

export const seals = { version: 4, sql: tables + triggers.join('\n') }
