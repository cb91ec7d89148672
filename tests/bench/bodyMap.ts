// Measures the body map: opening it alone in a page, and drawing on it in the running app.
import { readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { chromium, type Page } from '@playwright/test'
import react from '@vitejs/plugin-react'
import { build } from 'vite'
import { findHeadlessChromium, sandboxSwitches } from '../../scripts/runtimes.ts'
import { ask } from '../e2e/bridge.ts'
import type { BodyMapPage } from './bodyMapPage/main.tsx'
import { putMarks, type MapSize } from './marksOfSize.ts'
import { compare, type Line } from './measure.ts'

const usual: MapSize = { findings: 12, strokes: 2 }
const crowded: MapSize = { findings: 500, strokes: 200 }

const inWords = ({ findings, strokes }: MapSize) => `${findings} findings and ${strokes} strokes`

declare const window: { bodyMapPage: BodyMapPage }

const types: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' }

/**
 * Opens maps in a page that shows nothing else.
 * @param folder where the built page goes; it must not exist yet
 */
export async function measureOpening(folder: string): Promise<readonly Line[]> {
  await build({
    root: join(import.meta.dirname, 'bodyMapPage'),
    base: './',
    configFile: false,
    logLevel: 'error',
    plugins: [react()],
    build: { outDir: folder, chunkSizeWarningLimit: 2000 },
  })
  const browser = await chromium.launch({ executablePath: findHeadlessChromium() ?? '', args: [...sandboxSwitches] })
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
    await page.route('http://localhost/**', (route) => {
      const path = new URL(route.request().url()).pathname.slice(1)
      return route.fulfill({
        body: readFileSync(join(folder, path)),
        contentType: types[extname(path)] ?? 'application/octet-stream',
      })
    })
    await page.goto('http://localhost/index.html')
    await page.waitForFunction(() => 'bodyMapPage' in window)
    return [await compareOpening(page, usual), await compareOpening(page, crowded)]
  } finally {
    await browser.close()
  }
}

async function compareOpening(page: Page, size: MapSize): Promise<Line> {
  const open = (given: MapSize) => page.evaluate((marks) => window.bodyMapPage.open(marks), given)
  const close = async () => {
    await page.evaluate(() => window.bodyMapPage.close())
    await calm(page)
  }
  await open(size)
  await calm(page)
  const html = await page.evaluate(() => window.bodyMapPage.finished())
  await close()
  const closing = async (opened: Promise<number>) => {
    const milliseconds = await opened
    await calm(page)
    await close()
    return milliseconds
  }
  return compare({
    what: `Opening a body map of ${inWords(size)}`,
    against: 'its finished HTML',
    rounds: 15,
    ours: () => closing(open(size)),
    bare: () => closing(page.evaluate((text) => window.bodyMapPage.openFinished(text), html)),
  })
}

/** Lets the page draw what there is to draw. */
const calm = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(() => resolve()))
      }),
  )

/** Draws on the map of a crowded session and on that of an empty one, both of one client, in the running app. */
export async function measureDrawing(page: Page, clientId: string): Promise<Line> {
  const start = () => ask(page, 'session:start', { clientId, serviceStart: '2026-11-23T10:00' })
  const { id: empty } = await start()
  const { id: full } = await start()
  await putMarks(page, full, crowded)
  return compare({
    what: `A frame while drawing on a body map of ${inWords(crowded)}`,
    against: 'an empty map',
    rounds: 7,
    ours: () => slowFrame(page, full),
    bare: () => slowFrame(page, empty),
  })
}

const moves = 180

/** Draws one long stroke: how many milliseconds the slowest frame in twenty takes. */
async function slowFrame(page: Page, sessionId: string): Promise<number> {
  await page.evaluate((hash) => location.assign(hash), `#/sessions/${sessionId}`)
  await page.getByRole('button', { name: 'Draw', exact: true }).click()
  const box = await page.locator('[data-figure]').first().boundingBox()
  if (!box) throw new Error('the map shows no figure')
  const at = (step: number) =>
    [box.x + box.width * (0.5 + 0.2 * Math.sin(step / 9)), box.y + box.height * (0.1 + (0.8 * step) / moves)] as const
  await page.mouse.move(...at(0))
  await calm(page)
  await page.mouse.down()
  const frames = page.evaluate(framesUntilUp)
  for (let step = 1; step <= moves; step++) {
    // A pointer is in one place after the other.
    // oxlint-disable-next-line no-await-in-loop
    await page.mouse.move(...at(step))
  }
  await page.mouse.up()
  const sorted = (await frames).toSorted((a, b) => a - b)
  await page.getByRole('toolbar', { name: 'Tools' }).getByRole('button', { name: 'Undo', exact: true }).click()
  await page.evaluate(() => location.assign('#/today'))
  await page.getByRole('button', { name: 'Draw', exact: true }).waitFor({ state: 'detached' })
  return sorted[Math.floor(sorted.length * 0.95)] ?? Number.NaN
}

/** Milliseconds between all frames until the pointer is lifted. Runs in the page. */
function framesUntilUp(): Promise<number[]> {
  return new Promise((resolve) => {
    const frames: number[] = []
    let last = 0
    let isUp = false
    globalThis.addEventListener('pointerup', () => (isUp = true), { once: true, capture: true })
    const onFrame = (now: number) => {
      if (last > 0) frames.push(now - last)
      last = now
      if (isUp) resolve(frames)
      else requestAnimationFrame(onFrame)
    }
    requestAnimationFrame(onFrame)
  })
}
