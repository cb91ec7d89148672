// The list of all keyboard shortcuts, and the hook that handles one of them.
import { useEffect } from 'react'
import { chordForAria, chordWords, isChord, type Chord } from './chord.ts'
import { ourKeys } from './inputMethodKeys.ts'
import { isApple } from './keys.ts'
import { useLatest } from './useLatest.ts'

export const shortcutGroups = ['Everywhere', 'Session', 'Body map', 'Text', 'Lists'] as const
export type ShortcutGroup = (typeof shortcutGroups)[number]

/** A shortcut that is handled through {@link useShortcut}. */
interface Heard {
  readonly group: ShortcutGroup
  readonly words: string
  /**
   * The keys, and those of an Apple keyboard where they are others: there ⌥ with a character writes another one, so that
   * none of its chords has ⌥; ⌃⌘ is free but for what macOS keeps (⌃⌘D, F, Q, Space). A second one is for keyboards that
   * write the sign of the first with ⌥, as German ones do with [.
   */
  readonly chord: Chord
  readonly appleChord?: Chord | readonly Chord[]
  /** In which dialogs it works besides the screen: none, those that lie beside it, or any. */
  readonly within?: 'popovers' | 'dialogs'
  /** Whether it is left alone where somebody types. */
  readonly leavesText?: true
}

const heard = {
  newClient: { group: 'Everywhere', words: 'new client', chord: 'Mod+N', within: 'popovers' },
  findClient: { group: 'Everywhere', words: 'find a client', chord: 'Mod+K', within: 'popovers' },
  newWindow: { group: 'Everywhere', words: 'new window', chord: 'Mod+Shift+N', within: 'popovers' },
  settings: { group: 'Everywhere', words: 'settings', chord: 'Mod+,', within: 'popovers' },
  lock: { group: 'Everywhere', words: 'lock', chord: 'Mod+L', within: 'dialogs' },
  back: {
    group: 'Everywhere',
    words: 'back to the screen before',
    chord: 'Alt+ArrowLeft',
    appleChord: ['Mod+[', 'Ctrl+Mod+ArrowLeft'],
  },
  forward: {
    group: 'Everywhere',
    words: 'forward again',
    chord: 'Alt+ArrowRight',
    appleChord: ['Mod+]', 'Ctrl+Mod+ArrowRight'],
  },
  shortcuts: { group: 'Everywhere', words: 'this list', chord: 'F1', within: 'popovers' },
  shortcutsBySlash: {
    group: 'Everywhere',
    words: 'the same, where “/” is not on the 7',
    chord: 'Mod+/',
    within: 'popovers',
  },
  shortcutsOutsideText: {
    group: 'Everywhere',
    words: 'the same, where nothing is typed',
    chord: '?',
    leavesText: true,
  },

  sameAsLastTime: { group: 'Session', words: 'same as last time', chord: 'Alt+L', appleChord: 'Ctrl+Mod+L' },
  confirm: { group: 'Session', words: 'confirm what is carried over here', chord: 'Alt+C', appleChord: 'Ctrl+Mod+C' },
  confirmAll: {
    group: 'Session',
    words: 'confirm all that is carried over',
    chord: 'Alt+Shift+C',
    appleChord: 'Ctrl+Mod+Shift+C',
  },
  subjective: {
    group: 'Session',
    words: 'to Subjective',
    chord: 'Alt+1',
    appleChord: 'Ctrl+Mod+1',
    within: 'popovers',
  },
  objective: { group: 'Session', words: 'to Objective', chord: 'Alt+2', appleChord: 'Ctrl+Mod+2', within: 'popovers' },
  assessment: {
    group: 'Session',
    words: 'to Assessment',
    chord: 'Alt+3',
    appleChord: 'Ctrl+Mod+3',
    within: 'popovers',
  },
  plan: { group: 'Session', words: 'to Plan', chord: 'Alt+4', appleChord: 'Ctrl+Mod+4', within: 'popovers' },
  measures: {
    group: 'Session',
    words: 'to the measures',
    chord: 'Alt+0',
    appleChord: 'Ctrl+Mod+0',
    within: 'popovers',
  },
  bodyMap: { group: 'Session', words: 'to the body map', chord: 'Alt+M', appleChord: 'Ctrl+Mod+M', within: 'popovers' },
  technique: {
    group: 'Session',
    words: 'to the techniques',
    chord: 'Alt+T',
    appleChord: 'Ctrl+Mod+T',
    within: 'popovers',
  },
  homework: {
    group: 'Session',
    words: 'to the homework',
    chord: 'Alt+H',
    appleChord: 'Ctrl+Mod+H',
    within: 'popovers',
  },
  nothingChanged: {
    group: 'Session',
    words: 'nothing has changed in the client’s health',
    chord: 'Alt+N',
    appleChord: 'Ctrl+Mod+N',
    within: 'popovers',
  },
  timer: { group: 'Session', words: 'start or stop the timer', chord: 'F8', within: 'popovers' },
  privateRemark: {
    group: 'Session',
    words: 'private remark',
    chord: 'Alt+R',
    appleChord: 'Ctrl+Mod+R',
    within: 'popovers',
  },
  draftHistory: {
    group: 'Session',
    words: 'draft history',
    chord: 'Alt+D',
    appleChord: 'Ctrl+Mod+Y',
    within: 'popovers',
  },
  sign: { group: 'Session', words: 'sign the note', chord: 'Mod+Enter' },

  newClientInList: { group: 'Lists', words: 'new client, in the list of clients', chord: 'N', leavesText: true },
  filterClients: { group: 'Lists', words: 'to the client filter', chord: '/', leavesText: true },
} as const satisfies Readonly<Record<string, Heard>>

