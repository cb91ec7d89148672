// Schema step 5: what was found wrong with the vault's own files, kept until somebody has read it, and after.
import type { Migration } from './migrations.ts'

export const vaultNotices: Migration = {
  version: 5,
  sql: `
CREATE TABLE vault_notice (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN (
    'older', 'log set aside', 'log damaged', 'signatures gone', 'signatures changed', 'head missing', 'damage')),
  found_at TEXT NOT NULL,
  file_name TEXT,
  expected_signatures INTEGER,
  found_signatures INTEGER,
  expected_at TEXT,
  problems INTEGER,
  acknowledged_at TEXT
) STRICT;
`,
}
