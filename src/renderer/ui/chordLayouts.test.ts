// Characters that keyboards write with ⌥ or AltGr, layout by layout: none of them is a shortcut.
import { describe, expect, it } from 'vitest'
import { isChord, writesByLevel, type KeyPress } from './chord.ts'
import { heardChords } from './shortcuts.ts'

/** Keys by place, each with the character it types; a dead key is "Dead". */
type Layout = Readonly<Record<string, string>>

const rows = {
  digits: ['Digit1', 'Digit2', 'Digit3', 'Digit4', 'Digit5', 'Digit6', 'Digit7', 'Digit8', 'Digit9', 'Digit0'],
  top: ['KeyQ', 'KeyW', 'KeyE', 'KeyR', 'KeyT', 'KeyY', 'KeyU', 'KeyI', 'KeyO', 'KeyP'],
  middle: ['KeyA', 'KeyS', 'KeyD', 'KeyF', 'KeyG', 'KeyH', 'KeyJ', 'KeyK', 'KeyL'],
  bottom: ['KeyZ', 'KeyX', 'KeyC', 'KeyV', 'KeyB', 'KeyN', 'KeyM'],
} as const

/** `·` is a key that waits for its letter, a space one that writes nothing. */
function layout(lines: Readonly<Record<keyof typeof rows, string>>, others: Layout = {}): Layout {
  const found: Record<string, string> = { ...others }
  for (const row of ['digits', 'top', 'middle', 'bottom'] as const)
    for (const [at, sign] of [...lines[row]].entries())
      if (sign !== ' ') found[rows[row][at] ?? ''] = sign === '·' ? 'Dead' : sign
  return found
}

const option: Readonly<Record<string, Layout>> = {
  US: layout(
    { digits: '¡™£¢∞§¶•ªº', top: 'œ∑·®†¥··øπ', middle: 'åß∂ƒ©˙∆˚¬', bottom: 'Ω≈ç√∫·µ' },
    { Minus: '–', Slash: '÷' },
  ),
  'US, ⇧': layout({ digits: '⁄€‹›ﬁﬂ‡°·‚', top: 'Œ„´‰ˇÁ¨ˆØ∏', middle: 'ÅÍÎÏ˝ÓÔÒ', bottom: '¸˛Ç◊ı˜Â' }),
  UK: layout({ digits: '¡€#¢∞§¶•ªº', top: 'œ∑·®†¥··øπ', middle: 'åß∂ƒ©˙∆˚¬', bottom: 'Ω≈ç√∫·µ' }),
  Polish: layout({ digits: '¡™£¢∞§¶•ªº', top: 'œ∑ę®†¥··óπ', middle: 'ąś∂ƒ©˙∆˚ł', bottom: 'żźć√∫ńµ' }),
  'Polish, ⇧': layout({ digits: '⁄€‹›ﬁﬂ‡°·‚', top: 'Œ„Ę‰ˇÁ¨ˆÓ∏', middle: 'ĄŚÎÏ˝ÓÔŁ', bottom: 'ŻŹĆ◊ıŃÂ' }),
  German: layout({ digits: '¡“¶¢[]|{}≠', top: '«∑€®†Ω¨⁄øπ', middle: 'å‚∂ƒ©ªº∆@', bottom: '¥≈ç√∫~µ' }),
  French: layout({ digits: '·ë“‘{¶«¡Çø', top: '‡Æê®†Úºîœπ', middle: '‡Ò∂ƒﬁÌÏÈ¬', bottom: 'Â≈©◊ß~·' }),
  Spanish: layout({ digits: '|@#¢∞¬÷“”≠', top: 'œæ€®†¥ øπ', middle: 'åß∂ƒ™¶§∑', bottom: 'Ω∑©√ßµ' }),
  Italian: layout({ digits: '«“‘¥~‹÷´`≠', top: '„Ωè®™æ¨œøπ', middle: 'åß∂ƒ∞∆ªº¬', bottom: '∑†©√∫~µ' }),
  Czech: layout({ digits: '·ěščřžýáíé', top: 'œ∑€®†¥··øπ', middle: 'åß∂ƒ©˙∆˚ł', bottom: 'Ω≈ç√∫·µ' }),
  Swedish: layout({ digits: '©@£$∞§|[]≈', top: '•Ωé®†µüıœπ', middle: '∂ßðƒ¸˛√ªﬁ', bottom: '÷ ç‹›‘’' }),
  Danish: layout({ digits: '©@£$∞§|[]≈', top: '•ΩÉ®†µ··œπ', middle: ' ß∂ƒ¸˛√ªﬁ', bottom: 'Ω≈ç‹›‘’' }),
  Turkish: layout({ digits: '>£#$½ {[]}', top: '@∑€®₺¥··øπ', middle: 'æß∂ƒ©˙∆˚¬', bottom: 'Ω≈ç√∫·µ' }),
  Portuguese: layout({ digits: '¡@£$‰¶÷[]≠', top: 'œ∑€®™¥··øπ', middle: 'åß∂ƒ˙ˇ¯„‘', bottom: 'Ω≈©√∫·µ' }),
  Romanian: layout({ digits: '¡™£¢∞§¶•ªº', top: 'â∑€®ț¥··øπ', middle: 'ășđƒ©˙∆˚ł', bottom: 'Ω≈ç√∫·µ' }),
}

