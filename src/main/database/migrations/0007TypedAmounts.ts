// Schema step 7: amounts as they were typed, where they are no number ("45-50", "5-6 h"). A text stands in the number's
// place and never beside it. What was stored before has none.
import type { Migration } from './migrations.ts'

/** @param number what must be empty where there is a text */
const amountText = (column: string, ...number: readonly string[]) =>
  `${column} TEXT CHECK (${column} IS NULL OR (${[`${column} <> ''`, ...number.map((one) => `${one} IS NULL`)].join(' AND ')}))`

export const typedAmounts: Migration = {
  version: 7,
  sql: `
ALTER TABLE session_score ADD COLUMN ${amountText('before_text', 'before')};
ALTER TABLE range_of_motion ADD COLUMN ${amountText('text_before', 'degrees_before', 'extent_before')};
ALTER TABLE range_of_motion ADD COLUMN ${amountText('text_after', 'degrees_after', 'extent_after')};
`,
}
