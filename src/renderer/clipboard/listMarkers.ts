// The bullets and numbers of lists as they were shown, and items put together to the lists of a note.
import type { Block, Inline, ListItem } from '#shared/domain/note/document.ts'
import { isCheckSign, ticked, unticked } from './checkSign.ts'

export type Marker =
  | { readonly kind: 'bullet' }
  | { readonly kind: 'number'; readonly number: number }
  /** A letter, a Roman number, "1.2": a note's lists cannot count so, it stands as text. */
  | { readonly kind: 'text'; readonly text: string }

export interface Entry {
  readonly marker: Marker
  readonly blocks: readonly Block[]
}

export const bullet: Marker = { kind: 'bullet' }
const highestNumber = 100_000

const numbered = (number: number): Marker =>
  Number.isInteger(number) && number >= 0 && number <= highestNumber
    ? { kind: 'number', number }
    : { kind: 'text', text: `${number}.` }

/** The marker of the item with this number, in a list of this style (`type` of HTML, `list-style-type` of CSS). */
export function markerIn(style: string, number: number): Marker {
  const text = (shown: string | null): Marker =>
    shown === null ? numbered(number) : { kind: 'text', text: `${shown}.` }
  if (style === 'a') return text(letters(number))
  if (style === 'A') return text(letters(number)?.toUpperCase() ?? null)
  if (style === 'i') return text(roman(number))
  if (style === 'I') return text(roman(number)?.toUpperCase() ?? null)
  const name = style.toLowerCase()
  if (/^"|^'/.test(name)) return bullet
  if (/\bnone\b|disc|circle|square|disclosure|^-/.test(name)) return bullet
  if (/lower-(?:alpha|latin)/.test(name)) return text(letters(number))
  if (/upper-(?:alpha|latin)/.test(name)) return text(letters(number)?.toUpperCase() ?? null)
  if (name.includes('lower-roman')) return text(roman(number))
  if (name.includes('upper-roman')) return text(roman(number)?.toUpperCase() ?? null)
  if (name.includes('lower-greek')) return text([...'αβγδεζηθικλμνξοπρστυφχψω'][number - 1] ?? null)
  if (name.includes('leading-zero')) return text(`${number}`.padStart(2, '0'))
  return numbered(number)
}

function letters(number: number): string | null {
  if (number < 1 || number > highestNumber) return null
  const rest = Math.floor((number - 1) / 26)
  return (rest > 0 ? (letters(rest) ?? '') : '') + String.fromCodePoint(97 + ((number - 1) % 26))
}

const romanDigits = Object.entries({
  m: 1000,
  cm: 900,
  d: 500,
  cd: 400,
  c: 100,
  xc: 90,
  l: 50,
  xl: 40,
  x: 10,
  ix: 9,
  v: 5,
  iv: 4,
  i: 1,
})

function roman(number: number): string | null {
  if (number < 1 || number > 3999) return null
  let rest = number
  return romanDigits.reduce((text, [digit, value]) => {
    const times = Math.floor(rest / value)
    rest -= times * value
    return text + digit.repeat(times)
  }, '')
}

/** The tick or box that a bullet is, or null. */
export function signOfBullet(text: string): string | null {
  const shown = text.replaceAll('\ufe0f', '').replace(/["'\s]/g, '')
  if (!isCheckSign(shown)) return null
  if (/[☑✅]/u.test(shown)) return ticked
  return /[☐⬜◻]/u.test(shown) ? unticked : shown
}

const plain = (text: string) => text.replace(/[\s\u00a0]+/g, ' ').trim()
const isCount = (text: string) =>
  /^[(§]?(?:[a-z]|[ivxlcdm]{1,8}|[\p{L}\p{N}]+(?:[.-][\p{L}\p{N}]+)*)[.):]+$|^\d+(?:\.\d+)+\.?$|^\p{L}[\p{L} ]* \d+[.:]?$/iu.test(
    text,
  )
/** Whether the text in a marker's place is neither a sign nor a count. */
export const isWords = (text: string): boolean => /[\p{L}\p{N}]{2}/u.test(text) && !isCount(plain(text))

/** The marker that Word wrote in front of a paragraph. A bullet is a single sign; whoever set words before an item keeps them. */
export function markerFromText(given: string): Marker {
  const text = plain(given)
  const number = /^\(?(\d{1,6})[.):]?\)?$/.exec(text)?.[1]
  if (number) return numbered(Number(number))
  return isCount(text) || isWords(text) ? { kind: 'text', text } : bullet
}

/** Items as the blocks of a note: runs of bullets, runs of numbers that follow each other, text in front of the rest. */
export function listsOf(entries: readonly Entry[]): Block[] {
  const blocks: Block[] = []
  let next: number | null = null
  for (const { marker, blocks: content } of entries) {
    const last = blocks.at(-1)
    if (marker.kind === 'text') blocks.push(...withWordsBefore(content, `${marker.text} `))
    else if (marker.kind === 'bullet') {
      if (last?.type === 'bulletList') last.content.push(itemOf(content))
      else blocks.push({ type: 'bulletList', content: [itemOf(content)] })
    } else if (last?.type === 'orderedList' && next === marker.number) last.content.push(itemOf(content))
    else blocks.push({ type: 'orderedList', attrs: { start: marker.number }, content: [itemOf(content)] })
    next = marker.kind === 'number' ? marker.number + 1 : null
  }
  return blocks
}

/** An item begins with a paragraph: a heading in it is one too. */
function itemOf(blocks: readonly Block[]): ListItem {
  const content = blocks.map((block): Block => (block.type === 'heading' ? paragraph(block.content ?? []) : block))
  return { type: 'listItem', content: content[0]?.type === 'paragraph' ? content : [paragraph([]), ...content] }
}

export const paragraph = (content: readonly Inline[]): Block =>
  content.length > 0 ? { type: 'paragraph', content: [...content] } : { type: 'paragraph' }

/** The blocks with words at their beginning. */
export function withWordsBefore(blocks: readonly Block[], words: string): Block[] {
  const [first, ...others] = blocks
  const text: Inline = { type: 'text', text: words }
  if (first?.type === 'paragraph' || first?.type === 'heading')
    return [{ ...first, content: joinedTo(text, first.content ?? []) }, ...others]
  return [paragraph([{ ...text, text: words.trimEnd() }]), ...blocks]
}

function joinedTo(text: Extract<Inline, { type: 'text' }>, content: readonly Inline[]): Inline[] {
  const [first, ...others] = content
  return first?.type === 'text' && !first.marks
    ? [{ ...first, text: text.text + first.text }, ...others]
    : [text, ...content]
}
