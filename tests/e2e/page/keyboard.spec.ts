// The keys of a session, pressed where they are needed, and the list that names them.
import type { Page } from '@playwright/test'
import { violations } from '../axe.ts'
import { expect, sharedTest as test } from '../fixtures.ts'
import { section, startWithSomebody } from '../journeys.ts'

const list = (page: Page) => page.getByRole('dialog', { name: 'Keyboard shortcuts' })

test('every part of a note / is one key away, also from a text and in a narrow window', async ({ app }) => {
  const { page } = app
  await startWithSomebody(page)

  await test.step('sections, measures and map; no key leaves a character behind', async () => {
    const sections = ['Subjective', 'Objective', 'Assessment', 'Plan'] as const
    for (const [at, name] of sections.entries()) {
      await page.keyboard.press(`Alt+${at + 1}`)
      await expect(section(page, name)).toBeFocused()
    }
    await page.keyboard.press('Alt+0')
    await expect(page.getByRole('group', { name: 'Measures' }).locator(':focus')).toHaveCount(1)
    await page.keyboard.press('Alt+m')
    await expect(page.locator('[data-region]:focus')).toHaveCount(1)
    await page.keyboard.press('Alt+4')
    await page.keyboard.type('Weekly')
    await page.keyboard.press('Alt+3')
    await page.keyboard.press('Alt+4')
    await page.keyboard.type(' again')
    await expect(section(page, 'Plan')).toHaveText('Weekly again')
  })

  await test.step('characters that AltGr writes stay characters', async () => {
    await section(page, 'Plan').evaluate((text) => {
      const init = { key: '@', code: 'KeyL', ctrlKey: true, altKey: true, bubbles: true, cancelable: true }
      for (const press of [init, { ...init, key: '¹', code: 'Digit1' }, { ...init, key: 'µ', code: 'KeyM' }]) {
        const event = new KeyboardEvent('keydown', press)
        text.dispatchEvent(event)
        if (event.defaultPrevented) throw new Error(`${press.code} was taken away`)
      }
      const composing = new KeyboardEvent('keydown', {
        key: 'm',
        code: 'KeyM',
        altKey: true,
        isComposing: true,
        bubbles: true,
        cancelable: true,
      })
      text.dispatchEvent(composing)
      if (composing.defaultPrevented) throw new Error('a composed character was taken away')
    })
    await expect(section(page, 'Plan')).toBeFocused()
  })

  await test.step('the list opens from a text and elsewhere; a question mark typed in a text stays one', async () => {
    await page.keyboard.type('?')
    await expect(section(page, 'Plan')).toHaveText('Weekly again?')
    await expect(list(page)).toBeHidden()
    await page.keyboard.press('ControlOrMeta+/')
    await expect(list(page).getByRole('group', { name: 'Session' })).toContainText('same as last time')
    expect(await violations(page)).toEqual([])
    await page.keyboard.press('Alt+1')
    await page.keyboard.press('Escape')
    await expect(list(page)).toBeHidden()
    await expect(section(page, 'Plan')).toBeFocused()
    await page.keyboard.press('Alt+m')
    await page.keyboard.press('?')
    await expect(list(page)).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(list(page)).toBeHidden()
  })

  await test.step('where there is room for one pane, the key chooses it first', async () => {
    await page.keyboard.press('Alt+1')
    await page.setViewportSize({ width: 850, height: 700 })
    await expect(page.getByRole('tab', { name: 'Note' })).toHaveAttribute('aria-selected', 'true')
    await page.keyboard.press('Alt+m')
    await expect(page.locator('[data-region]:focus')).toBeVisible()
    await page.keyboard.press('Alt+1')
    await expect(section(page, 'Subjective')).toBeFocused()
  })
})