const altGr: Readonly<Record<string, Layout>> = {
  Polish: layout({ digits: '          ', top: '  ę   €  ó', middle: 'ąś      ł', bottom: 'żźć  ń ' }),
  'Polish, Shift': layout({ digits: '          ', top: '  Ę      Ó', middle: 'ĄŚ      Ł', bottom: 'ŻŹĆ  Ń ' }),
  German: layout({ digits: ' ²³   {[]}', top: '@ €       ', middle: '         ', bottom: '      µ' }, { Minus: '\\' }),
  French: layout({ digits: ' ·#{[|`\\^@', top: '  €       ', middle: '         ', bottom: '       ' }),
  Spanish: layout({ digits: '|@#~€¬    ', top: '  €       ', middle: '         ', bottom: '       ' }),
  Italian: layout(
    { digits: '     €    ', top: '  €       ', middle: '         ', bottom: '       ' },
    { Semicolon: '@' },
  ),
  Czech: layout({ digits: '·········}', top: '\\|€       ', middle: ' đĐ[]  łŁ', bottom: ' #&@{} ' }),
  Slovak: layout({ digits: '··········', top: "\\|€      '", middle: ' đĐ[]  łŁ', bottom: '>#&@{} ' }),
  Hungarian: layout({ digits: '··········', top: '\\|Ä    Í€', middle: 'äđĐ[] íłŁ', bottom: '>#&@{}<' }),
  UK: layout({ digits: '   €      ', top: '  é   úíó ', middle: 'á        ', bottom: '       ' }),
  'US international': layout({ digits: '¡²³¤€¼½¾‘’', top: 'äåé®þüúíóö', middle: 'áßð     ø', bottom: 'æ ©  ñµ' }),
  Swedish: layout({ digits: ' @£$€ {[]}', top: '  €       ', middle: '         ', bottom: '      µ' }),
  Norwegian: layout({ digits: ' @£$  {[]}', top: '  €       ', middle: '         ', bottom: '      µ' }),
  Turkish: layout({ digits: '>£#$½ {[]}', top: '@ € ₺  i  ', middle: 'æß       ', bottom: '       ' }),
  Portuguese: layout({ digits: ' @£§€ {[]}', top: '  €       ', middle: '         ', bottom: '       ' }),
  Romanian: layout({ digits: '··········', top: '  €      §', middle: ' ßđ     ł', bottom: '  ©    ' }),
  'Croatian, Serbian': layout({ digits: '··········', top: '\\|€       ', middle: '   []  łŁ', bottom: '   @{}§' }),
  Latvian: layout({ digits: '  «»€ ’  –', top: '  ē ŗ ūīõ ', middle: 'āš  ģ  ķļ', bottom: 'ž č  ņ ' }),
}

const plain = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false }
const press = (code: string, key: string, held: Partial<KeyPress>): KeyPress => ({ ...plain, code, key, ...held })
const isGraph = (name: string) => name === 'AltGraph'

