// Measures a session on screen: typing into a long note, opening it, and taking over last time's.
import type { Page } from '@playwright/test'
import { documentFromText } from '#shared/domain/note/plainText.ts'
import { ask } from '../e2e/bridge.ts'
import { putMarks, type MapSize } from './marksOfSize.ts'
import { compare, timedInPage, type Line } from './measure.ts'
import { longNote, naturalWords, paragraphsOf } from './notes.ts'

const usual: MapSize = { findings: 12, strokes: 2 }
const keys = 100
/** A quick typist: about ten keys a second, so that autosaves fall in between. */
const keyDelay = 90

/** Letters and spaces as somebody types them: nothing that begins a phrase. */
const typed = naturalWords(60)
  .join(' ')
  .replace(/[^a-z ]/giu, '')
  .slice(0, keys)

/** A session with a note of 5,000 words in one section and a usual body map. */
async function longSession(page: Page, clientId: string): Promise<string> {
  const { id } = await ask(page, 'session:start', { clientId, serviceStart: '2026-11-23T11:00' })
  const document = documentFromText(paragraphsOf(naturalWords(longNote)))
  await ask(page, 'session:saveSection', { id, section: 'subjective', document })
  await putMarks(page, id, usual)
  return id
}

const goTo = (page: Page, hash: string) => page.evaluate((wanted) => location.assign(wanted), hash)

const note = (page: Page) => page.getByRole('textbox', { name: 'Subjective', exact: true })

async function leave(page: Page): Promise<void> {
  await goTo(page, '#/today')
  await note(page).waitFor({ state: 'detached' })
}

/** How many milliseconds the slowest key in twenty takes, from the key to the page that is laid out after it. */
export async function measureTyping(page: Page, clientId: string): Promise<Line> {
  const id = await longSession(page, clientId)
  const html = paragraphsOf(naturalWords(longNote))
    .split('\n')
    .map((line) => `<p>${line.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>`)
    .join('')
  return compare({
    what: 'A key typed into a note of 5,000 words with the map open (p95)',
    against: 'the same text in a bare editable element',
    rounds: 5,
    ours: async () => {
      await goTo(page, `#/sessions/${id}`)
      await note(page).waitFor()
      const milliseconds = await slowKey(page, '[role="textbox"][aria-label="Subjective"]')
      await leave(page)
      return milliseconds
    },
    bare: async () => {
      await page.evaluate((text) => {
        const bare = document.createElement('div')
        bare.id = 'bare'
        bare.contentEditable = 'true'
        bare.style.cssText = 'position:fixed;inset:0;overflow:auto;background:#fff;z-index:9999;white-space:pre-wrap'
        bare.innerHTML = text
        document.body.append(bare)
      }, html)
      const milliseconds = await slowKey(page, '#bare')
      await page.evaluate(() => document.getElementById('bare')?.remove())
      return milliseconds
    },
  })
}

/** Types in the middle of an editable element and gives the 95th percentile of its keys. */
async function slowKey(page: Page, editable: string): Promise<number> {
  await page.evaluate(putCaretInMiddle, editable)
  await page.evaluate(timeKeys)
  await page.keyboard.type(typed, { delay: keyDelay })
  const times = await page.evaluate(() => (window as unknown as { keyTimes: number[] }).keyTimes)
  if (times.length < keys * 0.9) throw new Error('the keys did not arrive')
  return times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? Number.NaN
}

/** Runs in the page. */
function putCaretInMiddle(editable: string): void {
  const element = document.querySelector<HTMLElement>(editable)
  const paragraphs = element?.querySelectorAll('p') ?? []
  const paragraph = paragraphs[paragraphs.length >> 1]
  if (!element || !paragraph) throw new Error('nothing to type into')
  element.focus()
  const text = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT).nextNode() ?? paragraph
  getSelection()?.collapse(text, Math.min(20, text.textContent?.length ?? 0))
  paragraph.scrollIntoView({ block: 'center' })
}

/**
 * Times every key from its first event to when all that followed from it at once has run and the page is laid out: the
 * editor's own work, React's, and the layout; not the wait for the screen's next picture. Runs in the page.
 */
