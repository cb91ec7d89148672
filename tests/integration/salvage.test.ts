// A damaged vault: unlocking says so, what can be read is opened to read or salvaged, and what is missing is listed.
import { existsSync, cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Output } from '#shared/contract/contract.ts'
import { emptyClient } from '#shared/domain/client.ts'
import { documentFromText } from '#shared/domain/note/plainText.ts'
import type { OpenDatabase } from '#main/database/openDatabase.ts'
import { leaseFile } from '#main/vault/vaultFolder.ts'
import { takeLease, type HeldLease } from '#main/vault/lease.ts'
import { createServices } from '#main/services/createServices.ts'
import { createDispatcher } from '#main/services/thread/dispatcher.ts'
import { realSurroundings } from '#main/services/thread/surroundings.ts'
import { flipInPage, pagesOf, type PlacedPage } from '../fixtures/everyTable.ts'
import { samplePractice, wholeFile } from '../fixtures/practiceUnderTest.ts'
import { stillSurroundings } from '../fixtures/stillSurroundings.ts'
import { cheapCost, expectCode, makeVaultPlace, passphrase, temporaryFolder } from '../fixtures/vaultPlace.ts'

/** A vault with signed notes of several clients, made once, and the pages of its database. */
async function makeOriginal() {
  const profile = mkdtempSync(join(tmpdir(), 'palpate-test-'))
  let database: OpenDatabase | undefined
  const surroundings = { ...stillSurroundings(), newId: realSurroundings().newId }
  const dispatcher = createDispatcher({
    folder: join(profile, 'vault'),
    surroundings,
    cost: cheapCost,
    makeServices(opened, given) {
      database = opened
      return createServices(opened, given)
    },
  })
  const call = <T>(channel: string, input: unknown = {}) => dispatcher.dispatch(channel, input) as Promise<T>
  const { recoveryCode } = await call<{ recoveryCode: string }>('vault:create', {
    practice: samplePractice,
    passphrase,
  })
  const clients: string[] = []
  const sessions: string[] = []
  for (let index = 0; index < 12; index += 1) {
    const fields = { ...emptyClient, firstName: 'Mara', lastName: `Okafor ${index}`, alert: `Latex ${'x'.repeat(400)}` }
    // oxlint-disable no-await-in-loop -- one after the other
    const { id: clientId } = await call<{ id: string }>('client:create', { fields })
    clients.push(clientId)
    for (let visit = 0; visit < 2; visit += 1) sessions.push(await signVisit(call, clientId, 2 * index + visit))
    // oxlint-enable no-await-in-loop
  }
  dispatcher.lock()
  await call('vault:unlock', { passphrase })
  const pages = database === undefined ? [] : pagesOf(database.sqlite)
  dispatcher.close()
  return { profile, recoveryCode, clients, sessions, pages }
}

type Call = <T>(channel: string, input?: unknown) => Promise<T>

/** Signs a note that takes half a page. */
async function signVisit(call: Call, clientId: string, number: number): Promise<string> {
  const serviceStart = `2026-10-${String(number + 1).padStart(2, '0')}T09:00`
  const { id } = await call<{ id: string }>('session:start', { clientId, serviceStart })
  const document = documentFromText(`Visit ${number} ${'y'.repeat(500)}`)
  await call('session:saveSection', { id, section: 'plan', document })
  const { questions } = await call<Output<'session:signQuestions'>>('session:signQuestions', { id })
  await call('session:sign', { id, answers: questions.map((question) => ({ ...question, decision: 'left' })) })
  return id
}

let original: Awaited<ReturnType<typeof makeOriginal>>
beforeAll(async () => void (original = await makeOriginal()))
afterAll(() => rmSync(original.profile, { recursive: true, force: true }))

