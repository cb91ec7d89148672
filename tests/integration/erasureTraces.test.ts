// After an erasure: the decrypted bytes of database, log and head hold nothing of the person, and older backups are named.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { OlderBackups } from '#shared/contract/retention.ts'
import { emptyClient } from '#shared/domain/client.ts'
import { documentFromText } from '#shared/domain/note/plainText.ts'
import type { OpenDatabase } from '#main/database/openDatabase.ts'
import { createServices } from '#main/services/createServices.ts'
import { openWithPassphrase } from '#main/vault/envelope.ts'
import { loadEnvelope } from '#main/vault/envelopeFiles.ts'
import { databaseContent, logContent } from '../fixtures/decryptedPages.ts'
import { expectCode, makeVaultPlace, passphrase, temporaryFolder } from '../fixtures/vaultPlace.ts'

const planted = ['Zymurgiana', 'Floccinaucis', 'Quixotrophic', 'Tmesisward', 'Borborygmus']

/** An open practice with a client whose record has planted words in many rows, among the rows of others. */
async function plantedPractice() {
  let database: OpenDatabase | undefined
  const place = makeVaultPlace({
    backupPlacesFile: join(temporaryFolder(), 'backups.json'),
    makeServices(opened, surroundings) {
      database = opened
      return createServices(opened, surroundings)
    },
  })
  await place.create()
  const call = <T>(channel: string, input: unknown = {}) => place.dispatcher.dispatch(channel, input) as Promise<T>
  const envelope = loadEnvelope(place.files)?.envelope
  if (!envelope) throw new Error('no vault there')
  const key = await openWithPassphrase(envelope, passphrase)

  const addClient = async (lastName: string, alert: string) => {
    const { id } = await call<{ id: string }>('client:create', { fields: { ...emptyClient, lastName, alert } })
    return id
  }
  const write = async (clientId: string, text: string, visits: number) => {
    for (let visit = 0; visit < visits; visit += 1) {
      place.pass(60)
      // oxlint-disable-next-line no-await-in-loop -- one after the other, as a person would
      const { id } = await call<{ id: string }>('session:start', { clientId, serviceStart: '2026-11-20T09:00' })
      for (const section of ['subjective', 'plan']) {
        const document = documentFromText(`${text} `.repeat(40 + visit))
        // oxlint-disable-next-line no-await-in-loop -- see above
        await call('session:saveSection', { id, section, document })
      }
      // oxlint-disable-next-line no-await-in-loop -- see above
      await call('session:savePrivateRemark', { id, text: `${text} remark` })
      if (visit % 2 === 0) continue
      // oxlint-disable-next-line no-await-in-loop -- see above
      const { questions } = await call<{ questions: object[] }>('session:signQuestions', { id })
      const answers = questions.map((question) => ({ ...question, decision: 'left' }))
      // oxlint-disable-next-line no-await-in-loop -- see above
      await call('session:sign', { id, answers })
    }
  }
  const others = [await addClient('Ordinary', 'None'), await addClient('Usual', 'None')]
  const clientId = await addClient('Zymurgiana', 'Floccinaucis')
  for (let round = 0; round < 6; round += 1) {
    // oxlint-disable-next-line no-await-in-loop -- rows of all of them lie on the same pages
    await write(others[round % 2] ?? '', 'Ordinary words', 3)
    // oxlint-disable-next-line no-await-in-loop -- see above
    await write(clientId, 'Quixotrophic Tmesisward Borborygmus', 3)
  }
  const counts = () => {
    const files = [databaseContent(place.files.database, key), logContent(place.files.database, key)]
    const head = readFileSync(place.files.head)
    return planted.map((word) => [...files, head].filter((bytes) => bytes.includes(word)).length)
  }
  return {
    ...place,
    call,
    key,
    clientId,
    counts,
    sqlite: () => {
      if (database === undefined) throw new Error('no vault is open')
      return database.sqlite
    },
    async erase() {
      await call('client:archive', { id: clientId })
      await call('retention:erase', { id: clientId, typedName: 'Zymurgiana', reason: 'Asked for it.' })
    },
  }
}

