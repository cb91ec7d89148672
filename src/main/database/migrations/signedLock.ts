// SQL of the triggers that keep a signed record as it was signed. Shipped steps are made with it, so its text never
// changes: a test holds their hashes.

/** Whether the note of a session is signed, up to step 7. `session` is an SQL expression of its id. */
export const isSigned = (session: string) =>
  `EXISTS (SELECT 1 FROM signature WHERE session_id = ${session} AND addendum_id IS NULL)`

/** Whether the record of an id is signed, of whatever kind; a note has its session's id. From step 8 on. */
export const isRecordSigned = (id: string) => `EXISTS (SELECT 1 FROM signature WHERE subject_id = ${id})`

/**
 * Makes the triggers that refuse every insert, update and delete of rows of a table that belong to a signed record.
 * @param isOwnerSigned whether the record with the id of an SQL expression is signed
 */
const lockBy = (isOwnerSigned: (id: string) => string) =>
  function lock(table: string, key: string, owner: string): string {
    const refuse = `BEGIN SELECT RAISE(ABORT, 'SIGNED'); END;`
    // A statement that replaces a row (OR REPLACE) deletes it without a delete trigger on a connection where triggers
    // are not recursive, so inserts and updates are checked by the key, and by the row's number, that they would take.
    const replacesSigned = `EXISTS (
    SELECT 1 FROM ${table} stored WHERE (stored.rowid = NEW.rowid OR (${key})) AND ${isOwnerSigned(`stored.${owner}`)})`
    return `
CREATE TRIGGER ${table}_signed_insert BEFORE INSERT ON ${table}
WHEN ${isOwnerSigned(`NEW.${owner}`)} OR ${replacesSigned}
${refuse}
CREATE TRIGGER ${table}_signed_update BEFORE UPDATE ON ${table}
WHEN ${isOwnerSigned(`OLD.${owner}`)} OR ${isOwnerSigned(`NEW.${owner}`)} OR ${replacesSigned}
${refuse}
CREATE TRIGGER ${table}_signed_delete BEFORE DELETE ON ${table}
WHEN ${isOwnerSigned(`OLD.${owner}`)}
${refuse}`
  }

/** Locks rows with the note of the session that they belong to. Up to step 7. */
export const lockWithNote = lockBy(isSigned)

/**
 * Locks rows with the signed record that they belong to, or are. From step 8 on.
 * @param key what says, of a row that is named `stored`, that a new one would take its place
 * @param owner the column with the record's id
 */
export const lockWithRecord = lockBy(isRecordSigned)

/**
 * Lets signatures of a kind name nothing but a stored record of it. Without this rule a kind is not signed at all. From
 * step 8 on.
 * @param kind its id: lower-case letters
 * @param record SQL that finds the record which the new row of `signature` names, with its session and its client
 */
export const signsStored = (kind: string, record: string) => `
CREATE TRIGGER signature_of_${kind} BEFORE INSERT ON signature
WHEN NEW.kind = '${kind}' AND NOT EXISTS (${record})
BEGIN SELECT RAISE(ABORT, 'SIGNED'); END;`

/** Whether the record of an id is erased: a signed erasure lists its signature. From the step of erasures on. */
const isRecordErased = (id: string) => `EXISTS (
  SELECT 1 FROM signature erased JOIN erased_signature listed ON listed.sequence = erased.sequence
  JOIN signature own ON own.subject_id = listed.erasure_id AND own.kind = 'erasure'
  WHERE erased.subject_id = ${id} AND listed.fingerprint = erased.fingerprint)`

/**
 * Lets rows that {@link lockWithRecord} has locked be deleted once a signed erasure lists the signature of their record. From
 * the step of erasures on.
 * @param owner the column with the record's id
 */
export const deletableOnceErased = (table: string, owner: string) => `
DROP TRIGGER IF EXISTS ${table}_signed_delete;
CREATE TRIGGER ${table}_signed_delete BEFORE DELETE ON ${table}
WHEN ${isRecordSigned(`OLD.${owner}`)} AND NOT ${isRecordErased(`OLD.${owner}`)}
BEGIN SELECT RAISE(ABORT, 'SIGNED'); END;`

// Not called "old": in an update trigger a nested query would take that for the row before the update.
export const byId = 'stored.id = NEW.id'
