// Conditions on a list of ids of any length as one bound value, so that a statement is prepared only once.
import { inArray, sql, type Column, type SQL } from 'drizzle-orm'

/** The column's value is in the list that the statement is run with; see {@link idList}. */
export function isOneOf(column: Column): SQL {
  return inArray(column, sql`(SELECT value FROM json_each(${sql.placeholder('ids')}))`)
}

/** The argument for a statement with {@link isOneOf}. */
export const idList = (ids: readonly string[]) => ({ ids: JSON.stringify(ids) })
