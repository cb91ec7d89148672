// Killed while a draft is written: every text that was saved is in the note or in its history.
import { expect, test } from 'vitest'
import { checkIntegrity } from '#main/database/check/checkIntegrity.ts'
import { checkpointAndClose, openDatabase } from '#main/database/openDatabase.ts'
import { createServices } from '#main/services/createServices.ts'
import { realSurroundings } from '#main/services/thread/surroundings.ts'
import { killablePractice } from '../fixtures/killablePractice.ts'
import { callerOf } from '../fixtures/practiceUnderTest.ts'
import { writeUntilKilled } from '../fixtures/writeUntilKilled.ts'

const child = new URL('../fixtures/draftKilledChild.ts', import.meta.url)

test('killed while writing / no saved text is lost', { timeout: 120_000 }, async () => {
  const surroundings = realSurroundings()
  const { location, id, args } = killablePractice(surroundings)
  let acknowledged = 0
  for (const commits of [1, 40, 5]) {
    // Each child goes on where the one before was killed.
    // oxlint-disable-next-line no-await-in-loop
    acknowledged = await writeUntilKilled(child, [...args, String(acknowledged + 1)], commits)
    const database = openDatabase(location)
    const call = callerOf(createServices(database, surroundings))
    const texts = [
      call('session:get', { id }),
      ...call('history:list', { sessionId: id }).moments.map(({ at }) => call('history:get', { sessionId: id, at })),
    ].map(({ sections }) => sections[0]?.plainText ?? '')
    const lost = Array.from({ length: acknowledged }, (_, at) => `[${at + 1}]`).filter(
      (word) => !texts.some((text) => text.includes(word)),
    )
    expect(lost).toEqual([])
    expect(checkIntegrity(database.sqlite, 'full')).toEqual([])
    checkpointAndClose(database)
  }
})
