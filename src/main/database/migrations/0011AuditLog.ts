// Schema step 11: the audit log. Entries are only ever added, each with the hash of the one before it. They name clients and
// sessions by id and refer to none, so that an entry outlives what it is about.
import type { Migration } from './migrations.ts'

const sql = `
CREATE TABLE audit_entry (
  sequence INTEGER PRIMARY KEY,
  -- instant, UTC, and minutes east of UTC of the computer's clock then
  at TEXT NOT NULL,
  at_offset INTEGER NOT NULL CHECK (at_offset BETWEEN -1080 AND 1080),
  act TEXT NOT NULL CHECK (act <> ''),
  record_kind TEXT NOT NULL CHECK (record_kind <> ''),
  -- null where there is only one record of its kind, or where several are concerned
  record_id TEXT,
  -- whom the record is about
  client_id TEXT,
  times INTEGER NOT NULL CHECK (times >= 1),
  previous_hash TEXT NOT NULL CHECK (length(previous_hash) = 64),
  hash TEXT NOT NULL CHECK (length(hash) = 64)
) STRICT;
CREATE INDEX audit_entry_client ON audit_entry (client_id);
CREATE INDEX audit_entry_act ON audit_entry (act);
CREATE INDEX audit_entry_at ON audit_entry (at, at_offset);
CREATE TRIGGER audit_entry_continues_log BEFORE INSERT ON audit_entry
WHEN NEW.sequence <> (SELECT COALESCE(MAX(sequence), 0) + 1 FROM audit_entry)
  OR NEW.previous_hash <> COALESCE(
    (SELECT hash FROM audit_entry ORDER BY sequence DESC LIMIT 1), '${'0'.repeat(64)}')
BEGIN SELECT RAISE(ABORT, 'SIGNED'); END;
CREATE TRIGGER audit_entry_no_update BEFORE UPDATE ON audit_entry
BEGIN SELECT RAISE(ABORT, 'SIGNED'); END;
CREATE TRIGGER audit_entry_no_delete BEFORE DELETE ON audit_entry
BEGIN SELECT RAISE(ABORT, 'SIGNED'); END;
`

export const auditLog: Migration = { version: 11, sql }
