// What another copy has of clients beside sessions and details is named, and stays there: health, consents, people, erasures.
import { describe, expect, test } from 'vitest'
import { tablesOfConsent } from '#main/database/repositories/consentRepository.ts'
import { tablesOfReview } from '#main/database/repositories/healthRepository.ts'
import { tablesOfSession } from '#main/database/repositories/sessionTables.ts'
import { recordsByTable } from '#main/services/copies/otherRecords.ts'
import { copyComparison } from '#shared/contract/copies.ts'
import type { NewConsent } from '#shared/domain/consent/consent.ts'
import { consentPresets } from '#shared/domain/consent/presets.ts'
import { intake } from '../fixtures/auditedPractice.ts'
import { lookAt, twoComputers, withDraft, type Computer } from '../fixtures/twoComputers.ts'
import { temporaryDatabase } from '../fixtures/temporaryDatabase.ts'

const newId = () => crypto.randomUUID()
const breast = 'chest.breast.left'

const someConsent = (clientId: string, name = 'Treatment'): NewConsent => ({
  id: newId(),
  clientId,
  atVisit: null,
  kind: 'treatment',
  name,
  text: 'I agree to the treatment.',
  language: 'en',
  areas: '',
  techniques: '',
  draping: '',
  regionIds: [],
  elements: [],
  validity: 'until withdrawn',
  witness: 'not offered',
  marks: [{ role: 'client', manner: 'typed', name: 'Ruth Moss', points: null }],
})

const provider = { id: newId(), name: 'Dr Vera Holt', profession: 'Doctor', phone: '', fax: '', address: '', note: '' }
const father = { clientId: null, name: 'Jon Moss', phone: '555 0100' }

/** A client with a draft, a consent, a provider and a parent, on both computers. */
async function known(one: Computer) {
  const made = await withDraft(one)
  const consent = someConsent(made.client)
  await one.call('consent:give', { consent })
  await one.call('people:putProvider', { provider })
  await one.call('people:link', { clientId: made.client, providerId: provider.id, role: 'GP', mayRelease: true })
  const parent = newId()
  await one.call('people:putHousehold', { id: parent, clientId: made.client, relation: 'parent', person: father })
  await one.call('consent:saveRules', { rules: { place: 'alberta', ...consentPresets.alberta.rules } })
  return { ...made, consent, parent }
}

/** Signs a draft in which a guarded region was treated without the consent for it. */
async function signWithoutConsent(one: Computer, sessionId: string): Promise<void> {
  const area = { id: newId(), sessionId, regionIds: [breast], technique: '', minutes: null, pressure: null }
  await one.call('treatedArea:put', { area })
  const { needs } = await one.call('consent:needed', { sessionId })
  const { questions } = await one.call('session:signQuestions', { id: sessionId })
  await one.call('session:sign', {
    id: sessionId,
    answers: questions.map((question) => ({ ...question, decision: 'left' })),
    withoutConsent: needs.map(({ formId, regionIds }) => ({ formId, regionIds, reason: 'Agreed aloud' })),
  })
}

const saidIn = async (desk: Computer, copy: string) => {
  const comparison = await desk.compare(copy)
  expect(copyComparison.parse(comparison)).toEqual(comparison)
  return comparison.records.map(({ what }) => what)
}

