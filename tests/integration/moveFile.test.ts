// The file in which a whole vault goes to another computer: written, found, looked into, restored; and every way to damage it.
import {
  mkdirSync,
  openSync,
  closeSync,
  readdirSync,
  readFileSync,
  readSync,
  mkdtempSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CopyContent, FoundCopy, MoveFile } from '#shared/contract/backups.ts'
import { AppError } from '#main/appError.ts'
import { manifestOfMoveFile, unpackMoveFile } from '#main/vault/backup/moveFile.ts'
import { vaultFiles } from '#main/vault/vaultFolder.ts'
import { everything } from '../fixtures/auditedPractice.ts'
import { practiceWithStick } from '../fixtures/practiceWithStick.ts'
import { tryToMountDisk, unmount } from '../fixtures/smallDisk.ts'
import { expectCode, makeVaultPlace, passphrase, temporaryFolder } from '../fixtures/vaultPlace.ts'

const canMount = (() => {
  const folder = mkdtempSync(join(tmpdir(), 'palpate-test-'))
  const isMounted = tryToMountDisk(folder, '64k')
  if (isMounted) unmount(folder)
  rmSync(folder, { recursive: true })
  return isMounted
})()

type Place = Pick<ReturnType<typeof makeVaultPlace>, 'dispatcher'>

/** A practice whose whole vault was written into a file on a stick. */
async function moved(options: Parameters<typeof practiceWithStick>[0] = {}) {
  const practice = await practiceWithStick(options)
  const file = join(practice.stick, 'Palpate move.palpate')
  const made = await practice.dispatcher.backups.writeMoveFile(file)
  return { ...practice, file, made }
}

function newComputer() {
  const profile = temporaryFolder()
  return makeVaultPlace({ folder: join(profile, 'vault'), markerFile: join(profile, 'vaults.json') })
}

const find = async ({ dispatcher }: Place, chosen: string): Promise<FoundCopy[]> =>
  (await dispatcher.backups.findCopies(chosen)).copies
const look = ({ dispatcher }: Place, id: string, secret: object = { passphrase }) =>
  dispatcher.dispatch('backup:look', { id, secret }) as Promise<CopyContent>

/** What is thrown at a file, by its code; a mistake of ours is thrown on. */
async function codeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work
    return 'none'
  } catch (error) {
    if (error instanceof AppError) return error.code
    throw error
  }
}

const refusals = ['NO_MOVE_FILE', 'DB_CORRUPT', 'DB_FROM_FUTURE']

/** Makes an empty folder, unpacks into it, and says what went wrong. */
const unpacked = (file: string, folder: string, number: number) => {
  const target = join(folder, String(number))
  mkdirSync(target)
  return codeOf(unpackMoveFile(file, target, () => undefined))
}

function withByteFlipped<T>(file: string, at: number, run: () => Promise<T>): Promise<T> {
  const handle = openSync(file, 'r+')
  const byte = Buffer.alloc(1)
  const flip = () => {
    readSync(handle, byte, 0, 1, at)
    byte[0] = (byte[0] ?? 0) ^ 0x41
    writeSync(handle, byte, 0, 1, at)
  }
  flip()
  return run().finally(() => {
    flip()
    closeSync(handle)
  })
}