/** The modifiers that come with such a character: ⌥; or AltGr by its name, as Ctrl+Alt, or both. */
const withOption: readonly Partial<KeyPress>[] = [{ altKey: true }]
const withAltGr: readonly Partial<KeyPress>[] = [
  { getModifierState: isGraph },
  { altKey: true, getModifierState: isGraph },
  { ctrlKey: true, altKey: true },
  { ctrlKey: true, altKey: true, getModifierState: isGraph },
]

function firing(code: string, key: string, forApple: boolean): string[] {
  const ways = (forApple ? withOption : withAltGr).flatMap((held) => [held, { ...held, shiftKey: true }])
  return ways.flatMap((held) => {
    const pressed = press(code, key, held)
    expect(writesByLevel(pressed, forApple)).toBe(true)
    return heardChords(forApple).filter((chord) => isChord(pressed, chord, forApple))
  })
}

describe('a character of a further level of the keyboard', () => {
  it.each(Object.entries(option))('with ⌥ on the layout %s / is never a shortcut', (_, keys) => {
    for (const [code, key] of Object.entries(keys)) expect([key, firing(code, key, true)]).toEqual([key, []])
  })

  it.each(Object.entries(altGr))('with AltGr on the layout %s / is never a shortcut', (_, keys) => {
    for (const [code, key] of Object.entries(keys)) expect([key, firing(code, key, false)]).toEqual([key, []])
  })

  it('is never a shortcut, whatever the key is and whatever it writes', () => {
    const codes = [...Object.values(rows).flat(), 'Slash', 'Comma', 'Backquote', 'BracketLeft', 'IntlBackslash']
    const written = ['Dead', '/', '?', ',', '[', ']', 'l', 'L', 'n', '1', '😀', ...'ąćęłńóśźż@€{}|~¬∂']
    for (const forApple of [true, false])
      for (const code of codes)
        for (const key of written) expect([code, key, firing(code, key, forApple)]).toEqual([code, key, []])
  })

  it('is left alone where the number block writes it with Alt, also with its lock off', () => {
    for (const digit of '0123456789') {
      const byNumber = press(`Numpad${digit}`, digit, { altKey: true })
      expect(heardChords(false).filter((chord) => isChord(byNumber, chord, false))).toEqual([])
    }
    const asArrow = press('Numpad4', 'ArrowLeft', { altKey: true })
    expect(heardChords(false).filter((chord) => isChord(asArrow, chord, false))).toEqual([])
    expect(isChord(press('ArrowLeft', 'ArrowLeft', { altKey: true }), 'Alt+ArrowLeft', false)).toBe(true)
  })
})

describe('the chords of an Apple keyboard', () => {
  it('have no ⌥ and are none of those that macOS keeps for itself', () => {
    const kept = ['D', 'F', 'Q', 'Space'].map((key) => `Ctrl+Mod+${key}`)
    const ofTheSystem = ['Mod+Space', 'Mod+Tab', 'Mod+H', 'Mod+M', 'Mod+Q', 'Mod+Shift+3', 'Mod+Shift+4', 'Mod+Shift+5']
    const copies = ['Ctrl+Mod+Shift+3', 'Ctrl+Mod+Shift+4']
    for (const chord of heardChords(true)) {
      expect(chord.split('+')).not.toContain('Alt')
      expect([...kept, ...ofTheSystem, ...copies]).not.toContain(chord)
    }
  })

  it('are heard by the printed letter, and by its place where no Latin letter is printed', () => {
    const held = { ctrlKey: true, metaKey: true }
    expect(isChord(press('KeyL', 'l', held), 'Ctrl+Mod+L', true)).toBe(true)
    expect(isChord(press('KeyL', 'д', held), 'Ctrl+Mod+L', true)).toBe(true)
    expect(isChord(press('Digit1', '&', held), 'Ctrl+Mod+1', true)).toBe(true)
    expect(isChord(press('KeyL', 'l', { metaKey: true }), 'Ctrl+Mod+L', true)).toBe(false)
    expect(isChord(press('KeyL', 'l', held), 'Mod+L', true)).toBe(false)
    expect(isChord(press('KeyL', 'l', held), 'Ctrl+Mod+L', false)).toBe(false)
  })
})
