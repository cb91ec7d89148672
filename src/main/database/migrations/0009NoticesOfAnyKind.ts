// Schema step 9: a notice may be of any kind, as that rules of the database were missing before it was brought up to date. The
// notices stay as they are.
import type { Migration } from './migrations.ts'

export const noticesOfAnyKind: Migration = {
  version: 9,
  sql: `
CREATE TABLE notice_of_any_kind (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind <> ''),
  found_at TEXT NOT NULL,
  file_name TEXT,
  expected_signatures INTEGER,
  found_signatures INTEGER,
  expected_at TEXT,
  problems INTEGER,
  acknowledged_at TEXT
) STRICT;
INSERT INTO notice_of_any_kind
SELECT id, kind, found_at, file_name, expected_signatures, found_signatures, expected_at, problems, acknowledged_at
FROM vault_notice ORDER BY id;
DROP TABLE vault_notice;
ALTER TABLE notice_of_any_kind RENAME TO vault_notice;
`,
}
