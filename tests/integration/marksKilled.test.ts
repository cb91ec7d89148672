// Killed in the middle of marking: every mark whose saving was told is there, whole.
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { checkIntegrity, checkpointAndClose, createDatabase, openDatabase } from '#main/database/openDatabase.ts'
import { createServices } from '#main/services/createServices.ts'
import { emptyClient } from '#shared/domain/client.ts'
import { callerOf } from '../fixtures/practiceUnderTest.ts'
import { stillSurroundings } from '../fixtures/stillSurroundings.ts'
import { temporaryFolder } from '../fixtures/vaultPlace.ts'
import { writeUntilKilled } from '../fixtures/writeUntilKilled.ts'

const child = new URL('../fixtures/marksKilledChild.ts', import.meta.url)

test('a kill between two marks, again and again, costs no mark that was saved', { timeout: 120_000 }, async () => {
  const location = {
    file: join(temporaryFolder(), 'practice.db'),
    key: randomBytes(32),
    vaultId: '01900000-0000-7000-8000-0000000000aa',
  }
  const surroundings = stillSurroundings()
  const made = createDatabase(location)
  const begin = callerOf(createServices(made, surroundings))
  const { id: clientId } = begin('client:create', { fields: { ...emptyClient, lastName: 'Sample' } })
  const { id } = begin('session:start', { clientId, serviceStart: '2026-11-23T14:00' })
  checkpointAndClose(made)

  const args = [location.file, location.key.toString('hex'), location.vaultId, id]
  let marked = 0
  for (const commits of [1, 2, 5, 30, 100]) {
    // Each child goes on where the one before was killed.
    // oxlint-disable-next-line no-await-in-loop
    const told = await writeUntilKilled(child, args, commits)
    const database = openDatabase(location)
    const record = callerOf(createServices(database, surroundings))('session:get', { id })
    const count = record.findings.length + record.strokes.length + record.treatedAreas.length
    // One more may be committed and not yet told of.
    expect(count - marked).toBeGreaterThanOrEqual(told)
    expect(count - marked).toBeLessThanOrEqual(told + 1)
    for (const { points } of record.strokes) expect(points).toHaveLength(900)
    for (const { regionIds } of record.treatedAreas) expect(regionIds).toHaveLength(3)
    expect(record.unknownMarks).toEqual([])
    expect(checkIntegrity(database.sqlite, 'full')).toEqual([])
    database.sqlite.close()
    marked = count
  }
})
