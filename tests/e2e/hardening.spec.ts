// What a page must not be able to do, tried from inside the running app.
import { channels } from '#shared/contract/contract.ts'
import { invoke, invokeRaw } from './bridge.ts'
import { triedFrames } from '../faults/frames.ts'
import { expect, sharedTest, test } from './fixtures.ts'
import { createClient, markRegion, signNote, startSession, typeSection } from './journeys.ts'

const origin = 'app://palpate/'

sharedTest('the page has no Node, no Electron, and a bridge of two functions only', async ({ app: { page } }) => {
  const seen = await page.evaluate(() => ({
    node: ['require', 'process', 'module', 'Buffer', '__dirname', 'global'].filter((name) => name in window),
    bridge: Object.keys((window as unknown as { palpate: object }).palpate).toSorted(),
  }))
  expect(seen).toEqual({ node: [], bridge: ['invoke', 'on'] })
})

sharedTest('windows are isolated, sandboxed and without Node', async ({ app }) => {
  sharedTest.skip(app.runtime === 'host', 'only Electron knows its preferences')
  const preferences = await app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows()
    const contents = window?.webContents as unknown as { getLastWebPreferences(): Record<string, unknown> }
    const all = contents.getLastWebPreferences()
    return {
      sandbox: all['sandbox'],
      contextIsolation: all['contextIsolation'],
      nodeIntegration: all['nodeIntegration'],
      webSecurity: all['webSecurity'],
      webviewTag: all['webviewTag'],
      experimentalFeatures: all['experimentalFeatures'] ?? false,
    }
  })
  expect(preferences).toEqual({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
    webviewTag: false,
    experimentalFeatures: false,
  })
})

sharedTest('inline scripts, eval and foreign scripts do not run', async ({ app: { page } }) => {
  const ran = await page.evaluate(async () => {
    const marks: string[] = []
    Object.assign(window, { mark: (name: string) => marks.push(name) })
    const refusals: string[] = []
    const set = (run: () => void) => {
      try {
        run()
      } catch (error) {
        refusals.push((error as Error).name)
      }
    }
    const inline = document.createElement('script')
    set(() => (inline.textContent = 'window.mark("inline")'))
    document.body.append(inline)
    const parsed = document.createElement('script')
    set(() => parsed.append('window.mark("text")'))
    document.body.append(parsed)
    const image = document.createElement('img')
    set(() => image.setAttribute('onerror', 'window.mark("attribute")'))
    image.src = 'data:image/png;base64,broken'
    document.body.append(image)
    const foreign = document.createElement('script')
    set(() => (foreign.src = 'https://example.org/script.js'))
    document.body.append(foreign)
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
    return { marks, refusals }
  })
  expect(ran.marks).toEqual([])
  // Newer Chromium lets text be put in, and does not run it.
  expect(ran.refusals.slice(0, 3)).toEqual(['TypeError', 'TypeError', 'TypeError'])
})

sharedTest('the page cannot connect to anything', async ({ app: { page } }) => {
  const outcome = await page.evaluate(async () => {
    const tried = (attempt: () => Promise<unknown>) =>
      attempt().then(
        () => 'went out',
        () => 'refused',
      )
    const blocked: string[] = []
    document.addEventListener('securitypolicyviolation', ({ blockedURI }) => blocked.push(blockedURI))
    const fetches = [await tried(() => fetch('https://example.org/')), await tried(() => fetch('index.html'))]
    navigator.sendBeacon('https://example.org/beacon', 'x')
    const socket = await new Promise((resolve) => {
      try {
        const attempt = new WebSocket('wss://example.org/socket')
        attempt.addEventListener('open', () => resolve('went out'))
        for (const end of ['error', 'close']) attempt.addEventListener(end, () => resolve('refused'))
      } catch {
        resolve('refused')
      }
    })
    return { fetches, blocked, socket }
  })
  expect(outcome.fetches).toEqual(['refused', 'refused'])
  expect(outcome.blocked).toContain('https://example.org/')
  expect(outcome.blocked.some((url) => url.includes('beacon'))).toBe(true)
  expect(outcome.socket).toBe('refused')
})

test('the page cannot navigate away or open a window', async ({ freshApp }) => {
  const { page } = freshApp
  await expect(page.locator('main, form').first()).toBeVisible()
  await page.evaluate(() => void window.open('https://example.org/'))
  await expect.poll(() => page.context().pages().length).toBe(1)
  await page.evaluate(() => {
    window.location.href = 'https://example.org/'
  })
  await page.evaluate(() => {
    const link = document.createElement('a')
    link.href = 'file:///etc/passwd'
    document.body.append(link)
    link.click()
  })
  // Playwright waits for the refused navigation, so the page is asked directly.
  const still = await page.evaluate(() => ({
    address: window.location.origin + window.location.pathname,
    hasScreen: document.querySelector('main, form') !== null,
  }))
  expect(still.address).toMatch(/palpate.*index\.html$/)
  expect(still.hasScreen).toBe(true)
})

sharedTest('every permission is refused', async ({ app: { page }, runtime }) => {
  const answers = await page.evaluate(async () => {
    const ask = (attempt: () => Promise<unknown>) =>
      attempt().then(
        () => 'granted',
        () => 'refused',
      )
    return {
      notifications: await Notification.requestPermission(),
      camera: await ask(() => navigator.mediaDevices.getUserMedia({ video: true })),
      location: await ask(
        () => new Promise((resolve, reject) => navigator.geolocation.getCurrentPosition(resolve, reject)),
      ),
    }
  })
  // A Chromium without a window has nobody to ask: it may leave the question unanswered, which grants nothing either.
  const notifications = runtime === 'host' ? expect.stringMatching(/^(denied|default)$/) : 'denied'
  expect(answers).toEqual({ notifications, camera: 'refused', location: 'refused' })
})

