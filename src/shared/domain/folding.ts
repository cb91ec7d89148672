// The folding of words for comparing and searching: names first, and any other text.
import { onOneLine } from './text.ts'

/** Any character of these ranges; both ends of each belong to it. */
const characters = (...ranges: readonly (readonly [from: number, to: number])[]) =>
  new RegExp(`[${ranges.map((ends) => ends.map((code) => `\\u{${code.toString(16)}}`).join('-')).join('')}]`, 'gu')

// Accents of Latin, Greek and Cyrillic, Hebrew points, Arabic vowel signs. In other scripts marks are letters of their
// own: without its vowel signs a Hindi name would be another name.
const accents = characters(
  [0x300, 0x36f],
  [0x591, 0x5bd],
  [0x5bf, 0x5bf],
  [0x5c1, 0x5c2],
  [0x5c4, 0x5c5],
  [0x5c7, 0x5c7],
  [0x64b, 0x65f],
  [0x670, 0x670],
  [0x1ab0, 0x1aff],
  [0x1dc0, 0x1dff],
  [0x20d0, 0x20ff],
  [0xfe20, 0xfe2f],
)

// Joiners, the soft hyphen, the byte order mark, marks of direction and the like.
const format = /\p{Cf}/gu
// Variation selectors, fillers, controls that are no white space, and the Arabic stroke that only makes a word longer.
const unseen = characters(
  [0x1, 0x8],
  [0xe, 0x1f],
  [0x7f, 0x84],
  [0x86, 0x9f],
  [0x34f, 0x34f],
  [0x640, 0x640],
  [0x115f, 0x1160],
  [0x17b4, 0x17b5],
  [0x180b, 0x180f],
  [0x3164, 0x3164],
  [0xfe00, 0xfe0f],
  [0xffa0, 0xffa0],
  [0xe0100, 0xe01ef],
)
const withoutUnseen = (text: string): string => text.replace(format, '').replace(unseen, '')

// Every character that people type or paste as an apostrophe, similar letters, and the dot of Catalan.
const apostrophes =
  /['`\u00b4\u00b7\u02b9\u02bb-\u02bf\u02c8\u02ca\u02cb\u02ee\u05f3\u05f4\u07f4\u07f5\u1fbd\u1fbf\u1fef\u1ffd\u1ffe\u2018-\u201b\u2027\u2032\u2035\ua78b\ua78c\uff07\uff40]/gu

const dashes = /[\p{Pd}\u02d7\u2212\u2043\u207b\u208b\u2796]/gu

/** Letters without a Unicode decomposition: with a stroke or a hook, ligatures, dotless and final forms. All lower case. */
const plainLetters: ReadonlyMap<string, string> = new Map(
  Object.entries({
    a: 'ⱥ',
    aa: 'ꜳ',
    ae: 'æ',
    ao: 'ꜵ',
    b: 'ƀɓƃ',
    c: 'ȼƈꞓ',
    d: 'ðđɖɗꝺ',
    e: 'ɇəǝɛ',
    f: 'ƒ',
    g: 'ǥɠꞡ',
    h: 'ħⱨ',
    i: 'ıɨ',
    j: 'ȷɉ',
    k: 'ĸƙⱪꞣ',
    l: 'łƚɫⱡ',
    n: 'ŋɲꞑꞥ',
    o: 'øɵɔ',
    oe: 'œ',
    oo: 'ꝏ',
    p: 'ꝑƥ',
    q: 'ꝗ',
    r: 'ɍꞧ',
    s: 'ꞩ',
    ss: 'ß',
    t: 'ŧⱦƭʈ',
    th: 'þꝥ',
    u: 'ʉ',
    v: 'ʋ',
    w: 'ⱳƿ',
    y: 'ɏƴ',
    z: 'ƶȥⱬ',
    σ: 'ς',
    г: 'ғґ',
    к: 'қҝҡ',
    н: 'ңҥ',
    о: 'ө',
    у: 'ұү',
    х: 'ҳ',
    ч: 'ҷҹ',
    ك: 'ک',
    ه: 'ةہھ',
    ي: 'ىی',
  }).flatMap(([plain, letters]) => Array.from(letters, (letter) => [letter, plain] as const)),
)
const withPlainLetter = new RegExp(`[${[...plainLetters.keys()].join('')}]`, 'gu')

/** Without apostrophes, any dash as a space. A soft hyphen is no dash. */
const withoutSigns = (text: string): string =>
  text.replaceAll('\u00ad', '').replace(apostrophes, '').replace(dashes, ' ')

function foldedOnce(text: string): string {
  const letters = withoutSigns(withoutUnseen(withoutSigns(text).normalize('NFKD').replace(accents, '')))
    .toLowerCase()
    .replace(withPlainLetter, (letter) => plainLetters.get(letter) ?? letter)
  return onOneLine(letters)
}

// Text that needs no folding: nearly every name and word.
const isFolded = /^[a-z0-9]+(?: [a-z0-9]+)*$/u

/**
 * Folds text for comparison and search: lower case, without accents, apostrophes and invisible characters, letters with
 * a stroke and ligatures as people type them without (ø as o, æ as ae), any dash as a space, single spaces. For every
 * script: what has no case or accents stays as it is. Folding twice is folding once.
 */
export function foldText(text: string): string {
  if (isFolded.test(text)) return text
  let folded = foldedOnce(text)
  // A lower-case letter may have a decomposition that its capital has not.
  for (let again = foldedOnce(folded); again !== folded; again = foldedOnce(folded)) folded = again
  return folded
}

/** Letters that people also write out where a keyboard or a ticket has none of them: Mueller, Soerensen, Aase, Djordje. */
const writtenOut: ReadonlyMap<string, string> = new Map([
  ['ä', 'ae'],
  ['ö', 'oe'],
  ['ø', 'oe'],
  ['ü', 'ue'],
  ['å', 'aa'],
  ['đ', 'dj'],
])

/**
 * Every way to fold a name that people write in more than one: Müller as muller and mueller. Two names may be the same
 * where they share one. Signs that some write and others leave out ("St. John", "Ann (Annie)") are in none of them,
 * unless there is nothing else.
 */
export function foldingsOfName(name: string): readonly string[] {
  const letters = name.normalize('NFC').toLowerCase()
  const spelled = letters.replace(/[äöøüåđ]/gu, (letter) => writtenOut.get(letter) ?? letter)
  return [...new Set([name, spelled].map((one) => withoutPunctuation(foldText(one))))]
}

function withoutPunctuation(folded: string): string {
  const plain = onOneLine(folded.replace(/[.,;:"“”„«»()/•]/gu, ' '))
  return plain === '' ? folded : plain
}

/**
 * Text as sorted in lists: without apostrophes and invisible characters, any dash as a space, and with its own
 * letters and accents, which the list's language sorts.
 */
export const textToOrderBy = (text: string): string => onOneLine(withoutUnseen(withoutSigns(text).normalize('NFC')))
