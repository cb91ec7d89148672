// Schema step 12: where a session came from that was brought in from another copy of the vault. It is locked with the note,
// and goes with it when a signed erasure lets it go.
import type { Migration } from './migrations.ts'
import { deletableOnceErased, lockWithRecord } from './signedLock.ts'

const sql = `
CREATE TABLE session_origin (
  session_id TEXT PRIMARY KEY REFERENCES session (id) ON DELETE RESTRICT,
  -- its id in the other copy; refers to nothing here, or to the session here that it differed from
  there_id TEXT NOT NULL,
  -- SHA-256 over what was brought in: the same is not brought in twice
  content_hash TEXT NOT NULL CHECK (length(content_hash) = 64),
  brought_in_at TEXT NOT NULL,
  -- minutes east of UTC
  brought_in_offset INTEGER NOT NULL CHECK (brought_in_offset BETWEEN -1080 AND 1080),
  -- its signature there; all null for what was a draft there
  signed_at TEXT,
  signed_offset INTEGER CHECK (signed_offset BETWEEN -1080 AND 1080),
  signer_name TEXT,
  fingerprint TEXT CHECK (length(fingerprint) = 64),
  CHECK ((signed_at IS NULL) = (fingerprint IS NULL) AND (signed_at IS NULL) = (signer_name IS NULL)
    AND (signed_at IS NOT NULL OR signed_offset IS NULL))
) STRICT;
CREATE INDEX session_origin_there ON session_origin (there_id);
`

const triggers = [
  lockWithRecord('session_origin', 'stored.session_id = NEW.session_id', 'session_id'),
  deletableOnceErased('session_origin', 'session_id'),
]

export const sessionOrigins: Migration = { version: 12, sql: sql + triggers.join('\n') }
