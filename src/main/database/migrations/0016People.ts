// Schema step 16: other people of a record. Providers are the practice's own list; links are a client's and go with them.
import type { Migration } from './migrations.ts'

const sql = `
CREATE TABLE provider (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL CHECK (name <> ''),
  profession TEXT NOT NULL,
  phone TEXT NOT NULL,
  fax TEXT NOT NULL,
  address TEXT NOT NULL,
  note TEXT NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
) STRICT;

-- a provider of a client
CREATE TABLE client_provider (
  client_id TEXT NOT NULL REFERENCES client (id) ON DELETE RESTRICT,
  provider_id TEXT NOT NULL REFERENCES provider (id) ON DELETE RESTRICT,
  -- what they are to the client, in the therapist's words
  role TEXT NOT NULL,
  -- whether the client agreed that the record may be shared with them
  may_release INTEGER NOT NULL CHECK (may_release IN (0, 1)),
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  PRIMARY KEY (client_id, provider_id)
) STRICT;
CREATE INDEX client_provider_provider ON client_provider (provider_id);

-- who belongs to a client at home: the person is the relation of the client, as their guardian
CREATE TABLE household_link (
  id TEXT PRIMARY KEY,
  client_id TEXT NOT NULL REFERENCES client (id) ON DELETE RESTRICT,
  -- not checked: a later version knows other ones
  relation TEXT NOT NULL CHECK (relation <> ''),
  -- another client, or a name and a phone number
  person_id TEXT REFERENCES client (id) ON DELETE RESTRICT,
  person_name TEXT NOT NULL,
  person_phone TEXT NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  CHECK ((person_id IS NULL) = (person_name <> '') AND (person_id IS NULL OR person_phone = '')),
  CHECK (person_id IS NULL OR person_id <> client_id)
) STRICT;
CREATE INDEX household_link_client ON household_link (client_id);
CREATE INDEX household_link_person ON household_link (person_id);
`

export const people: Migration = { version: 16, sql }