/** A copy of it, closed. */
function closedVault() {
  const profile = temporaryFolder()
  cpSync(original.profile, profile, { recursive: true })
  let database: OpenDatabase | undefined
  const place = makeVaultPlace({
    folder: join(profile, 'vault'),
    markerFile: join(profile, 'vaults.json'),
    backupPlacesFile: join(profile, 'backups.json'),
    makeServices(opened, surroundings) {
      database = opened
      return createServices(opened, surroundings)
    },
  })
  const call: Call = <T>(channel: string, input: unknown = {}) =>
    place.dispatcher.dispatch(channel, input) as Promise<T>
  const sqlite = () => {
    if (database === undefined) throw new Error('no vault is open')
    return database.sqlite
  }
  return { ...original, ...place, call, sqlite }
}

type Closed = ReturnType<typeof closedVault>

const leafOf = (pages: readonly PlacedPage[], table: string, at = 0) =>
  pages.filter(({ name, kind }) => name === table && kind === 'leaf').at(at)?.number ?? 0

const salvage = ({ call }: Closed, secret: object | null = { passphrase }) =>
  call<{ setAside: string }>('vault:salvage', { secret })
const verify = ({ call }: Closed) => call<Output<'record:verify'>>('record:verify')
const beside = (folder: string) => readdirSync(dirname(folder)).toSorted()

describe('a vault whose first page is broken', () => {
  test('does not open, opens to be read with everything in it, and nothing is written', async () => {
    const vault = closedVault()
    flipInPage(vault.files.database, 1)
    const bytes = readFileSync(vault.files.database)
    await expectCode(vault.unlock(), 'DB_CORRUPT')
    await vault.call('vault:readDamaged', { secret: { passphrase } })
    expect(await vault.status()).toMatchObject({ state: 'unlocked', onlyRead: 'damaged', notices: [] })
    expect(await vault.call('session:get', { id: vault.sessions[0] })).toMatchObject({
      client: { id: vault.clients[0] },
    })
    await expectCode(vault.call('client:create', { fields: { ...emptyClient, lastName: 'New' } }), 'READ_ONLY')
    await expectCode(vault.call('backup:run'), 'READ_ONLY')
    const moved = join(temporaryFolder(), 'all of it.palpate')
    await expectCode(vault.dispatcher.backups.writeMoveFile(moved), 'READ_ONLY')
    expect(existsSync(moved)).toBe(false)
    vault.dispatcher.lock()
    expect(readFileSync(vault.files.database).equals(bytes)).toBe(true)
    expect(beside(vault.folder)).not.toContainEqual(expect.stringMatching(/making|aside/u))
  })

  test('is salvaged whole: it verifies, is no backup of less, and the damaged one is set aside', async () => {
    const vault = closedVault()
    flipInPage(vault.files.database, 1)
    const bytes = readFileSync(vault.files.database)
    const { setAside } = await salvage(vault)
    expect(readFileSync(join(setAside, 'practice.db')).equals(bytes)).toBe(true)
    expect(await vault.status()).toMatchObject({ state: 'unlocked', onlyRead: null })
    expect((await vault.status()).notices).toMatchObject([{ kind: 'salvaged', problems: 1 }])
    expect(await verify(vault)).toMatchObject({ checkedTo: 24, mismatch: null, findings: [] })
    vault.dispatcher.lock()
    await vault.recover(vault.recoveryCode)
    expect(await vault.status()).toMatchObject({ state: 'unlocked' })
  })

  test.each([0, 5])(
    'also at byte %i, where its vault’s id stands / is damaged, and not somebody else’s',
    async (offset) => {
      const vault = closedVault()
      flipInPage(vault.files.database, 1, offset)
      await expectCode(vault.unlock(), 'DB_CORRUPT')
      await salvage(vault)
      expect(await verify(vault)).toMatchObject({ checkedTo: 24, findings: [] })
    },
  )
})

test('a wrong passphrase / salvages nothing, and counts as a try', async () => {
  const vault = closedVault()
  flipInPage(vault.files.database, 1)
  for (let time = 0; time < 5; time += 1) {
    // oxlint-disable-next-line no-await-in-loop -- one try after the other
    await expectCode(salvage(vault, { passphrase: 'a guess at it' }), 'WRONG_PASSPHRASE')
  }
  await expectCode(salvage(vault), 'THROTTLED')
  expect(beside(vault.folder)).not.toContainEqual(expect.stringMatching(/making|aside/u))
})

