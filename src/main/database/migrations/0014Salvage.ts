// Schema step 14: what could not be read when a vault was salvaged from damaged files. It names clients and sessions by id and
// refers to none, since they may be what was lost.
import type { Migration } from './migrations.ts'

const sql = `
CREATE TABLE salvage (
  id INTEGER PRIMARY KEY,
  -- instant, UTC, and minutes east of UTC
  made_at TEXT NOT NULL,
  made_offset INTEGER NOT NULL CHECK (made_offset BETWEEN -1080 AND 1080),
  damaged_pages INTEGER NOT NULL CHECK (damaged_pages >= 0),
  -- rows that could be read and belong to no table that is known
  unplaced_rows INTEGER NOT NULL CHECK (unplaced_rows >= 0),
  -- the name of the folder with the damaged vault, beside this one
  set_aside TEXT NOT NULL
) STRICT;

CREATE TABLE salvage_loss (
  id INTEGER PRIMARY KEY,
  salvage_id INTEGER NOT NULL REFERENCES salvage (id) ON DELETE RESTRICT,
  kind TEXT NOT NULL CHECK (kind <> ''),
  table_name TEXT,
  -- how many rows; null where nobody knows
  amount INTEGER CHECK (amount >= 0),
  client_id TEXT,
  session_id TEXT,
  -- what an index still says of it: the folded name of a client, the start of a session
  words TEXT NOT NULL DEFAULT '',
  -- a signature, and the fingerprint that it has, or had
  sequence INTEGER,
  fingerprint TEXT,
  -- the fingerprint of what could be read of the signed record; null where nothing could
  found_fingerprint TEXT
) STRICT;
CREATE INDEX salvage_loss_session ON salvage_loss (session_id);
CREATE INDEX salvage_loss_client ON salvage_loss (client_id);
CREATE INDEX salvage_loss_sequence ON salvage_loss (sequence);
`

export const salvages: Migration = { version: 14, sql }
