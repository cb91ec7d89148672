// Entries of the audit log about the vault itself, and what is noticed when a log's end was cut off.
import { randomBytes } from 'node:crypto'
import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { realSurroundings } from '#main/services/thread/surroundings.ts'
import { headSealer, type Head } from '#main/vault/head.ts'
import { vaultIn } from '#main/vault/vault.ts'
import type { ShownEntry } from '#shared/contract/audit.ts'
import { noHash } from '#shared/domain/audit/auditEntry.ts'
import { practiceWithStick } from '../fixtures/practiceWithStick.ts'
import { pastRefusals } from '../fixtures/tamperedVault.ts'
import {
  cheapCost,
  expectCode,
  makeVaultPlace,
  passphrase,
  temporaryFolder,
  type VaultPlace,
} from '../fixtures/vaultPlace.ts'

type Place = Pick<VaultPlace, 'dispatcher'>

async function entriesOf({ dispatcher }: Place): Promise<ShownEntry[]> {
  const filter = { act: null, clientId: null, from: null, to: null }
  const answer = await dispatcher.dispatch('audit:list', { filter, upTo: null, skip: 0, count: 200 })
  return (answer as { entries: ShownEntry[] }).entries.toReversed()
}

/** The acts on the vault, oldest first. */
const actsOf = async (place: Place) =>
  (await entriesOf(place)).filter(({ recordKind }) => recordKind === 'vault').map(({ act }) => act)

const check = ({ dispatcher }: Place) => dispatcher.dispatch('audit:check', {})

describe('the vault', () => {
  test('that is made, locked and opened / has an entry of each', async () => {
    const place = makeVaultPlace()
    await place.create()
    place.dispatcher.lock()
    await place.unlock()
    // As from another window's lock screen a moment later.
    await place.unlock()
    place.dispatcher.close()
    const next = place.restart()
    await next.unlock()
    expect(await actsOf(next)).toEqual(['created', 'locked', 'unlocked', 'locked', 'unlocked'])
    expect(await check(next)).toMatchObject({ problem: null, missing: [] })
  })

  test('whose secrets are changed / has an entry of each change that was made', async () => {
    const place = makeVaultPlace()
    const { recoveryCode } = await place.create()
    const { dispatcher } = place
    await dispatcher.dispatch('vault:renewRecoveryCode', {})
    await dispatcher.dispatch('vault:changePassphrase', { current: passphrase, next: 'a quiet harbour lane' })
    await dispatcher.dispatch('vault:makeNewKeys', { passphrase: 'a quiet harbour lane' })
    dispatcher.lock()
    await expectCode(place.recover(recoveryCode), 'WRONG_RECOVERY_CODE')
    await place.unlock('a quiet harbour lane')
    expect(await actsOf(place)).toEqual([
      'created',
      'recovery code renewed',
      'passphrase changed',
      'keys renewed',
      'locked',
      'unlock failed',
      'unlocked',
    ])
    expect(await check(place)).toMatchObject({ problem: null, missing: [] })
  })

  test('that is opened with the recovery code / says so', async () => {
    const place = makeVaultPlace()
    const { recoveryCode } = await place.create()
    place.dispatcher.lock()
    await place.recover(recoveryCode)
    expect(await actsOf(place)).toEqual(['created', 'locked', 'recovered'])
  })

  test('whose backup reached no place / has no entry of one, and one of the backup that did', async () => {
    const practice = await practiceWithStick()
    await practice.addStick()
    const made = async () => (await actsOf(practice)).filter((act) => act === 'backup made')
    renameSync(practice.stick, `${practice.stick} away`)
    await practice.backUp()
    expect(await made()).toEqual([])
    renameSync(`${practice.stick} away`, practice.stick)
    await practice.backUp()
    expect(await made()).toEqual(['backup made'])
  })

  test('that was restored / says from which backup, before anything else that happens in it', async () => {
    const practice = await practiceWithStick()
    await practice.addStick()
    await practice.backUp()
    const atBackup = (await entriesOf(practice)).length
    await practice.write('After the backup')
    const before = await entriesOf(practice)
    practice.dispatcher.lock()
    const { copies } = await practice.dispatcher.backups.findCopies(practice.stick)
    const { id = '', madeAt = null } = copies[0] ?? {}
    await practice.call('backup:look', { id, secret: { passphrase } })
    await practice.call('backup:restore', { id })
    await practice.unlock()
    const entries = await entriesOf(practice)
    // The backup's own log ends before the entry that it was made.
    const restored = entries.findIndex(({ act, recordKind }) => act === 'restored' && recordKind === 'backup')
    expect(entries[restored]).toMatchObject({ recordId: madeAt, clientId: null })
    expect(restored).toBeLessThanOrEqual(atBackup)
    expect(entries.slice(restored + 1).map(({ act, times }) => [act, times])).toEqual([
      // All that the log had beyond the backup, and that it was locked.
      ['entries missing', before.length + 1 - restored],
      ['unlocked', 1],
    ])
    expect(await check(practice)).toMatchObject({ problem: null })
    practice.dispatcher.lock()
    await practice.unlock()
    expect((await entriesOf(practice)).filter(({ act }) => act === 'entries missing')).toHaveLength(1)
  })

  test('that looks into a backup while it is open / says into which one', async () => {
    const practice = await practiceWithStick()
    await practice.addStick()
    await practice.backUp()
    const { copies } = await practice.dispatcher.backups.findCopies(practice.stick)
    const { id = '', madeAt = null } = copies[0] ?? {}
    await practice.call('backup:look', { id, secret: null })
    expect((await entriesOf(practice)).at(-1)).toMatchObject({ act: 'viewed', recordKind: 'backup', recordId: madeAt })
  })

  test('that is a rescue copy / says so', async () => {
    const place = makeVaultPlace()
    await place.create()
    place.dispatcher.beginRescue()
    const folder = join(temporaryFolder(), 'Rescue')
    place.dispatcher.writeRescue(folder)
    const rescued = makeVaultPlace({ folder })
    await rescued.unlock()
    const entries = await entriesOf(rescued)
    expect(entries.slice(-2)).toMatchObject([{ act: 'created', recordKind: 'rescue copy' }, { act: 'unlocked' }])
  })

  test('that was tried with wrong passphrases / says how often and when last, also after a restart', async () => {
    const place = makeVaultPlace()
    await place.create()
    place.dispatcher.lock()
    await expectCode(place.unlock('wrong once'), 'WRONG_PASSPHRASE')
    place.pass(60)
    await expectCode(place.unlock('wrong twice'), 'WRONG_PASSPHRASE')
    const next = place.restart()
    place.pass(60)
    await next.unlock()
    const [failed, unlocked] = (await entriesOf(next)).slice(-2)
    expect(failed).toMatchObject({ act: 'unlock failed', times: 2, at: '2026-11-23T14:01:00.000Z' })
    expect(unlocked).toMatchObject({ act: 'unlocked', times: 1, at: '2026-11-23T14:02:00.000Z' })
    next.dispatcher.lock()
    await next.unlock()
    expect((await actsOf(next)).filter((act) => act === 'unlock failed')).toHaveLength(1)
  })

  test('whose passphrase is asked for while it is open / counts the wrong ones too', async () => {
    const { dispatcher, create, ...place } = makeVaultPlace()
    await create()
    const change = (current: string) =>
      dispatcher.dispatch('vault:changePassphrase', { current, next: 'a quiet harbour lane' })
    await expectCode(change('wrong once'), 'WRONG_PASSPHRASE')
    await change(passphrase)
    expect(await actsOf({ dispatcher, ...place })).toEqual(['created', 'unlock failed', 'passphrase changed'])
  })
})

