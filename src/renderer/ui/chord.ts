// Key combinations: their notation, recognising them in an event, and showing them.

/**
 * Keys held together, joined by "+": modifiers first (`Ctrl` is ⌃, for chords of Apple's keyboards alone; `Mod` is ⌘
 * there and Ctrl elsewhere; `Alt`, `Shift`), then one key: a letter, a digit, a character such as `,` or `?`, or a name
 * as in `KeyboardEvent.key`.
 */
export type Chord = string

/** The part of a keyboard event that recognising a chord needs. */
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
  readonly control: boolean
  readonly mod: boolean
  readonly alt: boolean
  readonly shift: boolean
  readonly key: string
}

function partsOf(chord: Chord): Parts {
  const names = chord.split('+')
  return {
    control: names.includes('Ctrl'),
    mod: names.includes('Mod'),
    alt: names.includes('Alt'),
    shift: names.includes('Shift'),
    key: names.at(-1) ?? '',
  }
}

/** A character key: its name is the character, or `Dead` for a dead key. */
const isPrintable = (key: string): boolean => key === 'Dead' || [...key].length === 1

/** Whether the press came from AltGr, or from Ctrl+Alt, which is AltGr on Windows. */
const isAltGr = (press: KeyPress): boolean =>
  press.getModifierState?.('AltGraph') === true || (press.ctrlKey && press.altKey)

/**
 * Whether a press writes a character that the keyboard has on a further level: ⌥ on Apple's keyboards, AltGr on others.
 * Digits of the number block with Alt write a character too (Alt+0178); with its lock off they come as arrows.
 */
export function writesByLevel(press: KeyPress, isApple: boolean): boolean {
  if (isApple) return press.altKey && !press.metaKey && !press.ctrlKey && isPrintable(press.key)
  if (press.altKey && !press.ctrlKey && /^Numpad\d$/.test(press.code)) return true
  return isAltGr(press) && !press.metaKey && isPrintable(press.key)
}

/**
 * Whether a press of keys is the chord, with exactly its modifiers. What writes a character on a further level of the
 * keyboard is never a chord. A letter counts by what the keyboard prints, and by its place where the keyboard prints no
 * Latin letter there; a digit counts by its place, and wherever else a keyboard has it. A sign counts wherever the keyboard has it, except on a digit's key with
 * Shift and the shortcut key: many keyboards have "/" on the 7, and Ctrl+Shift+7 is the numbered list on all of them.
 */
export function isChord(press: KeyPress, chord: Chord, isApple: boolean): boolean {
  const { control, mod, alt, shift, key } = partsOf(chord)
  if (writesByLevel(press, isApple)) return false
  const isHeld = isApple
    ? press.metaKey === mod && press.ctrlKey === control
    : press.ctrlKey === mod && !press.metaKey && !control
  if (!isHeld || press.altKey !== alt) return false
  if (/^[A-Z]$/.test(key)) {
    const isPrinted = /^[a-z]$/i.test(press.key)
    return press.shiftKey === shift && (isPrinted ? press.key.toUpperCase() === key : press.code === `Key${key}`)
  }
  if (/^\d$/.test(key)) {
    // Hungarian keyboards have 0 before 1, and ö in its place.
    const isElsewhere = press.key === key && !/^(Digit|Numpad)\d$/.test(press.code)
    return press.shiftKey === shift && (press.code === `Digit${key}` || isElsewhere)
  }
  // Where a character lies, and whether Shift is needed for it, differs from keyboard to keyboard.
  if (key.length === 1) return press.key === key && !(mod && press.shiftKey && /^Digit\d$/.test(press.code))
  return press.shiftKey === shift && press.key === key
}

/** Whether a key press means undo or redo: Z and Y by their letters, or by their places. */
export function undoingOf(press: KeyPress, isApple: boolean): 'undo' | 'redo' | null {
  if (isChord(press, 'Mod+Z', isApple)) return 'undo'
  return ['Mod+Shift+Z', 'Mod+Y'].some((chord) => isChord(press, chord, isApple)) ? 'redo' : null
}

const appleNames: Readonly<Record<string, string>> = { Ctrl: '⌃', Mod: '⌘', Alt: '⌥', Shift: '⇧', Enter: '↵' }
const otherNames: Readonly<Record<string, string>> = { Mod: 'Ctrl' }
const arrows: Readonly<Record<string, string>> = { ArrowLeft: '←', ArrowRight: '→', ArrowUp: '↑', ArrowDown: '↓' }

/** The chord as shown to the user: "Alt+Shift+C", or "⌃⌘⇧C" on Apple's keyboards. */
export function chordWords(chord: Chord, isApple: boolean): string {
  if (chord.length === 1) return chord
  const names = isApple ? appleNames : otherNames
  return chord
    .split('+')
    .map((name) => names[name] ?? arrows[name] ?? name)
    .join(isApple ? '' : '+')
}

/** The chord in the syntax of `aria-keyshortcuts`. */
export const chordForAria = (chord: Chord, isApple: boolean): string =>
  chord.replace('Ctrl', 'Control').replace('Mod', isApple ? 'Meta' : 'Control')
