// A mistake in a service, on a real practice full of a client's words: what is kept of it has none of them.
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { ownCodeIn } from '#main/ownCode.ts'
import { makeDiagnostics } from '#main/shell/diagnostics.ts'
import type { Output } from '#shared/contract/contract.ts'
import { emptyClient } from '#shared/domain/client.ts'
import { documentFromText } from '#shared/domain/note/plainText.ts'
import { instantNow } from '#shared/domain/time.ts'
import { forkServices, mortalEntry, shippedEntry } from '../fixtures/forkedServices.ts'
import { samplePractice } from '../fixtures/practiceUnderTest.ts'
import { passphrase, temporaryFolder } from '../fixtures/vaultPlace.ts'

const words = ['Zymurgiana', 'Quixotrophic', 'Floccinauci', 'Müllerová', '5550100', passphrase, 'Someone']

async function practiceOf(entry: URL) {
  const folder = join(temporaryFolder(), 'vault')
  const file = join(dirname(folder), 'diagnostics.json')
  const diagnostics = makeDiagnostics({
    file,
    versions: 'Palpate 0.1.0',
    code: ownCodeIn(join(import.meta.dirname, '../../src')),
    now: instantNow,
    today: () => '2026-11-29',
    documentsFolder: folder,
    askForTarget: async () => null,
  })
  const services = forkServices(entry, {
    folder,
    onMistake: diagnostics.keepOfServices,
    onDied: (operation) => diagnostics.keep('the services ended', operation, []),
  })
  onTestFinished(() => services.close())
  await services.call('vault:create', { practice: samplePractice, passphrase })
  const ask = async <T>(channel: string, input: unknown): Promise<T> => {
    const result = await services.call(channel, input)
    if (!result.ok) throw new Error(`${channel}: ${result.error.code}`)
    return result.data as T
  }
  return { folder, file, services, ask }
}

const entriesIn = (file: string) => (JSON.parse(readFileSync(file, 'utf8')) as { entries: unknown[] }).entries

function expectNoWords(file: string, folder: string) {
  const text = readFileSync(file, 'utf8')
  for (const word of [...words, folder, dirname(folder), import.meta.dirname]) expect(text).not.toContain(word)
}

test('a database that refuses a write / with a client’s words in record and input / records only the operation and places in the code', async () => {
  const { folder, file, services, ask } = await practiceOf(shippedEntry)
  const fields = { ...emptyClient, firstName: 'Zymurgiana', lastName: 'Müllerová', phone: '5550100' }
  const { id: clientId } = await ask<Output<'client:create'>>('client:create', { fields })
  const serviceStart = '2026-11-23T14:00'
  const { id } = await ask<Output<'session:start'>>('session:start', { clientId, serviceStart })
  const document = documentFromText('Floccinauci')
  await ask('session:saveSection', { id, section: 'subjective', document })
  const { details } = await ask<Output<'session:get'>>('session:get', { id })
  const refused = { ...details, place: 'home', visitAddress: 'Quixotrophic 7', lengthMinutes: -60 }
  expect(await services.call('session:saveDetails', { id, details: refused })).toEqual({
    ok: false,
    error: { code: 'INTERNAL' },
  })
  expect(entriesIn(file)).toMatchObject([
    {
      what: 'an operation of the services',
      operation: 'session:saveDetails',
      code: 'INTERNAL',
      errors: expect.arrayContaining([{ name: 'SqliteError', frames: expect.any(Array) }]),
    },
  ])
  const text = readFileSync(file, 'utf8')
  expect(text).toMatch(/"sessions\/\w+\.ts:\d+:\d+/)
  expectNoWords(file, folder)
})

test.each([
  ['an operation that nobody knows', 'Zymurgiana:Müllerová'],
  ['an operation that fails with a client’s words in its error', 'practice:get'],
])('%s / keeps no word of it', async (_, channel) => {
  const { folder, file, services } = await practiceOf(mortalEntry)
  expect(await services.call(channel, { id: 'Floccinauci' })).toEqual({ ok: false, error: { code: 'INTERNAL' } })
  expect(entriesIn(file)).toMatchObject([{ operation: channel === 'practice:get' ? channel : null }])
  expectNoWords(file, folder)
})

test('services that exit during an operation / record that they ended, and in which operation', async () => {
  const { folder, file, services } = await practiceOf(mortalEntry)
  await services.call('today:overview', {})
  expect(entriesIn(file)).toMatchObject([{ what: 'the services ended', operation: 'today:overview', errors: [] }])
  expectNoWords(file, folder)
})

test('an uncaught error with a client’s words / records where it was thrown, and that the services ended', async () => {
  const { folder, file, services } = await practiceOf(mortalEntry)
  await services.call('workspace:get', {})
  const place = expect.stringMatching(/^fixtures\/mortalServices\.ts:\d+:\d+$/)
  expect(entriesIn(file)).toMatchObject([
    { what: 'the services ended', operation: 'workspace:get', errors: [] },
    { what: 'the services, uncaught', operation: null, errors: [{ name: 'Error', frames: [place] }] },
  ])
  expectNoWords(file, folder)
})

test('services that are locked or closed / record nothing', async () => {
  const { file, services } = await practiceOf(shippedEntry)
  const asked = services.call('client:list', {})
  await services.lock()
  await asked
  expect(await services.call('client:list', {})).toMatchObject({ error: { code: 'LOCKED' } })
  await services.close()
  expect(() => readFileSync(file)).toThrow('ENOENT')
})
