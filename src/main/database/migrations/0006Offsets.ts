// Schema step 6: how far from UTC the clock stood at each entry and signature, so that its day is the practice's own.
// What was entered or signed before has none: nobody knows it. And what is believed of the computer's clock.
import type { Migration } from './migrations.ts'

const offset = (column: string) => `${column} INTEGER CHECK (${column} BETWEEN -1080 AND 1080)`

export const offsets: Migration = {
  version: 6,
  sql: `
-- minutes east of UTC
ALTER TABLE session ADD COLUMN ${offset('entered_offset')};
ALTER TABLE addendum ADD COLUMN ${offset('created_offset')};
ALTER TABLE signature ADD COLUMN ${offset('signed_offset')};

-- the time that has certainly passed, as the clock was past it on two days of running; and when it was seen first since
CREATE TABLE clock_belief (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  believed_at TEXT,
  seen_at TEXT NOT NULL
) STRICT;
`,
}