export type ShortcutId = keyof typeof heard

const entries: Readonly<Record<ShortcutId, Heard>> = heard
const ids = Object.keys(heard) as ShortcutId[]

/** Keys that the focused control handles itself; here for the list alone. Chords separated by spaces. */
interface ControlKeys {
  readonly group: ShortcutGroup
  readonly words: string
  readonly keys: string
}

const controlKeys: readonly ControlKeys[] = [
  { group: 'Everywhere', keys: 'Tab Shift+Tab', words: 'to the next control, and back' },
  { group: 'Everywhere', keys: 'Esc', words: 'close the dialog, or the finding' },
  { group: 'Everywhere', keys: 'Mod+Z', words: 'undo what a message offers, outside of text' },

  { group: 'Session', keys: '0–9', words: 'on a score: that number; 1 and 0 in quick succession for ten' },
  { group: 'Session', keys: 'Delete', words: 'on a score: not recorded' },

  { group: 'Body map', keys: '← → ↑ ↓', words: 'to the next region in that direction' },
  { group: 'Body map', keys: 'letters', words: 'to the region or muscle that starts with these letters' },
  { group: 'Body map', keys: 'Home End', words: 'first and last region' },
  { group: 'Body map', keys: 'Space', words: 'mark; again: one more' },
  { group: 'Body map', keys: 'Enter', words: 'mark; where marked: open the finding' },
  { group: 'Body map', keys: 'Delete', words: 'remove the newest mark there' },
  { group: 'Body map', keys: '1–9 0', words: 'kind of the next mark, or of the open finding' },
  { group: 'Body map', keys: '/', words: 'find a region or muscle' },
  { group: 'Body map', keys: '+ −', words: 'zoom in, zoom out' },
  { group: 'Body map', keys: 'Shift+←→↑↓', words: 'move the enlarged picture' },
  { group: 'Body map', keys: 'Esc', words: 'put the tool away; then back to the whole body' },
  { group: 'Body map', keys: 'Mod+Z Mod+Shift+Z', words: 'undo, redo on the map' },
  { group: 'Body map', keys: '← →', words: 'in “Compare visits”: through the visits' },

  { group: 'Text', keys: ';', words: 'and a few letters: a phrase' },
  { group: 'Text', keys: '/', words: 'menu of phrases' },
  { group: 'Text', keys: 'Tab', words: 'to the next blank of a phrase' },
  { group: 'Text', keys: 'Mod+B Mod+I', words: 'bold, italic' },
  { group: 'Text', keys: 'Mod+Shift+7 Mod+Shift+8', words: 'numbered list, bulleted list' },
  { group: 'Text', keys: 'Mod+Shift+9', words: 'heading' },
  { group: 'Text', keys: 'Mod+Z Mod+Shift+Z', words: 'undo, redo in the section' },
  { group: 'Text', keys: 'Alt+F10', words: 'to the toolbar of the section; Esc goes back' },

  { group: 'Lists', keys: '↑ ↓', words: 'through the rows; into the list' },
  { group: 'Lists', keys: 'Home End', words: 'first and last row' },
  { group: 'Lists', keys: 'Enter', words: 'open the row; in the filter: the first' },
  { group: 'Lists', keys: 'Mod+Enter', words: 'open it in a new window' },
  { group: 'Lists', keys: 'Esc', words: 'clear the filter' },
]

