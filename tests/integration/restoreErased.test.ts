// A backup from before an erasure is restored: who was erased since is said before, known afterwards, and erased again by one word.
import { closeSync, openSync, writeSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { CopyContent, FoundCopy } from '#shared/contract/backups.ts'
import type { ErasedComeBack, ErasureRecord } from '#shared/contract/retention.ts'
import type { VaultStatus } from '#shared/contract/vault.ts'
import { emptyClient } from '#shared/domain/client.ts'
import { vaultFiles } from '#main/vault/vaultFolder.ts'
import { practiceWithStick } from '../fixtures/practiceWithStick.ts'
import { expectCode, passphrase } from '../fixtures/vaultPlace.ts'

type Practice = Awaited<ReturnType<typeof practiceWithStick>>

/** A practice whose backup has three clients, of whom one was erased afterwards; locked unless said otherwise. */
async function erasedSinceBackup({ isLocked = true } = {}) {
  const practice = await practiceWithStick()
  const { call } = practice
  await practice.addStick()
  const add = (lastName: string) =>
    call<{ id: string }>('client:create', { fields: { ...emptyClient, firstName: 'Ada', lastName } })
  const other = await add('Other')
  await call('session:start', { clientId: other.id, serviceStart: '2026-11-21T09:00' })
  await practice.backUp()
  practice.pass(3600)
  const erasure = await erase(practice, practice.clientId, 'moss')
  if (isLocked) practice.dispatcher.lock()
  return { ...practice, otherId: other.id, erasure }
}

async function erase({ call }: Pick<Practice, 'call'>, id: string, typedName: string): Promise<ErasureRecord> {
  await call('client:archive', { id })
  return call<ErasureRecord>('retention:erase', { id, typedName, reason: 'Asked for it in writing.' })
}

async function look(practice: Pick<Practice, 'dispatcher' | 'stick'>, secret: object | null = { passphrase }) {
  const { copies } = await practice.dispatcher.backups.findCopies(practice.stick)
  const id = (copies as FoundCopy[])[0]?.id ?? ''
  return { id, content: (await practice.dispatcher.dispatch('backup:look', { id, secret })) as CopyContent }
}

async function restore(practice: Practice): Promise<void> {
  const { id } = await look(practice)
  await practice.dispatcher.dispatch('backup:restore', { id })
  await practice.unlock()
}

const cameBack = ({ call }: Pick<Practice, 'call'>) => call<ErasedComeBack[]>('retention:cameBack')
const hasErasedCameBack = async ({ call }: Pick<Practice, 'call'>) =>
  (await call<VaultStatus>('vault:status')).hasErasedCameBack
const clientsOf = async ({ call }: Pick<Practice, 'call'>) =>
  (await call<{ lastName: string }[]>('client:list')).map(({ lastName }) => lastName)
const since = ({ sequence, erasedAt, erasedOffset }: ErasureRecord) => [{ sequence, erasedAt, erasedOffset }]

describe('looking into a backup from before an erasure', () => {
  test('names the erasure by its number and time', async () => {
    const practice = await erasedSinceBackup()
    expect((await look(practice)).content.erasedSince).toEqual(since(practice.erasure))
  })

  test('of the open vault / says the same', async () => {
    const practice = await erasedSinceBackup({ isLocked: false })
    expect((await look(practice, null)).content.erasedSince).toEqual(since(practice.erasure))
  })

  test('where new keys were made since / reads the vault by its passphrase', async () => {
    const practice = await erasedSinceBackup({ isLocked: false })
    await practice.call('vault:makeNewKeys', { passphrase })
    practice.dispatcher.lock()
    expect((await look(practice)).content.erasedSince).toEqual(since(practice.erasure))
    // The code of that day does not open the vault of today.
    const { recoveryCode } = practice
    expect((await look(practice, { recoveryCode })).content.erasedSince).toBeNull()
  })

  test('where the vault cannot be read any more / says that it is not known', async () => {
    const practice = await erasedSinceBackup()
    const handle = openSync(vaultFiles(practice.folder).database, 'r+')
    writeSync(handle, Buffer.alloc(4000, 7), 0, 4000, 16)
    closeSync(handle)
    expect((await look(practice)).content.erasedSince).toBeNull()
  })

  test('changes nothing in the vault', async () => {
    const practice = await erasedSinceBackup()
    await look(practice)
    await practice.unlock()
    expect([await clientsOf(practice), await cameBack(practice)]).toEqual([['Other'], []])
  })
})

describe('a vault that was restored from before an erasure', () => {
  test('knows who came back, and nobody else', async () => {
    const practice = await erasedSinceBackup()
    await restore(practice)
    expect(await hasErasedCameBack(practice)).toBe(true)
    expect(await cameBack(practice)).toEqual([
      { clientId: practice.clientId, clientName: 'Ruth Moss', sessions: 1, ...since(practice.erasure)[0] },
    ])
  })

  test('erases them again, signed, on the basis of the first time', async () => {
    const practice = await erasedSinceBackup()
    await restore(practice)
    const { call, clientId } = practice
    const again = await call<ErasureRecord>('retention:eraseAgain', { id: clientId })
    expect(again).toMatchObject({ clientId, basis: 'own decision', reason: 'Asked for it in writing.' })
    expect(await clientsOf(practice)).toEqual(['Other'])
    expect([await hasErasedCameBack(practice), await cameBack(practice)]).toEqual([false, []])
    expect(await call('record:verify')).toMatchObject({ mismatch: null, findings: [] })
  })

  test('after a lock without a decision / still knows them', async () => {
    const practice = await erasedSinceBackup()
    await restore(practice)
    practice.dispatcher.lock()
    await practice.unlock()
    expect(await cameBack(practice)).toHaveLength(1)
  })

  test('keeps those who shall stay, and asks no more', async () => {
    const practice = await erasedSinceBackup()
    await restore(practice)
    await practice.call('retention:keepErased', { id: practice.clientId })
    expect([await hasErasedCameBack(practice), await cameBack(practice)]).toEqual([false, []])
    expect(await clientsOf(practice)).toEqual(['Ruth', 'Ada'].map((_, at) => ['Moss', 'Other'][at]))
  })

  test('erases again, or keeps, nobody who was not erased before', async () => {
    const practice = await erasedSinceBackup()
    await restore(practice)
    await expectCode(practice.call('retention:eraseAgain', { id: practice.otherId }), 'NOT_FOUND')
    await expectCode(practice.call('retention:keepErased', { id: practice.otherId }), 'NOT_FOUND')
  })

  test('once more from the same backup / knows whom the vault before the first restore had erased', async () => {
    const practice = await erasedSinceBackup()
    await restore(practice)
    practice.dispatcher.lock()
    expect((await look(practice)).content.erasedSince).toEqual(since(practice.erasure))
    await restore(practice)
    expect(await cameBack(practice)).toHaveLength(1)
  })

  test('after the client was erased again / names that erasure to the next restore', async () => {
    const practice = await erasedSinceBackup()
    await restore(practice)
    const again = await practice.call<ErasureRecord>('retention:eraseAgain', { id: practice.clientId })
    practice.dispatcher.lock()
    expect((await look(practice)).content.erasedSince).toEqual(since(again))
  })
})
