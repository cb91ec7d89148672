// Killed while a draft is written: every text that was saved is in the note or in its history.
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { checkIntegrity, checkpointAndClose, createDatabase, openDatabase } from '#main/database/openDatabase.ts'
import { createServices } from '#main/services/createServices.ts'
import { realSurroundings } from '#main/services/thread/surroundings.ts'
import { emptyClient } from '#shared/domain/client.ts'
import { callerOf, samplePractice } from '../fixtures/practiceUnderTest.ts'
import { temporaryFolder } from '../fixtures/vaultPlace.ts'
import { writeUntilKilled } from '../fixtures/writeUntilKilled.ts'

const child = new URL('../fixtures/draftKilledChild.ts', import.meta.url)

test('a kill in the middle of writing costs no text that was saved', { timeout: 120_000 }, async () => {
  const location = {
    file: join(temporaryFolder(), 'practice.db'),
    key: randomBytes(32),
    vaultId: '01900000-0000-7000-8000-0000000000ab',
  }
  const surroundings = realSurroundings()
  const made = createDatabase(location)
  const begin = callerOf(createServices(made, surroundings))
  begin('practice:save', { practice: samplePractice })
  const { id: clientId } = begin('client:create', { fields: { ...emptyClient, lastName: 'Sample' } })
  const { id } = begin('session:start', { clientId, serviceStart: '2026-11-23T14:00' })
  checkpointAndClose(made)

  const args = [location.file, location.key.toString('hex'), location.vaultId, id]
  let told = 0
  for (const commits of [1, 40, 5]) {
    // Each child goes on where the one before was killed.
    // oxlint-disable-next-line no-await-in-loop
    told = await writeUntilKilled(child, [...args, String(told + 1)], commits)
    const database = openDatabase(location)
    const call = callerOf(createServices(database, surroundings))
    const texts = [
      call('session:get', { id }),
      ...call('history:list', { sessionId: id }).moments.map(({ at }) => call('history:get', { sessionId: id, at })),
    ].map(({ sections }) => sections[0]?.plainText ?? '')
    const lost = Array.from({ length: told }, (_, at) => `[${at + 1}]`).filter(
      (word) => !texts.some((text) => text.includes(word)),
    )
    expect(lost).toEqual([])
    expect(checkIntegrity(database.sqlite, 'full')).toEqual([])
    database.sqlite.close()
  }
})
