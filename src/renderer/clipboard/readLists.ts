// Lists as their programs write them: real ones, and Word's paragraphs that only look like one.
import { itemSign } from './checkSign.ts'
import {
  bullet,
  isWords,
  listsOf,
  markerFromText,
  markerIn,
  signOfBullet,
  type Entry,
  type Marker,
} from './listMarkers.ts'
import type { NoteReader, Surroundings } from './noteReader.ts'
import { NoteWriter } from './noteWriter.ts'
import { attributeOf, classesOf, hasAttribute, holdsWords, nameOf, textOf, type PastedNode } from './pastedNode.ts'
import type { Declarations } from './styleSheet.ts'
import { shownIn, symbolFontOf } from './symbolFonts.ts'

export function readList(reader: NoteReader, list: PastedNode, around: Surroundings, out: NoteWriter): void {
  const entries: { marker: Marker; blocks: Entry['blocks'] }[] = []
  let number = firstNumber(list)
  const step = hasAttribute(list, 'reversed') ? -1 : 1
  const flush = () => out.add(listsOf(entries.splice(0)))
  out.endLine({ isQuoted: around.isQuoted })
  for (const node of list.childNodes) {
    const name = nameOf(node)
    if (name === '#TEXT' && !holdsWords(node)) continue
    if (name === 'LI' || attributeOf(node, 'role') === 'listitem') {
      const { place, style, look } = reader.styleOf(node, around)
      if (reader.isLeftOut(node, place, style)) continue
      number = Number.parseInt(attributeOf(node, 'value'), 10) || number
      const within = { ...around, place, look, isItem: true }
      const entry = readItem(reader, node, list, within, ownMarker(node, look.listStyle, number))
      number += step
      const level = ownLevel(node)
      if (level === null) entries.push(entry)
      else {
        flush()
        if (entry.blocks.length > 0) out.addItem(level, entry)
      }
    } else {
      const inside = new NoteWriter()
      reader.read(node, { ...around, isItem: true }, inside)
      const blocks = inside.finish()
      const last = entries.at(-1)
      // Some editors put a nested list beside its item instead of inside it.
      if (last && (name === 'UL' || name === 'OL')) last.blocks = [...last.blocks, ...blocks]
      else if (blocks.length > 0) entries.push({ marker: bullet, blocks })
    }
    if (entries.at(-1)?.blocks.length === 0) entries.pop()
  }
  flush()
}

function firstNumber(list: PastedNode): number {
  const start = Number.parseInt(attributeOf(list, 'start'), 10)
  if (Number.isFinite(start)) return start
  return hasAttribute(list, 'reversed') ? [...list.childNodes].filter((node) => nameOf(node) === 'LI').length : 1
}

/** Levels of programs that write nested lists flat: Word for the web, and editors made with Quill. */
function ownLevel(item: PastedNode): number | null {
  const level = Number.parseInt(attributeOf(item, 'data-aria-level'), 10)
  if (level >= 1) return level
  const indent = classesOf(item)
    .map((one) => /^ql-indent-(\d)$/.exec(one)?.[1])
    .find(Boolean)
  return indent ? Number(indent) + 1 : attributeOf(item, 'data-list') ? 1 : null
}

function ownMarker(item: PastedNode, listStyle: string | null, number: number): Marker {
  if (/^(?:bullet|checked|unchecked)$/.test(attributeOf(item, 'data-list'))) return bullet
  return listStyle === null ? bullet : markerIn(listStyle, number)
}

function readItem(reader: NoteReader, item: PastedNode, list: PastedNode, within: Surroundings, marker: Marker): Entry {
  const inside = new NoteWriter('item')
  const sign = itemSign(item, list) ?? signOfBullet(bulletText(item, within.look.listStyle))
  if (sign) inside.writeSign(sign)
  reader.readChildren(item, { ...within, isTickSaid: sign !== null }, inside)
  return { marker: sign ? bullet : marker, blocks: inside.finish() }
}

/** The character that a style or Word for the web names as the bullet. */
function bulletText(item: PastedNode, listStyle: string | null): string {
  const named = attributeOf(item, 'data-leveltext')
  if (named === '') return listStyle ?? ''
  const font = symbolFontOf(attributeOf(item, 'data-font'))
  return font ? shownIn(font, named).text : named
}

/** A paragraph of Word's that stands for an item of a list. */
export function readWordItem(
  reader: NoteReader,
  node: PastedNode,
  level: number,
  around: Surroundings,
  out: NoteWriter,
): void {
  const drawn = drawnMarker(reader, node, around)
  const text = drawn?.text ?? ''
  const inside = new NoteWriter('item')
  const sign = itemSign(node, null) ?? signOfBullet(text)
  if (sign) inside.writeSign(sign)
  const within = { ...around, isItem: true, marker: drawn?.node ?? null, isTickSaid: sign !== null }
  reader.readChildren(node, within, inside)
  const blocks = inside.finish()
  if (blocks.length > 0 || isWords(text))
    out.addItem(Math.min(Math.max(level, 1), 9), { marker: sign ? bullet : markerFromText(text), blocks })
}

/** Whether Word drew the bullet or the number of an item in an element with this style. */
export const isDrawnMarker = (style: Declarations): boolean => style.get('mso-list')?.toLowerCase() === 'ignore'

/** The element in which Word draws the bullet or the number, with its text as it is shown. */
function drawnMarker(
  reader: NoteReader,
  node: PastedNode,
  around: Surroundings,
): { node: PastedNode; text: string } | null {
  const { place, style, look } = reader.styleOf(node, around)
  const within = { ...around, place, look }
  if (isDrawnMarker(style)) {
    const symbols = look.symbols ?? innerSymbols(reader, node, within)
    const text = textOf(node).trim()
    return { node, text: symbols ? shownIn(symbols, text).text : text }
  }
  for (const child of node.childNodes) {
    const found = nameOf(child).startsWith('#') ? null : drawnMarker(reader, child, within)
    if (found !== null) return found
  }
  return null
}

function innerSymbols(reader: NoteReader, node: PastedNode, within: Surroundings): ReturnType<typeof symbolFontOf> {
  const [first] = [...node.childNodes].filter(holdsWords)
  return first && !nameOf(first).startsWith('#') ? reader.styleOf(first, within).look.symbols : null
}
