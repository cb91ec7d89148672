// Pages and the services in their own process, over the port that main hands out: what is asked, in which order, who may
// write, and what main is told of it.
import fc from 'fast-check'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { emptyClient } from '#shared/domain/client.ts'
import { documentFromText } from '#shared/domain/note/plainText.ts'
import { sessionWrites } from '#shared/contract/sessionWrites.ts'
import type { PageNotice } from '#main/services/process/messages.ts'
import { MessageChannelMain } from '../host/ports.ts'
import { forkServices, mortalEntry, pageOf } from '../fixtures/forkedServices.ts'
import { samplePractice } from '../fixtures/practiceUnderTest.ts'
import { passphrase, temporaryFolder } from '../fixtures/vaultPlace.ts'

const refused = (code: string) => ({ ok: false, error: { code } })
const word = 'quixotrophic'
const another = '0190a5e0-0000-7000-8000-000000000009'

function start() {
  const notices: PageNotice[] = []
  const services = forkServices(mortalEntry, {
    folder: join(temporaryFolder(), 'vault'),
    onNotice: (notice) => void notices.push(notice),
  })
  onTestFinished(() => services.close())
  return { services, notices, ask: pageOf(services, 1), other: pageOf(services, 2) }
}

async function withSession({ ask }: Pick<ReturnType<typeof start>, 'ask'>) {
  await ask('vault:create', { practice: samplePractice, passphrase })
  const client = await ask('client:create', { fields: { ...emptyClient, lastName: 'Morgenstern' } })
  const { id: clientId } = (client as { data: { id: string } }).data
  const started = await ask('session:start', { clientId, serviceStart: '2026-01-05T09:00' })
  const { id } = (started as { data: { id: string } }).data
  return { id, save: { id, section: 'plan', document: documentFromText(`${word} for a week`) } }
}

test('what a page writes is kept and read; main is told who wrote in which session, and no text', async () => {
  const { ask, notices } = start()
  const { id, save } = await withSession({ ask })
  expect(await ask('session:saveSection', save)).toMatchObject({ ok: true })
  expect(JSON.stringify(await ask('session:get', { id }))).toContain(word)
  expect(notices.at(-1)).toEqual({
    page: 1,
    channel: 'session:saveSection',
    stage: 'done',
    code: null,
    isOpen: false,
    sessionId: id,
  })
  const told = JSON.stringify(notices)
  for (const text of [word, 'Morgenstern', passphrase, samplePractice.name]) expect(told).not.toContain(text)
})

test('main is told when somebody begins to open the vault, and whether it is open afterwards', async () => {
  const { services, ask, notices } = start()
  await ask('vault:create', { practice: samplePractice, passphrase })
  await services.lock()
  notices.length = 0
  await ask('vault:unlock', { passphrase: 'a guess' })
  await ask('vault:unlock', { passphrase })
  await ask('vault:unlock', {})
  const told = { page: 1, channel: 'vault:unlock', sessionId: null }
  expect(notices).toEqual([
    { ...told, stage: 'begun', code: null, isOpen: false },
    { ...told, stage: 'done', code: 'WRONG_PASSPHRASE', isOpen: false },
    { ...told, stage: 'begun', code: null, isOpen: false },
    { ...told, stage: 'done', code: null, isOpen: true },
  ])
})

test('a page that is not the writer of a session writes nothing in it, also after the services were started anew', async () => {
  const { services, ask, other } = start()
  const { id, save } = await withSession({ ask })
  await services.setWriters(new Map([[id, 1]]))
  expect(await other('session:saveSection', save)).toEqual(refused('CONFLICT'))
  await services.lock()
  await other('vault:unlock', { passphrase })
  expect(await other('session:saveSection', save)).toEqual(refused('CONFLICT'))
  expect(JSON.stringify(await other('session:get', { id }))).not.toContain(word)
  expect(await ask('session:saveSection', save)).toMatchObject({ ok: true })
  await services.setWriters(new Map([[id, 2]]))
  expect(await ask('session:saveSection', save)).toEqual(refused('CONFLICT'))
  await services.setWriters(new Map())
  expect(await ask('session:saveSection', save)).toMatchObject({ ok: true })
})

test('every operation that writes in a session is refused to a page that is not its writer', async () => {
  const { services, ask, other } = start()
  const { id } = await withSession({ ask })
  await services.setWriters(new Map([[id, 1]]))
  for (const channel of ['session:savePrivateRemark', 'session:discard', 'bin:remove', 'session:sign']) {
    const answer = await other(channel, { id, privateRemark: '', expected: '' })
    expect(['CONFLICT', 'VALIDATION'], channel).toContain((answer as { error: { code: string } }).error.code)
  }
})

