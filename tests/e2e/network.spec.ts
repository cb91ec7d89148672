// The running app opens no network connection: on the whole path it asks for nothing but its own files.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { listenerHears, tryWaysOut } from '../faults/tryWaysOut.ts'
import { waysOut } from '../faults/waysOut.ts'
import { expect, sharedTest, test } from './fixtures.ts'
import {
  createClient,
  markRegion,
  savePatientFile,
  setUpPractice,
  signNote,
  startSession,
  typeSection,
} from './journeys.ts'
import type { PalpateApp } from './palpateApp.ts'

async function wholePath(app: PalpateApp, folder: string): Promise<void> {
  const { page } = app
  await setUpPractice(page)
  await createClient(page, { firstName: 'Maren', lastName: 'Okafor' })
  await startSession(page)
  await markRegion(page, 'Right upper trapezius, posterior', { kind: 'Pain', severity: 7 })
  await typeSection(page, 'Subjective', 'Headaches: see https://example.com/advice and www.example.org')
  await signNote(page)
  await page.getByRole('link', { name: 'Maren Okafor' }).click()
  await app.nextSavePath(join(folder, 'file.pdf'))
  await savePatientFile(page)
}

test("Chromium's own log of the network shows no request and no name looked up (electron only)", async ({
  launch,
  temporaryFolder,
  runtime,
}) => {
  test.skip(runtime !== 'electron', 'the host keeps every request from the network itself')
  const log = join(temporaryFolder, 'net.json')
  const app = await launch({ args: [`--log-net-log=${log}`] })
  await wholePath(app, temporaryFolder)
  await app.close()
  // Written line by line; the end may be missing when a process is ended.
  const written = readFileSync(log, 'utf8')
  expect(written).toContain('URL_REQUEST_START_JOB')
  const lines = written.split('\n')
  const urls = lines.flatMap((line) => /"url":"((?:https?|wss?|ftp):[^"]*)"/.exec(line)?.[1] ?? [])
  expect(urls).toEqual([])
  const names = lines.flatMap((line) => /"host":"([^"]+)"/.exec(line)?.[1] ?? [])
  expect(names).toEqual([])
})

const loopback = '127.0.0.1'

for (const [world, title] of [
  ['page', 'a script of the page'],
  ['pristine', 'a script that kept every constructor of a browser'],
] as const) {
  sharedTest(`${title}, by every way that we know, reaches no listener on this machine`, async ({ app: { page } }) => {
    sharedTest.setTimeout(120_000)
    const outcomes = await tryWaysOut(page, world, loopback, waysOut)
    expect(outcomes.filter(({ heard }) => heard.length > 0)).toEqual([])
    expect(outcomes.length).toBe(waysOut.length)
    expect(await listenerHears(loopback)).toBe(true)
  })
}

sharedTest('WebRTC and its relatives are gone from the page before its own scripts run', async ({ app: { page } }) => {
  const left = await page.evaluate(() =>
    Object.getOwnPropertyNames(globalThis).filter((name) =>
      /RTC|^WebTransport|Speech|^speech|^Presentation/.test(name),
    ),
  )
  expect(left).toEqual([])
})

sharedTest('every address, also of this machine / goes to a proxy that does not exist', async ({ app }) => {
  sharedTest.skip(app.runtime !== 'electron', 'only Electron says which proxy it uses')
  const ways = await app.evaluate(({ session }) =>
    Promise.all(
      ['http://127.0.0.1:1/', 'https://localhost/', 'wss://192.0.2.7/', 'https://example.org/'].map((address) =>
        session.defaultSession.resolveProxy(address),
      ),
    ),
  )
  expect([...new Set(ways)]).toEqual(['PROXY nowhere.invalid:9'])
})
