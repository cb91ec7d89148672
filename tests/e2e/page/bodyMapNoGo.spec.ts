// Regions that the safety record forbids or limits, where several are touched at once.
import type { Page } from '@playwright/test'
import { ask } from '../bridge.ts'
import { expect, sharedTest as test } from '../fixtures.ts'
import { createSomebody, expectSaved, openId, startSession } from '../journeys.ts'

const right = 'shoulder.upper-trapezius.right'
const left = 'shoulder.upper-trapezius.left'

async function forbid(page: Page, regionIds: readonly string[]): Promise<void> {
  const clientId = openId(page)
  for (const regionId of regionIds) {
    const area = { id: crypto.randomUUID(), clientId, regionId, level: 'forbidden' as const, reason: 'recent surgery' }
    await ask(page, 'noGo:put', { area })
  }
}

/** Paints from the one upper trapezius across the neck to the other. */
async function paintShoulders(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Treated area', exact: true }).click()
  for (const [at, side] of ['Left', 'Right'].entries()) {
    const box = await page
      .getByRole('button', { name: `${side} upper trapezius, posterior`, exact: true })
      .boundingBox()
    if (!box) throw new Error('the region is not on screen')
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 12 })
    if (at === 0) await page.mouse.down()
  }
  await page.mouse.up()
}

test('a forbidden region that is left out / its neighbours are painted; each is asked about', async ({
  app: { page },
}) => {
  await createSomebody(page)
  await forbid(page, [right, left])
  await startSession(page)
  await paintShoulders(page)
  const question = page.getByRole('dialog', { name: 'Forbidden area' })
  const leaveOut = question.getByRole('button', { name: 'Leave it out' })
  await expect(question).toContainText('right upper trapezius')
  await expect(leaveOut).toBeFocused()
  await leaveOut.click()
  await expect(question).toContainText('left upper trapezius')
  await expect(leaveOut).toBeFocused()
  await question.getByRole('button', { name: 'Mark it anyway' }).click()
  await expect(question).toBeHidden()
  await expectSaved(page)
  const { treatedAreas, noGoAnswers } = await ask(page, 'session:get', { id: openId(page) })
  expect(treatedAreas).toHaveLength(1)
  expect(treatedAreas[0]?.regionIds).toContain(left)
  expect(treatedAreas[0]?.regionIds).not.toContain(right)
  expect(noGoAnswers.map(({ regionId, decision }) => [regionId, decision])).toEqual([
    [right, 'left out'],
    [left, 'marked'],
  ])
})
