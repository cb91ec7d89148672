// Restoring: copies are found, one is rehearsed, and then put in the vault's place; the vault so far stays.
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import type { CopyContent, FoundCopy } from '#shared/contract/backups.ts'
import { migrations } from '#main/database/migrations/migrations.ts'
import { swapInRestored } from '#main/vault/backup/restoreSwap.ts'
import { vaultIn } from '#main/vault/vault.ts'
import { vaultFiles } from '#main/vault/vaultFolder.ts'
import { realSurroundings } from '#main/services/thread/surroundings.ts'
import { practiceWithStick } from '../fixtures/practiceWithStick.ts'
import { cheapCost, expectCode, makeVaultPlace, passphrase, temporaryFolder } from '../fixtures/vaultPlace.ts'

type Place = Pick<ReturnType<typeof makeVaultPlace>, 'dispatcher'>
type Secret = { passphrase: string } | { recoveryCode: string } | null

const look = ({ dispatcher }: Place, id: string, secret: Secret = { passphrase }) =>
  dispatcher.dispatch('backup:look', { id, secret }) as Promise<CopyContent>
const restore = ({ dispatcher }: Place, id: string, problemAccepted?: boolean) =>
  dispatcher.dispatch('backup:restore', { id, problemAccepted }) as Promise<{ setAside: string | null }>
const find = async ({ dispatcher }: Place, folder: string): Promise<FoundCopy[]> =>
  (await dispatcher.backups.findCopies(folder)).copies
const newestOn = async (place: Place, stick: string) => (await find(place, stick))[0]?.id ?? ''

/** A practice with a backup on a stick, in which something was written afterwards; closed. */
async function backedUp() {
  const practice = await practiceWithStick()
  await practice.addStick()
  await practice.write('In the backup')
  await practice.backUp()
  practice.pass(3600)
  await practice.write('After the backup')
  practice.dispatcher.lock()
  return practice
}

const subjectiveIn = async ({ dispatcher }: Place, id: string) =>
  ((await dispatcher.dispatch('session:get', { id })) as { sections: { plainText: string }[] }).sections[0]?.plainText

/** A computer on which no vault was ever opened. */
function newComputer() {
  const profile = temporaryFolder()
  return makeVaultPlace({
    folder: join(profile, 'vault'),
    markerFile: join(profile, 'vaults.json'),
    backupPlacesFile: join(profile, 'backups.json'),
  })
}

const beside = (folder: string) => readdirSync(dirname(folder)).toSorted()