describe('a file for another computer', () => {
  test('is written whole, says what is in it, and leaves nothing beside the vault', async () => {
    const { made, file, folder, stick } = await moved()
    expect(made).toEqual({
      file,
      bytes: statSync(file).size,
      clients: 1,
      sessions: 1,
      problem: null,
    } satisfies MoveFile)
    expect(readdirSync(stick)).toEqual(['Palpate move.palpate'])
    expect(readdirSync(join(folder, '..'))).toEqual(['vault'])
  })

  test('is found on the other computer, and restores every record there by the recovery code alone', async () => {
    const { file, stick, recoveryCode, call, sessionId } = await moved()
    const before = await call('session:get', { id: sessionId })
    const other = newComputer()
    const [byFile] = await find(other, file)
    const [inFolder] = await find(other, join(stick, '..'))
    expect(byFile).toMatchObject({ folder: file, verifiedAt: expect.any(String) as string, isOfThisVault: null })
    expect({ ...inFolder, id: null }).toEqual({ ...byFile, id: null })
    const id = byFile?.id ?? ''
    expect(await look(other, id, { recoveryCode })).toMatchObject({ clients: 1, sessions: 1, problem: null })
    await other.dispatcher.dispatch('backup:restore', { id })
    await other.recover(recoveryCode)
    expect(await other.dispatcher.dispatch('session:get', { id: sessionId })).toEqual(before)
    expect(await other.status()).toMatchObject({ state: 'unlocked', notices: [] })
  })

  test('opens with the passphrase too, and with no other one', async () => {
    const { file } = await moved()
    const other = newComputer()
    const [copy] = await find(other, file)
    await expectCode(look(other, copy?.id ?? '', { passphrase: 'not this one at all' }), 'WRONG_PASSPHRASE')
    expect(readdirSync(join(other.folder, '..'))).toEqual([])
    expect(await look(other, copy?.id ?? '')).toMatchObject({ problem: null })
  })

  test('restored where there is a vault / sets that one aside whole', async () => {
    const { file, folder, dispatcher, ...practice } = await moved()
    practice.pass(3600)
    await practice.write('After the file was made')
    dispatcher.lock()
    const [copy] = await find({ dispatcher }, file)
    await look({ dispatcher }, copy?.id ?? '')
    const { setAside } = (await dispatcher.dispatch('backup:restore', { id: copy?.id })) as { setAside: string }
    expect(readdirSync(setAside)).toContain('practice.db')
    await practice.unlock()
    expect((await practice.status()).notices).toMatchObject([{ kind: 'restored' }])
    expect(readdirSync(join(folder, '..'))).toHaveLength(2)
  })

  test('has no word of a client in the clear, and is nobody else’s to read', async () => {
    const { file } = await moved()
    const bytes = readFileSync(file)
    for (const word of ['Moss', 'Ruth', 'Left hip']) expect(bytes.includes(word), word).toBe(false)
    if (process.platform !== 'win32') expect(statSync(file).mode & 0o077).toBe(0)
  })

  test('is noted in the audit log as an export of the vault', async () => {
    const { call } = await moved()
    const { entries } = await call<{ entries: unknown[] }>('audit:list', {
      filter: everything,
      upTo: null,
      skip: 0,
      count: 5,
    })
    expect(entries[0]).toMatchObject({ act: 'exported', recordKind: 'vault' })
  })

  test('of a vault in which a record cannot be read / is written, and says so', async () => {
    const practice = await practiceWithStick()
    practice.sqlite().exec("UPDATE note_section SET document = 'no document'")
    const file = join(practice.stick, 'one.palpate')
    expect(await practice.dispatcher.backups.writeMoveFile(file)).toMatchObject({ problem: { kind: 'unreadable' } })
    expect(await find(newComputer(), file)).toMatchObject([{ verifiedAt: null }])
  })

  test('without room for it / is refused before anything is copied', async () => {
    const practice = await practiceWithStick({ freeBytes: () => 1000 })
    await expectCode(practice.dispatcher.backups.writeMoveFile(join(practice.stick, 'one.palpate')), 'NO_ROOM')
    expect(readdirSync(practice.stick)).toEqual([])
  })

  test('that is cancelled / leaves nothing, and an earlier file as it was', async () => {
    const practice = await moved({
      onJob: ({ kind, progress }) => {
        if (kind === 'move' && isCancelling && progress?.stage === 'writing') practice.dispatcher.cancelJob('move')
      },
    })
    const before = readFileSync(practice.file)
    isCancelling = true
    await expectCode(practice.dispatcher.backups.writeMoveFile(practice.file), 'CANCELLED')
    expect(readFileSync(practice.file).equals(before)).toBe(true)
    expect(readdirSync(practice.stick)).toEqual(['Palpate move.palpate'])
    expect(readdirSync(join(practice.folder, '..'))).toEqual(['vault'])
  })
  let isCancelling = false

  test.skipIf(!canMount)('on a disk that fills / is not called made, and leaves nothing', async () => {
    const { dispatcher, stick } = await practiceWithStick({ freeBytes: () => 1e9 })
    expect(tryToMountDisk(stick, '64k')).toBe(true)
    try {
      await expectCode(dispatcher.backups.writeMoveFile(join(stick, 'one.palpate')), 'NO_ROOM')
      expect(readdirSync(stick)).toEqual([])
    } finally {
      unmount(stick)
    }
  })

  test('in a place that is no folder / is refused', async () => {
    const { dispatcher, stick } = await practiceWithStick()
    writeFileSync(join(stick, 'a file'), '')
    await expectCode(dispatcher.backups.writeMoveFile(join(stick, 'a file', 'one.palpate')), 'READ_ONLY')
  })
})

