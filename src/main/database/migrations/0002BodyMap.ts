// The whole body map: findings that refer, continue or were carried over, treated areas of several regions, no-go
// areas of clients and what was decided about them in a session.
import { byId, lockWithNote } from './signedLock.ts'

const tables = `
ALTER TABLE finding ADD COLUMN refers_to_region_id TEXT;
-- the before-finding of the same session whose state an after-finding tells
ALTER TABLE finding ADD COLUMN continues_id TEXT;
-- the finding of an earlier visit that this one was taken over from
ALTER TABLE finding ADD COLUMN carried_from_id TEXT;
ALTER TABLE finding ADD COLUMN is_confirmed INTEGER NOT NULL DEFAULT 1 CHECK (is_confirmed IN (0, 1));

CREATE TABLE treated_area_region (
  treated_area_id TEXT NOT NULL REFERENCES treated_area (id) ON DELETE CASCADE,
  -- the order of painting, from 0
  position INTEGER NOT NULL CHECK (position >= 0),
  region_id TEXT NOT NULL,
  PRIMARY KEY (treated_area_id, position),
  UNIQUE (treated_area_id, region_id)
) STRICT;
INSERT INTO treated_area_region (treated_area_id, position, region_id) SELECT id, 0, region_id FROM treated_area;
ALTER TABLE treated_area DROP COLUMN region_id;

CREATE TABLE no_go_area (
  id TEXT PRIMARY KEY,
  client_id TEXT NOT NULL REFERENCES client (id) ON DELETE RESTRICT,
  region_id TEXT NOT NULL,
  level TEXT NOT NULL CHECK (level IN ('forbidden', 'limited')),
  reason TEXT NOT NULL CHECK (reason <> ''),
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  -- since when it no longer holds; the record keeps that it did
  ended_at TEXT
) STRICT;
CREATE INDEX no_go_area_client ON no_go_area (client_id, created_at);

CREATE TABLE no_go_answer (
  id TEXT PRIMARY KEY,
  session_id TEXT NOT NULL REFERENCES session (id) ON DELETE RESTRICT,
  -- the area's own words when it was decided
  region_id TEXT NOT NULL,
  level TEXT NOT NULL CHECK (level IN ('forbidden', 'limited')),
  reason TEXT NOT NULL CHECK (reason <> ''),
  decision TEXT NOT NULL CHECK (decision IN ('marked', 'left out')),
  remark TEXT NOT NULL DEFAULT '',
  answered_at TEXT NOT NULL
) STRICT;
CREATE INDEX no_go_answer_session ON no_go_answer (session_id, answered_at);
`

const areaIsSigned = (area: string) => `EXISTS (
  SELECT 1 FROM treated_area area JOIN signature ON signature.session_id = area.session_id
  WHERE area.id = ${area} AND signature.addendum_id IS NULL)`

// Both keys begin with the area, so a row that is replaced by its key is of the same area; by its number it may not be.
const replacesSignedRegion = `EXISTS (
  SELECT 1 FROM treated_area_region stored
  WHERE stored.rowid = NEW.rowid AND ${areaIsSigned('stored.treated_area_id')})`

const triggers = [
  lockWithNote('no_go_answer', byId, 'session_id'),
  `
CREATE TRIGGER treated_area_region_signed_insert BEFORE INSERT ON treated_area_region
WHEN ${areaIsSigned('NEW.treated_area_id')} OR ${replacesSignedRegion}
BEGIN SELECT RAISE(ABORT, 'SIGNED'); END;
CREATE TRIGGER treated_area_region_signed_update BEFORE UPDATE ON treated_area_region
WHEN ${areaIsSigned('OLD.treated_area_id')} OR ${areaIsSigned('NEW.treated_area_id')} OR ${replacesSignedRegion}
BEGIN SELECT RAISE(ABORT, 'SIGNED'); END;
CREATE TRIGGER treated_area_region_signed_delete BEFORE DELETE ON treated_area_region
WHEN ${areaIsSigned('OLD.treated_area_id')}
BEGIN SELECT RAISE(ABORT, 'SIGNED'); END;
`,
]

export const bodyMap = { version: 2, sql: tables + triggers.join('\n') }