test('the recovery code / salvages as the passphrase does', async () => {
  const vault = closedVault()
  flipInPage(vault.files.database, 1)
  await salvage(vault, { recoveryCode: vault.recoveryCode })
  expect(await verify(vault)).toMatchObject({ checkedTo: 24 })
})

test('asked for by two windows at once / is done once', async () => {
  const vault = closedVault()
  flipInPage(vault.files.database, 1)
  const first = salvage(vault)
  await expectCode(salvage(vault), 'BUSY')
  const { setAside } = await first
  expect(beside(vault.folder).filter((name) => name.includes('aside'))).toEqual([basename(setAside)])
  expect((await vault.status()).notices).toMatchObject([{ kind: 'salvaged', problems: 1 }])
})

test('while which another computer begins to write / sets nothing of it aside', async () => {
  const vault = closedVault()
  vault.dispatcher.close()
  const owner = { computer: 'LAPTOP', install: crypto.randomUUID() }
  const begun: HeldLease[] = []
  const desk = makeVaultPlace({
    folder: vault.folder,
    freeBytes() {
      begun.push(takeLease(leaseFile(vault.folder), owner, crypto.randomUUID(), () => new Date(0).toISOString()))
      return Number.MAX_SAFE_INTEGER
    },
  })
  flipInPage(vault.files.database, 1)
  await expectCode(desk.dispatcher.dispatch('vault:salvage', { secret: { passphrase } }), 'IN_USE')
  expect(begun).toHaveLength(1)
  expect(beside(vault.folder)).not.toContainEqual(expect.stringMatching(/making|aside/u))
})

test('without room for it / nothing is begun', async () => {
  const vault = closedVault()
  vault.dispatcher.close()
  const cramped = makeVaultPlace({ folder: vault.folder, freeBytes: () => 1000 })
  flipInPage(vault.files.database, 1)
  await expectCode(cramped.dispatcher.dispatch('vault:salvage', { secret: { passphrase } }), 'NO_ROOM')
  expect(existsSync(vault.files.database)).toBe(true)
})

