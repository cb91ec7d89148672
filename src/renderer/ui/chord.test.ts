import { describe, expect, it } from 'vitest'
import { chordForAria, chordWords, isChord, undoingOf, type KeyPress } from './chord.ts'

const press = (key: string, code: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
})

describe('a chord', () => {
  it('needs exactly its modifiers', () => {
    expect(isChord(press('l', 'KeyL', { altKey: true }), 'Alt+L', false)).toBe(true)
    expect(isChord(press('l', 'KeyL'), 'Alt+L', false)).toBe(false)
    expect(isChord(press('L', 'KeyL', { altKey: true, shiftKey: true }), 'Alt+L', false)).toBe(false)
    expect(isChord(press('C', 'KeyC', { altKey: true, shiftKey: true }), 'Alt+Shift+C', false)).toBe(true)
    expect(isChord(press('Enter', 'Enter', { ctrlKey: true, shiftKey: true }), 'Mod+Enter', false)).toBe(false)
  })

  it('is never AltGr, which types characters', () => {
    expect(isChord(press('@', 'KeyL', { ctrlKey: true, altKey: true }), 'Alt+L', false)).toBe(false)
    const level3 = { altKey: true, getModifierState: (name: string) => name === 'AltGraph' }
    expect(isChord(press('ł', 'KeyL', level3), 'Alt+L', false)).toBe(false)
  })

  it('has ⌘ for its shortcut key on an Apple keyboard, and Ctrl elsewhere', () => {
    expect(isChord(press('n', 'KeyN', { metaKey: true }), 'Mod+N', true)).toBe(true)
    expect(isChord(press('n', 'KeyN', { ctrlKey: true }), 'Mod+N', true)).toBe(false)
    expect(isChord(press('n', 'KeyN', { ctrlKey: true }), 'Mod+N', false)).toBe(true)
    expect(isChord(press('n', 'KeyN', { metaKey: true }), 'Mod+N', false)).toBe(false)
  })

  it('goes by the printed letter on keyboards that lay the letters out otherwise', () => {
    expect(isChord(press('l', 'KeyP', { altKey: true }), 'Alt+L', false)).toBe(true)
    expect(isChord(press('p', 'KeyL', { altKey: true }), 'Alt+L', false)).toBe(false)
    expect(isChord(press('д', 'KeyL', { altKey: true }), 'Alt+L', false)).toBe(true)
  })

  it('finds digits and characters wherever the keyboard has them', () => {
    expect(isChord(press('&', 'Digit1', { altKey: true }), 'Alt+1', false)).toBe(true)
    expect(isChord(press('/', 'Period', { ctrlKey: true, shiftKey: true }), 'Mod+/', false)).toBe(true)
    expect(isChord(press('/', 'Digit7', { shiftKey: true }), '/', false)).toBe(true)
    expect(isChord(press('0', 'Backquote', { altKey: true }), 'Alt+0', false)).toBe(true)
    expect(isChord(press('0', 'Numpad0', { altKey: true }), 'Alt+0', false)).toBe(false)
    expect(isChord(press('?', 'Slash', { shiftKey: true }), '?', false)).toBe(true)
    expect(isChord(press('F8', 'F8'), 'F8', false)).toBe(true)
  })

  it('is printed as the keyboard prints it, and named for assistive technology', () => {
    expect(chordWords('Alt+Shift+C', false)).toBe('Alt+Shift+C')
    expect(chordWords('Ctrl+Mod+Shift+C', true)).toBe('⌃⌘⇧C')
    expect(chordWords('Alt+ArrowLeft', false)).toBe('Alt+←')
    expect(chordWords('Mod+Enter', true)).toBe('⌘↵')
    expect(chordForAria('Mod+Enter', false)).toBe('Control+Enter')
    expect(chordForAria('Mod+Enter', true)).toBe('Meta+Enter')
    expect(chordForAria('Ctrl+Mod+L', true)).toBe('Control+Meta+L')
  })
})

describe('undoing and redoing', () => {
  const ctrl = { ctrlKey: true }

  it('go by the printed letter, and by the place where a keyboard prints no Latin letter there', () => {
    expect(undoingOf(press('z', 'KeyY', ctrl), false)).toBe('undo')
    expect(undoingOf(press('y', 'KeyZ', ctrl), false)).toBe('redo')
    for (const letter of ['я', 'ζ', 'ז', 'ئ', 'ㅋ'])
      expect([letter, undoingOf(press(letter, 'KeyZ', ctrl), false)]).toEqual([letter, 'undo'])
    expect(undoingOf(press('Я', 'KeyZ', { ...ctrl, shiftKey: true }), false)).toBe('redo')
    expect(undoingOf(press('я', 'KeyZ', { metaKey: true }), true)).toBe('undo')
  })

  it('are nothing that AltGr writes, and nothing without the shortcut key', () => {
    expect(undoingOf(press('ż', 'KeyZ', { ...ctrl, altKey: true }), false)).toBeNull()
    expect(undoingOf(press('Ω', 'KeyZ', { altKey: true }), true)).toBeNull()
    expect(undoingOf(press('z', 'KeyZ'), false)).toBeNull()
  })
})
