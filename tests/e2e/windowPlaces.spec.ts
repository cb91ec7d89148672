// Windows open where they were, and fit what can be seen (electron only: a browser without a screen has no places).
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from './fixtures.ts'
import type { PalpateApp } from './palpateApp.ts'

test.skip(({ runtime }) => runtime !== 'electron', 'a browser without a screen has no places')

const boundsOf = (app: PalpateApp) =>
  app.evaluate(({ BrowserWindow, screen }) => ({
    window: BrowserWindow.getAllWindows()[0]?.getNormalBounds(),
    area: screen.getPrimaryDisplay().workArea,
  }))

test('the first window / fits the work area, and opens next where it was left, unless that is off the screen', async ({
  freshApp,
  launch,
}) => {
  const { userData } = freshApp
  const file = join(userData, 'windows.json')
  const kept = () =>
    existsSync(file)
      ? (JSON.parse(readFileSync(file, 'utf8')) as { last: string; places: Record<string, object> })
      : null
  const { window, area } = await boundsOf(freshApp)
  expect(window?.width).toBeLessThanOrEqual(area.width)
  expect(window?.height).toBeLessThanOrEqual(area.height)
  expect(window?.y).toBeGreaterThanOrEqual(area.y)

  const moved = { x: area.x + 30, y: area.y + 40, width: 820, height: 570 }
  await freshApp.evaluate(({ BrowserWindow }, bounds) => BrowserWindow.getAllWindows()[0]?.setBounds(bounds), moved)
  const last = () => kept()?.places[kept()?.last ?? '']
  await expect.poll(last).toEqual({ ...moved, isMaximized: false })
  await freshApp.close()

  const again = await launch({ userData })
  expect((await boundsOf(again)).window).toEqual(moved)
  await again.close()

  const { places, ...rest } = kept() ?? { places: {}, last: '' }
  const away = Object.fromEntries(Object.entries(places).map(([id, place]) => [id, { ...place, x: 9000, y: -4000 }]))
  writeFileSync(file, JSON.stringify({ ...rest, places: away }))
  const back = await launch({ userData })
  const found = await boundsOf(back)
  expect(found.window).toMatchObject({ width: moved.width, height: moved.height, y: found.area.y })
  expect((found.window?.x ?? 0) + moved.width).toBeLessThanOrEqual(found.area.x + found.area.width)
})
