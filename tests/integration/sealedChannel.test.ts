// A page and the services in their own process, with everything between them recorded: nothing of it can be read, and
// nothing that was changed, said twice or said by somebody else is taken.
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { channels, contract, isChannel, sessionWrittenBy } from '#shared/contract/contract.ts'
import { emptyClient } from '#shared/domain/client.ts'
import { documentFromText } from '#shared/domain/note/plainText.ts'
import { agreeChannel, type PageReply, type SealedRequest } from '#shared/contract/sealing.ts'
import { makeSealedCalls } from '../../src/preload/sealedCalls.ts'
import { forkServices, mortalEntry, shippedEntry } from '../fixtures/forkedServices.ts'
import { samplePractice } from '../fixtures/practiceUnderTest.ts'
import { passphrase, temporaryFolder } from '../fixtures/vaultPlace.ts'

const forbidden = { ok: false, error: { code: 'FORBIDDEN' } }
const word = 'quixotrophic'

/** What the process in between may do to a message on its way. */
type Change = (request: SealedRequest, channel: string) => SealedRequest

function pageAndServices(entry: URL = mortalEntry) {
  const services = forkServices(entry, { folder: join(temporaryFolder(), 'vault') })
  onTestFinished(() => services.close())
  const passed: Buffer[] = []
  const requests: { channel: string; request: SealedRequest }[] = []
  const codes: (string | null)[] = []
  const failures: { channel: string; error: unknown }[] = []
  let change: Change = (request) => request

  let changeReply = (reply: PageReply): PageReply => reply

  const page = (id: number) => {
    const calls = makeSealedCalls(
      async (channel, message): Promise<unknown> => {
        if (channel === agreeChannel) return services.agree(id, message as Uint8Array)
        const request = change(message as SealedRequest, channel)
        requests.push({ channel, request })
        const { code, reply } = await services.callSealed(id, channel, request)
        codes.push(code)
        passed.push(Buffer.from(request.sealed), Buffer.from('sealed' in reply ? reply.sealed : []))
        return changeReply(reply)
      },
      (channel, error) => failures.push({ channel, error }),
    )
    return (channel: string, input: unknown) =>
      calls.ask(channel, JSON.stringify(input), isChannel(channel) ? sessionWrittenBy(channel, input) : null)
  }
  return {
    services,
    passed,
    requests,
    codes,
    failures,
    page,
    ask: page(1),
    onTheWay: (next: Change) => void (change = next),
    onTheWayBack: (next: typeof changeReply) => void (changeReply = next),
  }
}

async function withSession(between: ReturnType<typeof pageAndServices>) {
  const { ask } = between
  await ask('vault:create', { practice: samplePractice, passphrase })
  const client = await ask('client:create', { fields: { ...emptyClient, lastName: 'Morgenstern' } })
  const { id: clientId } = (client as { data: { id: string } }).data
  const started = await ask('session:start', { clientId, serviceStart: '2026-01-05T09:00' })
  const { id } = (started as { data: { id: string } }).data
  return { id, save: { id, section: 'plan', document: documentFromText(`${word} for a week`) } }
}

test('what a page writes / is stored and read back, and is unreadable on the way in and out', async () => {
  const between = pageAndServices(shippedEntry)
  const { id, save } = await withSession(between)
  expect(await between.ask('session:saveSection', save)).toMatchObject({ ok: true })
  expect(JSON.stringify(await between.ask('session:get', { id }))).toContain(word)
  const all = Buffer.concat(between.passed)
  for (const text of [word, 'Morgenstern', passphrase, samplePractice.name]) {
    expect(all.includes(text), text).toBe(false)
    expect(all.includes(Buffer.from(text, 'utf16le')), text).toBe(false)
  }
  expect(between.requests.find(({ channel }) => channel === 'session:saveSection')?.request.sessionId).toBe(id)
})

test('a message that names no session, or another than it writes in / is refused and writes nothing', async () => {
  const between = pageAndServices()
  const { id, save } = await withSession(between)
  for (const sessionId of [null, '0190a5e0-0000-7000-8000-000000000009']) {
    // The page itself lies: it seals one thing and says another.
    const calls = makeSealedCalls(
      async (channel, message) => {
        if (channel === agreeChannel) return between.services.agree(2, message as Uint8Array)
        return (await between.services.callSealed(2, channel, message as SealedRequest)).reply
      },
      (channel, error) => between.failures.push({ channel, error }),
    )
    expect(await calls.ask('session:saveSection', JSON.stringify(save), sessionId)).toEqual(forbidden)
  }
  expect(JSON.stringify(await between.ask('session:get', { id }))).not.toContain(word)
})

