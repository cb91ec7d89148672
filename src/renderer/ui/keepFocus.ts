// Restores the focus when the focused element is removed: a dialog, menu or editor that closes, a button
// whose row is gone. Code that closes something need not handle the focus; it may set it elsewhere itself.

type Focusable = HTMLElement | SVGElement

interface Place {
  readonly element: Focusable
  /** The element's ancestors, nearest first. */
  readonly around: readonly Element[]
  /** The screen that it was on. */
  readonly address: string
}

/** More than there are controls in any dialog, so that the control that opened it is still known when it closes. */
const mostPlaces = 60
/** How many ancestors of a removed element are searched for neighbours. */
const neighbourhood = 6
/** Code that closes a part may still set the focus itself; only afterwards it is lost. */
const patience = 20

const tabbable = [
  'a[href]',
  'button:not(:disabled)',
  'input:not(:disabled, [type="hidden"])',
  'select:not(:disabled)',
  'textarea:not(:disabled)',
  '[contenteditable="true"]',
  '[tabindex]:not([tabindex="-1"])',
].join(',')

const isShown = (element: Element) => element.isConnected && element.checkVisibility({ visibilityProperty: true })
const canTake = (element: Element) => isShown(element) && !element.matches(':disabled') && !element.closest('[inert]')

function ancestors(element: Element): readonly Element[] {
  const around: Element[] = []
  // The page's outermost elements hold unrelated things (all dialogs share one), so they are not searched.
  for (
    let one = element.parentElement;
    one?.parentElement && one.parentElement !== document.body;
    one = one.parentElement
  ) {
    around.push(one)
  }
  return around.slice(0, neighbourhood)
}

function neighbourOf({ around }: Place): Focusable | undefined {
  const nearest = around.find((one) => one.isConnected)
  if (!nearest || nearest.matches('main')) return undefined
  return [...nearest.querySelectorAll<Focusable>(tabbable)].find(canTake)
}

/** Follows the focus for the lifetime of the page. */
export function keepFocus(): void {
  let places: readonly Place[] = []
  let timer: ReturnType<typeof setTimeout> | undefined

  function remember({ target }: FocusEvent): void {
    if (!(target instanceof HTMLElement || target instanceof SVGElement) || target === document.body) return
    const place = { element: target, around: ancestors(target), address: location.hash }
    places = [...places.filter(({ element }) => element !== target).slice(1 - mostPlaces), place]
  }

  const hasNobody = () => document.activeElement === null || document.activeElement === document.body

  function next(): Focusable | undefined {
    for (const place of places.toReversed()) {
      if (place.address !== location.hash) break
      const found = canTake(place.element) ? place.element : neighbourOf(place)
      if (found) return found
    }
    // On another screen the heading takes the focus.
    return document.querySelector<HTMLElement>('main h1[tabindex]') ?? undefined
  }

  function check(): void {
    timer = undefined
    const last = places.at(-1)
    // A press on the background removed the focus on purpose.
    if (!hasNobody() || !last || isShown(last.element)) return
    next()?.focus({ preventScroll: true })
  }

  const checkSoon = () => void (timer ??= setTimeout(check, patience))
  const leave = ({ relatedTarget }: FocusEvent) => relatedTarget === null && checkSoon()

  const watch = new MutationObserver(() => hasNobody() && checkSoon())
  watch.observe(document.body, { childList: true, subtree: true })
  document.addEventListener('focusin', remember)
  document.addEventListener('focusout', leave)
}
