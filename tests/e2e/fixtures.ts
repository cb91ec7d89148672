// Playwright fixtures: start the built app on the project's runtime, and put everything away afterwards.
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base } from '@playwright/test'
import { launchElectron, startElectron } from './electronApp.ts'
import { launchHost, startHost } from './hostApp.ts'
import { makePracticeVault } from '../fixtures/vaultOfSize.ts'
import { expectUnlocked, passphrase, practice, unlock } from './journeys.ts'
import { ended, type LaunchOptions, type PalpateApp, type Runtime } from './palpateApp.ts'

interface WorkerFixtures {
  /** Which way the app runs; the project says. */
  runtime: Runtime
  /**
   * A practice to be copied, whose passphrase costs next to nothing to try. One that is set up on the screen, at its full
   * cost, is what the first start and every test of `freshApp` is about.
   */
  template: { userData: string; recoveryCode: string }
  /** A practice that stays open for all tests of a worker that ask for it. */
  sharedApp: PalpateApp
}
interface Fixtures {
  /** A fresh folder that is gone after the test. */
  temporaryFolder: string
  /** Starts the app, on a fresh folder unless one is named. */
  launch: (options?: Partial<LaunchOptions>) => Promise<PalpateApp>
  /** Starts the app on a folder where it runs already, and gives the exit code of that second start. */
  startAgain: (userData: string) => Promise<number | null>
  /** The folder of a practice that was set up before; nobody has opened it in this test. */
  practiceFolder: string
  /** The app before any set-up. */
  freshApp: PalpateApp
  /** The app with a practice, unlocked. */
  app: PalpateApp
}

/** Leaves the template's passphrase as cheap as it is. */
export const cheapUnlock = ['--keep-passphrase-cost']

/** The size at which the screens are made to be looked at. */
const viewport = { width: 1280, height: 800 }

async function start(runtime: Runtime, options: LaunchOptions): Promise<PalpateApp> {
  const app = await (runtime === 'host' ? launchHost(options) : launchElectron(options))
  await app.page.setViewportSize(viewport)
  return app
}

const makeFolder = () => mkdtempSync(join(tmpdir(), 'palpate-test-'))
const removeFolder = (folder: string) => rmSync(folder, { recursive: true, force: true, maxRetries: 5 })

export const test = base.extend<Fixtures, WorkerFixtures>({
  runtime: ['host', { option: true, scope: 'worker' }],

  template: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads from the pattern what a fixture needs
    async ({}, use) => {
      const folder = makeFolder()
      const userData = join(folder, 'data')
      const recoveryCode = await makePracticeVault(join(userData, 'vault'), {
        passphrase,
        practice: { ...practice, address: '', phone: '' },
      })
      await use({ userData, recoveryCode })
      removeFolder(folder)
    },
    { scope: 'worker' },
  ],

  sharedApp: [
    async ({ runtime, template }, use) => {
      const folder = makeFolder()
      const userData = join(folder, 'shared')
      cpSync(join(template.userData, 'vault'), join(userData, 'vault'), { recursive: true })
      const app = await start(runtime, { userData, args: cheapUnlock })
      await unlock(app.page)
      await use(app)
      await app.kill()
      removeFolder(folder)
    },
    { scope: 'worker' },
  ],

  // oxlint-disable-next-line no-empty-pattern -- Playwright reads from the pattern what a fixture needs
  temporaryFolder: async ({}, use) => {
    const folder = makeFolder()
    await use(folder)
    removeFolder(folder)
  },

  launch: async ({ runtime, temporaryFolder }, use, testInfo) => {
    const started: PalpateApp[] = []
    await use(async ({ userData, args = [], ...place } = {}) => {
      const folder = userData ?? join(temporaryFolder, `data-${started.length}`)
      const app = await start(runtime, { userData: folder, args, ...place })
      started.push(app)
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
    const startOnly = runtime === 'host' ? startHost : startElectron
    await use((userData) => ended(startOnly({ userData, args: [] })))
  },

  practiceFolder: async ({ template, temporaryFolder }, use) => {
    const folder = join(temporaryFolder, 'practice')
    cpSync(join(template.userData, 'vault'), join(folder, 'vault'), { recursive: true })
    await use(folder)
  },

  freshApp: async ({ launch }, use) => {
    await use(await launch())
  },

  app: async ({ launch, practiceFolder }, use) => {
    const app = await launch({ userData: practiceFolder, args: cheapUnlock })
    await unlock(app.page)
    await use(app)
  },
})

/**
 * The same with one practice for all tests of a file: for specs that neither lock nor leave the app. Each test makes a
 * client of its own (`createSomebody`) and begins on a page that was loaded anew.
 */
export const sharedTest = test.extend({
  app: async ({ sharedApp }, use) => {
    const { page } = sharedApp
    // Whatever the test before has left: the size of the window, colours, an open dialog.
    await page.setViewportSize(viewport)
    await page.emulateMedia({ colorScheme: null, reducedMotion: null, contrast: null, forcedColors: null })
    await page.evaluate(() => {
      window.location.hash = '#/today'
      // A finger in one test must not make the controls of the next one larger.
      localStorage.setItem('palpate-touch-sizes', 'off')
      localStorage.removeItem('palpate-last-input')
      localStorage.removeItem('palpate-date-order')
      localStorage.removeItem('palpate-hour-clock')
    })
    await page.reload()
    await expectUnlocked(page)
    await use(sharedApp)
  },
})

export { expect } from '@playwright/test'