/** As somebody with the passphrase does who lets the vault write its head again. */
async function tamper(folder: string, sql: string): Promise<void> {
  const options = { folder, surroundings: realSurroundings(), cost: cheapCost, costAtUnlock: 'keep' } as const
  const opened = await vaultIn(options).unlock(passphrase)
  pastRefusals(opened.database.sqlite, sql)
  opened.keep()
  opened.close()
}

describe('the end of the log', () => {
  /** A vault with some entries, closed; a stranger with the key changes the log, and leaves the head as the app wrote it. */
  async function changedBy(sql: string, headOf: 'before' | 'after' = 'before') {
    const place = makeVaultPlace()
    await place.create()
    for (let time = 0; time < 3; time += 1) {
      place.dispatcher.lock()
      await place.unlock()
    }
    place.dispatcher.close()
    const head = readFileSync(place.files.head)
    await tamper(place.folder, sql)
    if (headOf === 'before') writeFileSync(place.files.head, head)
    const next = place.restart()
    await next.unlock()
    return next
  }
  const missingIn = async (place: Place) =>
    (await entriesOf(place)).filter(({ act }) => act === 'entries missing').map(({ times }) => times)

  test('that is as it was left / is nothing to report', async () => {
    const place = await changedBy('SELECT 1')
    expect(await missingIn(place)).toEqual([])
  })

  test('that was cut off / is noticed when the vault is opened, and stays in the log', async () => {
    const place = await changedBy('DELETE FROM audit_entry WHERE sequence > 3')
    expect(await missingIn(place)).toEqual([5])
    expect(await check(place)).toMatchObject({ problem: null, missing: [4] })
    place.dispatcher.lock()
    await place.unlock()
    expect(await check(place)).toMatchObject({ problem: null, missing: [4] })
    expect(await missingIn(place)).toEqual([5])
  })

  test('that was removed with everything before it / is noticed', async () => {
    expect(await missingIn(await changedBy('DELETE FROM audit_entry'))).toEqual([8])
  })

  test('that was written anew with fitting hashes / is noticed', async () => {
    const log = await changedBy(`UPDATE audit_entry SET hash = '${'a'.repeat(64)}' WHERE sequence = 8`)
    expect(await missingIn(log)).toEqual([1])
  })

  test('that was cut off by somebody who also wrote the head anew / is not noticed: ADR 13 says so', async () => {
    expect(await missingIn(await changedBy('DELETE FROM audit_entry WHERE sequence > 3', 'after'))).toEqual([])
  })
})

describe('the head', () => {
  const sealer = headSealer(randomBytes(32), '01900000-0000-7000-8000-000000000001')
  const head: Head = {
    generation: 2_000_000,
    committedBytes: 2 ** 40,
    sequence: 1_000_000,
    fingerprint: noHash,
    committedAt: '2026-11-23T14:00:00.000Z',
    checkedAt: '2026-11-23T14:00:00.000Z',
  }

  test('from before there was an audit log / is read', () => {
    expect(sealer.open(sealer.seal(head, 1))?.head).toEqual(head)
  })

  test('with the newest entry of the longest log / has room for it', () => {
    const full = { ...head, audit: { sequence: 2 ** 40, hash: noHash } }
    expect(sealer.open(sealer.seal(full, 1))?.head).toEqual(full)
  })
})
