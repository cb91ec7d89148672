// The one owner of where the keyboard goes when what had it is taken away: a dialog, menu or editor that closes, a button
// whose row is gone. Whoever closes something need not think of it; whoever wants the focus elsewhere simply puts it there.

type Focusable = HTMLElement | SVGElement

interface Place {
  readonly element: Focusable
  /** What the element stood in, from the nearest outwards. */
  readonly around: readonly Element[]
  /** The screen that it stood on. */
  readonly address: string
}

/** More than there are places in any dialog, so that what opened it is still known when it closes. */
const mostPlaces = 60
/** As far around a place that is gone as its neighbours are looked for. */
const neighbourhood = 6
/** What closes a part may put the focus where it wants it; only then it is lost. */
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
  // The outermost parts of the page, one of which all dialogs share, are nobody's neighbourhood.
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

/** From now on, as long as the page is there. */
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
    // Another screen: its heading is where it begins.
    return document.querySelector<HTMLElement>('main h1[tabindex]') ?? undefined
  }

  function check(): void {
    timer = undefined
    const last = places.at(-1)
    // Whoever pressed beside everything wanted nothing to have the keyboard.
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
