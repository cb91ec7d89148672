// What is said when records are opened that were restored: what is not in them, and no warning of what nobody did.
import { cpSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, test } from 'vitest'
import type { VaultNotice } from '#shared/domain/vaultNotice.ts'
import type { Output } from '#shared/contract/contract.ts'
import { practiceWithStick } from '../fixtures/practiceWithStick.ts'
import { tamperWithVault } from '../fixtures/tamperedVault.ts'
import { makeVaultPlace, passphrase, temporaryFolder, type VaultPlace } from '../fixtures/vaultPlace.ts'

type Practice = Awaited<ReturnType<typeof practiceWithStick>>

/** An open practice that has a backup, and was written on. */
async function backedUp() {
  const practice = await practiceWithStick()
  await practice.addStick()
  await practice.backUp()
  practice.pass(3600)
  await practice.write('After the backup')
  return practice
}

async function sign({ call, sessionId: id }: Practice) {
  const { questions } = await call<Output<'session:signQuestions'>>('session:signQuestions', { id })
  await call('session:sign', { id, answers: questions.map((question) => ({ ...question, decision: 'left' })) })
}

/** Restores the newest copy in a folder where the vault is closed, opens it, and says what is noticed. */
async function noticesAfterRestoring(place: Pick<VaultPlace, 'dispatcher' | 'restart'>, folder: string) {
  const { copies } = await place.dispatcher.backups.findCopies(folder)
  const id = copies[0]?.id ?? ''
  await place.dispatcher.dispatch('backup:look', { id, secret: { passphrase } })
  await place.dispatcher.dispatch('backup:restore', { id })
  const opened = place.restart()
  await opened.unlock()
  return (await opened.status()).notices as readonly VaultNotice[]
}

test('a restored backup / is named, and no warning', async () => {
  const practice = await backedUp()
  practice.dispatcher.lock()
  const [name] = practice.backups().map((folder) => basename(folder))
  expect(await noticesAfterRestoring(practice, practice.stick)).toMatchObject([{ kind: 'restored', fileName: name }])
})

test('a restored backup from before a note was signed / lacks the signature, and nobody took it away', async () => {
  const practice = await backedUp()
  await sign(practice)
  practice.dispatcher.lock()
  const notices = await noticesAfterRestoring(practice, practice.stick)
  expect(notices).toMatchObject([{ kind: 'restored', expectedSignatures: 1, foundSignatures: 0 }])
})

test('a restored backup from before new keys were made / is no warning either', async () => {
  const practice = await backedUp()
  await practice.call('vault:makeNewKeys', { passphrase })
  await practice.write('Under the new keys')
  practice.dispatcher.lock()
  const notices = await noticesAfterRestoring(practice, practice.stick)
  expect(notices).toMatchObject([{ kind: 'restored', expectedAt: null }])
})

test('a restored copy out of which a signature was taken / is a warning all the same', async () => {
  const practice = await backedUp()
  await sign(practice)
  practice.dispatcher.lock()
  const copy = join(temporaryFolder(), 'copy')
  cpSync(practice.folder, copy, { recursive: true })
  await tamperWithVault(copy, passphrase, 'DELETE FROM signature')
  const other = makeVaultPlace({ folder: join(temporaryFolder(), 'vault') })
  expect((await noticesAfterRestoring(other, copy)).map(({ kind }) => kind)).toEqual(['signatures gone'])
})