describe('what was done there for a client who is here', () => {
  test('is listed with its client and date, kind by kind, and does not come in', async () => {
    const { desk, laptop, made } = await twoComputers(async (one) => {
      const erased = await one.addClient({ firstName: 'Noor', lastName: 'Haddad' })
      return { ...(await known(one)), erased }
    })
    const { client: clientId } = made
    laptop.pass(60)
    const { id: versionId } = await laptop.call('health:save', intake(clientId))
    await laptop.call('health:decide', {
      clientId,
      versionId,
      from: 'cancer.now',
      atVisit: null,
      decision: 'cleared with limits',
      remark: 'Light pressure',
    })
    await laptop.call('consent:give', { consent: someConsent(clientId, 'Photographs') })
    const withdrawal = { id: newId(), consentId: made.consent.id, cause: 'withdrawn', remark: 'By phone' } as const
    await laptop.call('consent:withdraw', { withdrawal })
    await signWithoutConsent(laptop, made.session)
    const midwife = { ...provider, id: newId(), name: 'Ines Roy' }
    await laptop.call('people:putProvider', { provider: midwife })
    await laptop.call('people:link', { clientId, providerId: midwife.id, role: 'Midwife', mayRelease: false })
    const person = { ...father, name: 'Lee Ash' }
    await laptop.call('people:putHousehold', { id: newId(), clientId, relation: 'partner', person })
    await laptop.call('client:archive', { id: made.erased })
    await laptop.call('retention:erase', { id: made.erased, typedName: 'Haddad', reason: 'Asked for it.' })

    const copy = await lookAt(desk, laptop)
    const { records } = await desk.compare(copy)
    const said = await saidIn(desk, copy)
    expect(said.toSorted((one, other) => one.kind.localeCompare(other.kind))).toEqual([
      { kind: 'consent', name: 'Photographs' },
      { kind: 'erasure' },
      { kind: 'health review', review: 'intake', signerName: 'Ada Moreno' },
      { kind: 'household', name: 'Lee Ash', phone: '555 0100', relation: 'partner', state: 'missing' },
      { kind: 'lack', name: 'Treatment', reason: 'Agreed aloud', serviceStart: '2026-11-20T09:00' },
      { kind: 'lack', name: 'Sensitive areas', reason: 'Agreed aloud', serviceStart: '2026-11-20T09:00' },
      { kind: 'provider', name: 'Ines Roy', role: 'Midwife', mayRelease: false, state: 'missing' },
      expect.objectContaining({ kind: 'safety decision', decision: 'cleared with limits', remark: 'Light pressure' }),
      { kind: 'withdrawal', name: 'Treatment', cause: 'withdrawn', remark: 'By phone' },
    ])
    for (const { clientName, clientId: whose, isHere, at, what } of records) {
      expect([whose, clientName, isHere]).toEqual(
        what.kind === 'erasure' ? [made.erased, 'Noor Haddad', true] : [clientId, 'Ruth Moss', true],
      )
      expect(at).toMatch(/^2026-11-23T14:01/u)
    }

    await desk.bringInAll(copy)
    expect(await desk.call('health:get', { clientId })).toMatchObject({ current: null, reviews: [], decisions: [] })
    expect(await desk.call('client:get', { id: made.erased })).toBeTruthy()
    expect(await saidIn(desk, copy)).toEqual(said)
  })

  test('and was changed or removed there / says so, until it is the same here', async () => {
    const { desk, laptop, made } = await twoComputers(known)
    const { client: clientId } = made
    laptop.pass(60)
    const link = { clientId, providerId: provider.id, role: 'GP', mayRelease: false }
    await laptop.call('people:link', link)
    await laptop.call('people:removeHousehold', { id: made.parent, clientId })
    const copy = await lookAt(desk, laptop)
    expect(await saidIn(desk, copy)).toEqual([
      { kind: 'household', name: 'Jon Moss', phone: '555 0100', relation: 'parent', state: 'removed' },
      { kind: 'provider', name: 'Dr Vera Holt', role: 'GP', mayRelease: false, state: 'other' },
    ])
    await desk.call('people:link', link)
    await desk.call('people:removeHousehold', { id: made.parent, clientId })
    expect(await saidIn(desk, copy)).toEqual([])
  })

  test('and a consent was withdrawn here too / is not listed', async () => {
    const { desk, laptop, made } = await twoComputers(known)
    const withdraw = (one: Computer) =>
      one.call('consent:withdraw', {
        withdrawal: { id: newId(), consentId: made.consent.id, cause: 'withdrawn', remark: '' },
      })
    await withdraw(laptop)
    const copy = await lookAt(desk, laptop)
    expect(await saidIn(desk, copy)).toMatchObject([{ kind: 'withdrawal' }])
    await withdraw(desk)
    expect(await saidIn(desk, copy)).toEqual([])
  })
})

