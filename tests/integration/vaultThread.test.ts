// The services on their own thread: asked across the wire, locked, closed, and started again after a death.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { startServiceThread } from '#main/services/thread/serviceThread.ts'
import { vaultFiles } from '#main/vault/vaultFolder.ts'
import { emptyClient } from '#shared/domain/client.ts'
import { samplePractice } from '../fixtures/practiceUnderTest.ts'
import { passphrase, temporaryFolder } from '../fixtures/vaultPlace.ts'

const mortalThread = new URL('../fixtures/mortalThread.ts', import.meta.url)
const shippedThread = new URL('../../src/main/services/thread/serviceWorker.ts', import.meta.url)
const client = { fields: { ...emptyClient, lastName: 'Morgenstern' } }
const done = { ok: true, data: {} }
const failed = { ok: false, error: { code: 'INTERNAL' } }
const locked = { ok: false, error: { code: 'LOCKED' } }

function thread(workerFile: URL, options: { demo?: boolean } = {}) {
  const folder = join(temporaryFolder(), 'vault')
  const services = startServiceThread({ workerFile, folder, ...options })
  onTestFinished(() => services.close())
  return {
    services,
    files: vaultFiles(folder),
    create: () => services.call('vault:create', { practice: samplePractice, passphrase }),
  }
}

test("the app's own thread makes a vault, answers, locks, unlocks and closes", async () => {
  const { services, files, create } = thread(shippedThread)
  expect(await services.call('vault:status', {})).toMatchObject({ ok: true, data: { state: 'absent' } })
  expect(await create()).toMatchObject({ ok: true })
  expect(await services.call('client:create', client)).toMatchObject({ ok: true })
  await services.lock()
  expect(await services.call('client:list', {})).toEqual(locked)
  expect(await services.call('vault:unlock', { passphrase: 'a guess' })).toEqual({
    ok: false,
    error: { code: 'WRONG_PASSPHRASE' },
  })
  expect(await services.call('vault:unlock', { passphrase })).toEqual(done)
  expect(await services.call('client:list', {})).toMatchObject({ data: [{ lastName: 'Morgenstern' }] })
  await services.close()
  expect(existsSync(files.database)).toBe(true)
  expect(existsSync(`${files.database}-wal`)).toBe(false)
  expect(await services.call('vault:status', {})).toEqual(locked)
  await services.close()
  await services.lock()
})

test.each([
  ['exits', 'today:overview'],
  ['throws where nobody catches', 'workspace:get'],
])(
  'a thread that %s answers everything open with INTERNAL and starts again, locked, with all that was saved',
  async (_, deadly) => {
    const { services, create } = thread(mortalThread)
    await create()
    await services.call('client:create', client)
    const open = await Promise.all([services.call(deadly, {}), services.call('workspace:get', {})])
    expect(open).toEqual([failed, failed])
    expect(await services.call('client:list', {})).toEqual(locked)
    expect(await services.call('vault:status', {})).toMatchObject({ data: { state: 'locked', retryAfterSeconds: 0 } })
    expect(await services.call('vault:unlock', { passphrase })).toEqual(done)
    expect(await services.call('client:list', {})).toMatchObject({ data: [{ lastName: 'Morgenstern' }] })
  },
)

test('an unexpected error crosses the wire without its text', async () => {
  const { services, create } = thread(mortalThread)
  await create()
  expect(await services.call('practice:get', {})).toEqual(failed)
})

test('closing waits for what was asked before', async () => {
  const { services, create } = thread(mortalThread)
  await create()
  const saving = Array.from({ length: 20 }, () => services.call('client:create', client))
  const closing = services.close()
  expect((await Promise.all(saving)).every(({ ok }) => ok)).toBe(true)
  await closing
})

test('with the demo asked for, the thread makes a practice of invented people and opens it', async () => {
  const { services } = thread(shippedThread, { demo: true })
  expect(await services.call('vault:status', {})).toMatchObject({
    ok: true,
    data: { state: 'unlocked', demoPassphrase: 'demo-practice', recoveryUnconfirmed: false },
  })
  const clients = await services.call('client:list', {})
  expect(clients.ok && (clients.data as unknown[]).length).toBeGreaterThan(0)
})
