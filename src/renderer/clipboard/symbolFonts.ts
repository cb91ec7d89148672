// Fonts in which letters are drawn as signs. Word writes the letter and names the font; a note keeps the sign.

export type SymbolFont = 'symbol' | 'wingdings' | 'wingdings 2' | 'webdings'

const isSymbolFont = (name: string): name is SymbolFont => Object.hasOwn(signs, name)

/** The first font of a list of families, when it is one of signs. */
export function symbolFontOf(families: string): SymbolFont | null {
  const first = (families.split(',')[0] ?? '').replace(/["']/g, '').trim().toLowerCase()
  return isSymbolFont(first) ? first : null
}

/** One sign for each code from the first on. */
const run = (first: number, text: string): readonly (readonly [number, string])[] =>
  [...text].map((sign, at) => [first + at, sign] as const)

const symbol: readonly (readonly [number, string])[] = [
  ...run(0x20, ' !∀#∃%&∋()∗+,−./0123456789:;<=>?'),
  ...run(0x40, '≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_'),
  ...run(0x61, 'αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼'),
  ...run(0xa0, '€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…'),
  ...run(0xc0, 'ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓'),
  ...run(0xe0, '◊〈®©™∑'),
]

const wingdings: readonly (readonly [number, string])[] = [
  ...run(0x22, '✂'),
  ...run(0x28, '☎'),
  ...run(0x4a, '☺😐☹'),
  ...run(0x4e, '☠'),
  ...run(0x6c, '●❍■☐🞐❑❒⬧⧫◆❖⬥⌧'),
  ...run(0x80, '⓪①②③④⑤⑥⑦⑧⑨⑩'),
  ...run(0x9f, '•'),
  ...run(0xa1, '○'),
  ...run(0xa7, '▪☐'),
  ...run(0xab, '★'),
  ...run(0xd8, '➢'),
  ...run(0xdf, '←→↑↓↖↗↙↘'),
  ...run(0xe7, '←→↑↓'),
  ...run(0xef, '⇦⇨⇧⇩⬄⇳'),
  ...run(0xfb, '✗✓☒☑'),
]

const signs: Readonly<Record<SymbolFont, ReadonlyMap<number, string>>> = {
  symbol: new Map(symbol),
  wingdings: new Map(wingdings),
  'wingdings 2': new Map([...run(0x4f, '✗✓☒☑☒☒'), ...run(0x96, '•'), ...run(0xa3, '☐')]),
  webdings: new Map([...run(0x61, '✓'), ...run(0x63, '☐'), ...run(0x67, '■'), ...run(0x6e, '●'), ...run(0x72, '✗')]),
}

/**
 * The signs that a text shows in a font of signs.
 * @returns the text, and how many of its characters are signs that nobody knows
 */
export function shownIn(font: SymbolFont, text: string): { text: string; unknown: number } {
  let unknown = 0
  const shown = Array.from(text, (character) => {
    if (/\s/.test(character)) return character
    const code = character.codePointAt(0) ?? 0
    // Beyond the 256 places of such a font another font draws the character, as what it is.
    if (code > 0xff && (code < 0xf000 || code > 0xf0ff)) return character
    const sign = signs[font].get(code & 0xff)
    if (sign === undefined) unknown += 1
    return sign ?? ''
  })
  return { text: shown.join(''), unknown }
}

/** Signs in the private places to which Word puts them in plain text, read as the fonts that Word's lists use. */
export const withoutPrivateSigns = (text: string): string =>
  text.replace(/[\uf000-\uf0ff]/g, (character) => {
    const code = character.charCodeAt(0) & 0xff
    return (code === 0xb7 ? '•' : signs.wingdings.get(code)) ?? signs.symbol.get(code) ?? character
  })