describe('a damaged file for another computer', () => {
  test('with any one byte before the database changed / is refused by its front alone', async () => {
    const { file } = await moved()
    const frontBytes = statSync(file).size - (await manifestOfMoveFile(file)).bytes
    const codes = new Map<string, number>()
    for (let at = 0; at < frontBytes; at += 1) {
      // oxlint-disable-next-line no-await-in-loop -- one byte after the other
      const code = await withByteFlipped(file, at, () => codeOf(manifestOfMoveFile(file)))
      codes.set(code, (codes.get(code) ?? 0) + 1)
    }
    expect([...codes.keys()].toSorted()).toEqual(refusals.toSorted())
    expect(await codeOf(manifestOfMoveFile(file))).toBe('none')
  })

  test('with any one byte of the database changed / is refused when it is brought', async () => {
    const { file } = await moved()
    const { bytes } = await manifestOfMoveFile(file)
    const size = statSync(file).size
    const folder = temporaryFolder()
    let number = 0
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: size - bytes, max: size - 1 }), async (at) => {
        number += 1
        expect(await withByteFlipped(file, at, () => unpacked(file, folder, number))).toBe('DB_CORRUPT')
      }),
      { numRuns: 60 },
    )
  })

  test('cut short anywhere, or with something behind it / is refused', async () => {
    const { file } = await moved()
    const whole = readFileSync(file)
    const cut = join(temporaryFolder(), 'cut.palpate')
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(fc.integer({ min: 0, max: 6000 }), fc.integer({ min: 0, max: whole.length - 1 })),
        async (length) => {
          writeFileSync(cut, whole.subarray(0, length))
          expect(refusals).toContain(await codeOf(manifestOfMoveFile(cut)))
        },
      ),
      { numRuns: 300 },
    )
    writeFileSync(cut, Buffer.concat([whole, Buffer.from('x')]))
    expect(await codeOf(manifestOfMoveFile(cut))).toBe('DB_CORRUPT')
    truncateSync(cut, 0)
    expect(await codeOf(manifestOfMoveFile(cut))).toBe('NO_MOVE_FILE')
  })

  test('of any bytes behind the right beginning / is refused', async () => {
    const file = join(temporaryFolder(), 'any.palpate')
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), fc.boolean(), async (bytes, isVersioned) => {
        const version = isVersioned ? Buffer.from([0, 0, 0, 1]) : Buffer.alloc(0)
        writeFileSync(file, Buffer.concat([Buffer.from('PALPMOVE'), version, bytes]))
        expect(refusals).toContain(await codeOf(manifestOfMoveFile(file)))
      }),
      { numRuns: 300 },
    )
  })

  test('that is chosen / is named as what it is; in a folder it is passed over', async () => {
    const { file, stick } = await moved()
    const other = newComputer()
    const picture = join(stick, 'picture.jpg')
    writeFileSync(picture, 'a picture')
    await expectCode(other.dispatcher.backups.findCopies(picture), 'NO_MOVE_FILE')
    truncateSync(file, statSync(file).size - 1)
    await expectCode(other.dispatcher.backups.findCopies(file), 'DB_CORRUPT')
    expect(await find(other, stick)).toEqual([])
  })

  test('whose database was changed after it was found / is refused, and nothing is left', async () => {
    const { file } = await moved()
    const other = newComputer()
    const [copy] = await find(other, file)
    await withByteFlipped(file, statSync(file).size - 3000, () => expectCode(look(other, copy?.id ?? ''), 'DB_CORRUPT'))
    expect(readdirSync(join(other.folder, '..'))).toEqual([])
  })
})

test('vaultFiles of what was unpacked / are all of a closed vault', async () => {
  const { file } = await moved()
  const target = temporaryFolder()
  await unpackMoveFile(file, target, () => undefined)
  for (const name of Object.values(vaultFiles(target))) expect(statSync(name).isFile()).toBe(true)
})