test('an answer / that cannot be opened / is reported with its operation, so that its bug is kept', async () => {
  const between = pageAndServices()
  const { id } = await withSession(between)
  expect(between.failures).toEqual([])
  between.onTheWayBack((reply) => ('sealed' in reply ? { sealed: reply.sealed.toReversed() } : reply))
  expect(await between.ask('session:get', { id })).toMatchObject({ ok: false, error: { code: 'INTERNAL' } })
  expect(between.failures).toMatchObject([{ channel: 'session:get', error: { name: 'OperationError' } }])
})

test('a wrong input / on every channel that writes in a session, with any session’s name / is refused as such', async () => {
  const { ask } = pageAndServices()
  for (const channel of channels.filter((one) => contract[one].effect === 'session')) {
    expect(await ask(channel, { id: 7 }), channel).toMatchObject({ ok: false, error: { code: 'VALIDATION' } })
  }
})

test.each<[string, Change]>([
  [
    'whose bits were changed',
    (request) => ({ ...request, sealed: request.sealed.map((byte, at) => (at === 20 ? byte ^ 1 : byte)) }),
  ],
  ['that was given another number', (request) => ({ ...request, number: request.number + 7 })],
  ['that was given another session', (request) => ({ ...request, sessionId: '0190a5e0-0000-7000-8000-000000000009' })],
  ['that was cut short', (request) => ({ ...request, sealed: request.sealed.subarray(0, 8) })],
])('a message %s on the way is refused', async (_, changed) => {
  const between = pageAndServices()
  expect(await between.ask('vault:status', {})).toMatchObject({ ok: true })
  between.onTheWay(changed)
  expect(await between.ask('vault:status', {})).toEqual(forbidden)
})

test('a message sent twice, on another channel or by another window / is refused', async () => {
  const between = pageAndServices()
  await between.ask('vault:status', {})
  await between.page(2)('vault:status', {})
  const { request } = between.requests[0]!
  const say = async (page: number, channel: string): Promise<PageReply> =>
    (await between.services.callSealed(page, channel, request)).reply
  expect(await say(1, 'vault:status')).toEqual(forbidden)
  expect(await say(1, 'client:list')).toEqual(forbidden)
  expect(await say(2, 'vault:status')).toEqual(forbidden)
})

test('main learns whether it was done and whether the vault is open, and nothing else', async () => {
  const between = pageAndServices()
  await withSession(between)
  expect(new Set(between.codes)).toEqual(new Set([null]))
  await between.ask('vault:changePassphrase', { current: 'a guess', next: 'a longer passphrase' })
  expect(between.codes.at(-1)).toBe('WRONG_PASSPHRASE')
})

test('messages sent at once / are answered in order, also a short one after a long one', async () => {
  const between = pageAndServices()
  const { id, save } = await withSession(between)
  const long = { ...save, document: documentFromText('long '.repeat(200_000)) }
  const [first, second, read] = await Promise.all([
    between.ask('session:saveSection', long),
    between.ask('session:saveSection', save),
    between.ask('session:get', { id }),
  ])
  expect([first, second]).toMatchObject([{ ok: true }, { ok: true }])
  expect(JSON.stringify(read)).toContain(word)
  expect(JSON.stringify(read)).not.toContain('long long')
})

test('services that were started anew / answer the same page, locked', async () => {
  const between = pageAndServices()
  await withSession(between)
  await between.services.lock()
  expect(await between.ask('client:list', {})).toEqual({ ok: false, error: { code: 'LOCKED' } })
  expect(await between.ask('vault:unlock', { passphrase })).toEqual({ ok: true, data: {} })
})

test('a window that is forgotten agrees anew', async () => {
  const between = pageAndServices()
  await between.ask('vault:status', {})
  between.services.forget(1)
  const { request } = between.requests[0]!
  const { reply } = await between.services.callSealed(1, 'vault:status', request)
  expect(reply).toEqual({ agreeAnew: true })
  expect(await between.ask('vault:status', {})).toMatchObject({ ok: true })
})

test('an invalid public key is refused', async () => {
  const { services } = pageAndServices()
  expect(await services.agree(1, new Uint8Array(65))).toEqual({ ok: false, error: { code: 'VALIDATION' } })
})
