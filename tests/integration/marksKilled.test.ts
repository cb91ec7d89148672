// Killed in the middle of marking: every mark that was reported as saved is there, whole.
import { expect, test } from 'vitest'
import { checkIntegrity } from '#main/database/check/checkIntegrity.ts'
import { checkpointAndClose, openDatabase } from '#main/database/openDatabase.ts'
import { createServices } from '#main/services/createServices.ts'
import { killablePractice } from '../fixtures/killablePractice.ts'
import { callerOf } from '../fixtures/practiceUnderTest.ts'
import { stillSurroundings } from '../fixtures/stillSurroundings.ts'
import { writeUntilKilled } from '../fixtures/writeUntilKilled.ts'

const child = new URL('../fixtures/marksKilledChild.ts', import.meta.url)

test('killed between two marks, many times / no saved mark is lost', { timeout: 120_000 }, async () => {
  const surroundings = stillSurroundings()
  const { location, id, args } = killablePractice(surroundings)
  let marked = 0
  for (const commits of [1, 2, 5, 30, 100]) {
    // Each child goes on where the one before was killed.
    // oxlint-disable-next-line no-await-in-loop
    const acknowledged = await writeUntilKilled(child, args, commits)
    const database = openDatabase(location)
    const record = callerOf(createServices(database, surroundings))('session:get', { id })
    const count = record.findings.length + record.strokes.length + record.treatedAreas.length
    // One more may be committed and not yet reported.
    expect(count - marked).toBeGreaterThanOrEqual(acknowledged)
    expect(count - marked).toBeLessThanOrEqual(acknowledged + 1)
    for (const { points } of record.strokes) expect(points).toHaveLength(900)
    for (const { regionIds } of record.treatedAreas) expect(regionIds).toHaveLength(3)
    expect(record.unknownMarks).toEqual([])
    expect(checkIntegrity(database.sqlite, 'full')).toEqual([])
    checkpointAndClose(database)
    marked = count
  }
})