describe('a vault that opens, with a broken page', () => {
  test('of clients / keeps their sessions under their names from the signatures, and says that alerts are missing', async () => {
    const vault = closedVault()
    flipInPage(vault.files.database, leafOf(vault.pages, 'client'))
    await vault.unlock()
    await salvage(vault, null)
    const lost = (await vault.call<Output<'salvage:list'>>('salvage:list')).salvages[0]
    const [client] = lost?.clients ?? []
    expect(lost?.clients.length).toBeGreaterThan(0)
    expect(client).toMatchObject({ name: expect.stringMatching(/^Mara Okafor/u), isStandIn: true })
    expect(await vault.call('client:get', { id: client?.id })).toMatchObject({
      client: { fields: { alert: expect.stringContaining('could not be read') } },
    })
    // The signed form has the client's name of then: nothing that was signed is missing.
    expect(await verify(vault)).toMatchObject({ checkedTo: 24, mismatch: null, findings: [] })
  })

  test('of notes / names the sessions, and verifies every other signature', async () => {
    const vault = closedVault()
    flipInPage(vault.files.database, leafOf(vault.pages, 'note_section'))
    await salvage(vault)
    const { findings, mismatch, checkedTo } = await verify(vault)
    const list = (await vault.call<Output<'salvage:list'>>('salvage:list')).salvages[0]
    expect({ mismatch, checkedTo }).toEqual({ mismatch: null, checkedTo: 24 })
    expect(findings).toMatchObject([{ kind: 'records not salvaged', count: list?.sessions.length }])
    const [session] = list?.sessions ?? []
    expect(session).toMatchObject({
      what: 'part',
      parts: ['note_section'],
      clientName: expect.stringContaining('Okafor'),
    })
    expect(await vault.call('session:get', { id: session?.id })).toMatchObject({ lost: ['part'] })
    const file = await vault.call<Output<'patientFile:compose'>>('patientFile:compose', {
      clientId: session?.clientId,
      options: wholeFile,
    })
    const incomplete = file.sessions.filter(({ lost }) => lost.length > 0).map(({ id }) => id)
    const ofClient = list?.sessions.filter(({ clientId }) => clientId === session?.clientId)
    expect(incomplete.toSorted()).toEqual(ofClient?.map(({ id }) => id).toSorted())
  })

  test('of notes, where a note was changed past the app before / that one is a mismatch all the same', async () => {
    const vault = closedVault()
    await vault.unlock()
    const sqlite = vault.sqlite()
    const text = sqlite
      .prepare(`SELECT sql FROM sqlite_master WHERE name = 'session_score_signed_insert'`)
      .pluck()
      .get() as string
    sqlite.exec('DROP TRIGGER session_score_signed_insert')
    sqlite
      .prepare(`INSERT INTO session_score (session_id, measure, before) VALUES (?, 'pain', 9)`)
      .run(vault.sessions[20])
    sqlite.exec(text)
    const pages = pagesOf(sqlite)
    const lost = sqlite.prepare('SELECT session_id FROM note_section ORDER BY rowid LIMIT 1').pluck().get()
    expect(lost).not.toBe(vault.sessions[20])
    vault.dispatcher.lock()
    flipInPage(vault.files.database, leafOf(pages, 'note_section'))
    await salvage(vault)
    expect(await verify(vault)).toMatchObject({ mismatch: { sequence: 21, problem: 'fingerprint' } })
  })

  test('of sessions / keeps what belongs to them under their client, with their day from the index', async () => {
    const vault = closedVault()
    flipInPage(vault.files.database, leafOf(vault.pages, 'session'))
    await salvage(vault)
    const list = (await vault.call<Output<'salvage:list'>>('salvage:list')).salvages[0]
    const whole = list?.sessions.filter(({ what }) => what === 'session') ?? []
    expect(whole.length).toBeGreaterThan(0)
    expect(await vault.call('session:get', { id: whole[0]?.id })).toMatchObject({
      details: { serviceStart: whole[0]?.serviceStart },
      client: { lastName: expect.stringMatching(/^Okafor/u) },
    })
    expect(await verify(vault)).toMatchObject({
      mismatch: null,
      findings: [{ kind: 'records not salvaged', count: whole.length }],
    })
  })

  test.each([
    ['in the middle', 0],
    ['at the end', -1],
  ])('of signatures %s / says which are missing, verifies the others, and goes on signing', async (_, at) => {
    const vault = closedVault()
    const pages = vault.pages.filter(({ name, kind }) => name === 'signature' && kind === 'leaf')
    expect(pages.length).toBeGreaterThan(1)
    flipInPage(vault.files.database, leafOf(vault.pages, 'signature', at))
    await salvage(vault)
    const list = (await vault.call<Output<'salvage:list'>>('salvage:list')).salvages[0]
    const { findings, mismatch } = await verify(vault)
    expect(mismatch).toBeNull()
    expect(findings).toMatchObject([
      { kind: 'signatures not salvaged', sequences: list?.signatures.map(({ sequence }) => sequence) },
    ])
    await signVisit(vault.call, vault.clients[0] ?? '', 29)
    expect(await verify(vault)).toMatchObject({ mismatch: null, findings })
  })
})

test('a salvage that is cancelled / leaves the vault open as it was', async () => {
  const vault = closedVault()
  flipInPage(vault.files.database, leafOf(vault.pages, 'finding'))
  await vault.unlock()
  const salvaging = salvage(vault, null)
  await Promise.resolve()
  vault.dispatcher.cancelJob('salvage')
  await expectCode(salvaging, 'CANCELLED')
  expect(await vault.status()).toMatchObject({ state: 'unlocked', onlyRead: null })
  expect(beside(vault.folder)).not.toContainEqual(expect.stringMatching(/making|aside/u))
})

test('a vault that was salvaged and is copied / is a verified backup', async () => {
  const vault = closedVault()
  const stick = temporaryFolder()
  flipInPage(vault.files.database, leafOf(vault.pages, 'note_section'))
  await salvage(vault)
  await vault.dispatcher.backups.addPlace(stick)
  expect(await vault.call('backup:run')).toMatchObject({ copyProblem: null, failure: null })
})
