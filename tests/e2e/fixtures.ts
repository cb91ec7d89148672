// Playwright fixtures: start the built app on the project's runtime, and put everything away afterwards.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base } from '@playwright/test'
import { launchElectron, startElectron } from './electronApp.ts'
import { launchHost, startHost } from './hostApp.ts'
import { ended, type PalpateApp, type Runtime } from './palpateApp.ts'

interface Options {
  /** Which way the app runs; the project says. */
  runtime: Runtime
}
interface Fixtures {
  /** A fresh folder that is gone after the test. */
  temporaryFolder: string
  /** Starts the app, on a fresh folder unless one is named. */
  launch: (options?: { userData?: string; args?: readonly string[] }) => Promise<PalpateApp>
  /** Starts the app on a folder where it runs already, and gives the exit code of that second start. */
  startAgain: (userData: string) => Promise<number | null>
  /** The app on a fresh folder. */
  app: PalpateApp
}

/** The size at which the screens are made to be looked at. */
export const viewport = { width: 1280, height: 800 }

export const test = base.extend<Fixtures & Options>({
  runtime: ['host', { option: true }],

  // oxlint-disable-next-line no-empty-pattern -- Playwright reads from the pattern what a fixture needs
  temporaryFolder: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'palpate-test-'))
    await use(folder)
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  },

  launch: async ({ runtime, temporaryFolder }, use, testInfo) => {
    const started: PalpateApp[] = []
    await use(async ({ userData, args = [] } = {}) => {
      const options = { userData: userData ?? join(temporaryFolder, `data-${started.length}`), args }
      const app = await (runtime === 'host' ? launchHost(options) : launchElectron(options))
      started.push(app)
      await app.page.setViewportSize(viewport)
      return app
    })
    for (const app of started) {
      if (testInfo.status !== testInfo.expectedStatus) {
        const body = await app.page.screenshot({ timeout: 5000 }).catch(() => null)
        if (body) await testInfo.attach('screen', { body, contentType: 'image/png' })
      }
      await app.kill()
    }
  },

  startAgain: async ({ runtime }, use) => {
    const start = runtime === 'host' ? startHost : startElectron
    await use((userData) => ended(start({ userData, args: [] })))
  },

  app: async ({ launch }, use) => {
    await use(await launch())
  },
})

export { expect } from '@playwright/test'
