// Pasting: text and simple formatting come in, nothing else does.
import type { Page } from '@playwright/test'
import { expect, sharedTest as test } from './fixtures.ts'
import { expectSaved, section, startWithSomebody } from './journeys.ts'

async function paste(page: Page, html: string): Promise<void> {
  await section(page, 'Objective').click()
  await section(page, 'Objective').evaluate((editor, content) => {
    const data = new DataTransfer()
    data.setData('text/html', content)
    data.setData('text/plain', 'plain text of the same')
    editor.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
  }, html)
}

test('HTML with scripts, handlers, images, styles and frames comes in as clean text', async ({ app }) => {
  const { page } = app
  await startWithSomebody(page)
  await paste(
    page,
    `<style>p { color: red }</style><script>window.pwned = 1</script>
     <p onclick="window.pwned = 1" style="color:red">Tender <b>left</b> side <img src="https://evil.test/a.png" onerror="window.pwned = 1"></p>
     <iframe src="https://evil.test/"></iframe><a href="javascript:window.pwned = 1">advice</a>
     <svg onload="window.pwned = 1"><circle/></svg><form><input value="typed"></form>`,
  )
  const editor = section(page, 'Objective')
  await expect(editor).toContainText('Tender left side')
  await expect(editor).toContainText('advice')
  await expect(editor.locator('strong')).toHaveText('left')
  await expect(
    editor.locator('script, style, iframe, svg, form, input, a, [onclick], [style*=red], img[src^=http]'),
  ).toHaveCount(0)
  await expect(editor).not.toContainText('pwned')
  expect(await page.evaluate(() => 'pwned' in window)).toBe(false)
  expect((await app.requests()).filter((url) => url.includes('evil'))).toEqual([])
  await expectSaved(page)
})

test("Word's paragraphs and lists come in as paragraphs and lists", async ({ app: { page } }) => {
  await startWithSomebody(page)
  await paste(
    page,
    `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta name=Generator content="Microsoft Word 15"></head>
     <body><!--StartFragment--><p class=MsoNormal><b>Findings</b><o:p></o:p></p>
     <p class=MsoListParagraphCxSpFirst style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·<span>&nbsp;&nbsp;</span></span><![endif]>Neck<o:p></o:p></p>
     <p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·<span>&nbsp;&nbsp;</span></span><![endif]>Shoulder<o:p></o:p></p>
     <!--EndFragment--></body></html>`,
  )
  const editor = section(page, 'Objective')
  await expect(editor.locator('strong')).toHaveText('Findings')
  await expect(editor.getByRole('listitem')).toHaveText(['Neck', 'Shoulder'])
  await expect(editor).not.toContainText('·')
  await expectSaved(page)
})

test('2 MB of pasted text come in, are saved, stay after a reload, and can be signed', async ({ app: { page } }) => {
  await startWithSomebody(page)
  const line = 'Tender along the left side; easier after pressure. '.repeat(20)
  const lines = Math.floor(1_990_000 / (line.length + 1))
  await paste(page, Array.from({ length: lines }, (_, at) => `<p>${at} ${line.slice(0, -8)}</p>`).join(''))
  const editor = section(page, 'Objective')
  await expect(editor.locator('p')).toHaveCount(lines)
  await expectSaved(page)
  await page.reload()
  await expect(editor.locator('p')).toHaveCount(lines)
  await expect(editor.locator('p').last()).toContainText(`${lines - 1} Tender`)
  await page.getByRole('button', { name: 'Sign note' }).click()
  await page.getByRole('button', { name: 'Sign and lock' }).click()
  await expect(page.getByRole('button', { name: 'Add addendum' })).toBeVisible({ timeout: 30_000 })
  await expect(page.getByRole('region', { name: 'Objective' })).toContainText(`${lines - 1} Tender`)
})
