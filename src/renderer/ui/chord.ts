// A combination of keys: how it is written down, recognised in an event, and printed for somebody to read.

/**
 * Keys held together, joined by "+": modifiers first (`Mod` is ⌘ on Apple's keyboards and Ctrl elsewhere; `Alt`,
 * `Shift`), then one key: a letter, a digit, a character such as `,` or `?`, or a name as in `KeyboardEvent.key`.
 */
export type Chord = string

/** As much of a keyboard event as recognising a chord takes. */
export interface KeyPress {
  readonly key: string
  readonly code: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
  getModifierState?(name: string): boolean
}

interface Parts {
  readonly mod: boolean
  readonly alt: boolean
  readonly shift: boolean
  readonly key: string
}

function partsOf(chord: Chord): Parts {
  const names = chord.split('+')
  return {
    mod: names.includes('Mod'),
    alt: names.includes('Alt'),
    shift: names.includes('Shift'),
    key: names.at(-1) ?? '',
  }
}

/**
 * Whether a press of keys is the chord, with exactly its modifiers. AltGr, which arrives as Ctrl+Alt on Windows, writes
 * characters and is never a chord. A letter counts by what the keyboard prints, and by its place where the keyboard
 * prints no Latin letter there, which is also how ⌥ with a letter is known; a digit counts by its place.
 */
export function isChord(press: KeyPress, chord: Chord, isApple: boolean): boolean {
  const { mod, alt, shift, key } = partsOf(chord)
  const [held, other] = isApple ? [press.metaKey, press.ctrlKey] : [press.ctrlKey, press.metaKey]
  if (held !== mod || other || press.altKey !== alt) return false
  if (!isApple && press.getModifierState?.('AltGraph') === true) return false
  if (/^[A-Z]$/.test(key)) {
    const isPrinted = /^[a-z]$/i.test(press.key)
    return press.shiftKey === shift && (isPrinted ? press.key.toUpperCase() === key : press.code === `Key${key}`)
  }
  if (/^\d$/.test(key)) return press.shiftKey === shift && press.code === `Digit${key}`
  // Where a character lies, and whether Shift is needed for it, differs from keyboard to keyboard.
  if (key.length === 1) return press.key === key
  return press.shiftKey === shift && press.key === key
}

const appleNames: Readonly<Record<string, string>> = { Mod: '⌘', Alt: '⌥', Shift: '⇧', Enter: '↵' }
const otherNames: Readonly<Record<string, string>> = { Mod: 'Ctrl' }
const arrows: Readonly<Record<string, string>> = { ArrowLeft: '←', ArrowRight: '→', ArrowUp: '↑', ArrowDown: '↓' }

/** The chord as the keyboard prints it: "Alt+Shift+C", or "⌥⇧C" on Apple's. */
export function chordWords(chord: Chord, isApple: boolean): string {
  if (chord.length === 1) return chord
  const names = isApple ? appleNames : otherNames
  return chord
    .split('+')
    .map((name) => names[name] ?? arrows[name] ?? name)
    .join(isApple ? '' : '+')
}

/** The chord as the attribute `aria-keyshortcuts` names it. */
export const chordForAria = (chord: Chord, isApple: boolean): string =>
  chord.replace('Mod', isApple ? 'Meta' : 'Control')
