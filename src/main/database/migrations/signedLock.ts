// SQL of the triggers that keep a signed note as it was signed. Shipped steps are made with it, so its text never
// changes: a test holds their hashes.

/** Whether the note of a session is signed. `session` is an SQL expression of its id. */
export const isSigned = (session: string) =>
  `EXISTS (SELECT 1 FROM signature WHERE session_id = ${session} AND addendum_id IS NULL)`

/** Refuses every insert, update and delete of rows of a table that belong to a signed note. */
export function lockWithNote(table: string, key: string, owner: string): string {
  const refuse = `BEGIN SELECT RAISE(ABORT, 'SIGNED'); END;`
  // A statement that replaces a row (OR REPLACE) deletes it without a delete trigger on a connection where triggers
  // are not recursive, so inserts and updates are checked by the key, and by the row's number, that they would take.
  const replacesSigned = `EXISTS (
    SELECT 1 FROM ${table} stored WHERE (stored.rowid = NEW.rowid OR (${key})) AND ${isSigned(`stored.${owner}`)})`
  return `
CREATE TRIGGER ${table}_signed_insert BEFORE INSERT ON ${table}
WHEN ${isSigned(`NEW.${owner}`)} OR ${replacesSigned}
${refuse}
CREATE TRIGGER ${table}_signed_update BEFORE UPDATE ON ${table}
WHEN ${isSigned(`OLD.${owner}`)} OR ${isSigned(`NEW.${owner}`)} OR ${replacesSigned}
${refuse}
CREATE TRIGGER ${table}_signed_delete BEFORE DELETE ON ${table}
WHEN ${isSigned(`OLD.${owner}`)}
${refuse}`
}

// Not called "old": in an update trigger a nested query would take that for the row before the update.
export const byId = 'stored.id = NEW.id'
