// What can be measured of any screen: text that is cut, controls that cannot be reached, and those too small for a finger.
import type { Page } from '@playwright/test'

/** The controls that are measured: regions of the body have the body's shape, and stand for themselves. */
const controls =
  'a[href], button, input:not([type=hidden]), select, textarea, summary, [role=button], [role=tab], [role=option], ' +
  '[role=menuitem], [role=menuitemcheckbox], [role=slider], [role=switch], [contenteditable=true]'

/** The dialog or menu that lies over all others, or the whole page. */
export const topmostSurface = (page: Page) =>
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
          const named = owner.closest('[title], [aria-label]')
          const words = `${named?.getAttribute('title') ?? ''} ${named?.getAttribute('aria-label') ?? ''}`
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

/** What scrolls down and has to be pushed sideways as well to be read, one line each. */
export const pushedSideways = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('*')]
      .filter((one) => {
        const { overflowX, overflowY } = getComputedStyle(one)
        const canBePushed = /auto|scroll/u.test(overflowX) && one.scrollWidth > one.clientWidth + 1
        return canBePushed && /auto|scroll/u.test(overflowY) && one.scrollHeight > one.clientHeight + 1
      })
      .filter((one) => one.clientWidth > 0 && one.checkVisibility({ visibilityProperty: true }))
      .map((one) => `${one.tagName}.${String(one.className).slice(0, 60)}: ${one.scrollWidth} in ${one.clientWidth}`),
  )

/** Text that hangs out of its row of a list, over the line or the row below, one line each. */
export const outOfTheirRows = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('[role=listitem], li, tr')]
      .filter((row) => row.checkVisibility() && !row.closest('svg'))
      .flatMap((row) => {
        const range = document.createRange()
        const { bottom } = row.getBoundingClientRect()
        return [...row.querySelectorAll('span, a, strong, button')].flatMap((one) => {
          if (one.childElementCount > 0) return []
          range.selectNodeContents(one)
          const box = range.getBoundingClientRect()
          const isShown = box.width > 1 && box.height > 1 && one.checkVisibility({ visibilityProperty: true })
          // Of a text that is shortened to some lines the others are not drawn.
          let end = box.bottom
          for (let at: Element | null = one; at && at !== row; at = at.parentElement) {
            if (getComputedStyle(at).overflowY === 'hidden') end = Math.min(end, at.getBoundingClientRect().bottom)
          }
          const over = isShown && getComputedStyle(one).position !== 'absolute' ? end - bottom : 0
          return over > 1 ? [`"${one.textContent?.slice(0, 60)}" by ${Math.round(over)}`] : []
        })
      }),
  )

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

/** What makes the page itself scroll, which no screen may: each scrolls within the window, and the rail stays. */
export const beyondTheWindow = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const { documentElement, body } = document
    return [documentElement, body, document.getElementById('root'), document.querySelector('main')]
      .filter((one) => one !== null)
      .flatMap((one) => {
        const [across, down] = [one.scrollWidth - one.clientWidth, one.scrollHeight - one.clientHeight]
        const sunk = Math.round(one.getBoundingClientRect().bottom - innerHeight)
        return across > 0 || down > 0 || sunk > 0
          ? [`${one.tagName}: ${across} across, ${down} down, ${sunk} below`]
          : []
      })
  })