/** A line of the list of shortcuts. */
export interface ShortcutLine {
  readonly group: ShortcutGroup
  /** As shown to the user; one text for each chord. */
  readonly keys: readonly string[]
  readonly words: string
}

/** The chords of a shortcut; the first is the one that is shown where there is room for one. */
const chordsOf = ({ chord, appleChord }: Heard, forApple: boolean): readonly Chord[] =>
  [(forApple && appleChord) || chord].flat()
const shownChord = (id: ShortcutId) => chordsOf(entries[id], isApple)[0] ?? ''

/** All shortcuts in the order of the list, with the keys of an Apple keyboard or of another. */
export const shortcutLines = (forApple: boolean): readonly ShortcutLine[] => [
  ...ids.map((id) => {
    const { group, words } = entries[id]
    return { group, words, keys: chordsOf(entries[id], forApple).map((chord) => chordWords(chord, forApple)) }
  }),
  ...controlKeys.map(({ group, words, keys }) => ({
    group,
    words,
    keys: keys.split(' ').map((chord) => chordWords(chord, forApple)),
  })),
]

/** All chords that work everywhere, on an Apple keyboard or on another. */
export const heardChords = (forApple: boolean): readonly Chord[] => ids.flatMap((id) => chordsOf(entries[id], forApple))

/** The keys of a shortcut, for showing beside what they do. */
export const shortcutKeys = (id: ShortcutId): string => chordWords(shownChord(id), isApple)

/** The value of `aria-keyshortcuts` for the control that does the same. */
export const shortcutForAria = (id: ShortcutId): string => chordForAria(shownChord(id), isApple)

/** What each shortcut does now, by the parts of the screen that handle it. */
const handlers = new Map<ShortcutId, Set<() => void>>()

const textBoxes =
  'textarea, select, [contenteditable="true"], [role="combobox"], input:not([type="checkbox"], [type="radio"], [type="range"], [type="button"])'

/** Whether a shortcut works where the keys were pressed. */
function reaches({ within, leavesText }: Heard, target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return true
  if (leavesText && target.closest(textBoxes)) return false
  if (within === 'dialogs') return true
  const dialog =
    target === document.body ? document.querySelector('[aria-modal="true"]') : target.closest('[role="dialog"]')
  if (!dialog) return true
  return within === 'popovers' && dialog.closest('[aria-modal="true"]') === null
}

/** One listener for all, ahead of the editor's and the browser's handling. */
function onKeyDown(event: KeyboardEvent): void {
  const id = ids.find(
    (one) => handlers.has(one) && chordsOf(entries[one], isApple).some((chord) => isChord(event, chord, isApple)),
  )
  if (id === undefined || !reaches(entries[id], event.target)) return
  event.preventDefault()
  event.stopPropagation()
  if (!event.repeat) for (const handler of handlers.get(id) ?? []) handler()
}

const hearKeys = ourKeys(onKeyDown)

function listenTo(id: ShortcutId, handler: () => void): () => void {
  if (handlers.size === 0) window.addEventListener('keydown', hearKeys, { capture: true })
  const all = handlers.get(id) ?? new Set()
  handlers.set(id, all.add(handler))
  return () => {
    all.delete(handler)
    if (all.size === 0) handlers.delete(id)
    if (handlers.size === 0) window.removeEventListener('keydown', hearKeys, { capture: true })
  }
}

/**
 * Handles a shortcut while the component is mounted. Also inside of editors; in dialogs only where the list says so;
 * never while a character is being composed, and once for a key that is held.
 * @param handler null while there is nothing to do, which leaves the keys to others
 */
export function useShortcut(id: ShortcutId, handler: (() => void) | null): void {
  const latest = useLatest(handler)
  const isOn = handler !== null
  useEffect(() => (isOn ? listenTo(id, () => latest.current?.()) : undefined), [id, isOn, latest])
}
