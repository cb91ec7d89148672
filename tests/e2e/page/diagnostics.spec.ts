// What is kept when something fails inside the app: shown whole in Settings, saved as it is shown, without a client's word.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { tamperWithVault } from '../../fixtures/tamperedVault.ts'
import { violations } from '../axe.ts'
import { invoke } from '../bridge.ts'
import { expect, test } from '../fixtures.ts'
import { createClient, fillClient, passphrase, unlock } from '../journeys.ts'

const words = { first: 'Zymurgiana', last: 'Müllerová', alert: 'Floccinauci', error: 'Quixotrophic' }

const goTo = (page: Page, hash: string) => page.evaluate((to) => void (location.hash = to), hash)

async function openDiagnostics(page: Page) {
  await goTo(page, '#/settings')
  const section = page.getByRole('region', { name: 'Diagnostics' })
  await section.scrollIntoViewIfNeeded()
  return { section, file: section.getByRole('group', { name: 'Diagnostics file' }) }
}

interface Entry {
  readonly what: string
  readonly operation: string | null
  readonly errors: readonly { readonly name: string; readonly frames: readonly string[] }[]
}
const entriesOf = (text: string) => (JSON.parse(text) as { entries: Entry[] }).entries

function expectNoWords(text: string, folder: string) {
  for (const word of [...Object.values(words), folder, process.cwd(), 'home/', passphrase]) {
    expect(text).not.toContain(word)
  }
}

test('a practice in which nothing failed / in Settings / has an empty file, and nothing to save or to clear', async ({
  app,
}) => {
  const { section, file } = await openDiagnostics(app.page)
  await expect(section.getByRole('heading', { name: 'Diagnostics' })).toBeVisible()
  await expect(section.getByText('Nothing has gone wrong.')).toBeVisible()
  await expect(file).toHaveCount(0)
  await expect(section.getByRole('button', { name: 'Save diagnostics' })).toBeDisabled()
  await expect(section.getByRole('button', { name: 'Clear' })).toBeDisabled()
  expect(existsSync(join(app.userData, 'diagnostics.json'))).toBe(false)
})

test('failures in services, main and page, with a client’s words in each / are shown, saved as shown, cleared and brought back', async ({
  launch,
  practiceFolder,
  temporaryFolder,
}) => {
  await tamperWithVault(
    join(practiceFolder, 'vault'),
    passphrase,
    `CREATE TRIGGER broken BEFORE INSERT ON client BEGIN SELECT RAISE(ABORT, '${words.error}'); END`,
  )
  const app = await launch({ userData: practiceFolder, args: ['--keep-passphrase-cost'] })
  const { page } = app
  await unlock(page)

  await fillClient(page, { firstName: words.first, lastName: words.last, alert: words.alert })
  await expect(page.getByText('Something went wrong in Palpate').first()).toBeVisible()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Discard' }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)

  await app.evaluate(({ shell }, word) => {
    shell.showItemInFolder = () => {
      throw new TypeError(`${word} at /home/${word}`)
    }
  }, words.error)
  expect(await invoke(page, 'vault:showFolder', {})).toEqual({ ok: false, error: { code: 'INTERNAL' } })

  await page.evaluate((word) => {
    setTimeout(() => {
      throw new RangeError(word)
    })
    void Promise.reject(new Error(word, { cause: word }))
  }, words.error)

  const { section, file } = await openDiagnostics(page)
  await expect(file).toContainText('RangeError', { timeout: 10_000 })
  await expect(file).toContainText('vault:showFolder')
  const shown = (await file.textContent()) ?? ''
  expectNoWords(shown, temporaryFolder)
  const entries = entriesOf(shown)
  expect(entries.toReversed().slice(0, 2)).toMatchObject([
    { what: 'an operation of the services', operation: 'client:create' },
    { what: 'an operation of main', operation: 'vault:showFolder' },
  ])
  expect(entries.slice(0, 2).map(({ what }) => what)).toEqual(['a page, uncaught', 'a page, uncaught'])
  const placesIn = (operation: string) =>
    entries.find((entry) => entry.operation === operation)?.errors.flatMap(({ frames }) => frames)
  expect(placesIn('client:create')?.join('\n')).toMatch(/^main\/chunks\/createServices-[\w-]+\.js:\d+:\d+/m)
  expect(placesIn('vault:showFolder')?.join('\n')).toMatch(/^main\/index\.js:\d+:\d+ /m)

  await file.focus()
  await page.keyboard.press('End')
  await expect.poll(() => file.evaluate((box) => box.scrollTop)).toBeGreaterThan(0)

  expect(await violations(page)).toEqual([])

  const target = join(temporaryFolder, 'saved.json')
  await app.nextSavePath(target)
  await section.getByRole('button', { name: 'Save diagnostics' }).click()
  await expect(page.getByText('Diagnostics saved as saved.json')).toBeVisible()
  const saved = readFileSync(target, 'utf8')
  expect(saved).toBe(shown)
  expect(readFileSync(join(practiceFolder, 'diagnostics.json'), 'utf8')).toBe(shown)
  expectNoWords(saved, temporaryFolder)

  await section.getByRole('button', { name: 'Clear' }).click()
  await expect(section.getByText('Nothing has gone wrong.')).toBeVisible()
  expect(existsSync(join(practiceFolder, 'diagnostics.json'))).toBe(false)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(file).toHaveText(shown)
})

test('a screen that cannot be drawn / records where its error is, without its message', async ({
  app,
  temporaryFolder,
}) => {
  const { page } = app
  await createClient(page, { firstName: words.first, lastName: words.last })
  const { section, file } = await openDiagnostics(page)
  await expect(section).toBeVisible()
  await goTo(page, '#/today')
  // Settings show what time it is.
  await page.evaluate((word) => {
    const { getTimezoneOffset } = Date.prototype
    Object.assign(Date.prototype, {
      getTimezoneOffset() {
        throw new TypeError(word)
      },
    })
    Object.assign(window, { mend: () => Object.assign(Date.prototype, { getTimezoneOffset }) })
  }, words.error)
  await goTo(page, '#/settings')
  await expect(page.getByText('Something went wrong in Palpate')).toBeVisible()
  await page.evaluate(() => (window as unknown as { mend(): void }).mend())
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(file).toContainText('a page, uncaught')
  const shown = (await file.textContent()) ?? ''
  expect(entriesOf(shown)).toMatchObject([{ operation: null, errors: [{ name: 'TypeError' }] }])
  expect(entriesOf(shown)[0]?.errors[0]?.frames[0]).toMatch(/^renderer\/assets\/[\w-]+\.js:\d+:\d+$/)
  expectNoWords(shown, temporaryFolder)
})