/** Whatever scrolls down on the topmost surface and does not when the keyboard asks it to, one line each. */
export async function stuckScrollers(page: Page): Promise<string[]> {
  const ground = await topmostSurface(page)
  const count = await ground.evaluate((surface) => {
    const scrollers = [surface, ...surface.querySelectorAll<HTMLElement>('*')].filter((one) => {
      const { overflowY } = getComputedStyle(one)
      const canScroll = (overflowY === 'auto' || overflowY === 'scroll') && one.scrollHeight > one.clientHeight + 1
      return canScroll && one.clientHeight > 0 && one.checkVisibility({ visibilityProperty: true })
    })
    const { scrollersHere } = Object.assign(window, { scrollersHere: scrollers })
    return scrollersHere.length
  })
  const found: string[] = []
  for (let at = 0; at < count; at++) {
    // oxlint-disable no-await-in-loop -- one keyboard
    const key = await page.evaluate(async (index) => {
      const scroller = (window as unknown as { scrollersHere: HTMLElement[] }).scrollersHere[index] as HTMLElement
      const drawnTwice = () =>
        new Promise<void>((drawn) => {
          requestAnimationFrame(() => requestAnimationFrame(() => drawn()))
          setTimeout(drawn, 1000)
        })
      scroller.scrollTop = 0
      // The options of a box with a list are gone through while the focus stays in the box; the one above the first is the last.
      if (scroller.querySelector('[role=option]')) return 'ArrowUp'
      const scrollerOf = (element: Element) => {
        let around = element.parentElement
        while (around && !/auto|scroll/u.test(getComputedStyle(around).overflowY)) around = around.parentElement
        return around
      }
      // What takes the key for itself: a page further in a text, another value.
      const takesKeys = 'textarea, select, [type=range], [type=number], [contenteditable], [role=combobox]'
      const places = [scroller, ...scroller.querySelectorAll<HTMLElement>('[tabindex], a[href], button, input')].filter(
        (one) => one === scroller || (one.tabIndex >= 0 && !one.matches(takesKeys) && scrollerOf(one) === scroller),
      )
      for (const one of places) {
        one.focus({ preventScroll: true })
        // A key that is pressed before the focus was drawn may scroll nothing.
        // oxlint-disable-next-line no-await-in-loop -- one place after the other
        await drawnTwice()
        if (document.activeElement === one) return 'PageDown'
      }
      return null
    }, at)
    if (key) await page.keyboard.press(key)
    const stuck = await page.evaluate(async (index) => {
      const scroller = (window as unknown as { scrollersHere: HTMLElement[] }).scrollersHere[index] as HTMLElement
      for (let frame = 0; frame < 30 && scroller.isConnected && scroller.scrollTop === 0; frame++) {
        await new Promise<void>((drawn) => {
          requestAnimationFrame(() => drawn())
          setTimeout(drawn, 1000)
        })
      }
      if (!scroller.isConnected || scroller.scrollTop > 0) return null
      const focused = document.activeElement?.outerHTML.slice(0, 80)
      return `${scroller.tagName}.${scroller.className.slice(0, 60)} with ${focused} in focus`
    }, at)
    // oxlint-enable no-await-in-loop
    if (stuck) found.push(`${stuck}, ${key ?? 'nothing to press'}`)
  }
  return found
}

/** Where the system chooses the colours: what is chosen on the topmost surface and looks like what is not, one line each. */
export const unseenInForcedColours = async (page: Page): Promise<string[]> =>
  page.evaluate(
    (surface) => {
      const probe = document.body.appendChild(document.createElement('i'))
      probe.style.cssText = 'forced-color-adjust: none; background: Highlight'
      const highlight = getComputedStyle(probe).backgroundColor
      probe.remove()
      const isShown = (one: Element) => one.checkVisibility({ visibilityProperty: true, opacityProperty: true })
      const describe = (one: Element) =>
        `${one.tagName}.${one.getAttribute('class')?.slice(0, 40)} "${one.textContent?.slice(0, 30)}"`
      const chosen =
        '[aria-pressed=true], [aria-selected=true], [aria-current]:not([aria-current=false]), [data-chosen], ' +
        'label:has(> input:checked), input[type=radio]:checked + label'
      const unseen = [...surface.querySelectorAll(chosen)]
        .filter((one) => isShown(one) && !one.closest('svg') && getComputedStyle(one).backgroundColor !== highlight)
        .map((one) => `chosen and unseen: ${describe(one)}`)
      const switches = [...surface.querySelectorAll('[role=switch] + *')]
        .filter((one) => isShown(one) && getComputedStyle(one).borderTopStyle === 'none')
        .map((one) => `a switch without an edge: ${describe(one)}`)
      return [...unseen, ...switches]
    },
    await topmostSurface(page),
  )

/**
 * Text on the topmost surface that stands out from its ground by less than 4.5 to 1, in whatever colours it is shown, one line
 * each; where edges are looked at too, the controls that have neither an edge nor a ground of 3 to 1.
 */
