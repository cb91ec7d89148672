// What each key of a keyboard does with Ctrl (⌘) and with Ctrl+Shift, layout by layout: one thing at most.
import { keydownHandler } from '@tiptap/pm/keymap'
import type { EditorView } from '@tiptap/pm/view'
import { describe, expect, it } from 'vitest'
import { isChord } from './chord.ts'
import { heardChords } from './shortcuts.ts'

const codes = [
  ['Digit1', 'Digit2', 'Digit3', 'Digit4', 'Digit5', 'Digit6', 'Digit7', 'Digit8', 'Digit9', 'Digit0', 'Minus'],
  ['KeyQ', 'KeyW', 'KeyE', 'KeyR', 'KeyT', 'KeyY', 'KeyU', 'KeyI', 'KeyO', 'KeyP', 'BracketLeft'],
  ['KeyA', 'KeyS', 'KeyD', 'KeyF', 'KeyG', 'KeyH', 'KeyJ', 'KeyK', 'KeyL', 'Semicolon', 'Quote'],
  ['KeyZ', 'KeyX', 'KeyC', 'KeyV', 'KeyB', 'KeyN', 'KeyM', 'Comma', 'Period', 'Slash'],
].flat()

/** What the keys write without Shift and with it, in the order of {@link codes}; `·` waits for its letter. */
const layouts: Readonly<Record<string, readonly [plain: string, shifted: string]>> = {
  US: ["1234567890-qwertyuiop[asdfghjkl;'zxcvbnm,./", '!@#$%^&*()_QWERTYUIOP{ASDFGHJKL:"ZXCVBNM<>?'],
  German: ['1234567890ßqwertzuiopüasdfghjklöäyxcvbnm,.-', '!"§$%&/()=?QWERTZUIOPÜASDFGHJKLÖÄYXCVBNM;:_'],
  Swiss: ["1234567890'qwertzuiopüasdfghjklöäyxcvbnm,.-", '+"*ç%&/()=?QWERTZUIOPèASDFGHJKLéàYXCVBNM;:_'],
  French: ['&é"\'(-è_çà)azertyuiop·qsdfghjklmùwxcvbn,;:!', '1234567890°AZERTYUIOP·QSDFGHJKLM%WXCVBN?./§'],
  Belgian: ['&é"\'(§è!çà)azertyuiop·qsdfghjklmùwxcvbn,;:=', '1234567890°AZERTYUIOP·QSDFGHJKLM%WXCVBN?./+'],
  Swedish: ['1234567890+qwertyuiopåasdfghjklöäzxcvbnm,.-', '!"#¤%&/()=?QWERTYUIOPÅASDFGHJKLÖÄZXCVBNM;:_'],
  Norwegian: ['1234567890+qwertyuiopåasdfghjkløæzxcvbnm,.-', '!"#¤%&/()=?QWERTYUIOPÅASDFGHJKLØÆZXCVBNM;:_'],
  Danish: ['1234567890+qwertyuiopåasdfghjklæøzxcvbnm,.-', '!"#¤%&/()=?QWERTYUIOPÅASDFGHJKLÆØZXCVBNM;:_'],
  Spanish: ["1234567890'qwertyuiop·asdfghjklñ·zxcvbnm,.-", '!"·$%&/()=?QWERTYUIOP·ASDFGHJKLÑ·ZXCVBNM;:_'],
  Italian: ["1234567890'qwertyuiopèasdfghjklòàzxcvbnm,.-", '!"£$%&/()=?QWERTYUIOPéASDFGHJKLç°ZXCVBNM;:_'],
  Portuguese: ["1234567890'qwertyuiop+asdfghjklçºzxcvbnm,.-", '!"#$%&/()=?QWERTYUIOP*ASDFGHJKLÇªZXCVBNM;:_'],
  Czech: ['+ěščřžýáíé=qwertzuiopúasdfghjklů§yxcvbnm,.-', '1234567890%QWERTZUIOP/ASDFGHJKL"!YXCVBNM?:_'],
  Hungarian: ['123456789öüqwertzuiopőasdfghjkléáyxcvbnm,.-', '\'"+!%/=()ÖÜQWERTZUIOPŐASDFGHJKLÉÁYXCVBNM?:_'],
  Turkish: ['1234567890*qwertyuıopğasdfghjklşizxcvbnmöç.', "!'^+%&/()=?QWERTYUIOPĞASDFGHJKLŞİZXCVBNMÖÇ:"],
  Russian: ['1234567890-йцукенгшщзхфывапролджэячсмитьбю.', '!"№;%:?*()_ЙЦУКЕНГШЩЗХФЫВАПРОЛДЖЭЯЧСМИТЬБЮ,'],
}

/** The keys of an editor of the note, as the library names them. */
const editorKeys = ['Mod-b', 'Mod-i', 'Mod-z', 'Mod-Shift-z', 'Mod-Shift-7', 'Mod-Shift-8', 'Mod-Shift-9']

/** The `keyCode` that Windows and Chromium give a key: by its letter, and for digits by its place. */
function keyCodeOf(code: string, plain: string): number {
  if (code.startsWith('Digit')) return code.charCodeAt(5)
  if (/^[a-z]$/u.test(plain)) return plain.toUpperCase().charCodeAt(0)
  return code.startsWith('Key') && !/^[a-z]$/iu.test(plain) && /\p{Script=Cyrillic}/u.test(plain)
    ? code.charCodeAt(3)
    : 0
}

/** Everything that a key triggers with Ctrl, with and without Shift. */
function answering(at: number, [plain, shifted]: readonly [string, string], shiftKey: boolean): string[] {
  const code = codes[at] ?? ''
  const [below, above] = [[...plain][at] ?? '', [...shifted][at] ?? '']
  const sign = shiftKey ? above : below
  const press = {
    code,
    key: sign === '·' ? 'Dead' : sign,
    keyCode: keyCodeOf(code, below),
    ctrlKey: true,
    metaKey: false,
    altKey: false,
    shiftKey,
  }
  const ofEditor: string[] = []
  const bindings = editorKeys.map((name) => [name, () => Boolean(ofEditor.push(name))] as const)
  keydownHandler(Object.fromEntries(bindings))({} as EditorView, press as KeyboardEvent)
  return [...heardChords(false).filter((chord) => isChord(press, chord, false)), ...ofEditor]
}

describe('a key with Ctrl', () => {
  it.each(Object.entries(layouts))('on the layout %s / does one thing at most', (_, layout) => {
    expect(layout.map((written) => [...written].length)).toEqual([codes.length, codes.length])
    for (const shiftKey of [false, true])
      for (const at of codes.keys()) {
        const all = answering(at, layout, shiftKey)
        expect([codes[at], shiftKey, all.length > 1 ? all : []]).toEqual([codes[at], shiftKey, []])
      }
  })

  it.each(Object.entries(layouts))(
    'on the layout %s / Shift and 7, 8, 9 make the lists and the heading',
    (_, layout) => {
      for (const digit of [7, 8, 9]) expect(answering(digit - 1, layout, true)).toEqual([`Mod-Shift-${digit}`])
    },
  )
})

describe('the list of shortcuts', () => {
  it('has a key that types no character on any layout', () => {
    const f1 = { code: 'F1', key: 'F1', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false }
    for (const forApple of [true, false])
      expect(heardChords(forApple).filter((chord) => isChord(f1, chord, forApple))).toEqual(['F1'])
  })
})
