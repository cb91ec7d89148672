// What axe finds on a screen.
import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

interface Finding {
  readonly id: string
  readonly help: string
  readonly nodes: readonly { readonly html: string }[]
}
interface Axe {
  run(place: Document, options: object): Promise<{ violations: readonly Finding[] }>
}

const asLines = (findings: readonly Finding[]): string[] =>
  findings.flatMap(({ id, help, nodes }) => nodes.map(({ html }) => `${id} (${help}): ${html.slice(0, 160)}`))

/** Elements that pass are not described one by one, which takes most of axe's time on a body map. */
const resultTypes: 'violations'[] = ['violations']
/** Not among those that axe applies by itself. */
const rules = { 'target-size': { enabled: true }, 'scrollable-region-focusable': { enabled: true } }
/** The rules that look at colours. A colour scheme changes nothing else: the elements are the same. */
const colourRules = ['color-contrast', 'link-in-text-block']

/** Dialogs and pop-overs fade in, and half-seen text has half its contrast; new colours are there in the next frame. */
const settled = (page: Page) =>
  page.evaluate(async () => {
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))
    await Promise.allSettled(document.getAnimations().map((animation) => animation.finished))
  })

/** What axe finds on the screen as it stands, one line for each element. */
export const violations = (page: Page): Promise<string[]> => violationsOf(page, rules)

/** The same where the system chooses the colours: axe measures the page's own, and they are not what is seen. */
export const violationsInForcedColours = (page: Page): Promise<string[]> =>
  violationsOf(page, { ...rules, ...Object.fromEntries(colourRules.map((rule) => [rule, { enabled: false }])) })

async function violationsOf(page: Page, chosen: Readonly<Record<string, { enabled: boolean }>>): Promise<string[]> {
  await settled(page)
  // The legacy way needs no second page, which Electron does not open.
  const found = await new AxeBuilder({ page }).setLegacyMode().options({ resultTypes, rules: chosen }).analyze()
  return asLines(found.violations)
}

/** The same in light and then in dark, without motion; each line begins with the scheme in which it was found. */
export async function violationsInBothSchemes(page: Page): Promise<string[]> {
  const show = async (colorScheme: 'light' | 'dark') => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colorScheme)
  }
  await show('light')
  const inLight = await violations(page)
  await show('dark')
  await settled(page)
  // Axe is in the page since the first look.
  const inDark = await page.evaluate(
    async (options) => {
      const { axe } = window as unknown as { axe: Axe }
      return (await axe.run(document, options)).violations.map(({ id, help, nodes }) => ({
        id,
        help,
        nodes: nodes.map(({ html }) => ({ html })),
      }))
    },
    { runOnly: colourRules, resultTypes },
  )
  return [...inLight.map((line) => `light: ${line}`), ...asLines(inDark).map((line) => `dark: ${line}`)]
}