export const faintTexts = async (page: Page, { withEdges = false } = {}): Promise<string[]> =>
  page.evaluate(
    ([surface, looksAtEdges]) => {
      type Colour = readonly [red: number, green: number, blue: number, alpha: number]
      const paint = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })
      const read = new Map<string, Colour>()
      const rgba = (colour: string): Colour => {
        const known = read.get(colour)
        if (known || !paint) return known ?? [0, 0, 0, 1]
        paint.clearRect(0, 0, 1, 1)
        paint.fillStyle = colour
        paint.fillRect(0, 0, 1, 1)
        const [red = 0, green = 0, blue = 0, alpha = 0] = paint.getImageData(0, 0, 1, 1).data
        const parts: Colour = [red, green, blue, alpha / 255]
        read.set(colour, parts)
        return parts
      }
      const over = ([red, green, blue, alpha]: Colour, [r, g, b]: Colour): Colour => {
        const mix = (upper: number, lower: number) => upper * alpha + lower * (1 - alpha)
        return [mix(red, r), mix(green, g), mix(blue, b), 1]
      }
      const grounds = new Map<Element, Colour>()
      const groundOf = (element: Element | null): Colour => {
        if (!element) return [255, 255, 255, 1]
        const known = grounds.get(element)
        if (known) return known
        const ground = over(rgba(getComputedStyle(element).backgroundColor), groundOf(element.parentElement))
        grounds.set(element, ground)
        return ground
      }
      const luminance = ([red, green, blue]: Colour) => {
        const linear = (part: number) =>
          part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
      }
      const contrastOf = (colour: string, ground: Colour) => {
        const lights = [luminance(ground), luminance(over(rgba(colour), ground))]
        return (Math.max(...lights) + 0.05) / (Math.min(...lights) + 0.05)
      }
      const found = new Set<string>()
      const walker = document.createTreeWalker(surface, NodeFilter.SHOW_TEXT)
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const owner = node.parentElement
        if (!owner || !node.textContent?.trim()) continue
        if (owner.closest('svg, script, style, [aria-disabled=true], [data-disabled], :disabled')) continue
        if (!owner.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue
        const contrast = contrastOf(getComputedStyle(owner).color, groundOf(owner))
        if (contrast < 4.45) {
          found.add(
            `contrast ${contrast.toFixed(1)}: ${owner.tagName}.${owner.className} "${node.textContent.slice(0, 30)}"`,
          )
        }
      }
      if (!looksAtEdges) return [...found]
      const hasEdge = (one: Element) => {
        const style = getComputedStyle(one)
        const ground = groundOf(one.parentElement)
        const lines = [
          style.borderTopStyle !== 'none' && parseFloat(style.borderTopWidth) > 0 && style.borderTopColor,
          style.borderBottomStyle !== 'none' && parseFloat(style.borderBottomWidth) > 0 && style.borderBottomColor,
          style.outlineStyle !== 'none' && style.outlineColor,
          style.backgroundColor,
        ]
        return lines.some((colour) => colour !== false && contrastOf(colour, ground) >= 3)
      }
      // A slider is its thumb and its track, which no style of the element shows.
      const controlled =
        'button, summary, select, textarea, input:not([type=hidden], [type=file], [type=range]), [role=button], [role=tab], ' +
        '[contenteditable=true]'
      for (const control of surface.querySelectorAll<HTMLElement>(controlled)) {
        if (
          control.closest(
            '[role^=menuitem], [role=option], [data-region], svg, [inert], :disabled, [aria-disabled=true], [data-disabled]',
          )
        )
          continue
        if (!control.checkVisibility({ visibilityProperty: true })) continue
        const { width, height } = control.getBoundingClientRect()
        const isUnseen = getComputedStyle(control).opacity === '0' || width <= 2 || height <= 2
        // What is drawn in the place of a control that is not: its label, the box around it, the track of a switch.
        const face = isUnseen ? (control.parentElement?.closest('label') ?? control.nextElementSibling) : control
        if (isUnseen && !face) continue
        // A field may lie in the box that is drawn as the field; a button stands for itself.
        const isField = isUnseen || control.matches('input, textarea, [contenteditable]')
        const boxes = isField
          ? [face?.parentElement, face?.parentElement?.parentElement, control.nextElementSibling]
          : []
        if ([face, ...boxes].some((one) => one && one !== document.body && hasEdge(one))) continue
        const name = control.getAttribute('aria-label') ?? control.textContent?.trim().slice(0, 30)
        found.add(`no edge: ${control.tagName}.${control.className} "${name}"`)
      }
      return [...found]
    },
    [await topmostSurface(page), withEdges] as const,
  )
