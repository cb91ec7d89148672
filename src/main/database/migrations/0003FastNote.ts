// The fast and honest note: measures, lists, timed spans, what was asked before signing, corrections after it, the
// draft's history, phrases and templates.
import { byId, lockWithNote } from './signedLock.ts'

const tables = `
ALTER TABLE practice ADD COLUMN draft_limit_hours INTEGER NOT NULL DEFAULT 24 CHECK (draft_limit_hours BETWEEN 1 AND 720);
ALTER TABLE practice ADD COLUMN shows_timed_units INTEGER NOT NULL DEFAULT 0 CHECK (shows_timed_units IN (0, 1));
-- when the phrases and templates to begin with were put in
ALTER TABLE practice ADD COLUMN phrases_begun_at TEXT;
ALTER TABLE practice ADD COLUMN templates_begun_at TEXT;

-- the measures that the practice asks for in every session; without rows it asks for none
CREATE TABLE practice_measure (
  measure TEXT PRIMARY KEY,
  position INTEGER NOT NULL
) STRICT;
INSERT INTO practice_measure (measure, position) VALUES ('pain', 0);

ALTER TABLE client ADD COLUMN default_template_id TEXT;

-- why a note was written long after the visit; null for a note of its own time
ALTER TABLE session ADD COLUMN late_entry_reason TEXT CHECK (late_entry_reason <> '');
ALTER TABLE session ADD COLUMN template_id TEXT;

CREATE TABLE session_score (
  session_id TEXT NOT NULL REFERENCES session (id) ON DELETE RESTRICT,
  measure TEXT NOT NULL,
  before REAL,
  after REAL,
  PRIMARY KEY (session_id, measure)
) STRICT;

CREATE TABLE range_of_motion (
  id TEXT PRIMARY KEY,
  session_id TEXT NOT NULL REFERENCES session (id) ON DELETE RESTRICT,
  position INTEGER NOT NULL CHECK (position >= 0),
  joint TEXT NOT NULL CHECK (joint <> ''),
  side TEXT CHECK (side IN ('left', 'right')),
  movement TEXT NOT NULL CHECK (movement <> ''),
  degrees_before INTEGER CHECK (degrees_before BETWEEN -180 AND 360),
  degrees_after INTEGER CHECK (degrees_after BETWEEN -180 AND 360),
  extent_before TEXT CHECK (extent_before IN ('limited', 'full')),
  extent_after TEXT CHECK (extent_after IN ('limited', 'full'))
) STRICT;
CREATE INDEX range_of_motion_session ON range_of_motion (session_id, position);

CREATE TABLE function_activity (
  id TEXT PRIMARY KEY,
  session_id TEXT NOT NULL REFERENCES session (id) ON DELETE RESTRICT,
  position INTEGER NOT NULL CHECK (position >= 0),
  activity TEXT NOT NULL CHECK (activity <> ''),
  score INTEGER CHECK (score BETWEEN 0 AND 10)
) STRICT;
CREATE INDEX function_activity_session ON function_activity (session_id, position);

CREATE TABLE session_item (
  session_id TEXT NOT NULL REFERENCES session (id) ON DELETE RESTRICT,
  list TEXT NOT NULL CHECK (list IN ('technique', 'homework')),
  position INTEGER NOT NULL CHECK (position >= 0),
  text TEXT NOT NULL CHECK (text <> ''),
  -- the service date of the session that it was taken over from, while nobody has confirmed it
  carried_from TEXT CHECK (carried_from IS NULL OR carried_from GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  PRIMARY KEY (session_id, list, position)
) STRICT;
CREATE INDEX session_item_text ON session_item (list, text);

CREATE TABLE timed_span (
  id TEXT PRIMARY KEY,
  session_id TEXT NOT NULL REFERENCES session (id) ON DELETE RESTRICT,
  -- the treated area that was worked on; null for the session as a whole
  treated_area_id TEXT,
  -- both UTC; a span without an end is running
  started_at TEXT NOT NULL,
  ended_at TEXT
) STRICT;
CREATE INDEX timed_span_session ON timed_span (session_id, started_at);

CREATE TABLE sign_answer (
  id TEXT PRIMARY KEY,
  session_id TEXT NOT NULL REFERENCES session (id) ON DELETE RESTRICT,
  position INTEGER NOT NULL CHECK (position >= 0),
  question TEXT NOT NULL,
  -- the section that is asked about, or null
  section TEXT,
  -- the question's number: how many are open, or the share in percent; null where there is none
  amount INTEGER,
  decision TEXT NOT NULL,
  answered_at TEXT NOT NULL
) STRICT;
CREATE INDEX sign_answer_session ON sign_answer (session_id, position);

-- outside of the note: never signed, never in a patient file unless chosen
CREATE TABLE private_remark (
  session_id TEXT PRIMARY KEY REFERENCES session (id) ON DELETE RESTRICT,
  text TEXT NOT NULL,
  updated_at TEXT NOT NULL
) STRICT;

ALTER TABLE addendum ADD COLUMN kind TEXT NOT NULL DEFAULT 'addendum' CHECK (kind IN ('addendum', 'amendment'));
-- what an amendment corrects: a part of the note, or an addendum to it
ALTER TABLE addendum ADD COLUMN corrects_part TEXT;
ALTER TABLE addendum ADD COLUMN corrects_addendum_id TEXT REFERENCES addendum (id) ON DELETE RESTRICT;
ALTER TABLE addendum ADD COLUMN reason TEXT NOT NULL DEFAULT '';
-- the words that it corrects, as they stood
ALTER TABLE addendum ADD COLUMN old_text TEXT NOT NULL DEFAULT '';

-- what a draft was, saving by saving; kept after signing, outside of the note
CREATE TABLE draft_version (
  session_id TEXT NOT NULL REFERENCES session (id) ON DELETE RESTRICT,
  part TEXT NOT NULL,
  -- from 1 for each part of a session
  version INTEGER NOT NULL CHECK (version >= 1),
  -- UTC, of the first and of the last saving that this version holds
  started_at TEXT NOT NULL,
  saved_at TEXT NOT NULL,
  -- the moment that was brought back with this version; null for a saving
  restored_from TEXT,
  -- 1: the whole text, 0: the difference from the version before
  is_whole INTEGER NOT NULL CHECK (is_whole IN (0, 1)),
  data BLOB NOT NULL,
  PRIMARY KEY (session_id, part, version)
) STRICT, WITHOUT ROWID;

CREATE TABLE phrase (
  id TEXT PRIMARY KEY,
  -- what is typed after the semicolon; folded, unique
  abbreviation TEXT NOT NULL UNIQUE CHECK (abbreviation <> ''),
  -- null: for every section
  section TEXT,
  text TEXT NOT NULL CHECK (text <> ''),
  position INTEGER NOT NULL,
  use_count INTEGER NOT NULL DEFAULT 0 CHECK (use_count >= 0),
  last_used_at TEXT,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
) STRICT;

CREATE TABLE template (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL CHECK (name <> ''),
  position INTEGER NOT NULL,
  length_minutes INTEGER CHECK (length_minutes BETWEEN 1 AND 1440),
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
) STRICT;
CREATE TABLE template_section (
  template_id TEXT NOT NULL REFERENCES template (id) ON DELETE CASCADE,
  -- not checked: a template may come from a version with other sections
  section TEXT NOT NULL,
  document TEXT NOT NULL,
  schema_version INTEGER NOT NULL,
  plain_text TEXT NOT NULL,
  PRIMARY KEY (template_id, section)
) STRICT;
CREATE TABLE template_measure (
  template_id TEXT NOT NULL REFERENCES template (id) ON DELETE CASCADE,
  measure TEXT NOT NULL,
  position INTEGER NOT NULL,
  PRIMARY KEY (template_id, measure)
) STRICT;
`

const triggers = [
  lockWithNote('session_score', 'stored.session_id = NEW.session_id AND stored.measure = NEW.measure', 'session_id'),
  lockWithNote('range_of_motion', byId, 'session_id'),
  lockWithNote('function_activity', byId, 'session_id'),
  lockWithNote(
    'session_item',
    'stored.session_id = NEW.session_id AND stored.list = NEW.list AND stored.position = NEW.position',
    'session_id',
  ),
  lockWithNote('timed_span', byId, 'session_id'),
  lockWithNote('sign_answer', byId, 'session_id'),
]

export const fastNote = { version: 3, sql: tables + triggers.join('\n') }