test('an erasure whose traces were overwritten / leaves no planted word in database, log or head', async () => {
  const { counts, erase, call, sqlite, restart, dispatcher } = await plantedPractice()
  expect(counts().every((count) => count > 0)).toBe(true)
  await erase()
  expect(await call('vault:tracesLeft')).toEqual({ isLeft: true, files: [] })
  await call('vault:clearTraces')
  expect(counts()).toEqual(planted.map(() => 0))
  expect(await call('vault:tracesLeft')).toEqual({ isLeft: false, files: [] })

  // The vault goes on as before: what is saved is kept, the whole file is sound, and it opens without a notice.
  expect(sqlite().pragma('integrity_check', { simple: true })).toBe('ok')
  await call('client:create', { fields: { ...emptyClient, lastName: 'Afterwards' } })
  expect(await call('record:verify')).toMatchObject({ mismatch: null, findings: [], erasures: [{ notes: 6 }] })
  dispatcher.close()
  expect(counts()).toEqual(planted.map(() => 0))
  const again = restart()
  await again.unlock()
  expect((await again.status()).notices).toEqual([])
  const clients = (await again.dispatcher.dispatch('client:list', {})) as { lastName: string }[]
  expect(clients.map(({ lastName }) => lastName)).toEqual(['Afterwards', 'Ordinary', 'Usual'])
})

test('when the app ends before they are overwritten / it is known at the next opening, and can be done then', async () => {
  const { erase, dispatcher, restart, counts } = await plantedPractice()
  await erase()
  dispatcher.close()
  const again = restart()
  await again.unlock()
  expect(await again.dispatcher.dispatch('vault:tracesLeft', {})).toMatchObject({ isLeft: true })
  await again.dispatcher.dispatch('vault:clearTraces', {})
  again.dispatcher.close()
  expect(counts()).toEqual(planted.map(() => 0))
})

test('copies from before a step of the schema / go with the traces, and logs that were set aside are named', async () => {
  const { erase, call, files } = await plantedPractice()
  writeFileSync(`${files.database}.before-v10`, 'a copy')
  writeFileSync(`${files.database}-wal.set-aside-1`, 'a log')
  await erase()
  await call('vault:clearTraces')
  expect(existsSync(`${files.database}.before-v10`)).toBe(false)
  expect(await call('vault:tracesLeft')).toEqual({ isLeft: false, files: ['practice.db-wal.set-aside-1'] })
})

test('backups from before an erasure / are named by their place and day, and none from after it', async () => {
  const { call, dispatcher, erase, pass } = await plantedPractice()
  const stick = join(temporaryFolder(), 'stick')
  mkdirSync(stick)
  await dispatcher.backups.addPlace(stick)
  await call('backup:run')
  pass(60)
  await erase()
  const [{ erasedAt } = { erasedAt: '' }] = await call<{ erasedAt: string }[]>('retention:erasures')
  const older = (at: string) => call<OlderBackups[]>('backup:olderThan', { at })
  const [place] = await older(erasedAt)
  expect(place).toEqual({
    folder: stick,
    removedAt: null,
    backups: [{ madeAt: expect.any(String), goneBy: '2027-11-01' }],
  })
  const madeAt = place?.backups?.[0]?.madeAt ?? ''
  expect(madeAt < erasedAt).toBe(true)
  expect(await older(madeAt)).toEqual([{ folder: stick, removedAt: null, backups: [] }])

  // What cannot be looked at is not called free of the client.
  rmSync(stick, { recursive: true })
  expect(await older(erasedAt)).toEqual([{ folder: stick, removedAt: null, backups: null }])
})

test('backups in a place that was removed / are named with that day, and with none on which they are gone', async () => {
  const { call, dispatcher, erase, pass, restart } = await plantedPractice()
  const stick = join(temporaryFolder(), 'stick')
  mkdirSync(stick)
  const { id } = await dispatcher.backups.addPlace(stick)
  await call('backup:run')
  pass(60)
  await call('backup:removePlace', { id })
  await erase()
  dispatcher.close()

  const again = restart()
  await again.unlock()
  const ask = <T>(channel: string, input: unknown = {}) => again.dispatcher.dispatch(channel, input) as Promise<T>
  const [{ erasedAt } = { erasedAt: '' }] = await ask<{ erasedAt: string }[]>('retention:erasures')
  const removedAt = expect.stringMatching(/^2026-/u)
  const older = () => ask<OlderBackups[]>('backup:olderThan', { at: erasedAt })
  expect(await older()).toEqual([{ folder: stick, removedAt, backups: [{ madeAt: expect.any(String), goneBy: null }] }])
  expect(await ask('backup:leftBehind')).toEqual({ vaults: [], places: [{ folder: stick, removedAt }] })

  // A place again, it is rotated again.
  await again.dispatcher.backups.addPlace(stick)
  expect(await older()).toEqual([
    { folder: stick, removedAt: null, backups: [{ madeAt: expect.any(String), goneBy: '2027-11-01' }] },
  ])
  expect(await ask('backup:leftBehind')).toEqual({ vaults: [], places: [] })
})

test('a locked vault / has nothing overwritten', async () => {
  const { erase, call, dispatcher } = await plantedPractice()
  await erase()
  dispatcher.lock()
  await expectCode(call('vault:clearTraces'), 'LOCKED')
})