sharedTest('a web view cannot be attached', async ({ app: { page } }) => {
  const isWebview = await page.evaluate(async () => {
    const view = document.createElement('webview')
    view.setAttribute('src', 'https://example.org/')
    document.body.append(view)
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
    return 'reload' in view
  })
  expect(isWebview).toBe(false)
})

sharedTest('a script that makes a frame, by every way that we know, gets no window', async ({ app: { page } }) => {
  const outcomes = await page.evaluate(triedFrames)
  expect(outcomes.filter(({ windows }) => windows > 0)).toEqual([])
  expect(outcomes.map(({ name }) => name)).toContain('text of an element: iframe')
  expect(outcomes.length).toBe(155)
})

sharedTest('a message from a foreign frame or window is refused', async ({ app }) => {
  const answers = await app.evaluate(async ({ ipcMain, BrowserWindow }) => {
    type Handler = (event: unknown, input: unknown) => Promise<unknown>
    const handlers = (ipcMain as unknown as { _invokeHandlers: Map<string, Handler> })._invokeHandlers
    const handler = handlers.get('client:list')
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    const main = contents?.mainFrame
    const ownUrl = main?.url ?? ''
    const other = { url: ownUrl }
    const ask = (sender: unknown, senderFrame: unknown) => handler?.({ sender, senderFrame }, {})
    const foreignMain = { url: 'https://example.org/' }
    const lookalike = { url: 'app://palpate.example.org/index.html' }
    return {
      frameInside: await ask({ id: contents?.id, mainFrame: main }, other),
      otherWindow: await ask({ id: 4711, mainFrame: other }, other),
      foreignOrigin: await ask({ id: contents?.id, mainFrame: foreignMain }, foreignMain),
      lookalike: await ask({ id: contents?.id, mainFrame: lookalike }, lookalike),
      goneFrame: await ask({ id: contents?.id, mainFrame: main }, null),
    }
  })
  const refused = { ok: false, error: { code: 'FORBIDDEN' } }
  expect(answers).toEqual({
    frameInside: refused,
    otherWindow: refused,
    foreignOrigin: refused,
    lookalike: refused,
    goneFrame: refused,
  })
})

sharedTest(
  'a message with wrong types, extra keys or 50 MB is refused, and the app goes on',
  async ({ app: { page } }) => {
    const codeOf = async (channel: string, input: unknown) => {
      const result = await invokeRaw(page, channel, input)
      return result.ok ? 'ok' : result.error.code
    }
    for (const wrong of [null, 7, 'text', [], { id: 7 }, { id: 'not an id' }, { id: {} }]) {
      expect(await codeOf('client:get', wrong)).toBe('VALIDATION')
    }
    expect(await codeOf('client:list', { extra: true })).toBe('VALIDATION')
    expect(await codeOf('client:get', { id: crypto.randomUUID() })).toBe('NOT_FOUND')
    expect(await codeOf('no:such', {})).toBe('FORBIDDEN')
    const huge = await page.evaluate(async () => {
      const bridge = (
        window as unknown as { palpate: { invoke(c: string, i: unknown): Promise<{ error?: { code: string } }> } }
      ).palpate
      return (await bridge.invoke('vault:unlock', { passphrase: 'x'.repeat(50 * 1024 * 1024) })).error?.code
    })
    expect(huge).toBe('TOO_LARGE')
    expect((await invoke(page, 'client:list', {})).ok).toBe(true)
  },
)

sharedTest('the print window’s messages are refused to the main window', async ({ app: { page } }) => {
  for (const channel of ['print:job', 'print:compose', 'print:composed', 'print:failed', 'print:ready'] as const) {
    expect(await invoke(page, channel, {})).toEqual({ ok: false, error: { code: 'FORBIDDEN' } })
  }
})

sharedTest('every channel answers a stranger’s input with a code and never with a crash', async ({ app: { page } }) => {
  const quiet = channels.filter((channel) => !['vault:lock', 'vault:showFolder', 'patientFile:save'].includes(channel))
  for (const channel of quiet) {
    const result = await invokeRaw(page, channel, { stranger: '\u0000' })
    expect(result.ok ? 'ok' : result.error.code, channel).toMatch(/^(VALIDATION|FORBIDDEN)$/)
  }
})

test('a whole day’s work asks for nothing outside the app itself', async ({ app, temporaryFolder }) => {
  const { page } = app
  await createClient(page, { firstName: 'Ida', lastName: 'Network' })
  await startSession(page)
  await markRegion(page, 'Right upper trapezius, posterior', { kind: 'Pain', severity: 6 })
  await typeSection(page, 'Subjective', 'Neck is stiff.')
  await signNote(page)
  await app.nextSavePath(`${temporaryFolder}/file.pdf`)
  await page.goBack()
  await page.getByRole('button', { name: 'Patient file' }).click()
  await page.getByRole('button', { name: 'Save PDF' }).click()
  await expect(page.getByText(/^Saved as/)).toBeVisible({ timeout: 60_000 })
  const foreign = (await app.requests()).filter((url) => !url.startsWith(origin) && !url.startsWith('data:'))
  expect(foreign).toEqual([])
})
