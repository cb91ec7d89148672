// A typed character is text: no rule of the editor and no shortcut takes it.
import type { CDPSession, Page } from '@playwright/test'
import { ask } from '../bridge.ts'
import { expect, sharedTest as test } from '../fixtures.ts'
import { createSomebody, openId, section, startSession, startWithSomebody } from '../journeys.ts'
import { addSession } from '../records.ts'

async function storedObjective(page: Page): Promise<string | undefined> {
  const { sections } = await ask(page, 'session:get', { id: openId(page) })
  return sections.find((one) => one.section === 'objective')?.plainText
}

test('a line that begins with a sign keeps it, and lists and headings come by key', async ({ app: { page } }) => {
  await startWithSomebody(page)
  const objective = section(page, 'Objective')
  await objective.click()
  const lines = ['- Phalen right', '# of visits left: 4', '1. knee', '> 90 degrees', '**no** pain, ~~none~~, 1/2; (c)']
  for (const [at, line] of lines.entries()) {
    if (at > 0) await page.keyboard.press('Enter')
    await page.keyboard.type(line)
  }
  await expect(objective.locator('p')).toHaveText(lines)
  await expect(objective.locator('li, h1, h2, h3, blockquote, strong, em, s, code, hr')).toHaveCount(0)
  await expect.poll(() => storedObjective(page)).toBe(lines.join('\n'))

  const plan = section(page, 'Plan')
  await plan.click()
  await page.keyboard.press('ControlOrMeta+Shift+8')
  await page.keyboard.type('Heat')
  await expect(plan.locator('ul li')).toHaveText(['Heat'])
  await page.keyboard.press('ControlOrMeta+Shift+7')
  await expect(plan.locator('ol li')).toHaveText(['Heat'])
  await page.keyboard.press('ControlOrMeta+Shift+7')
  await page.keyboard.press('ControlOrMeta+Shift+9')
  await expect(plan.locator('h2')).toHaveText(['Heat'])
})

/** ⌥ with a key that writes a character, as an Apple keyboard reports it. */
async function typeWithOption(cdp: CDPSession, text: string, code: string): Promise<void> {
  const press = { key: text, code, modifiers: 1 }
  await cdp.send('Input.dispatchKeyEvent', { ...press, type: 'keyDown', text, unmodifiedText: text })
  await cdp.send('Input.dispatchKeyEvent', { ...press, type: 'keyUp' })
}

test('on an Apple keyboard ⌥ writes characters, and ⌃⌘ takes over and confirms', async ({ app: { page } }) => {
  // Only while the window bears this name, which reloading keeps.
  await page.addInitScript(() => {
    if (window.name === 'apple') Object.defineProperty(navigator, 'platform', { get: () => 'MacIntel' })
  })
  await createSomebody(page)
  await addSession(page, openId(page), {
    start: '2026-03-09T14:00',
    sections: { subjective: 'Worse.', objective: 'Stiff.', assessment: 'Holding.', plan: 'Weekly.' },
    signed: 'draft',
  })
  await startSession(page)
  await page.evaluate(() => void (window.name = 'apple'))
  try {
    await page.reload()
    const takeOver = page.getByRole('button', { name: 'Same as last time' })
    await expect(takeOver).toHaveAttribute('title', /⌃⌘L/)
    const objective = section(page, 'Objective')
    await objective.click()
    const cdp = await page.context().newCDPSession(page)
    await page.keyboard.type('B')
    await typeWithOption(cdp, 'ó', 'KeyO')
    await typeWithOption(cdp, 'ł', 'KeyL')
    await page.keyboard.type(' ')
    const written = { KeyC: 'ć', KeyD: '∂', KeyM: 'µ', KeyR: '®', KeyT: '†', KeyH: '˙', Digit1: '¡', Digit0: 'º' }
    for (const [code, text] of Object.entries(written)) await typeWithOption(cdp, text, code)
    await expect(objective).toHaveText(`Bół ${Object.values(written).join('')}`)
    await expect(objective).toBeFocused()
    await expect(page.locator('mark[data-carried]')).toHaveCount(0)

    await page.keyboard.press('Control+Meta+l')
    await expect(page.locator('mark[data-carried]')).not.toHaveCount(0)
    await page.keyboard.press('Control+Meta+4')
    await expect(section(page, 'Plan')).toBeFocused()
    await page.keyboard.press('Control+Meta+Shift+c')
    await expect(page.locator('mark[data-carried]')).toHaveCount(0)
  } finally {
    await page.evaluate(() => void (window.name = ''))
  }
})