describe('looking into a backup', () => {
  test('says what is in it, and changes nothing', async () => {
    const practice = await backedUp()
    const id = await newestOn(practice, practice.stick)
    expect(await look(practice, id)).toEqual({
      clients: 1,
      sessions: 1,
      signatures: 0,
      newestSessionAt: '2026-11-20T09:00',
      problem: null,
      erasedSince: [],
    })
    await practice.unlock()
    expect(await subjectiveIn(practice, practice.sessionId)).toBe('After the backup')
  })

  test('opens it with the recovery code', async () => {
    const practice = await backedUp()
    const { recoveryCode } = practice
    expect(await look(practice, await newestOn(practice, practice.stick), { recoveryCode })).toMatchObject({
      clients: 1,
    })
  })

  test('of the open vault needs no passphrase', async () => {
    const practice = await backedUp()
    await practice.unlock()
    expect(await look(practice, await newestOn(practice, practice.stick), null)).toMatchObject({ problem: null })
  })

  test('without a passphrase while the vault is locked / is refused', async () => {
    const practice = await backedUp()
    await expectCode(look(practice, await newestOn(practice, practice.stick), null), 'LOCKED')
  })

  test.each([
    ['a wrong passphrase', { passphrase: 'not this one at all' }, 'WRONG_PASSPHRASE'],
    ['a mistyped code', { recoveryCode: 'AAAAA' }, 'MISTYPED_RECOVERY_CODE'],
  ] as const)('with %s / is refused, and leaves nothing behind', async (_, secret, code) => {
    const practice = await backedUp()
    await expectCode(look(practice, await newestOn(practice, practice.stick), secret), code)
    expect(beside(practice.folder)).toEqual(['vault'])
  })

  test('in which one byte was changed / is refused', async () => {
    const practice = await backedUp()
    const [copy] = await find(practice, practice.stick)
    const { database } = vaultFiles(copy?.folder ?? '')
    const handle = openSync(database, 'r+')
    writeSync(handle, Buffer.from([0xff, 0x00, 0xff]), 0, 3, statSync(database).size - 2000)
    await expectCode(look(practice, copy?.id ?? ''), 'DB_CORRUPT')
  })

  test('without room for it / is refused, and says how much is needed', async () => {
    const practice = await backedUp()
    const cramped = makeVaultPlace({ folder: practice.folder, freeBytes: () => 1000 })
    await expectCode(look(cramped, await newestOn(cramped, practice.stick)), 'NO_ROOM', {
      neededBytes: expect.any(Number) as number,
    })
  })

  test('on a disk that is full by then / says that there is too little room', async () => {
    const practice = await backedUp()
    const step = { version: migrations.length + 1, sql: '', code: vi.fn<() => void>() }
    step.code.mockImplementationOnce(() => {
      throw Object.assign(new Database.SqliteError('database or disk is full', 'SQLITE_FULL'))
    })
    const full = makeVaultPlace({ folder: practice.folder, migrations: [...migrations, step] })
    await expectCode(look(full, await newestOn(full, practice.stick)), 'NO_ROOM')
    expect(beside(practice.folder)).toEqual(['vault'])
  })

  test('whose key file is of other keys / is named, and not taken for damage', async () => {
    const practice = await backedUp()
    const old = readFileSync(join(practice.backups()[0] ?? '', 'envelope.json'))
    await practice.unlock()
    await practice.call('vault:makeNewKeys', { passphrase })
    practice.pass(3600)
    await practice.backUp()
    practice.dispatcher.lock()
    const [newest] = await find(practice, practice.stick)
    for (const name of ['envelope.json', 'envelope.copy.json']) writeFileSync(join(newest?.folder ?? '', name), old)
    await expectCode(look(practice, newest?.id ?? ''), 'KEY_FILE_OTHER')
  })

  test('changes no file of the backup', async () => {
    const practice = await backedUp()
    const [copy] = await find(practice, practice.stick)
    const content = () =>
      readdirSync(copy?.folder ?? '').map((name) => readFileSync(join(copy?.folder ?? '', name)).toString('base64'))
    const before = content()
    await look(practice, copy?.id ?? '')
    expect(content()).toEqual(before)
  })

  test('that is given up / leaves nothing behind', async () => {
    const practice = await backedUp()
    const id = await newestOn(practice, practice.stick)
    await look(practice, id)
    await practice.dispatcher.dispatch('backup:forgetLook', { id })
    expect(beside(practice.folder)).toEqual(['vault'])
    await expectCode(restore(practice, id), 'NOT_FOUND')
  })
})

