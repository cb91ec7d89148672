// Schema step 15: who was erased in the vault that a restored one took the place of. What is left of an erased client there, which
// names nobody, comes along: the backup from before does not know it.
import type { Migration } from './migrations.ts'

const sql = `
CREATE TABLE earlier_erasure (
  -- refers to nothing, or to a client whom the backup still had
  client_id TEXT PRIMARY KEY,
  -- number, fingerprint and time of the erasure's signature in that vault
  sequence INTEGER NOT NULL CHECK (sequence >= 1),
  fingerprint TEXT NOT NULL CHECK (length(fingerprint) = 64),
  erased_at TEXT NOT NULL,
  erased_offset INTEGER CHECK (erased_offset BETWEEN -1080 AND 1080),
  basis TEXT NOT NULL CHECK (basis IN ('retention over', 'own decision')),
  reason TEXT NOT NULL,
  years_after_last INTEGER CHECK (years_after_last BETWEEN 1 AND 100),
  age_of_majority INTEGER CHECK (age_of_majority BETWEEN 14 AND 25),
  years_after_majority INTEGER CHECK (years_after_majority BETWEEN 0 AND 100),
  -- instant, UTC, at which somebody decided that the client stays; null otherwise
  kept_at TEXT,
  CHECK ((age_of_majority IS NULL) = (years_after_majority IS NULL)),
  CHECK ((basis = 'own decision') = (reason <> ''))
) STRICT;
`

export const earlierErasures: Migration = { version: 15, sql }
