// Keys that belong to an input method: those with which Japanese, Chinese, Korean and others compose what they write.
// The Enter that accepts a word and the Escape that cancels one are not ours.

/** The part of a keyboard event that is needed; React's wraps the browser's. */
interface KeyEvent {
  readonly timeStamp: number
  readonly code: string
  readonly nativeEvent?: unknown
}

/** The `keyCode` of a key that the input method has taken. */
const takenKeyCode = 229

/** The key that an input method took and that is still down, and when the last composition ended. */
const known: { heldCode: string | null; endedAt: number } = { heldCode: null, endedAt: -Infinity }

const isBeingComposed = ({ isComposing, keyCode }: KeyboardEvent): boolean => isComposing || keyCode === takenKeyCode

/**
 * Whether a press of keys is the input method's: while it composes; when the browser says that it took the key; and the
 * same press once more after the composition has ended, as some browsers send it, and as a key that is held repeats it.
 */
export function isOfInputMethod(event: KeyEvent): boolean {
  const native = (event.nativeEvent ?? event) as KeyboardEvent
  return isBeingComposed(native) || native.code === known.heldCode || native.timeStamp <= known.endedAt
}

/**
 * A key handler that leaves the input method's keys alone. Every key handler of ours is one, which `npm run lint` checks.
 */
export const ourKeys =
  <E extends KeyEvent>(handler: (event: E) => unknown) =>
  (event: E): void => {
    if (!isOfInputMethod(event)) handler(event)
  }

/** The same for an editor, whose handlers return whether they handled the key. */
export const ourEditorKeys =
  <V>(handler: (view: V, event: KeyboardEvent) => boolean) =>
  (view: V, event: KeyboardEvent): boolean =>
    !isOfInputMethod(event) && handler(view, event)

/**
 * Watches compositions for the window's lifetime, and keeps their keys from libraries' handlers too.
 * Call once, before anything else listens.
 */
export function watchInputMethod(target: Window): void {
  const options = { capture: true }
  const stop = (event: KeyboardEvent): void => {
    if (!isOfInputMethod(event)) return
    event.stopImmediatePropagation()
    // The browser's defaults too: Enter submits a form, and Escape empties a search.
    const actsByItself = event.key === 'Enter' || event.key === 'Escape'
    if (actsByItself && event.target instanceof HTMLInputElement) event.preventDefault()
  }
  target.addEventListener('compositionend', ({ timeStamp }) => void (known.endedAt = timeStamp), options)
  target.addEventListener(
    'keydown',
    (event) => {
      if (isBeingComposed(event)) known.heldCode = event.code || null
      else if (event.code !== known.heldCode) known.heldCode = null
      stop(event)
    },
    options,
  )
  target.addEventListener(
    'keyup',
    (event) => {
      stop(event)
      if (event.code === known.heldCode) known.heldCode = null
    },
    options,
  )
  target.addEventListener('blur', () => void (known.heldCode = null))
}
