// Keys of an input method compose text; to the app they say nothing.
import type { CDPSession, Page } from '@playwright/test'
import { expect, sharedTest as test } from '../fixtures.ts'
import { createSomebody, section, startSession, startWithSomebody } from '../journeys.ts'

/** An input method on this page: what it shows while it composes, and the keys that it takes. */
class InputMethod {
  readonly #cdp: CDPSession
  constructor(cdp: CDPSession) {
    this.#cdp = cdp
  }
  compose(text: string) {
    return this.#cdp.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
  }
  take(text: string) {
    return this.#cdp.send('Input.insertText', { text })
  }
  /** A key that it took: the browser sends it with another code, and its end without. */
  async press(key: string) {
    const press = { key, code: key, windowsVirtualKeyCode: 229 }
    await this.#cdp.send('Input.dispatchKeyEvent', { ...press, type: 'rawKeyDown' })
    await this.#cdp.send('Input.dispatchKeyEvent', { ...press, type: 'keyUp' })
  }
}

const inputMethod = async (page: Page) => new InputMethod(await page.context().newCDPSession(page))

test('the Enter that ends a composition opens no client, and Escape clears no filter', async ({ app: { page } }) => {
  await createSomebody(page)
  await page.getByRole('link', { name: 'Clients' }).click()
  const filter = page.getByRole('searchbox', { name: 'Find a client' })
  await filter.click()
  await page.keyboard.type('a')
  const method = await inputMethod(page)
  const here = page.url()
  for (const press of [(key: string) => method.press(key), (key: string) => page.keyboard.press(key)]) {
    await method.compose('ん')
    await press('Escape')
    await press('ArrowDown')
    await press('Enter')
    await expect(filter).toBeFocused()
    await expect(filter).toHaveValue('aん')
    expect(page.url()).toBe(here)
    await method.compose('')
    await expect(filter).toHaveValue('a')
  }
  await page.keyboard.press('Enter')
  await expect(page).not.toHaveURL(here)
})

test('Escape ends a composition, and leaves the homework and the remark as they are', async ({ app: { page } }) => {
  await startWithSomebody(page)
  const method = await inputMethod(page)
  const homework = page.getByRole('textbox', { name: 'Homework' }).or(page.getByRole('combobox', { name: 'Homework' }))
  await homework.click()
  await page.keyboard.type('Heat ')
  await method.compose('温')
  await method.press('Escape')
  await page.keyboard.press('Escape')
  await expect(homework).toHaveValue('Heat 温')
  await method.take('温める')
  await expect(homework).toHaveValue('Heat 温める')

  await page.getByRole('button', { name: 'Private remark' }).click()
  const remark = page.getByRole('textbox', { name: 'Private remark' })
  await page.keyboard.type('Note ')
  await method.compose('メモ')
  await method.press('Escape')
  await page.keyboard.press('Escape')
  await expect(remark).toHaveValue('Note メモ')
  await method.take('メモ')
  await page.keyboard.press('Escape')
  await expect(remark).toBeHidden()
})

test('a dialog stays open, and its form is not sent off, while something is composed', async ({ app: { page } }) => {
  await page.getByRole('link', { name: 'Clients' }).click()
  await page.getByRole('button', { name: 'New client' }).click()
  const dialog = page.getByRole('dialog', { name: 'New client' })
  const name = dialog.getByRole('textbox', { name: 'First name' })
  await name.click()
  const method = await inputMethod(page)
  await method.compose('花子')
  for (const key of ['Escape', 'Enter']) {
    await method.press(key)
    await page.keyboard.press(key)
    await expect(name).toHaveValue('花子')
  }
  await method.take('花子')
  await page.keyboard.press('Escape')
  await dialog.getByRole('button', { name: 'Discard' }).click()
  await expect(dialog).toBeHidden()
})

test('what is composed in a section stays in it, and the Enter of the composition breaks no line', async ({
  app: { page },
}) => {
  await createSomebody(page)
  await startSession(page)
  const plan = section(page, 'Plan')
  await plan.click()
  const method = await inputMethod(page)
  await method.compose('かた')
  await method.press('Enter')
  await method.take('肩')
  await expect(plan.locator('p')).toHaveText(['肩'])
  await page.keyboard.press('Enter')
  await page.keyboard.type('- L')
  await expect(plan.locator('p')).toHaveText(['肩', '- L'])
})
