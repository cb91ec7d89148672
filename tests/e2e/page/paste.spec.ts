// Pasting: text and simple formatting come in, nothing else does.
import type { Locator, Page } from '@playwright/test'
import { mailSamples } from '../../fixtures/clipboards/mail.ts'
import { officeSamples } from '../../fixtures/clipboards/office.ts'
import { webSamples } from '../../fixtures/clipboards/web.ts'
import { expect, sharedTest as test } from '../fixtures.ts'
import { expectSaved, section, startWithSomebody } from '../journeys.ts'

async function paste(page: Page, html: string): Promise<void> {
  await section(page, 'Objective').click()
  await pasteInto(page, html)
}

/** Pastes where the caret is in the Objective section. */
async function pasteInto(page: Page, html: string): Promise<void> {
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

const objective = (page: Page) => section(page, 'Objective')
const notice = (page: Page) =>
  page.getByRole('region', { name: 'Objective', exact: true }).getByRole('status', { name: 'Pasting' })

/** Puts something on the real clipboard, as another program would, and pastes it by its key. */
async function pasteReally(page: Page, kinds: Record<string, string>, at: Locator): Promise<void> {
  await at.click()
  // Asks no permission of the app, which grants none: what is selected is copied, and its kinds are set.
  await page.evaluate((given) => {
    const put = (event: ClipboardEvent) => {
      event.preventDefault()
      event.stopImmediatePropagation()
      for (const [kind, text] of Object.entries(given)) event.clipboardData?.setData(kind, text)
    }
    document.addEventListener('copy', put, { capture: true, once: true })
    document.execCommand('copy')
  }, kinds)
  await page.keyboard.press('ControlOrMeta+v')
}

const samples = [...officeSamples, ...webSamples, ...mailSamples]
const sampleOf = (source: string) => samples.find((sample) => sample.source.startsWith(source)) ?? samples[0]

test('an intake with boxes, struck-out words and an empty cell / keeps their meaning, and names what was left out', async ({
  app: { page },
}) => {
  await startWithSomebody(page)
  const html = [
    '<ul><li><input type="checkbox" checked> Blood thinner</li><li><input type="checkbox"> Pregnant</li></ul>',
    '<p>Allergies: <s>none known</s> latex<span style="display:none">secret</span></p>',
    '<table><tr><td>Abduction</td><td></td><td>45</td></tr></table>',
    '<p style="white-space:pre-wrap">one\ntwo  three</p><p>10<sup>2</sup></p><p><img src="https://evil.test/x.png" width="90"></p>',
  ].join('')
  await pasteReally(page, { 'text/html': html, 'text/plain': 'plain' }, objective(page))
  await expect(objective(page).getByRole('listitem')).toHaveText(['☑ Blood thinner', '☐ Pregnant'])
  await expect(objective(page).locator(':scope > p')).toHaveText([
    'Allergies: [struck out: none known] latex',
    'Abduction | (empty) | 45',
    'one',
    'two  three',
    '10²',
  ])
  await expect(notice(page)).toContainText('Left out when pasting: 1 picture and hidden text.')
  await expect(notice(page)).not.toContainText('secret')
  await expectSaved(page)

  await notice(page).getByRole('button', { name: 'Undo' }).click()
  await expect(objective(page)).toHaveText('')
  await expect(notice(page)).toHaveText('')
  await expect(objective(page)).toBeFocused()
})

test("HTML of every program is read from a browser's document as from the standard's", async ({ app: { page } }) => {
  await startWithSomebody(page)
  const bare = (line: string) => line.replace(/\s+/g, ' ').trim()
  for (const { html, lines } of samples) {
    await objective(page).click()
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.press('Delete')
    await pasteInto(page, html)
    const shown = lines.map((line) => bare(line.replace(/^ *(?:• |\d+\. )?/, '')))
    const readLines = () =>
      objective(page).evaluate((editor) =>
        [...editor.querySelectorAll('p, h1, h2, h3')].flatMap((one) => (one as HTMLElement).innerText.split('\n')),
      )
    await expect.poll(async () => (await readLines()).map(bare)).toEqual(shown)
  }
})

test('plain text keeps its lines; what another editor marks as its own is read like any text', async ({
  app: { page },
}) => {
  await startWithSomebody(page)
  await pasteReally(page, { 'text/plain': 'R 45\n\nL\t60' }, objective(page))
  await expect(objective(page).locator('p')).toHaveText(['R 45', 'L\t60'])
  const foreign = sampleOf('another editor')
  await pasteReally(page, { 'text/html': foreign?.html ?? '' }, section(page, 'Plan'))
  await expect(section(page, 'Plan').getByRole('listitem')).toHaveText(['☑ Done', '☐ Open [struck out: old]'])
  await expect(section(page, 'Plan').locator('[data-finding]')).toHaveCount(0)
})

test('a picture alone / changes nothing, and the screen says that notes hold words', async ({ app: { page } }) => {
  await startWithSomebody(page)
  await objective(page).click()
  await page.keyboard.type('Kept')
  await page.keyboard.press('ControlOrMeta+a')
  for (const kind of ['file', 'html']) {
    await objective(page).evaluate((editor, given) => {
      const data = new DataTransfer()
      if (given === 'file') data.items.add(new File([new Uint8Array(8)], 'image.png', { type: 'image/png' }))
      else data.setData('text/html', '<img src="https://evil.test/a.png" width="300">')
      editor.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
    }, kind)
    await expect(notice(page)).toContainText('A note holds words, not pictures.')
    await expect(objective(page)).toHaveText('Kept')
    await notice(page).getByRole('button', { name: 'Close' }).click()
    await expect(notice(page)).toHaveText('')
  }
})

test('what is dropped from another program is read as what is pasted', async ({ app: { page } }) => {
  await startWithSomebody(page)
  await objective(page).click()
  await objective(page).evaluate((editor) => {
    const data = new DataTransfer()
    data.setData('text/html', '<p>Allergies: <del>none</del> latex <img src="https://evil.test/a.png" width="300"></p>')
    data.setData('text/plain', 'Allergies: none latex')
    const { left, top } = editor.getBoundingClientRect()
    const place = { clientX: left + 20, clientY: top + 8 }
    editor.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true, ...place }))
  })
  await expect(objective(page)).toHaveText('Allergies: [struck out: none] latex')
  await expect(notice(page)).toContainText('Left out when pasting: 1 picture.')
})