describe('a copy that is only older', () => {
  test('lists nothing, whatever was reviewed, agreed, linked or removed here since', async () => {
    const { desk, laptop, made } = await twoComputers(known)
    const { client: clientId } = made
    desk.pass(60)
    await desk.call('health:save', intake(clientId))
    await desk.call('consent:give', { consent: someConsent(clientId) })
    await desk.call('people:unlink', { clientId, providerId: provider.id })
    await desk.call('people:putHousehold', { id: newId(), clientId, relation: 'partner', person: father })
    expect(await saidIn(desk, await lookAt(desk, laptop))).toEqual([])
  })
})

describe('a client who was added there', () => {
  test('comes in without health, consents and people, which are listed before and after', async () => {
    const { desk, laptop } = await twoComputers(known)
    laptop.pass(60)
    const clientId = await laptop.addClient({ firstName: 'Noor', lastName: 'Haddad' })
    await laptop.call('health:save', intake(clientId))
    await laptop.call('consent:give', { consent: someConsent(clientId) })
    await laptop.call('people:link', { clientId, providerId: provider.id, role: '', mayRelease: false })
    const copy = await lookAt(desk, laptop)
    const kinds = ['consent', 'health review', 'provider']
    const listed = async () =>
      (await desk.compare(copy)).records.map(({ clientName, isHere, what }) => [clientName, isHere, what.kind])
    expect((await listed()).toSorted()).toEqual(kinds.map((kind) => ['Noor Haddad', false, kind]))
    expect(await desk.bringInAll(copy)).toEqual({ sessions: 0, clients: 1 })
    expect((await listed()).toSorted()).toEqual(kinds.map((kind) => ['Noor Haddad', true, kind]))
  })

  test('and was erased here / has nothing listed', async () => {
    const { desk, laptop, made } = await twoComputers(known)
    await laptop.call('health:save', intake(made.client))
    await desk.call('client:archive', { id: made.client })
    await desk.call('retention:erase', { id: made.client, typedName: 'Moss', reason: 'Asked for it.' })
    expect(await desk.compare(await lookAt(desk, laptop))).toMatchObject({ records: [], erased: 1 })
  })
})

/** What ADR 16 says does not count, and why. */
const notCompared: Readonly<Record<string, string>> = {
  draft_version: 'what was written before is of the computer on which it was written',
  session_origin: 'says where a draft came from, and is asked for that',
  sign_answer: 'goes with a signature',
  audit_entry: 'the log of each copy is its own',
  salvage_loss: 'what a salvage could not read is of the files that were damaged',
  earlier_erasure: 'is of the vault that a restored copy took the place of',
  erased_signature: 'goes with an erasure',
}

/** Tables in which copyService itself looks. */
const lookedAt = ['client', 'no_go_area', 'session', 'addendum', 'signature', 'erasure', 'treated_area_region']

test('every table whose rows belong to a client or a session / is compared, brought in, listed, or left out for a reason', () => {
  const { database, remove } = temporaryDatabase()
  const { sqlite } = database
  const tables = sqlite.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table'`).pluck().all() as string[]
  const theirs = new Set(['client', 'session'])
  const isTheirs = (table: string) =>
    (sqlite.pragma(`table_info(${table})`) as { name: string }[]).some(({ name }) =>
      ['client_id', 'session_id'].includes(name),
    ) ||
    (sqlite.pragma(`foreign_key_list(${table})`) as { table: string }[]).some(({ table: owner }) => theirs.has(owner))
  // What refers to such a table is theirs as well.
  for (let before = 0; before < theirs.size;) {
    before = theirs.size
    for (const table of tables) if (isTheirs(table)) theirs.add(table)
  }
  remove()
  const seen = [
    ...lookedAt,
    ...tablesOfSession,
    ...Object.keys(recordsByTable),
    ...tablesOfReview,
    ...tablesOfConsent,
    'consent_lack_region',
    ...Object.keys(notCompared),
  ]
  expect([...theirs].toSorted()).toEqual([...new Set(seen)].toSorted())
})