test('a wrong input is refused as such on every channel that writes in a session, whatever session it names', async () => {
  const { ask } = start()
  for (const channel of Object.keys(sessionWrites)) {
    expect(await ask(channel, { id: 7 }), channel).toMatchObject(refused('VALIDATION'))
  }
})

test('what is no operation of the services, or none of this page, is refused', async () => {
  const { services, ask } = start()
  const printed = pageOf(services, 3, ['patientFile:compose'])
  for (const channel of ['vault:lock', 'print:job', 'constructor', '']) {
    expect(await ask(channel, {}), channel).toEqual(refused('FORBIDDEN'))
  }
  expect(await printed('vault:status', {})).toEqual(refused('FORBIDDEN'))
  expect(await printed('patientFile:compose', {})).toMatchObject(refused('VALIDATION'))
})

test('whatever is said over a port that is no question is not answered, and the page goes on', async () => {
  const { services, ask } = start()
  const { port1, port2 } = new MessageChannelMain()
  const heard: unknown[] = []
  port2.on('message', ({ data }) => void heard.push(data))
  await services.connect({ connect: 4, only: null }, port1)
  port2.start()
  for (const message of fc.sample(fc.anything({ withDate: true, withMap: true, withTypedArray: true }), 200)) {
    port2.postMessage(message)
  }
  expect(await ask('vault:status', {})).toMatchObject({ ok: true })
  expect(heard).toEqual([{ isReady: true }])
})

test('questions that are asked at once are answered in the order of asking, long ones before short ones', async () => {
  const { ask } = start()
  const { id, save } = await withSession({ ask })
  const long = { ...save, document: documentFromText('long '.repeat(200_000)) }
  const [first, second, read] = await Promise.all([
    ask('session:saveSection', long),
    ask('session:saveSection', save),
    ask('session:get', { id }),
  ])
  expect([first, second]).toMatchObject([{ ok: true }, { ok: true }])
  expect(JSON.stringify(read)).toContain(word)
  expect(JSON.stringify(read)).not.toContain('long long')
})

test('a page goes on with services that were started anew, and finds them locked', async () => {
  const { services, ask } = start()
  await withSession({ ask })
  await services.lock()
  expect(await ask('client:list', {})).toEqual(refused('LOCKED'))
  expect(await ask('vault:unlock', { passphrase })).toEqual({ ok: true, data: {} })
})

test('a lock answers what a page asked before it, and what it asks meanwhile is answered by the locked ones', async () => {
  const { services, ask } = start()
  await withSession({ ask })
  const saving = ask('client:create', { fields: { ...emptyClient, lastName: 'Sand' } })
  expect(await saving).toMatchObject({ ok: true })
  const locking = services.lock()
  expect(await ask('client:list', {})).toEqual(refused('LOCKED'))
  await locking
})

test('a page whose services die over a question is told INTERNAL, and asks the next ones over a new port', async () => {
  const { ask } = start()
  await ask('vault:create', { practice: samplePractice, passphrase })
  const open = await Promise.all([ask('today:overview', {}), ask('workspace:get', {})])
  expect(open).toEqual([refused('INTERNAL'), refused('INTERNAL')])
  expect(await ask('client:list', {})).toEqual(refused('LOCKED'))
})

test('what a page asks of services that do not close in time is LOCKED, and of closed ones as well', async () => {
  const services = forkServices(mortalEntry, { folder: join(temporaryFolder(), 'vault'), longestClose: 50 })
  const ask = pageOf(services, 1)
  await ask('vault:create', { practice: samplePractice, passphrase })
  const forever = ask('bin:list', {})
  await ask('vault:status', {})
  await services.close()
  expect(await forever).toEqual(refused('LOCKED'))
  expect(await ask('vault:status', {})).toEqual(refused('LOCKED'))
})

test('a page that is loaded anew is heard, and the one before it in the same window is not', async () => {
  const { services, ask } = start()
  await ask('vault:status', {})
  const next = pageOf(services, 1)
  expect(await next('vault:status', {})).toMatchObject({ ok: true })
  await services.setWriters(new Map([[another, 1]]))
  // The old page has lost its port; asked again it connects anew.
  expect(await ask('vault:status', {})).toMatchObject({ ok: true })
})
