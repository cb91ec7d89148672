// The window and the process: one app at a time, and every way out saves first.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, sharedTest, test } from './fixtures.ts'
import { createClient, section, startSession, typeSection, unlock } from './journeys.ts'

test('a second start / ends at once, and the first window comes to the front', async ({ app, startAgain }) => {
  await app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows()
    Object.assign(globalThis, { raised: 0 })
    window?.minimize()
    window?.on('focus', () => Object.assign(globalThis, { raised: 1 }))
    window?.on('restore', () => Object.assign(globalThis, { raised: 1 }))
    window?.on('show', () => Object.assign(globalThis, { raised: 1 }))
  })
  expect(await startAgain(app.userData)).toBe(0)
  await expect.poll(() => app.evaluate(() => (globalThis as unknown as { raised: number }).raised)).toBe(1)
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
  await expect(app.page.getByRole('link', { name: 'Clients' })).toBeVisible()
})

for (const way of ['quit', 'close the window'] as const) {
  test(`${way} in the middle of a word: the word is there after the next start`, async ({ app, launch }) => {
    const { page, userData } = app
    await createClient(page, { firstName: 'Maren' })
    await startSession(page)
    await typeSection(page, 'Plan', 'Weekly for three mo')
    if (way === 'close the window') {
      await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close()).catch(() => {})
    }
    await app.close()
    const next = await launch({ userData })
    await unlock(next.page)
    await expect(section(next.page, 'Plan')).toHaveText('Weekly for three mo')
  })
}

test('a crashed page / is loaded again, and the crash is recorded (electron only)', async ({ app, runtime }) => {
  test.skip(runtime !== 'electron', 'the host cannot go on with a crashed page')
  await app.evaluate(
    ({ BrowserWindow }) =>
      new Promise<void>((loaded) => {
        const contents = BrowserWindow.getAllWindows()[0]?.webContents
        contents?.once('did-finish-load', () => loaded())
        contents?.forcefullyCrashRenderer()
      }),
  )
  // Playwright has lost the page; the window is asked instead.
  const text = () =>
    app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript('document.body.innerText'),
    )
  await expect.poll(text).toContain('Clients')
  expect(JSON.parse(readFileSync(join(app.userData, 'diagnostics.json'), 'utf8'))).toMatchObject({
    entries: [{ what: 'a page ended', operation: null, code: 'INTERNAL', errors: [] }],
  })
})

sharedTest('nothing of a client is in the window title or on the command line', async ({ app }) => {
  const { page } = app
  await createClient(page, { firstName: 'Quennevillea' })
  expect(await page.title()).toBe('Client – Palpate')
  const title = () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle())
  await expect.poll(title).toBe(app.runtime === 'electron' ? 'Client – Palpate' : 'Palpate')
  const processes = spawnSync('ps', ['-eo', 'args'], { encoding: 'utf8' }).stdout ?? ''
  expect(processes).not.toContain('Quennevillea')
})

test('the rail / with the sign of the backup and its step / has no bar that moves it sideways', async ({
  app: { page },
}) => {
  const rail = page.getByRole('navigation', { name: 'Main' })
  await expect(rail.getByRole('button', { name: 'Choose a place' })).toBeVisible()
  for (const size of [
    { width: 1280, height: 800 },
    { width: 640, height: 350 },
  ]) {
    // oxlint-disable no-await-in-loop -- one size after the other
    await page.setViewportSize(size)
    expect(await rail.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0)
    // oxlint-enable no-await-in-loop
  }
})