test('a picture pasted into or dropped on a plain field / changes nothing there, and the screen says that it holds words', async ({
  app: { page },
}) => {
  await startWithSomebody(page)
  const homework = page.getByRole('combobox', { name: 'Homework' })
  const said = page.getByRole('alert').filter({ hasText: '“Homework” holds words, not pictures.' })
  for (const kind of ['file', 'dropped file', 'html']) {
    await homework.evaluate((field, given) => {
      const data = new DataTransfer()
      if (given !== 'html') data.items.add(new File([new Uint8Array(8)], 'image.png', { type: 'image/png' }))
      else data.setData('text/html', '<img src="https://evil.test/a.png" width="300">')
      const taken = { bubbles: true, cancelable: true }
      const dropped = new DragEvent('drop', { dataTransfer: data, ...taken })
      const pasted = new ClipboardEvent('paste', { clipboardData: data, ...taken })
      field.dispatchEvent(given === 'dropped file' ? dropped : pasted)
    }, kind)
    await expect(said).toBeVisible()
    await expect(homework).toHaveValue('')
    await said.getByRole('button').click()
    await expect(said).toHaveCount(0)
  }
  const html = '<p>Ice <img src="https://evil.test/a.png" width="300"></p>'
  await pasteReally(page, { 'text/html': html, 'text/plain': 'Ice' }, homework)
  await expect(page.getByRole('alert')).toContainText('Left out when pasting into “Homework”: 1 picture.')
  // A pasted entry is put into the list.
  await expect(page.getByRole('button', { name: 'Remove Ice' })).toBeVisible()
})

test('a single field keeps ticks, struck-out words and the line between lines', async ({ app: { page } }) => {
  await startWithSomebody(page)
  const html =
    '<ul><li><input type="checkbox" checked> Ice</li><li><input type="checkbox"> Heat</li></ul><p><s>Run</s></p>'
  const homework = page.getByRole('combobox', { name: 'Homework' })
  await pasteReally(page, { 'text/html': html, 'text/plain': 'Ice\nHeat\nRun' }, homework)
  await expect(homework).toHaveValue('• ☑ Ice; • ☐ Heat; [struck out: Run]')
})

test('a copied list has its numbers in the text and in the HTML', async ({ app: { page } }) => {
  await startWithSomebody(page)
  await pasteReally(
    page,
    { 'text/html': '<p>Plan</p><ol start="3"><li>ice</li><li>rest</li></ol><ul><li>walk</li></ul>' },
    objective(page),
  )
  await expect(objective(page).getByRole('listitem')).toHaveCount(3)
  await page.keyboard.press('ControlOrMeta+a')
  const copied = await objective(page).evaluate((editor) => {
    const clipboardData = new DataTransfer()
    editor.dispatchEvent(new ClipboardEvent('copy', { clipboardData, bubbles: true, cancelable: true }))
    return { text: clipboardData.getData('text/plain'), html: clipboardData.getData('text/html') }
  })
  expect(copied.text).toBe('Plan\n3. ice\n4. rest\n• walk')
  expect(copied.html).toContain('<ol start="3">')
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
  // The dialog shows all of it before it is signed; a busy machine needs its time for that.
  test.slow()
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
  await expect(page.getByRole('button', { name: 'Add addendum' })).toBeVisible({ timeout: 90_000 })
  await expect(page.getByRole('region', { name: 'Objective' })).toContainText(`${lines - 1} Tender`)
})
