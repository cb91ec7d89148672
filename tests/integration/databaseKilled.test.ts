// Killed while it writes: what was committed is there, and the database is whole.
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Migration } from '#main/database/migrations/migrations.ts'
import { checkIntegrity } from '#main/database/check/checkIntegrity.ts'
import { checkpointAndClose, createDatabase, openDatabase } from '#main/database/openDatabase.ts'
import { temporaryFolder } from '../fixtures/vaultPlace.ts'
import { writeUntilKilled } from '../fixtures/writeUntilKilled.ts'

const child = new URL('../fixtures/databaseKilledChild.ts', import.meta.url)
const migrations: Migration[] = [
  { version: 1, sql: 'CREATE TABLE stroke (number INTEGER PRIMARY KEY, text TEXT) STRICT' },
]

test('killed while writing, many times / nothing committed is lost', { timeout: 120_000 }, async () => {
  const location = {
    file: join(temporaryFolder(), 'practice.db'),
    key: randomBytes(32),
    vaultId: '01900000-0000-7000-8000-0000000000aa',
  }
  checkpointAndClose(createDatabase(location, migrations))
  const args = [location.file, location.key.toString('hex'), location.vaultId]
  for (const commits of [1, 2, 3, 7, 40, 150, 400, 1, 90, 230]) {
    const acknowledged = await writeUntilKilled(child, args, commits)
    const database = openDatabase(location, migrations)
    const { count, last } = database.sqlite
      .prepare<[], { count: number; last: number }>('SELECT count(*) AS count, max(number) AS last FROM stroke')
      .get() as { count: number; last: number }
    // One more may be committed and not yet reported.
    expect(last).toBeGreaterThanOrEqual(acknowledged)
    expect(last).toBeLessThanOrEqual(acknowledged + 1)
    expect(count).toBe(last)
    expect(checkIntegrity(database.sqlite, 'full')).toEqual([])
    checkpointAndClose(database)
  }
})
