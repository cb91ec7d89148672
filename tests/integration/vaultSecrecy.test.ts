// Nothing that a client's file holds, and no key, is ever on the disk in a form that can be read.
import { randomBytes } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, readlinkSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createServices } from '#main/services/createServices.ts'
import type { OpenDatabase } from '#main/database/openDatabase.ts'
import { realSurroundings } from '#main/services/thread/surroundings.ts'
import { vaultIn } from '#main/vault/vault.ts'
import { emptyClient } from '#shared/domain/client.ts'
import { cheapCost, makeVaultPlace, passphrase, temporaryFolder } from '../fixtures/vaultPlace.ts'

const canary = 'Zanzibarquail'

/** The contents of every file below a folder. */
function filesBelow(folder: string): { name: string; bytes: Buffer }[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((file) => statSync(file).isFile())
    .map((name) => ({ name, bytes: readFileSync(name) }))
}

function expectNowhere(folder: string, secrets: readonly (string | Buffer)[]): void {
  for (const { name, bytes } of filesBelow(folder)) {
    for (const secret of secrets) expect([name, bytes.includes(secret)]).toEqual([name, false])
  }
}

const encodings = (secret: Buffer): (string | Buffer)[] => [
  secret,
  secret.toString('hex'),
  secret.toString('hex').toUpperCase(),
  secret.toString('base64'),
  secret.toString('base64url'),
]

/** A place whose random 32 bytes, of which the database key is one, are remembered. */
function spiedPlace() {
  const keys: Buffer[] = []
  const opened: OpenDatabase[] = []
  const surroundings = {
    ...realSurroundings(),
    randomBytes: (count: number) => {
      const bytes = randomBytes(count)
      if (count === 32) keys.push(Buffer.from(bytes))
      return bytes
    },
  }
  const place = makeVaultPlace({
    folder: join(temporaryFolder(), 'vault'),
    surroundings,
    makeServices: (database, given) => {
      opened.push(database)
      return createServices(database, given)
    },
  })
  return { ...place, keys, opened }
}

test('a client, the passphrase, the recovery code and the key are in no file, while open and after the lock', async () => {
  const { dispatcher, create, folder, keys, files } = spiedPlace()
  const { recoveryCode } = await create()
  const fields = { ...emptyClient, lastName: canary, alert: `allergic: ${canary}` }
  for (let time = 0; time < 50; time += 1) await dispatcher.dispatch('client:create', { fields })
  const secrets = [
    canary,
    Buffer.from(canary, 'utf16le'),
    passphrase,
    recoveryCode,
    recoveryCode.replaceAll('-', ''),
    ...keys.flatMap(encodings),
  ]
  expect(keys).toHaveLength(1)
  expect(existsSync(`${files.database}-wal`)).toBe(true)
  expectNowhere(folder, secrets)
  dispatcher.lock()
  expectNowhere(folder, secrets)
})

test.runIf(process.platform === 'linux')('a large sort writes no temporary file', async () => {
  const { create, opened } = spiedPlace()
  await create()
  const { sqlite } = opened.at(-1) as OpenDatabase
  const openFiles = () =>
    readdirSync('/proc/self/fd').flatMap((handle) => {
      try {
        return [readlinkSync(join('/proc/self/fd', handle))]
      } catch {
        return []
      }
    })
  const sorted = sqlite.prepare(
    `WITH RECURSIVE row(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM row WHERE n < 40000)
     SELECT hex(randomblob(2000)) AS text FROM row ORDER BY text`,
  )
  for (const _ of sorted.iterate()) {
    expect(openFiles().filter((name) => name.includes('etilqs'))).toEqual([])
    break
  }
})

test('what was deleted is gone from the pages of the file, not only from its index', async () => {
  const { create, opened, keys, folder } = spiedPlace()
  await create()
  const { sqlite } = opened.at(-1) as OpenDatabase
  sqlite.exec(`CREATE TABLE remark (text); INSERT INTO remark VALUES ('${canary}'); DELETE FROM remark`)
  sqlite.pragma('wal_checkpoint(TRUNCATE)')
  // Read as SQLite sees the pages, decrypted: serialize gives them as they are in the file.
  const pages = sqlite.serialize()
  expect(pages.includes('CREATE TABLE remark')).toBe(true)
  expect(pages.includes(canary)).toBe(false)
  expectNowhere(folder, [canary, ...keys.flatMap(encodings)])
})

test('what the key and the recovery code were made from is overwritten once the vault is made', async () => {
  const given: Uint8Array[] = []
  const surroundings = {
    ...realSurroundings(),
    randomBytes: (count: number) => {
      const bytes = randomBytes(count)
      given.push(bytes)
      return bytes
    },
  }
  const vault = vaultIn({ folder: join(temporaryFolder(), 'vault'), surroundings, cost: cheapCost })
  await vault.create(passphrase, () => undefined)
  // Everything else random is a salt or a nonce, and those are no secrets.
  const secret = given.filter(({ length }) => length === 32 || length === 18)
  expect(secret).toHaveLength(2)
  for (const bytes of secret) expect(bytes.every((byte) => byte === 0)).toBe(true)
})
