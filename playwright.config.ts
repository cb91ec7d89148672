// Two ways to run the same specs: the Chromium host, and real Electron; each where its browser is on this machine.
import { defineConfig } from '@playwright/test'
import { findElectron, findHeadlessChromium } from './scripts/runtimes.ts'
import { sameOnBoth, type Runtime } from './tests/e2e/palpateApp.ts'

const found: readonly [Runtime, string | null][] = [
  ['host', findHeadlessChromium()],
  ['electron', findElectron()],
]

// `npm test` asks for the list of all projects, to say how many tests it had to leave out.
/** What happens within the page alone is the same on both: on Electron it has a project of its own. */
const withinPage = /e2e\/page\//
/** What is measured in time must not be disturbed by a neighbour, nor memory that is searched five seconds after a lock. */
const alone = /(killed|lockedProcesses)\.spec/

export default defineConfig<{ runtime: Runtime }>({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  timeout: 60_000,
  expect: { timeout: 10_000 },
  workers: 2,
  // A browser that did not start in time on a busy machine is tried once more where nobody looks on, and told of.
  retries: process.env['CI'] ? 1 : 0,
  forbidOnly: Boolean(process.env['CI']),
  reporter: 'list',
  // No trace, no video: they would write what stands on the screen to the disk.
  use: { trace: 'off', video: 'off', screenshot: 'off', actionTimeout: 10_000 },
  projects: found
    .filter(([, executable]) => executable !== null || process.env['PALPATE_LIST_ALL'])
    .flatMap(([runtime]) => [
      {
        name: runtime,
        use: { runtime },
        testIgnore: [alone, ...(runtime === 'electron' ? [withinPage] : [])],
        ...(runtime === 'electron' && { grepInvert: new RegExp(sameOnBoth, 'u') }),
      },
      { name: `${runtime}-alone`, use: { runtime }, testMatch: alone, dependencies: [runtime] },
      // What `npm test` tries on the host alone, for whoever doubts it.
      ...(runtime === 'electron' ? [{ name: 'electron-page', use: { runtime }, testMatch: withinPage }] : []),
      ...(runtime === 'electron'
        ? [{ name: 'electron-same', use: { runtime }, grep: new RegExp(sameOnBoth, 'u') }]
        : []),
    ]),
})