function timeKeys(): void {
  const times: number[] = []
  const given = window as unknown as { keyTimes: number[]; stopTiming?: () => void }
  given.stopTiming?.()
  given.keyTimes = times
  let began = 0
  const channel = new MessageChannel()
  channel.port1.addEventListener('message', () => {
    // React's own tasks were posted before this one's.
    setTimeout(() => {
      document.body.getBoundingClientRect()
      times.push(performance.now() - began)
    })
  })
  channel.port1.start()
  const onKey = () => void (began = performance.now())
  const onInput = () => channel.port2.postMessage(null)
  addEventListener('keydown', onKey, { capture: true })
  addEventListener('input', onInput)
  given.stopTiming = () => {
    removeEventListener('keydown', onKey, { capture: true })
    removeEventListener('input', onInput)
  }
}

type Act = { readonly goTo: string } | { readonly press: string }

/**
 * How long it takes from going to an address, or pressing the button whose words begin so, until there is text in a
 * place and the page is laid out. Runs in the page.
 */
async function untilTextIsThere(act: Act & { readonly place: string }): Promise<number> {
  const button = [...document.querySelectorAll('button')].find(
    ({ textContent }) => 'press' in act && textContent?.startsWith(act.press),
  )
  const start = performance.now()
  if ('goTo' in act) location.assign(act.goTo)
  else button?.click()
  while (!document.querySelector(act.place)?.textContent) {
    // oxlint-disable-next-line no-await-in-loop
    await new Promise<void>((resolve) => {
      requestAnimationFrame(() => resolve())
    })
  }
  document.body.getBoundingClientRect()
  return performance.now() - start
}

/** Opening a session: from the click to the note that is laid out. */
export async function measureSessionOpening(page: Page, clientId: string): Promise<Line> {
  const id = await longSession(page, clientId)
  const open = () =>
    page.evaluate(untilTextIsThere, { goTo: `#/sessions/${id}`, place: '[role="textbox"][aria-label="Subjective"]' })
  const ours = async () => {
    const milliseconds = await open()
    await leave(page)
    return milliseconds
  }
  await open()
  const html = await page.evaluate(() => document.getElementById('root')?.innerHTML ?? '')
  await leave(page)
  return compare({
    what: 'Opening a session with a note of 5,000 words',
    against: 'its finished HTML',
    rounds: 9,
    ours,
    bare: () =>
      page.evaluate((text) => {
        const place = document.createElement('div')
        place.style.cssText = 'position:fixed;inset:0'
        document.body.append(place)
        const start = performance.now()
        place.innerHTML = text
        place.getBoundingClientRect()
        const milliseconds = performance.now() - start
        place.remove()
        return milliseconds
      }, html),
  })
}

/** Taking over all of last time's note: from the click to the text that stands in the sections. */
export async function measureCarryForward(page: Page, clientId: string): Promise<Line> {
  const { id: last } = await ask(page, 'session:start', { clientId, serviceStart: '2026-11-23T07:00' })
  const words = naturalWords(400)
  // oxlint-disable no-await-in-loop
  for (const [index, section] of (['subjective', 'objective', 'assessment', 'plan'] as const).entries()) {
    const document = documentFromText(paragraphsOf(words.slice(index * 100, index * 100 + 100)))
    await ask(page, 'session:saveSection', { id: last, section, document })
  }
  // oxlint-enable no-await-in-loop
  const ours = async () => {
    const { id } = await ask(page, 'session:start', { clientId, serviceStart: '2026-11-23T07:30' })
    await goTo(page, `#/sessions/${id}`)
    await page.getByRole('button', { name: 'Same as last time' }).waitFor()
    const milliseconds = await page.evaluate(untilTextIsThere, {
      press: 'Same as last time',
      place: '[role="textbox"][aria-label="Plan"] [data-carried]',
    })
    await leave(page)
    // The next one is to find the same visit before it.
    await ask(page, 'session:discard', { id })
    return milliseconds
  }
  return compare({
    what: 'Taking over last time’s note of 400 words',
    against: 'asking for it over the bridge',
    rounds: 9,
    ours,
    bare: async () => {
      const { id } = await ask(page, 'session:start', { clientId, serviceStart: '2026-11-23T07:30' })
      const milliseconds = await timedInPage(page, 'session:lastTime', { sessionId: id })
      await ask(page, 'session:discard', { id })
      return milliseconds
    },
  })
}
