// Schema step 17: what clients say about their health, as signed reviews; what was decided about their safety; the practice's rule for
// reviews, and its own layer above the questionnaire.
import type { Migration } from './migrations.ts'
import { byId, deletableOnceErased, lockWithRecord, signsStored } from './signedLock.ts'

const tables = `
CREATE TABLE health_review (
  id TEXT PRIMARY KEY,
  client_id TEXT NOT NULL REFERENCES client (id) ON DELETE RESTRICT,
  kind TEXT NOT NULL CHECK (kind IN ('intake', 'full review', 'change', 'nothing changed')),
  -- the version that this one was made from, or that it confirms; refers to nothing, so that one that is lost takes no later one along
  previous_id TEXT,
  -- the visit at which it was asked; refers to nothing, because it outlives the draft of that visit's note
  at_visit TEXT,
  is_short INTEGER NOT NULL CHECK (is_short IN (0, 1)),
  questionnaire_version INTEGER NOT NULL CHECK (questionnaire_version >= 1),
  -- instant, UTC
  answered_at TEXT NOT NULL,
  answered_offset INTEGER NOT NULL CHECK (answered_offset BETWEEN -1080 AND 1080),
  pregnancy_weeks INTEGER CHECK (pregnancy_weeks BETWEEN 1 AND 45),
  earlier_massage TEXT NOT NULL,
  CHECK (kind <> 'nothing changed' OR previous_id IS NOT NULL)
) STRICT;
CREATE INDEX health_review_client ON health_review (client_id, answered_at);

CREATE TABLE health_answer (
  review_id TEXT NOT NULL REFERENCES health_review (id) ON DELETE RESTRICT,
  question_id TEXT NOT NULL,
  position INTEGER NOT NULL,
  -- the words as they were shown
  text TEXT NOT NULL,
  answer TEXT NOT NULL CHECK (answer IN ('no', 'yes', 'past', 'unsure')),
  since TEXT NOT NULL,
  remark TEXT NOT NULL,
  -- not checked, as the regions: a later version may know other ones
  meaning TEXT NOT NULL,
  wording TEXT NOT NULL,
  PRIMARY KEY (review_id, question_id)
) STRICT;

CREATE TABLE health_entry (
  review_id TEXT NOT NULL REFERENCES health_review (id) ON DELETE RESTRICT,
  id TEXT NOT NULL,
  position INTEGER NOT NULL,
  list TEXT NOT NULL,
  name TEXT NOT NULL,
  detail TEXT NOT NULL,
  since TEXT NOT NULL,
  effect TEXT NOT NULL,
  PRIMARY KEY (review_id, id)
) STRICT;

-- where on the body, of an answer or an entry
CREATE TABLE health_region (
  review_id TEXT NOT NULL REFERENCES health_review (id) ON DELETE RESTRICT,
  -- the question's id or the entry's
  of_id TEXT NOT NULL,
  position INTEGER NOT NULL,
  region_id TEXT NOT NULL,
  PRIMARY KEY (review_id, of_id, position)
) STRICT;

CREATE TABLE health_preference (
  review_id TEXT NOT NULL REFERENCES health_review (id) ON DELETE RESTRICT,
  preference TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (review_id, preference)
) STRICT;

-- what the therapist decided about a line of safety; only ever added
CREATE TABLE safety_decision (
  id TEXT PRIMARY KEY,
  client_id TEXT NOT NULL REFERENCES client (id) ON DELETE RESTRICT,
  -- the review and the answer or entry of the line, and its words then; refer to nothing
  review_id TEXT NOT NULL,
  of_id TEXT NOT NULL,
  meaning TEXT NOT NULL,
  wording TEXT NOT NULL,
  -- refers to nothing, as above
  at_visit TEXT,
  decision TEXT NOT NULL,
  remark TEXT NOT NULL,
  decided_at TEXT NOT NULL,
  decided_offset INTEGER NOT NULL CHECK (decided_offset BETWEEN -1080 AND 1080)
) STRICT;
CREATE INDEX safety_decision_client ON safety_decision (client_id);

-- the practice's rule; no row while it is the usual one
CREATE TABLE health_rule (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  -- null where no full review is asked for
  review_months INTEGER CHECK (review_months BETWEEN 1 AND 120)
) STRICT;

-- what the practice changes about a question; null for what stays as it comes
CREATE TABLE question_change (
  question_id TEXT PRIMARY KEY,
  text TEXT,
  meaning TEXT,
  wording TEXT,
  is_left_out INTEGER NOT NULL CHECK (is_left_out IN (0, 1)),
  updated_at TEXT NOT NULL
) STRICT;
`

const lockedParts: readonly (readonly [table: string, key: string])[] = [
  ['health_answer', 'stored.review_id = NEW.review_id AND stored.question_id = NEW.question_id'],
  ['health_entry', 'stored.review_id = NEW.review_id AND stored.id = NEW.id'],
  ['health_region', 'stored.review_id = NEW.review_id AND stored.of_id = NEW.of_id AND stored.position = NEW.position'],
  ['health_preference', 'stored.review_id = NEW.review_id AND stored.preference = NEW.preference'],
]

const triggers = [
  lockWithRecord('health_review', byId, 'id'),
  deletableOnceErased('health_review', 'id'),
  ...lockedParts.flatMap(([table, key]) => [
    lockWithRecord(table, key, 'review_id'),
    deletableOnceErased(table, 'review_id'),
  ]),
  signsStored(
    'health',
    `
  SELECT 1 FROM health_review
  WHERE health_review.id = NEW.subject_id AND NEW.session_id IS NULL AND NEW.client_id = health_review.client_id`,
  ),
  `
CREATE TRIGGER safety_decision_no_update BEFORE UPDATE ON safety_decision
BEGIN SELECT RAISE(ABORT, 'SIGNED'); END;`,
]

export const healthReviews: Migration = { version: 17, sql: tables + triggers.join('\n') }
