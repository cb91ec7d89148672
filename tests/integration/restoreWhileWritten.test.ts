// A copy that is looked into while somebody else writes in its folder: another computer, a sync service, a hand that removes it.
import { cpSync, existsSync, mkdirSync, renameSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import type { CopyContent } from '#shared/contract/backups.ts'
import { vaultFiles } from '#main/vault/vaultFolder.ts'
import { practiceWithStick } from '../fixtures/practiceWithStick.ts'
import { expectCode, makeVaultPlace, passphrase, temporaryFolder, type VaultPlace } from '../fixtures/vaultPlace.ts'

/** A practice with a backup on a stick, still open. */
async function backedUp() {
  const practice = await practiceWithStick()
  await practice.addStick()
  await practice.write('In the backup')
  await practice.backUp()
  return { ...practice, backup: practice.backups()[0] ?? '' }
}

/** Another computer that looks into a copy. @param meanwhile is done after it has begun, with the number of the try */
function otherComputer(meanwhile: (attempt: number) => void = () => undefined) {
  let attempt = 0
  const freeBytes = () => {
    meanwhile((attempt += 1))
    return 1e12
  }
  return makeVaultPlace({ folder: join(temporaryFolder(), 'vault'), freeBytes })
}

const find = ({ dispatcher }: VaultPlace, folder: string) => dispatcher.backups.findCopies(folder)
async function look(place: VaultPlace, folder: string): Promise<CopyContent> {
  const { copies } = await find(place, folder)
  return (await place.dispatcher.dispatch('backup:look', {
    id: copies[0]?.id ?? '',
    secret: { passphrase },
  })) as CopyContent
}

/** A save changes the files. */
const change = (folder: string) => {
  const { head } = vaultFiles(folder)
  writeFileSync(head, Buffer.alloc(statSync(head).size + 1))
}

test('a vault that another computer has open / is looked into as it was saved last', async () => {
  const practice = await backedUp()
  expect(existsSync(join(practice.folder, 'in-use.json'))).toBe(true)
  expect(await look(otherComputer(), practice.folder)).toMatchObject({ sessions: 1, problem: null })
})

test('a copy in which something is saved while it is looked into / is read once more', async () => {
  const practice = await backedUp()
  const other = otherComputer((attempt) => attempt === 1 && writeFileSync(join(practice.backup, 'practice.db-wal'), ''))
  expect(await look(other, practice.stick)).toMatchObject({ sessions: 1, problem: null })
})

test('a copy in which something is saved all the time / says so, is not called damaged, and leaves nothing', async () => {
  const practice = await backedUp()
  const other = otherComputer(() => change(practice.backup))
  await expectCode(look(other, practice.stick), 'IN_USE')
  expect(existsSync(dirname(other.folder)) && existsSync(other.folder)).toBe(false)
})

test('a copy that is removed, or whose disk is pulled out, while it is looked into / is said to be gone', async () => {
  const practice = await backedUp()
  const aside = join(temporaryFolder(), 'aside')
  const other = otherComputer(() => existsSync(practice.backup) && renameSync(practice.backup, aside))
  await expectCode(look(other, practice.stick), 'NOT_FOUND')
})

test('a copy that was removed after it was listed / is said to be gone', async () => {
  const practice = await backedUp()
  const other = otherComputer()
  const { copies } = await find(other, practice.stick)
  rmSync(practice.backup, { recursive: true })
  const asked = { id: copies[0]?.id ?? '', secret: { passphrase } }
  await expectCode(other.dispatcher.dispatch('backup:look', asked), 'NOT_FOUND')
})

test('a file for another computer that is written while it is looked into / says so, and is not called damaged', async () => {
  const practice = await backedUp()
  const file = join(practice.stick, 'Palpate move.palpate')
  await practice.dispatcher.backups.writeMoveFile(file)
  let size = statSync(file).size
  const other = otherComputer(() => truncateSync(file, (size -= 1)))
  await expectCode(look(other, file), 'IN_USE')
})

test('a backup that is being written / is not offered, and said to be there', async () => {
  const practice = await backedUp()
  renameSync(practice.backup, `${practice.backup}.unfinished`)
  const other = otherComputer()
  expect(await find(other, practice.stick)).toEqual({ copies: [], hasUnfinished: true })
  expect(await find(other, `${practice.backup}.unfinished`)).toEqual({ copies: [], hasUnfinished: true })
})

test('a backup of which a part has arrived / is not offered as a copy by hand, the whole one beside it is', async () => {
  const practice = await backedUp()
  const arriving = join(dirname(practice.backup), '2026-11-30 09.00.00')
  cpSync(practice.backup, arriving, { recursive: true })
  truncateSync(vaultFiles(arriving).database, 4096)
  const { copies, hasUnfinished } = await find(otherComputer(), practice.stick)
  expect(copies.map(({ folder }) => basename(folder))).toEqual([basename(practice.backup)])
  expect(hasUnfinished).toBe(true)
})

test('a folder without a backup / has none that is unfinished', async () => {
  const empty = join(temporaryFolder(), 'empty')
  mkdirSync(empty)
  expect(await find(otherComputer(), empty)).toEqual({ copies: [], hasUnfinished: false })
})
