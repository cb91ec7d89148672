// Two computers that were both written: what the other copy has comes in as drafts, and nothing here is changed.
import { readdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { documentFromText } from '#shared/domain/note/plainText.ts'
import { expectCode, makeVaultPlace, passphrase } from '../fixtures/vaultPlace.ts'
import { lookAt, twoComputers, withDraft } from '../fixtures/twoComputers.ts'

describe('a copy that says the same', () => {
  test('has nothing to bring in', async () => {
    const { desk, laptop } = await twoComputers(withDraft)
    const copy = await lookAt(desk, laptop)
    expect(await desk.compare(copy)).toEqual({
      sessions: [],
      newClients: [],
      differences: [],
      additions: [],
      records: [],
      erased: 0,
    })
  })

  test('and is only older / has nothing to bring in, whatever was done here since', async () => {
    const { desk, laptop, made } = await twoComputers(withDraft)
    await desk.write(made.session, 'Written on here')
    const other = await desk.startSession(made.client)
    await desk.write(other, 'Signed since')
    await desk.sign(other)
    await desk.call('client:archive', { id: await desk.addClient({ lastName: 'New' }) })
    const copy = await lookAt(desk, laptop)
    expect(await desk.compare(copy)).toMatchObject({ sessions: [], newClients: [], differences: [] })
  })
})

describe('a session that was written on there', () => {
  test('while it was a draft in both / comes in as a second draft, marked', async () => {
    const { desk, laptop, made } = await twoComputers(withDraft)
    await laptop.write(made.session, 'Written on the laptop')
    await desk.write(made.session, 'Written at the desk')
    const copy = await lookAt(desk, laptop)
    const { sessions } = await desk.compare(copy)
    expect(sessions).toMatchObject([
      { id: made.session, clientName: 'Ruth Moss', excerpt: 'Written on the laptop', signature: null, here: 'draft' },
    ])
    expect(await desk.bringInAll(copy)).toEqual({ sessions: 1, clients: 0 })
    const listed = await desk.sessionsOf(made.client)
    expect(listed.map(({ isBroughtIn }) => isBroughtIn).toSorted()).toEqual([false, true])
    const id = listed.find(({ isBroughtIn }) => isBroughtIn)?.id ?? ''
    const draft = await desk.session(id)
    expect(draft.origin).toMatchObject({ broughtInAt: '2026-11-23T14:00:00.000Z', signature: null })
    expect(draft.sections[0]?.plainText).toBe('Written on the laptop')
    expect((await desk.session(made.session)).sections[0]?.plainText).toBe('Written at the desk')
    await desk.write(id, 'It can be written on')
    expect(await desk.sign(id)).toMatchObject({ sequence: 1 })
  })

  test('and was signed here meanwhile / comes in beside the signed one', async () => {
    const { desk, laptop, made } = await twoComputers(withDraft)
    await laptop.write(made.session, 'Written on the laptop')
    await desk.sign(made.session)
    const copy = await lookAt(desk, laptop)
    expect((await desk.compare(copy)).sessions).toMatchObject([{ here: 'signed', signature: null }])
    await desk.bringInAll(copy)
    expect(await desk.sessionsOf(made.client)).toHaveLength(2)
    expect((await desk.session(made.session)).signature).not.toBeNull()
  })

  test('and is in the bin here / is said to be there, and comes in', async () => {
    const { desk, laptop, made } = await twoComputers(withDraft)
    await laptop.write(made.session, 'Written on the laptop')
    await desk.call('session:discard', { id: made.session })
    const copy = await lookAt(desk, laptop)
    expect((await desk.compare(copy)).sessions).toMatchObject([{ here: 'in the bin' }])
    expect(await desk.bringInAll(copy)).toEqual({ sessions: 1, clients: 0 })
  })
})

describe('a clock that was behind there', () => {
  test('hides nothing that was written on', async () => {
    const { desk, laptop, made } = await twoComputers(withDraft)
    laptop.pass(-86_400)
    await laptop.write(made.session, 'Written on the laptop')
    expect((await desk.compare(await lookAt(desk, laptop))).sessions).toHaveLength(1)
  })
})

describe('a session that was signed there', () => {
  test('and is a draft here / comes in as a draft that says when, by whom, and its fingerprint', async () => {
    const { desk, laptop, made } = await twoComputers(withDraft)
    const { fingerprint } = await laptop.sign(made.session)
    const copy = await lookAt(desk, laptop)
    expect((await desk.compare(copy)).sessions).toMatchObject([
      { here: 'draft', signature: { signedAt: '2026-11-23T14:00:01.000Z', signerName: 'Ada Moreno' } },
    ])
    await desk.bringInAll(copy)
    const brought = (await desk.sessionsOf(made.client)).find(({ isBroughtIn }) => isBroughtIn)
    expect(await desk.session(brought?.id ?? '')).toMatchObject({
      signature: null,
      origin: { signature: { signerName: 'Ada Moreno', signedAt: '2026-11-23T14:00:01.000Z', fingerprint } },
    })
    expect(await desk.call('record:verify', {})).toMatchObject({ checkedTo: 0 })
  })

  test('and here, with other words / comes in as a draft, and the chain here stays', async () => {
    const { desk, laptop, made } = await twoComputers(withDraft)
    await laptop.write(made.session, 'Signed on the laptop')
    const there = await laptop.sign(made.session)
    await desk.write(made.session, 'Signed at the desk')
    const here = await desk.sign(made.session)
    const copy = await lookAt(desk, laptop)
    expect((await desk.compare(copy)).sessions).toMatchObject([{ here: 'signed', excerpt: 'Signed on the laptop' }])
    await desk.bringInAll(copy)
    const brought = (await desk.sessionsOf(made.client)).find(({ isBroughtIn }) => isBroughtIn)
    expect((await desk.session(brought?.id ?? '')).origin?.signature?.fingerprint).toBe(there.fingerprint)
    expect((await desk.session(made.session)).signature?.fingerprint).toBe(here.fingerprint)
  })

  test('before both went apart, with an addendum only there / is listed with its words, until the same is said here', async () => {
    const { desk, laptop, made } = await twoComputers(async (one) => {
      const both = await withDraft(one)
      await one.sign(both.session)
      return both
    })
    const id = '01900000-0000-7000-8000-00000000aaaa'
    const addendum = { sessionId: made.session, id, document: documentFromText('Telephoned'), correction: null }
    await laptop.call('addendum:saveDraft', addendum)
    await laptop.call('addendum:sign', { sessionId: made.session, id })
    const copy = await lookAt(desk, laptop)
    expect(await desk.compare(copy)).toMatchObject({
      sessions: [],
      additions: [
        {
          sessionId: made.session,
          clientName: 'Ruth Moss',
          kind: 'addendum',
          plainText: 'Telephoned',
          signature: { signerName: 'Ada Moreno' },
          isNoteHere: true,
        },
      ],
    })
    const own = { ...addendum, id: '01900000-0000-7000-8000-00000000bbbb' }
    await desk.call('addendum:saveDraft', own)
    expect((await desk.compare(copy)).additions).toEqual([])
    await desk.call('addendum:saveDraft', { ...own, document: documentFromText('Telephoned twice') })
    expect((await desk.compare(copy)).additions).toHaveLength(1)
  })

  test('and only there, with an amendment and a draft of an addendum / comes in, and both are listed', async () => {
    const { desk, laptop, made } = await twoComputers(withDraft)
    await laptop.write(made.session, 'Left shoulder')
    await laptop.sign(made.session)
    const amendment = {
      sessionId: made.session,
      id: '01900000-0000-7000-8000-00000000cccc',
      document: documentFromText('Right shoulder'),
      correction: { part: 'subjective', addendumId: null, reason: 'wrong side', oldText: 'Left shoulder' },
    } as const
    await laptop.call('addendum:saveDraft', amendment)
    await laptop.call('addendum:sign', { sessionId: made.session, id: amendment.id })
    await laptop.call('addendum:saveDraft', {
      sessionId: made.session,
      id: '01900000-0000-7000-8000-00000000dddd',
      document: documentFromText('Not finished'),
      correction: null,
    })
    const { sessions, additions } = await desk.compare(await lookAt(desk, laptop))
    expect(sessions).toMatchObject([{ id: made.session, additions: 2 }])
    expect(additions).toMatchObject([
      { kind: 'amendment', part: 'subjective', reason: 'wrong side', plainText: 'Right shoulder', isNoteHere: false },
      { kind: 'addendum', plainText: 'Not finished', signature: null, isNoteHere: false },
    ])
  })
})

describe('a client who was added there', () => {
  test('comes in with their sessions, details and no-go areas', async () => {
    const { desk, laptop } = await twoComputers(withDraft)
    const client = await laptop.addClient({ firstName: 'Noor', lastName: 'Haddad', alert: 'Blood thinner' })
    await laptop.call('noGo:put', {
      area: {
        id: '01900000-0000-7000-8000-00000000bbbb',
        clientId: client,
        regionId: 'leg.medial-gastrocnemius.left',
        level: 'forbidden',
        reason: 'Varicosities',
      },
    })
    const session = await laptop.startSession(client)
    await laptop.write(session, 'First visit')
    const copy = await lookAt(desk, laptop)
    expect(await desk.compare(copy)).toMatchObject({
      sessions: [{ clientName: 'Noor Haddad', here: 'missing' }],
      newClients: [{ id: client, name: 'Noor Haddad' }],
    })
    expect(await desk.bringInAll(copy)).toEqual({ sessions: 1, clients: 1 })
    const record = await desk.call('client:get', { id: client })
    expect(record.client.fields.alert).toBe('Blood thinner')
    expect(record.sessions).toMatchObject([{ excerpt: 'First visit', isBroughtIn: true }])
    expect((await desk.session(record.sessions[0]?.id ?? '')).noGoAreas).toMatchObject([{ reason: 'Varicosities' }])
  })

  test('without a session / comes in alone', async () => {
    const { desk, laptop } = await twoComputers(withDraft)
    await laptop.addClient({ lastName: 'Haddad' })
    expect(await desk.bringInAll(await lookAt(desk, laptop))).toEqual({ sessions: 0, clients: 1 })
  })

  test('and whose details differ / is named with what is said there, and not changed', async () => {
    const { desk, laptop, made } = await twoComputers(withDraft)
    const { client } = await laptop.call('client:get', { id: made.client })
    const fields = { ...client.fields, phone: '555 0199' }
    await laptop.call('client:update', { id: made.client, revision: client.revision, fields })
    const copy = await lookAt(desk, laptop)
    expect((await desk.compare(copy)).differences).toEqual([
      { id: made.client, name: 'Ruth Moss', fields: [{ field: 'phone', there: '555 0199' }], areNoGoAreasOther: false },
    ])
    await desk.bringInAll(copy)
    expect((await desk.call('client:get', { id: made.client })).client.fields.phone).toBe('')
  })

  test('and whose no-go area was changed there within the hour / is named for it', async () => {
    const id = '01900000-0000-7000-8000-00000000eeee'
    const area = { id, regionId: 'leg.medial-gastrocnemius.left', level: 'limited', reason: 'Varicosities' } as const
    const { desk, laptop, made } = await twoComputers(async (one) => {
      const both = await withDraft(one)
      await one.call('noGo:put', { area: { ...area, clientId: both.client } })
      return both
    })
    laptop.pass(60)
    await laptop.call('noGo:put', { area: { ...area, clientId: made.client, level: 'forbidden' } })
    expect((await desk.compare(await lookAt(desk, laptop))).differences).toEqual([
      { id: made.client, name: 'Ruth Moss', fields: [], areNoGoAreasOther: true },
    ])
  })

  test('and was erased here / does not come back', async () => {
    const { desk, laptop, made } = await twoComputers(withDraft)
    await laptop.write(made.session, 'Written on the laptop')
    await desk.call('client:archive', { id: made.client })
    await desk.call('retention:erase', { id: made.client, typedName: 'Moss', reason: 'Asked for it.' })
    const copy = await lookAt(desk, laptop)
    expect(await desk.compare(copy)).toMatchObject({ sessions: [], newClients: [], erased: 1 })
    const forced = { copyId: copy, sessionIds: [made.session], clientIds: [made.client] }
    expect(await desk.call('copy:bringIn', forced)).toEqual({ sessions: 0, clients: 0 })
    expect(await desk.call('client:list', {})).toEqual([])
  })
})

describe('a copy to bring in from', () => {
  test('of another vault / is refused, and nothing is left of it', async () => {
    const { desk } = await twoComputers(withDraft)
    const other = makeVaultPlace()
    await other.create()
    other.dispatcher.lock()
    await expectCode(desk.open(other.folder, { passphrase }), 'CONFLICT')
    expect(readdirSync(dirname(desk.folder))).toEqual(['vault'])
  })

  test('made with other keys / asks for its passphrase, and opens with it', async () => {
    const { desk, laptop, made } = await twoComputers(withDraft)
    await laptop.write(made.session, 'Written on the laptop')
    await laptop.call('vault:makeNewKeys', { passphrase })
    laptop.dispatcher.lock()
    await expectCode(desk.open(laptop.folder), 'WRONG_PASSPHRASE')
    const { id } = await desk.open(laptop.folder, { passphrase })
    expect((await desk.compare(id)).sessions).toHaveLength(1)
  })

  test('while the vault is locked / is refused', async () => {
    const { desk, laptop } = await twoComputers(withDraft)
    laptop.dispatcher.lock()
    desk.dispatcher.lock()
    await expectCode(desk.open(laptop.folder, { passphrase }), 'LOCKED')
  })

  test('when the vault is locked, or it is forgotten / is closed and removed', async () => {
    const { desk, laptop } = await twoComputers(withDraft)
    const copy = await lookAt(desk, laptop)
    desk.dispatcher.lock()
    await vi.waitFor(() => expect(readdirSync(dirname(desk.folder))).toEqual(['vault']))
    await desk.unlock()
    await expectCode(desk.compare(copy), 'NOT_FOUND')
    const { id } = await desk.open(laptop.folder)
    await desk.call('backup:forgetLook', { id })
    expect(readdirSync(dirname(desk.folder))).toEqual(['vault'])
    await expectCode(desk.compare(id), 'NOT_FOUND')
  })

  test('cannot be put in the place of the vault', async () => {
    const { desk, laptop } = await twoComputers(withDraft)
    const copy = await lookAt(desk, laptop)
    await expectCode(desk.call('backup:restore', { id: copy }), 'CONFLICT')
  })
})
