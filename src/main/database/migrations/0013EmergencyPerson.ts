// Schema step 13: to whom the records are to be given if the therapist can't, as the emergency sheet says it.
import type { Migration } from './migrations.ts'

export const emergencyPerson: Migration = {
  version: 13,
  sql: `ALTER TABLE practice ADD COLUMN emergency_person TEXT NOT NULL DEFAULT '';`,
}
