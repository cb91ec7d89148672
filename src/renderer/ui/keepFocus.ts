// Restores the focus when the focused element is removed, or disabled for a while: a dialog, menu or editor that closes, a
// button whose row is gone, or that is at work. Code that closes something need not handle the focus; it may set it elsewhere itself.

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
  /** The element that lost the focus because it is disabled for now. */
  let atWork: Focusable | undefined

  function remember({ target }: FocusEvent): void {
    if (!(target instanceof HTMLElement || target instanceof SVGElement) || target === document.body) return
    const place = { element: target, around: ancestors(target), address: location.hash }
    atWork = undefined
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
    if (!hasNobody() || !last) return
    if (isShown(last.element)) {
      // A press on the background removed the focus on purpose. A button that was disabled while it was at work takes it again.
      if (atWork === last.element && canTake(atWork)) giveTo(atWork)
      return
    }
    giveTo(next())
  }

  function giveTo(element: Focusable | undefined): void {
    atWork = undefined
    element?.focus({ preventScroll: true })
  }

  const checkSoon = () => void (timer ??= setTimeout(check, patience))
  const leave = ({ relatedTarget }: FocusEvent) => relatedTarget === null && checkSoon()

  const watch = new MutationObserver((changes) => {
    const last = places.at(-1)?.element
    if (changes.some(({ type, target }) => type === 'attributes' && target === last)) {
      // The focus leaves it when it is drawn next, if it is still disabled then.
      if (last?.matches(':disabled')) atWork = last
      else if (!hasNobody()) atWork = undefined
    }
    if (hasNobody()) checkSoon()
  })
  watch.observe(document.body, { childList: true, subtree: true, attributeFilter: ['disabled'] })
  document.addEventListener('focusin', remember)
  document.addEventListener('focusout', leave)
}
