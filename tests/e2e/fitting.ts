// What can be measured of any screen: text that is cut, controls that cannot be reached, and those too small for a finger.
import type { Page } from '@playwright/test'

/** The controls that are measured: regions of the body have the body's shape, and stand for themselves. */
const controls =
  'a[href], button, input:not([type=hidden]), select, textarea, summary, [role=button], [role=tab], [role=option], ' +
  '[role=menuitem], [role=menuitemcheckbox], [role=slider], [role=switch], [contenteditable=true]'

/** The dialog or menu that lies over all others, or the whole page. */
const topmostSurface = (page: Page) =>
  page.evaluateHandle(() => {
    const surfaces = document.querySelectorAll('[role=dialog], [role=menu]')
    return [...surfaces].filter((one) => one.checkVisibility()).at(-1) ?? document.body
  })

/** Text that is not seen in full and cannot be read anywhere else, one line each. */
export const cutTexts = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const isHidden = (element: Element) => {
      const { width, height } = element.getBoundingClientRect()
      return width <= 1 || height <= 1 || !element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
    }
    const clips = (value: string) => value === 'hidden' || value === 'clip'
    const found: string[] = []
    const dialogs = [...document.querySelectorAll('[role=dialog], [role=menu]')].filter((one) => one.checkVisibility())
    const walker = document.createTreeWalker(dialogs.at(-1) ?? document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.textContent?.trim() ?? ''
      const owner = node.parentElement
      if (text === '' || !owner || owner.closest('svg, script, style, [hidden], [aria-hidden=true]') || isHidden(owner))
        continue
      const range = document.createRange()
      range.selectNodeContents(node)
      const { left, right, top, bottom } = range.getBoundingClientRect()
      for (let at: Element | null = owner; at && at !== document.body; at = at.parentElement) {
        const style = getComputedStyle(at)
        if (style.position === 'fixed') break
        const box = at.getBoundingClientRect()
        if (box.width <= 1) break
        const isCutAcross = clips(style.overflowX) && (left < box.left - 2 || right > box.right + 2)
        const isCutDown = clips(style.overflowY) && (top < box.top - 6 || bottom > box.bottom + 6)
        if (isCutAcross || isCutDown) {
          const told = owner.closest('[title], [aria-label]')
          const words = `${told?.getAttribute('title') ?? ''} ${told?.getAttribute('aria-label') ?? ''}`
          if (!words.includes(text)) {
            found.push(`"${text.slice(0, 60)}" in ${at.tagName}.${String(at.getAttribute('class')).slice(0, 50)}`)
          }
          break
        }
        if (style.overflowY === 'auto' || style.overflowY === 'scroll') break
      }
    }
    return found
  })

/** Tabs of the map that lie over a figure, as many words. */
export const tabsOverFigures = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const figures = [...document.querySelectorAll('[data-figure]')].map((one) => one.getBoundingClientRect())
    return [...document.querySelectorAll('[role=radiogroup][aria-label=View], [role=radiogroup][aria-label=Phase]')]
      .map((one) => one.getBoundingClientRect())
      .flatMap((tabs) =>
        figures.filter(
          (figure) =>
            tabs.bottom > figure.top + 1 &&
            tabs.top < figure.bottom - 1 &&
            tabs.right > figure.left + 1 &&
            tabs.left < figure.right - 1,
        ),
      )
      .map(({ left, top }) => `tabs over a figure at ${Math.round(left)}, ${Math.round(top)}`)
  })

/** Controls of the topmost surface that no scrolling brings into the window, one line each. */
export const unreachable = async (page: Page): Promise<string[]> =>
  page.evaluate(
    ([ground, selector]) => {
      return [...ground.querySelectorAll<HTMLElement>(selector)]
        .filter((one) => !one.hasAttribute('data-region') && !one.hasAttribute('disabled'))
        .filter((one) => one.checkVisibility({ visibilityProperty: true }) && !one.closest('[inert]'))
        .flatMap((one) => {
          one.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' })
          const label = one instanceof HTMLInputElement ? one.labels?.[0] : undefined
          const own = one.getBoundingClientRect()
          const box = own.width <= 2 && label ? label.getBoundingClientRect() : own
          if (box.width <= 2 || box.height <= 2 || getComputedStyle(one).clipPath !== 'none') return []
          const x = Math.min(Math.max(box.left, 0) + Math.min(box.width / 2, 20), box.left + box.width / 2)
          const y = box.height > innerHeight ? innerHeight / 2 : box.top + box.height / 2
          const hit = document.elementFromPoint(x, y)
          // The face of a field, such as its number or its symbol, may lie over it.
          const around = one instanceof HTMLInputElement ? one.parentElement : one
          if (hit && (around?.contains(hit) || hit.contains(one) || label?.contains(hit))) return []
          const name = one.getAttribute('aria-label') ?? one.textContent?.trim().slice(0, 40) ?? ''
          return [
            `${one.tagName} "${name}" at ${Math.round(x)}, ${Math.round(y)} under ${hit?.tagName}.${hit?.getAttribute('class')?.slice(0, 40)}`,
          ]
        })
    },
    [await topmostSurface(page), controls] as const,
  )

/** Controls that a finger of 44 pixels cannot press anywhere around their middle, one line each. */
export const tooSmall = async (page: Page): Promise<string[]> =>
  page.evaluate(
    ([ground, selector]) => {
      return [...ground.querySelectorAll<HTMLElement>(selector)]
        .filter((one) => !one.hasAttribute('data-region') && one.checkVisibility({ visibilityProperty: true }))
        .flatMap((one) => {
          one.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' })
          const label = one instanceof HTMLInputElement ? (one.labels?.[0] ?? one.closest('label')) : null
          const boxes = [one, label, one.closest('label')].flatMap((part) => part?.getBoundingClientRect() ?? [])
          if (getComputedStyle(one).clipPath !== 'none' || boxes.every(({ width }) => width <= 2)) return []
          if (boxes.some(({ width, height }) => width >= 43.5 && height >= 43.5)) return []
          // What lies around it may belong to it: a pseudo-element, a label.
          const box = boxes.find(({ width }) => width > 2) ?? boxes[0]
          if (!box) return []
          const [x, y] = [box.left + box.width / 2, box.top + box.height / 2]
          const isOwn = (dx: number, dy: number) => {
            const hit = document.elementFromPoint(x + dx, y + dy)
            return hit !== null && (one.contains(hit) || label?.contains(hit) === true)
          }
          const reach = 21
          if (isOwn(-reach, 0) && isOwn(reach, 0) && isOwn(0, -reach) && isOwn(0, reach)) return []
          const name = one.getAttribute('aria-label') ?? one.textContent?.trim().slice(0, 40) ?? ''
          return [
            `${one.tagName}.${one.getAttribute('class')?.slice(0, 40)} "${name}" ${Math.round(box.width)}×${Math.round(box.height)}`,
          ]
        })
    },
    [await topmostSurface(page), controls] as const,
  )
