// What axe finds on a screen.
import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import { faintTexts, topmostSurface, unseenInForcedColours } from './fitting.ts'

interface Finding {
  readonly id: string
  readonly help: string
  readonly nodes: readonly { readonly html: string }[]
}
interface Axe {
  run(place: Element, options: object): Promise<{ violations: readonly Finding[] }>
}

const asLines = (findings: readonly Finding[]): string[] =>
  findings.flatMap(({ id, help, nodes }) => nodes.map(({ html }) => `${id} (${help}): ${html.slice(0, 160)}`))

/** Elements that pass are not described one by one, which takes most of axe's time on a body map. */
const resultTypes: 'violations'[] = ['violations']
/** Not among those that axe applies by itself. */
const rules = { 'target-size': { enabled: true }, 'scrollable-region-focusable': { enabled: true } }
/** The rules that look at colours. A colour scheme changes nothing else: the elements are the same. */
const colourRules = ['color-contrast', 'link-in-text-block']

/**
 * Dialogs and pop-overs fade in, and half-seen text has half its contrast; new colours are there in the next frame. Nobody
 * waits longer than a few seconds for a browser that draws no frames.
 */
const settled = (page: Page) =>
  page.evaluate(async () => {
    const within = (work: Promise<unknown>) => Promise.race([work, new Promise((end) => void setTimeout(end, 3000))])
    await within(new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))))
    await within(Promise.allSettled(document.getAnimations().map((animation) => animation.finished)))
  })

/** What axe finds on the screen as it stands, one line for each element. */
export async function violations(page: Page): Promise<string[]> {
  await settled(page)
  // The legacy way needs no second page, which Electron does not open.
  const found = await new AxeBuilder({ page }).setLegacyMode().options({ resultTypes, rules }).analyze()
  return asLines(found.violations)
}

/**
 * The same of some rules alone, where axe is in the page since an earlier look. What lies under a dialog or menu is the same
 * as without it.
 */
async function violationsOf(page: Page, runOnly: readonly string[]): Promise<string[]> {
  await settled(page)
  const found = await page.evaluate(
    async ([surface, options]) => {
      const { axe } = window as unknown as { axe: Axe }
      return (await axe.run(surface, options)).violations.map(({ id, help, nodes }) => ({
        id,
        help,
        nodes: nodes.map(({ html }) => ({ html })),
      }))
    },
    [await topmostSurface(page), { runOnly, resultTypes }] as const,
  )
  return asLines(found)
}

/** The same where the window is another: only where something lies and how large it is has changed. */
export const violationsOfPlaces = (page: Page): Promise<string[]> =>
  violationsOf(page, ['target-size', 'scrollable-region-focusable'])

interface Colours {
  readonly colorScheme: 'light' | 'dark'
  readonly contrast?: 'more'
  readonly forcedColors?: 'active'
}

async function show(page: Page, { colorScheme, contrast, forcedColors }: Colours): Promise<void> {
  await page.emulateMedia({
    colorScheme,
    contrast: contrast ?? 'no-preference',
    forcedColors: forcedColors ?? 'none',
    reducedMotion: 'reduce',
  })
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colorScheme)
}

/** The same in light and then in dark, without motion; each line begins with the scheme in which it was found. */
export async function violationsInBothSchemes(page: Page): Promise<string[]> {
  await show(page, { colorScheme: 'light' })
  const inLight = await violations(page)
  await show(page, { colorScheme: 'dark' })
  const inDark = await violationsOf(page, colourRules)
  return [...inLight.map((line) => `light: ${line}`), ...inDark.map((line) => `dark: ${line}`)]
}

/**
 * The same in all colours that there are: light and dark, each with more contrast and with the colours of the system too.
 * Axe takes most of the time, so what more contrast and the system change of the colours is measured by us. Ends in light.
 */
export async function troubleInAllColours(page: Page): Promise<string[]> {
  const found = await violationsInBothSchemes(page)
  for (const colorScheme of ['dark', 'light'] as const) {
    // oxlint-disable no-await-in-loop -- one window
    await show(page, { colorScheme, contrast: 'more' })
    await settled(page)
    const withContrast = await faintTexts(page, { withEdges: true })
    await show(page, { colorScheme, forcedColors: 'active' })
    await settled(page)
    const forced = [...(await faintTexts(page)), ...(await unseenInForcedColours(page))]
    // oxlint-enable no-await-in-loop
    found.push(...withContrast.map((line) => `${colorScheme}, more contrast: ${line}`))
    found.push(...forced.map((line) => `${colorScheme}, forced colours: ${line}`))
  }
  await show(page, { colorScheme: 'light' })
  return found
}