describe('restoring a backup', () => {
  test('brings its records back, and sets the vault so far aside whole', async () => {
    const practice = await backedUp()
    const id = await newestOn(practice, practice.stick)
    await look(practice, id)
    const { setAside } = await restore(practice, id)
    await practice.unlock()
    expect(await subjectiveIn(practice, practice.sessionId)).toBe('In the backup')
    const aside = makeVaultPlace({ folder: setAside ?? '' })
    await aside.unlock()
    expect(await subjectiveIn(aside, practice.sessionId)).toBe('After the backup')
    expect(beside(practice.folder)).toEqual(['vault', expect.stringMatching(/^vault\.set-aside /u)])
  })

  test('after it, through a link to the vault / names the vault that was set aside, with its day', async () => {
    const practice = await backedUp()
    const link = `${temporaryFolder()}/link`
    symlinkSync(practice.folder, link)
    const linked = makeVaultPlace({ folder: link })
    const id = await newestOn(linked, practice.stick)
    await look(linked, id)
    const { setAside } = await restore(linked, id)
    await linked.unlock()
    const name = basename(setAside ?? '')
    expect(await linked.dispatcher.dispatch('backup:leftBehind', {})).toEqual({
      vaults: [{ name, setAsideOn: name.split(' ')[1] }],
      places: [],
    })
  })

  test('on a new computer, with the recovery code alone / brings every record back', async () => {
    const { stick, recoveryCode, sessionId } = await backedUp()
    const computer = newComputer()
    const id = await newestOn(computer, stick)
    await look(computer, id, { recoveryCode })
    expect(await restore(computer, id)).toEqual({ setAside: null })
    await computer.recover(recoveryCode)
    expect(await subjectiveIn(computer, sessionId)).toBe('In the backup')
    expect((await computer.status()).notices).toEqual([])
  })

  test('where the vault is missing / puts it where it was', async () => {
    const practice = await backedUp()
    renameSync(practice.folder, `${practice.folder} lost`)
    const computer = practice.restart()
    expect((await computer.status()).state).toBe('missing')
    const id = await newestOn(computer, practice.stick)
    await look(computer, id)
    await restore(computer, id)
    await computer.unlock()
    expect(await subjectiveIn(computer, practice.sessionId)).toBe('In the backup')
  })

  test('while the vault is open / is refused', async () => {
    const practice = await backedUp()
    await practice.unlock()
    const id = await newestOn(practice, practice.stick)
    await look(practice, id, null)
    await expectCode(restore(practice, id), 'CONFLICT')
  })

  test('that nobody looked into / is refused', async () => {
    const practice = await backedUp()
    await expectCode(restore(practice, await newestOn(practice, practice.stick)), 'NOT_FOUND')
  })

  test('in which a note cannot be read / needs the word of the user', async () => {
    const practice = await practiceWithStick()
    await practice.addStick()
    practice.sqlite().prepare("UPDATE note_section SET document = 'rubbish'").run()
    await practice.backUp()
    practice.dispatcher.lock()
    const id = await newestOn(practice, practice.stick)
    expect(await look(practice, id)).toMatchObject({ problem: { kind: 'unreadable', clientId: practice.clientId } })
    await expectCode(restore(practice, id), 'CONFLICT')
    expect((await restore(practice, id, true)).setAside).not.toBeNull()
  })

  test('forgets wrong attempts at the vault before it', async () => {
    const practice = await backedUp()
    for (let attempt = 0; attempt < 6; attempt += 1) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      await practice.unlock('wrong').catch(() => undefined)
    }
    const id = await newestOn(practice, practice.stick)
    await look(practice, id)
    await restore(practice, id)
    await practice.unlock()
    expect((await practice.status()).state).toBe('unlocked')
  })
})

describe('what was restored', () => {
  test.skipIf(process.platform === 'win32')(
    'from files that everybody could read, or nobody could write, is its owner’s alone',
    async () => {
      const practice = await backedUp()
      const [copy] = await find(practice, practice.stick)
      for (const name of readdirSync(copy?.folder ?? '')) chmodSync(join(copy?.folder ?? '', name), 0o444)
      await look(practice, copy?.id ?? '')
      await restore(practice, copy?.id ?? '')
      const modes = readdirSync(practice.folder).map((name) => statSync(join(practice.folder, name)).mode & 0o777)
      expect(new Set(modes)).toEqual(new Set([0o600]))
    },
  )

  test.skipIf(process.platform === 'win32')('goes to where a link leads, and the link stays', async () => {
    const { stick, sessionId } = await backedUp()
    const disk = temporaryFolder()
    const link = join(temporaryFolder(), 'vault')
    symlinkSync(join(disk, 'records'), link)
    const computer = makeVaultPlace({ folder: link })
    const id = await newestOn(computer, stick)
    await look(computer, id)
    await restore(computer, id)
    expect(lstatSync(link).isSymbolicLink()).toBe(true)
    await computer.unlock()
    expect(await subjectiveIn(computer, sessionId)).toBe('In the backup')
  })
})

