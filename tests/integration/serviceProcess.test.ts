// The services in their own process: asked across the wire, ended by a lock, closed, and started again after a death.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { vaultFiles } from '#main/vault/vaultFolder.ts'
import { emptyClient } from '#shared/domain/client.ts'
import { forkServices, mortalEntry, shippedEntry } from '../fixtures/forkedServices.ts'
import { samplePractice } from '../fixtures/practiceUnderTest.ts'
import { passphrase, temporaryFolder } from '../fixtures/vaultPlace.ts'

const client = { fields: { ...emptyClient, lastName: 'Morgenstern' } }
const done = { ok: true, data: {} }
const failed = { ok: false, error: { code: 'INTERNAL' } }
const locked = { ok: false, error: { code: 'LOCKED' } }

function start(entry: URL, options: { demo?: boolean; longestClose?: number; language?: string } = {}) {
  const folder = join(temporaryFolder(), 'vault')
  const events: unknown[] = []
  const onEvent = (event: string, payload: unknown) => void events.push([event, payload])
  const services = forkServices(entry, { folder, onEvent, ...options })
  onTestFinished(() => services.close())
  return {
    services,
    events,
    files: vaultFiles(folder),
    create: () => services.call('vault:create', { practice: samplePractice, passphrase }),
  }
}

test("the app's own process makes a vault, answers in the language it is given, locks, unlocks and closes", async () => {
  const { services, files, create } = start(shippedEntry, { language: 'da-DK' })
  expect(await services.call('vault:status', {})).toMatchObject({ ok: true, data: { state: 'absent' } })
  expect(await create()).toMatchObject({ ok: true })
  expect(await services.call('client:create', client)).toMatchObject({ ok: true })
  expect(await services.call('client:create', { fields: { ...emptyClient, lastName: 'Ågård' } })).toMatchObject({
    ok: true,
  })
  // In Danish Å is the last letter, in English an A.
  const danish = [{ lastName: 'Morgenstern' }, { lastName: 'Ågård' }]
  expect(await services.call('client:list', {})).toMatchObject({ data: danish })
  await services.lock()
  expect(await services.call('client:list', {})).toEqual(locked)
  expect(await services.call('vault:unlock', { passphrase: 'a guess' })).toEqual({
    ok: false,
    error: { code: 'WRONG_PASSPHRASE' },
  })
  expect(await services.call('vault:unlock', { passphrase })).toEqual(done)
  expect(await services.call('client:list', {})).toMatchObject({ data: danish })
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
  'a process that %s / answers what is open with INTERNAL, and starts again, locked, with all that was saved',
  async (_, deadly) => {
    const { services, create } = start(mortalEntry)
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
  const { services, create } = start(mortalEntry)
  await create()
  expect(await services.call('practice:get', {})).toEqual(failed)
})

test('closing waits for what was asked before', async () => {
  const { services, create } = start(mortalEntry)
  await create()
  const saving = Array.from({ length: 20 }, () => services.call('client:create', client))
  const closing = services.close()
  expect((await Promise.all(saving)).every(({ ok }) => ok)).toBe(true)
  await closing
})

test('a lock / answers what was asked before it; what is asked meanwhile is answered LOCKED', async () => {
  const { services, create } = start(mortalEntry)
  await create()
  const saving = services.call('client:create', client)
  const locking = services.lock()
  const after = services.call('client:list', {})
  expect(await saving).toMatchObject({ ok: true })
  await locking
  expect(await after).toEqual(locked)
  expect(await services.call('vault:status', {})).toMatchObject({ data: { state: 'locked' } })
})

test('a process that does not close in time / is killed by a lock; what waits is answered LOCKED; nothing saved is lost', async () => {
  const { services, create } = start(mortalEntry, { longestClose: 50 })
  await create()
  await services.call('client:create', client)
  const forever = services.call('bin:list', {})
  await services.lock()
  expect(await forever).toEqual(locked)
  expect(await services.call('vault:unlock', { passphrase })).toEqual(done)
  expect(await services.call('client:list', {})).toMatchObject({ data: [{ lastName: 'Morgenstern' }] })
})

test('a report that the services send unasked / arrives', async () => {
  const { services, events, create } = start(mortalEntry)
  await create()
  await services.call('phrase:list', {})
  expect(events).toEqual([['job', { kind: 'record check', progress: null }]])
})

test('with the demo asked for / the process makes and opens a practice of invented people', async () => {
  const { services } = start(shippedEntry, { demo: true })
  expect(await services.call('vault:status', {})).toMatchObject({
    ok: true,
    data: { state: 'unlocked', demoPassphrase: 'demo-practice', recoveryUnconfirmed: false },
  })
  const clients = await services.call('client:list', {})
  expect(clients.ok && (clients.data as unknown[]).length).toBeGreaterThan(0)
})
