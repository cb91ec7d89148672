// New keys: the same practice under another database key and recovery code; what was copied before does not open it.
import {
  copyFileSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { emptyClient } from '#shared/domain/client.ts'
import type { JobUpdate } from '#shared/contract/jobs.ts'
import type { Dispatcher, DispatcherOptions } from '#main/services/thread/dispatcher.ts'
import { realSurroundings } from '#main/services/thread/surroundings.ts'
import type { OpenVault } from '#main/vault/openedVault.ts'
import { vaultIn } from '#main/vault/vault.ts'
import {
  closedVaultFiles,
  cheapCost,
  expectCode,
  makeVaultPlace,
  passphrase,
  temporaryFolder,
  type VaultPlace,
} from '../fixtures/vaultPlace.ts'

const addClient = ({ dispatcher }: Pick<VaultPlace, 'dispatcher'>, lastName: string) =>
  dispatcher.dispatch('client:create', { fields: { ...emptyClient, lastName } })

const clientNames = async ({ dispatcher }: Pick<VaultPlace, 'dispatcher'>) =>
  ((await dispatcher.dispatch('client:list', {})) as { lastName: string }[]).map(({ lastName }) => lastName)

const makeNewKeys = ({ dispatcher }: Pick<VaultPlace, 'dispatcher'>, typed = passphrase) =>
  dispatcher.dispatch('vault:makeNewKeys', { passphrase: typed }) as Promise<{ recoveryCode: string }>

/** An open vault with one client, whose recovery code was confirmed. */
async function practice(options: Partial<DispatcherOptions> = {}) {
  const place = makeVaultPlace(options)
  const { recoveryCode } = await place.create()
  await place.dispatcher.dispatch('vault:confirmRecoveryCode', {})
  await addClient(place, 'Morgenstern')
  return { ...place, recoveryCode }
}

const stages = ['copying', 'encrypting', 'checking', 'swapping']

const besides = ({ folder }: { folder: string }) => readdirSync(dirname(folder)).filter((name) => name !== 'vault')

test('new keys / keep every row, the passphrase and the open vault; the new recovery code is to be confirmed', async () => {
  const place = await practice()
  const made = await makeNewKeys(place)
  expect(made.recoveryCode).not.toBe(place.recoveryCode)
  expect(await place.status()).toMatchObject({ state: 'unlocked', recoveryUnconfirmed: true, retryAfterSeconds: 0 })
  expect(await clientNames(place)).toEqual(['Morgenstern'])
  await addClient(place, 'Abendroth')
  place.dispatcher.close()
  expect(besides(place)).toEqual([])
  const again = { ...place, ...place.restart() }
  await again.unlock()
  expect(await clientNames(again)).toEqual(['Abendroth', 'Morgenstern'])
  again.dispatcher.lock()
  expect(readdirSync(place.folder).toSorted()).toEqual(closedVaultFiles)
  await expectCode(again.recover(place.recoveryCode), 'WRONG_RECOVERY_CODE')
  await again.recover(made.recoveryCode)
})

test('an old envelope with its old passphrase does not open the database any more, and a whole old copy still does', async () => {
  const place = await practice()
  const copy = join(dirname(place.folder), 'copy')
  const next = 'a longer passphrase'
  cpSync(place.folder, copy, { recursive: true })
  await place.dispatcher.dispatch('vault:changePassphrase', { current: passphrase, next })
  await makeNewKeys(place, next)
  place.dispatcher.close()
  await makeVaultPlace({ folder: copy }).unlock(passphrase)

  const { envelope, envelopeCopy } = place.files
  const whole = readFileSync(envelope)
  for (const file of [envelope, envelopeCopy]) copyFileSync(join(copy, 'envelope.json'), file)
  await expectCode(place.restart().unlock(passphrase), 'KEY_FILE_OTHER')
  for (const file of [envelope, envelopeCopy]) writeFileSync(file, whole)
  await place.restart().unlock(next)
})

describe('an old key file put in place of the new one', () => {
  /** @param next a passphrase that was chosen before the new keys were made */
  async function withOldKeyFile(next = passphrase) {
    const place = await practice()
    const old = readFileSync(place.files.envelope, 'utf8')
    if (next !== passphrase) await place.dispatcher.dispatch('vault:changePassphrase', { current: passphrase, next })
    const made = await makeNewKeys(place, next)
    place.dispatcher.close()
    const whole = readFileSync(place.files.envelope, 'utf8')
    writeFileSync(place.files.envelope, old)
    return { ...place, ...place.restart(), old, whole, made }
  }

  test('opens by the copy that has the new keys, which is put back; the old one is kept', async () => {
    const place = await withOldKeyFile()
    await place.unlock()
    expect(await clientNames(place)).toEqual(['Morgenstern'])
    const stored = (name: string): unknown => JSON.parse(readFileSync(join(place.folder, name), 'utf8'))
    expect(stored('envelope.json')).toEqual(JSON.parse(place.whole))
    expect(stored('envelope.of-other-keys.json')).toEqual(JSON.parse(place.old))
  })

  test('with its old passphrase / is named, changes nothing, and the new passphrase opens', async () => {
    const place = await withOldKeyFile('a longer passphrase')
    await expectCode(place.unlock(passphrase), 'KEY_FILE_OTHER')
    expect(readFileSync(place.files.envelopeCopy, 'utf8')).toBe(place.whole)
    await place.unlock('a longer passphrase')
    expect(await clientNames(place)).toEqual(['Morgenstern'])
  })

  test('whose copy is old as well / is named, and not taken for damage', async () => {
    const place = await withOldKeyFile()
    writeFileSync(place.files.envelopeCopy, place.old)
    await expectCode(place.unlock(), 'KEY_FILE_OTHER')
    const secret = { passphrase }
    await expectCode(place.dispatcher.dispatch('vault:salvage', { secret }), 'KEY_FILE_OTHER')
    await expectCode(place.dispatcher.dispatch('vault:readDamaged', { secret }), 'KEY_FILE_OTHER')
  })

  test('opens by the key file of a vault that was set aside', async () => {
    const place = await withOldKeyFile()
    writeFileSync(place.files.envelopeCopy, place.old)
    const aside = `${place.folder}.set-aside 2026-11-20`
    mkdirSync(aside)
    writeFileSync(join(aside, 'envelope.json'), place.whole)
    await place.unlock()
    expect(await clientNames(place)).toEqual(['Morgenstern'])
  })

  test('with its old recovery code / is named, and the new code opens', async () => {
    const place = await withOldKeyFile()
    await expectCode(place.recover(place.recoveryCode), 'KEY_FILE_OTHER')
    await place.recover(place.made.recoveryCode)
    expect(await clientNames(place)).toEqual(['Morgenstern'])
  })
})

test('keys can be made anew as often as somebody likes', async () => {
  const place = await practice()
  for (let time = 0; time < 3; time += 1) await makeNewKeys(place)
  expect(await clientNames(place)).toEqual(['Morgenstern'])
  expect(besides(place)).toEqual([])
})

test('new keys need the passphrase and an open vault; a wrong passphrase counts as a try and changes nothing', async () => {
  const place = await practice()
  const before = readFileSync(place.files.envelope, 'utf8')
  for (let time = 0; time < 5; time += 1) await expectCode(makeNewKeys(place, 'a guess'), 'WRONG_PASSPHRASE')
  await expectCode(makeNewKeys(place), 'THROTTLED', { retryAfterSeconds: 5 })
  expect(readFileSync(place.files.envelope, 'utf8')).toBe(before)
  place.dispatcher.lock()
  await expectCode(makeNewKeys(place), 'LOCKED')
})

test('new keys without room for a second copy are refused before anything is written', async () => {
  const place = await practice({ freeBytes: () => 1_000_000 })
  const refusal = await makeNewKeys(place).catch((error: unknown) => error)
  expect(refusal).toMatchObject({ code: 'NO_ROOM', details: { neededBytes: expect.any(Number) } })
  expect(besides(place)).toEqual([])
  expect(await clientNames(place)).toEqual(['Morgenstern'])
})

test('what is asked while new keys are made waits, and is in the new database', async () => {
  const updates: JobUpdate[] = []
  const place = await practice({ onJob: (job) => void updates.push(job) })
  await Promise.all([makeNewKeys(place), addClient(place, 'Abendroth')])
  expect(updates.map(({ progress }) => progress?.stage ?? null)).toEqual([...stages, null])
  expect(await clientNames(place)).toEqual(['Abendroth', 'Morgenstern'])
  place.dispatcher.lock()
  await place.unlock()
  expect(await clientNames(place)).toEqual(['Abendroth', 'Morgenstern'])
})

/** A practice in which something is done as soon as a stage is reported, which is before it begins. */
async function practiceThatAt(stage: string, act: (place: { dispatcher: Dispatcher }) => void) {
  const place = await practice({
    onJob: ({ progress }) => {
      if (progress?.stage === stage) act(place)
    },
  })
  return place
}

for (const stage of stages) {
  test(`a cancel before "${stage}" has begun leaves everything as it was`, async () => {
    let isWanted = true
    const place = await practiceThatAt(stage, ({ dispatcher }) => isWanted && dispatcher.cancelJob('new keys'))
    const before = readFileSync(place.files.envelope, 'utf8')
    await expectCode(makeNewKeys(place), 'CANCELLED')
    expect(besides(place)).toEqual([])
    expect(readFileSync(place.files.envelope, 'utf8')).toBe(before)
    await addClient(place, 'Abendroth')
    expect(await clientNames(place)).toEqual(['Abendroth', 'Morgenstern'])
    isWanted = false
    await makeNewKeys(place)
  })

  test(`a lock before "${stage}" has begun locks, and the old keys stay`, async () => {
    const place = await practiceThatAt(stage, ({ dispatcher }) => dispatcher.lock())
    await expectCode(makeNewKeys(place), 'LOCKED')
    expect(await place.status()).toMatchObject({ state: 'locked' })
    expect(besides(place)).toEqual([])
    await place.recover(place.recoveryCode)
    expect(await clientNames(place)).toEqual(['Morgenstern'])
  })
}

/** A vault whose new keys are made and wait beside it, to be exchanged. */
async function preparedExchange() {
  const { folder } = makeVaultPlace()
  const ids: string[] = []
  const { newId, ...real } = realSurroundings()
  const surroundings = { ...real, newId: () => ids[ids.push(newId()) - 1] ?? '' }
  const vault = vaultIn({ folder, surroundings, cost: cheapCost })
  await vault.create(passphrase, ({ sqlite }) => void sqlite.exec("CREATE TABLE word AS SELECT 'kept' AS text"))
  const opened = await vault.unlock(passphrase)
  const exchange = await opened.prepareNewKeys(
    passphrase,
    () => Promise.resolve(),
    () => undefined,
  )
  const words = ({ database }: OpenVault) => database.sqlite.prepare('SELECT text FROM word').pluck().all()
  return { folder, vault, exchange, words, oldFolder: `${folder}.old-keys-${ids.at(-1) ?? ''}` }
}

test('a check of the whole file ends before new keys are made, and its result is kept', async () => {
  const { folder } = makeVaultPlace()
  const vault = vaultIn({ folder, surroundings: realSurroundings(), cost: cheapCost })
  await vault.create(passphrase, () => undefined)
  const opened = await vault.unlock(passphrase)
  const check = opened.check.run(() => undefined, new AbortController().signal)
  expect(opened.check.isRunning).toBe(true)
  const seen: unknown[] = []
  await opened.prepareNewKeys(
    passphrase,
    () => Promise.resolve(void seen.push(opened.check.isRunning)),
    () => undefined,
  )
  expect(seen).toEqual([false, false, false, false])
  await check
  expect(opened.check.soundAt).toBe(null)
  opened.close()
})

test('a vault that cannot be moved out of its place stays open with its old keys', async () => {
  const { folder, vault, exchange, words, oldFolder } = await preparedExchange()
  mkdirSync(join(oldFolder, 'in the way'), { recursive: true })
  const exchanged = exchange()
  expect(exchanged).toMatchObject({ failure: { code: 'ENOTEMPTY' } })
  expect(words(exchanged.vault)).toEqual(['kept'])
  exchanged.vault.close()
  expect(existsSync(`${folder}.new-keys`)).toBe(true)
  const again = await vault.unlock(passphrase)
  expect(words(again)).toEqual(['kept'])
  expect(existsSync(`${folder}.new-keys`)).toBe(false)
  again.close()
})

test('a new vault that does not open from its place / is replaced by the old one, which is open again', async () => {
  const { folder, vault, exchange, words } = await preparedExchange()
  truncateSync(join(`${folder}.new-keys`, 'practice.db'), 8192)
  const exchanged = exchange()
  expect(exchanged).toMatchObject({ failure: { code: 'DB_CORRUPT' } })
  expect(words(exchanged.vault)).toEqual(['kept'])
  exchanged.vault.close()
  const again = await vault.unlock(passphrase)
  expect(words(again)).toEqual(['kept'])
  expect(besides({ folder })).toEqual([])
  again.close()
})

test('new keys / keep the owner’s own files in the folder; copies and logs that open with the old key are removed', async () => {
  const place = await practice()
  writeFileSync(join(place.folder, 'my letters.txt'), 'dear')
  const ofOldKeys = ['practice.db.before-v2', 'practice.db-wal.set-aside-1', 'practice.db-wal.damaged-1']
  for (const name of ofOldKeys) writeFileSync(join(place.folder, name), 'of the old key')
  await makeNewKeys(place)
  expect(readFileSync(join(place.folder, 'my letters.txt'), 'utf8')).toBe('dear')
  expect(ofOldKeys.filter((name) => existsSync(join(place.folder, name)))).toEqual([])
})

test('every key is overwritten once it is of no use', async () => {
  const given: Uint8Array[] = []
  const real = realSurroundings()
  const randomBytes = (count: number) => {
    const bytes = real.randomBytes(count)
    if (count === 32) given.push(bytes)
    return bytes
  }
  const place = await practice({ surroundings: { ...real, randomBytes } })
  await makeNewKeys(place)
  expect(given).toHaveLength(2)
  const [first, second] = given as [Uint8Array, Uint8Array]
  expect(first.every((byte) => byte === 0)).toBe(true)
  place.dispatcher.lock()
  expect(second.every((byte) => byte === 0)).toBe(true)
})

/** A locked vault beside which the folders of an interrupted swap can be laid. */
async function lockedWithNewKeys() {
  const place = await practice()
  const old = join(dirname(place.folder), 'kept')
  place.dispatcher.lock()
  cpSync(place.folder, old, { recursive: true })
  await place.unlock()
  await makeNewKeys(place)
  await addClient(place, 'Abendroth')
  place.dispatcher.close()
  const beside = (ending: string) => `${place.folder}.${ending}`
  return { ...place, old, beside }
}

test('a start between the two renames finishes the swap', async () => {
  const { folder, old, beside, restart } = await lockedWithNewKeys()
  renameSync(old, beside('old-keys-1'))
  renameSync(folder, beside('new-keys'))
  writeFileSync(join(beside('new-keys'), 'takes-place-of.txt'), 'vault.old-keys-1')
  const again = restart()
  expect(await again.status()).toMatchObject({ state: 'locked' })
  expect(existsSync(beside('old-keys-1'))).toBe(true)
  await again.unlock()
  expect(await clientNames(again)).toEqual(['Abendroth', 'Morgenstern'])
  expect(besides({ folder })).toEqual([])
})

test('a start that finds only the old folder, out of its place, puts it back', async () => {
  const { folder, old, beside, restart } = await lockedWithNewKeys()
  rmSync(folder, { recursive: true })
  renameSync(old, beside('old-keys-1'))
  const again = restart()
  await again.unlock()
  expect(await clientNames(again)).toEqual(['Morgenstern'])
})

test('a start before the first rename removes the new vault and keeps the old one', async () => {
  const { folder, old, beside, restart } = await lockedWithNewKeys()
  renameSync(folder, beside('new-keys'))
  renameSync(old, folder)
  mkdirSync(beside('making-1'))
  const again = restart()
  expect(besides({ folder })).toEqual([])
  await again.unlock()
  expect(await clientNames(again)).toEqual(['Morgenstern'])
})

test('an unfinished swap / no new vault is made over it, and an incomplete folder is not put in place', async () => {
  const { folder, beside, restart } = await lockedWithNewKeys()
  const again = restart()
  renameSync(folder, beside('new-keys'))
  expect(await again.status()).toMatchObject({ state: 'locked' })
  await expectCode(again.create(), 'ALREADY_EXISTS')
  rmSync(join(beside('new-keys'), 'practice.db'))
  expect(await again.status()).toMatchObject({ state: 'absent' })
  expect(existsSync(join(beside('new-keys'), 'envelope.json'))).toBe(true)
})

test('a swap’s note that names a foreign folder / nothing is removed', async () => {
  const { folder, restart } = await lockedWithNewKeys()
  const letters = join(dirname(folder), 'letters')
  mkdirSync(letters)
  for (const name of ['letters', '../letters', 'vault', 'vault.old-keys-/../../letters']) {
    writeFileSync(join(folder, 'takes-place-of.txt'), name)
    await restart().unlock()
    expect(existsSync(letters) && existsSync(folder)).toBe(true)
  }
})

test.skipIf(process.platform === 'win32')(
  'new keys of a vault behind a link / are on the link’s disk, with nothing of the old keys left there',
  async () => {
    const disk = temporaryFolder()
    const link = join(temporaryFolder(), 'vault')
    mkdirSync(join(disk, 'practice'))
    symlinkSync(join(disk, 'practice'), link)
    const place = await practice({ folder: link })
    const before = readFileSync(join(disk, 'practice', 'envelope.json'))
    await makeNewKeys(place)
    expect(await clientNames(place)).toEqual(['Morgenstern'])
    place.dispatcher.close()
    expect([readdirSync(disk), lstatSync(link).isSymbolicLink()]).toEqual([['practice'], true])
    expect(readdirSync(dirname(link))).toEqual(['vault'])
    expect(readFileSync(join(disk, 'practice', 'envelope.json')).equals(before)).toBe(false)
    const again = place.restart()
    await again.unlock()
    expect(await clientNames(again)).toEqual(['Morgenstern'])
  },
)