describe('finding copies', () => {
  test('from the top of a disk, from any folder on the way, or from the backup itself', async () => {
    const practice = await backedUp()
    const [backup = ''] = practice.backups()
    for (const chosen of [practice.stick, dirname(dirname(backup)), dirname(backup), backup]) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      expect(await find(practice, chosen)).toMatchObject([
        { folder: backup, isOfThisVault: true, verifiedAt: expect.any(String) },
      ])
    }
  })

  test('finds a folder that was copied by hand, without a date', async () => {
    const practice = await backedUp()
    const copied = join(temporaryFolder(), 'my copy')
    cpSync(practice.folder, copied, { recursive: true })
    const computer = newComputer()
    const [copy] = await find(computer, dirname(copied))
    expect(copy).toMatchObject({ folder: copied, madeAt: null, isOfThisVault: null })
    await look(computer, copy?.id ?? '')
    await restore(computer, copy?.id ?? '')
    await computer.unlock()
    expect(await subjectiveIn(computer, practice.sessionId)).toBe('After the backup')
  })

  test('knows a backup of another practice', async () => {
    const practice = await backedUp()
    const other = await backedUp()
    expect(await find(other, practice.stick)).toMatchObject([{ isOfThisVault: false }])
  })

  test('lists those of the known places, while the vault is locked', async () => {
    const practice = await backedUp()
    const { copies } = (await practice.dispatcher.dispatch('backup:knownCopies', {})) as { copies: FoundCopy[] }
    expect(copies).toMatchObject([{ folder: practice.backups()[0], isOfThisVault: true }])
  })

  test('in an empty folder finds none', async () => {
    const practice = await backedUp()
    expect(await find(practice, temporaryFolder())).toEqual([])
  })
})

describe('a crash during a restore', () => {
  /** Two vaults beside each other: the one so far, and a restored one that is complete. */
  async function twoVaults() {
    const practice = await backedUp()
    const making = `${practice.folder}.making-restore-1`
    cpSync(practice.backups()[0] ?? '', making, { recursive: true })
    return { ...practice, making, ready: `${practice.folder}.restored` }
  }
  const startAnew = (folder: string) => vaultIn({ folder, surroundings: realSurroundings(), cost: cheapCost })

  test('before the vault so far was moved / leaves it, and removes the restored one', async () => {
    const { folder, making, ready, unlock, sessionId, dispatcher } = await twoVaults()
    renameSync(making, ready)
    startAnew(folder)
    await unlock()
    expect(await subjectiveIn({ dispatcher }, sessionId)).toBe('After the backup')
    expect(existsSync(ready)).toBe(false)
  })

  test('after the vault so far was moved / is finished at the next start', async () => {
    const { folder, making, ready, unlock, sessionId, dispatcher } = await twoVaults()
    renameSync(making, ready)
    renameSync(folder, `${folder}.set-aside 1`)
    startAnew(folder)
    await unlock()
    expect(await subjectiveIn({ dispatcher }, sessionId)).toBe('In the backup')
    expect(existsSync(`${folder}.set-aside 1`)).toBe(true)
  })

  test('when the restored one cannot take its place / the vault so far is back', async () => {
    const { folder, unlock, sessionId, dispatcher } = await twoVaults()
    expect(() => swapInRestored(join(folder, '..', 'nothing here'), folder, '1')).toThrow('ENOENT')
    await unlock()
    expect(await subjectiveIn({ dispatcher }, sessionId)).toBe('After the backup')
  })

  test('twice in the same second / keeps both that were set aside', async () => {
    const { folder, making } = await twoVaults()
    const first = `${folder}.set-aside 1`
    mkdirSync(first)
    writeFileSync(join(first, 'practice.db'), 'first')
    onTestFinished(() => rmSync(first, { recursive: true, force: true }))
    expect(swapInRestored(making, folder, '1')).toBe(`${first} (2)`)
    expect(readFileSync(join(first, 'practice.db'), 'utf8')).toBe('first')
  })
})
