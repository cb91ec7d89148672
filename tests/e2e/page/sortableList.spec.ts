// A list that is put in order by its handles: with the mouse, with a finger, by keys; and a drag that is given up.
import type { Page } from '@playwright/test'
import { violations } from '../axe.ts'
import { ask } from '../bridge.ts'
import { expect, test } from '../fixtures.ts'

const list = (page: Page) => page.getByRole('list', { name: 'Templates', exact: true })
const names = (page: Page) => list(page).getByRole('listitem').locator('strong').allTextContents()

/** Goes to the templates: their names, and the way to a handle's middle. */
async function openTemplates(page: Page) {
  await page.getByRole('link', { name: 'Settings' }).click()
  await expect(list(page)).toBeVisible()
  const start = await names(page)
  const handle = (at: number) => page.getByRole('button', { name: `Move ${start[at]}`, exact: true })
  const middle = async (at: number) => {
    const box = await handle(at).boundingBox()
    if (!box) throw new Error('the handle is not on screen')
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  }
  await handle(3).scrollIntoViewIfNeeded()
  return { start, handle, middle }
}

test('a list in order / a handle is dragged with the mouse, and given up by Escape / moves, and stays', async ({
  app: { page },
}) => {
  const { start, handle, middle } = await openTemplates(page)
  const moved = [start[1], start[2], start[0], ...start.slice(3)]
  await handle(0).hover()
  await page.mouse.down()
  const third = await middle(2)
  await page.mouse.move(third.x, third.y)
  await expect(list(page).locator('..').getByText(`${start[0]}, 3 of ${start.length}`)).toBeAttached()
  expect(await violations(page)).toEqual([])
  await page.mouse.up()
  await expect.poll(() => names(page)).toEqual(moved)

  await handle(0).hover()
  await page.mouse.down()
  const first = await middle(1)
  await page.mouse.move(first.x, first.y)
  const said = (place: number) => list(page).locator('..').getByText(`${start[0]}, ${place} of ${start.length}`)
  await expect(said(1)).toBeAttached()
  await page.keyboard.press('Escape')
  await expect(said(3)).toBeAttached()
  await page.mouse.up()
  await expect.poll(() => names(page)).toEqual(moved)
})

test('a list in order / a finger drags a handle, and keys bring it back / moves each time', async ({
  app: { page },
}) => {
  const { start, handle, middle } = await openTemplates(page)
  const browser = await page.context().newCDPSession(page)
  const touch = (type: 'touchStart' | 'touchEnd', ...touchPoints: { x: number; y: number; id: number }[]) =>
    browser.send('Input.dispatchTouchEvent', { type, touchPoints })
  // The first touch makes everything larger, and moves what lies below.
  await touch('touchStart', { x: 640, y: 4, id: 0 })
  await touch('touchEnd')
  await expect(page.locator('html')).toHaveAttribute('data-touch')
  const [from, to] = [await middle(0), await middle(2)]
  const steps = [0, 0.25, 0.5, 0.75, 1].map((part) => ({ x: from.x, y: from.y + (to.y - from.y) * part, id: 0 }))
  for (const [at, point] of steps.entries())
    // oxlint-disable-next-line no-await-in-loop -- one finger, one place after the other
    await browser.send('Input.dispatchTouchEvent', {
      type: at === 0 ? 'touchStart' : 'touchMove',
      touchPoints: [point],
    })
  await expect(list(page).locator('..').getByText(`${start[0]}, 3 of ${start.length}`)).toBeAttached()
  await touch('touchEnd')
  await expect.poll(() => names(page)).toEqual([start[1], start[2], start[0], ...start.slice(3)])

  await handle(0).focus()
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowUp')
  await expect(list(page).locator('..').getByText(`${start[0]}, 1 of ${start.length}`)).toBeAttached()
  await expect.poll(() => names(page)).toEqual(start)
  await expect(handle(0)).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect.poll(() => names(page)).toEqual([start[1], start[0], ...start.slice(2)])
  await expect(handle(0)).toBeFocused()
})

test('a list in order / an item is moved and the order cannot be saved / shows and announces the stored place', async ({
  app: { page },
}) => {
  const { start, handle } = await openTemplates(page)
  // A template that the page does not know of: an order without it is refused.
  const [known] = await ask(page, 'template:list', {})
  if (!known) throw new Error('no template')
  await ask(page, 'template:put', { template: { ...known, id: crypto.randomUUID(), name: 'From elsewhere' } })
  await handle(0).focus()
  await page.keyboard.press('ArrowDown')
  const stored = (await ask(page, 'template:list', {})).map(({ name }) => name)
  const said = list(page).locator('..').getByText(`Not saved: ${start[0]}, 1 of ${stored.length}`, { exact: true })
  await expect(said).toBeAttached()
  await expect(page.getByRole('alert').filter({ hasText: 'Changed in the meantime' })).toBeVisible()
  expect(stored[0]).toBe(start[0])
  await expect.poll(() => names(page)).toEqual(stored)
  await expect(handle(0)).toBeFocused()
})
