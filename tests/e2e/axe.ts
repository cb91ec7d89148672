// What axe finds on a screen.
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'

/** What axe finds on the screen as it stands, one line for each element. */
export async function violations(page: Page): Promise<string[]> {
  // Dialogs and pop-overs fade in; half-seen text has half its contrast.
  await page.evaluate(() => Promise.allSettled(document.getAnimations().map((animation) => animation.finished)))
  // The legacy way needs no second page, which Electron does not open.
  const { violations: found } = await new AxeBuilder({ page }).setLegacyMode().analyze()
  return found.flatMap(({ id, help, nodes }) => nodes.map(({ html }) => `${id} (${help}): ${html.slice(0, 160)}`))
}
