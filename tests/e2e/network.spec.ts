// The running app opens no network connection: on the whole path it asks for nothing but its own files.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from './fixtures.ts'
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
