// Reads content copied from another program, element by element, as a note.
import { asideKind } from './asides.ts'
import { boxSign, itemSign, type CheckSign } from './checkSign.ts'
import { fieldText, wordBoxState } from './formFields.ts'
import { formulaText, isFormula } from './formula.ts'
import { LeftOutCount } from './leftOut.ts'
import { declarationsOf, isHidden, isUnseen, lookOf, plainLook, Tones, type Look } from './look.ts'
import { NoteWriter } from './noteWriter.ts'
import {
  attributeOf,
  findInside,
  hasAttribute,
  holdsWords,
  nameOf,
  textOf,
  type PastedNode,
  type Place,
} from './pastedNode.ts'
import { isNamedPicture, isSpeck, pictureText, pictureWords } from './pictures.ts'
import { isWords } from './listMarkers.ts'
import { isDrawnMarker, readList, readWordItem } from './readLists.ts'
import { isTable, readTable } from './readTables.ts'
import type { Declarations, StyleSheet } from './styleSheet.ts'
import { shownIn, withoutPrivateSigns } from './symbolFonts.ts'

/** The context of an element while it is read. */
export interface Surroundings {
  readonly place: Place | null
  readonly look: Look
  readonly isLink: boolean
  readonly isQuoted: boolean
  /** Whether the sign of the item's box is written. */
  readonly isTickSaid: boolean
  readonly isItem: boolean
  /** The element in which Word drew the bullet or number of the item that is read: it has been read already. */
  readonly marker: PastedNode | null
  readonly isRightToLeft: boolean
}

export const nothingAround: Surroundings = {
  place: null,
  look: plainLook,
  isLink: false,
  isQuoted: false,
  isTickSaid: false,
  isItem: false,
  marker: null,
  isRightToLeft: false,
}

const silentNames = new Set(
  (
    '#COMMENT SCRIPT STYLE HEAD META LINK TITLE TEMPLATE NOSCRIPT BASE COL COLGROUP PARAM SOURCE TRACK AREA MAP RP XML OPTION ' +
    'OPTGROUP W:SDTPR'
  ).split(' '),
)
const mediaNames = new Set(['OBJECT', 'EMBED', 'IFRAME', 'FRAME', 'FRAMESET', 'VIDEO', 'AUDIO', 'CANVAS', 'APPLET'])
const blockNames = new Set(
  (
    'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CAPTION CENTER DD DETAILS DIALOG DIR DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM ' +
    'HEADER HGROUP HR HTML LEGEND LI LISTING MAIN MENU NAV OL P PLAINTEXT PRE SEARCH SECTION SUMMARY TABLE TBODY TD TEXTAREA TFOOT ' +
    'TH THEAD TR UL XMP H1 H2 H3 H4 H5 H6'
  ).split(' '),
)

export class NoteReader {
  readonly leftOut = new LeftOutCount()
  readonly tones = new Tones()
  readonly #sheet: StyleSheet
  readonly #isPaperWhite: boolean

  /** @param isPaperWhite whether white letters without a background count as invisible */
  constructor(sheet: StyleSheet, isPaperWhite: boolean) {
    this.#sheet = sheet
    this.#isPaperWhite = isPaperWhite
  }

  /** Reads an element's children into the writer. */
  readChildren(parent: PastedNode, around: Surroundings, out: NoteWriter): void {
    for (const node of parent.childNodes) this.read(node, around, out)
  }

  styleOf(node: PastedNode, around: Surroundings): { place: Place; style: Declarations; look: Look } {
    const place: Place = { node, around: around.place }
    const style = declarationsOf(place, this.#sheet)
    return { place, style, look: lookOf(place, style, around.look) }
  }

  read(node: PastedNode, around: Surroundings, out: NoteWriter): void {
    const name = nameOf(node)
    if (name === '#TEXT') return this.#readText(textOf(node), around, out)
    if (name === '#COMMENT') return this.#readComment(textOf(node), out)
    if (silentNames.has(name)) return
    if (name === 'BR') return out.break()
    const { place, style, look } = this.styleOf(node, around)
    const inner: Surroundings = { ...around, place, look, isLink: around.isLink || name === 'A' }
    const sign = boxSign(node)
    if (sign && (name === 'INPUT' || !isHidden(place, style) || attributeOf(node, 'aria-hidden') === 'true'))
      return this.#readBox(node, sign, inner, out)
    const aside = asideKind(node, style)
    if (aside) return holdsWords(node) ? this.leftOut.add(aside) : undefined
    if (this.isLeftOut(node, place, style)) return
    if (node === around.marker || (around.isItem && isDrawnMarker(style) && !isWords(textOf(node)))) return
    if (isFormula(node)) return this.#write(` ${formulaText(node)} `, inner, out)
    const field = fieldText(node)
    if (field) {
      if (field.kind === 'leftOut') this.leftOut.add('field')
      return field.kind === 'text' ? this.#write(` ${field.text} `, inner, out) : undefined
    }
    if (name === 'IMG' || name === 'SVG' || isNamedPicture(node)) return this.#readPicture(node, inner, out)
    if (mediaNames.has(name)) return this.leftOut.add('media')
    if (name === 'A') this.#readAddress(node)
    if (isTable(node, style)) return readTable(this, node, inner, out)
    if (isList(node)) return readList(this, node, inner, out)
    const level = /^l\d+\s+level(\d+)/i.exec(style.get('mso-list') ?? '')?.[1]
    if (level && !around.isItem) return readWordItem(this, node, Number(level), inner, out)
    this.#readElement(name, style, inner, around, out)
  }

  /** Records an invisible element with content as left out; returns whether it is invisible. */
  isLeftOut(node: PastedNode, place: Place, style: Declarations): boolean {
    if (!isHidden(place, style)) return false
    // A formula is often there twice: as hidden text for screen readers, and as a picture.
    if (findInside(node, isFormula)) return false
    const isDrawnTwice =
      attributeOf(node, 'aria-hidden') === 'true' &&
      place.around !== null &&
      findInside(place.around.node, isFormula) !== null
    if (holdsWords(node) && !isDrawnTwice) this.leftOut.add('hidden')
    return true
  }

  #readElement(name: string, style: Declarations, inner: Surroundings, around: Surroundings, out: NoteWriter): void {
    const { node } = inner.place ?? { node: { nodeName: '', textContent: '', childNodes: [] } }
    const isQuoted = around.isQuoted || isQuote(node, style)
    const direction = directionOf(node, style)
    const within = { ...inner, isQuoted, isRightToLeft: direction ? direction.isRightToLeft : around.isRightToLeft }
    if (!isBlock(name, style)) {
      const [before, after] = marksAround(name, node, direction, around.isRightToLeft)
      if (before) this.#write(before, inner, out)
      this.#readInline(node, style, within, out)
      if (after) this.#write(after, inner, out)
      return
    }
    const form = { heading: headingLevel(name), isQuoted: around.isQuoted }
    out.endLine(form)
    // A paragraph that OneNote tags as a task.
    const sign = hasAttribute(node, 'data-tag') ? itemSign(node, null) : null
    if (sign) out.writeSign(sign)
    // A heading is bold by itself.
    const look = form.heading ? { ...within.look, bold: false } : within.look
    this.#readInline(node, style, { ...within, look }, out)
    out.endLine({ ...form, isQuoted })
  }

  /** Boxes side by side are separated by a space, boxes below each other by a line. */
  #readInline(node: PastedNode, style: Declarations, within: Surroundings, out: NoteWriter): void {
    const display = style.get('display')?.toLowerCase() ?? ''
    if (!/flex|grid/.test(display)) return this.readChildren(node, within, out)
    const isRow =
      /flex/.test(display) && !/column/.test(`${style.get('flex-direction') ?? ''}${style.get('flex-flow') ?? ''}`)
    for (const child of node.childNodes) {
      if (isRow) this.#write(' ', within, out)
      else out.endLine({ isQuoted: within.isQuoted })
      this.read(child, within, out)
    }
  }

  #readText(text: string, around: Surroundings, out: NoteWriter): void {
    if (text.trim() !== '' && isUnseen(around.look, this.#isPaperWhite)) return this.leftOut.add('hidden')
    this.#write(text, around, out)
  }

  #write(given: string, { look, isLink }: Surroundings, out: NoteWriter): void {
    let text = given
    if (look.symbols) {
      const shown = shownIn(look.symbols, text)
      for (let at = 0; at < shown.unknown; at += 1) this.leftOut.add('symbol')
      text = shown.text
    } else text = withoutPrivateSigns(text)
    if (look.letters) text = inLetters(text, look.letters)
    if (text.trim() !== '' && !isLink) {
      this.tones.see(look)
      if (look.underlined) this.leftOut.add('underline')
    }
    out.write({ ...look, text })
  }

  #readBox(node: PastedNode, sign: CheckSign, inner: Surroundings, out: NoteWriter): void {
    if (!inner.isTickSaid) out.writeSign(sign)
    if (!attributeOf(node, 'class').startsWith('material-'))
      this.readChildren(node, { ...inner, isTickSaid: true }, out)
  }

  #readPicture(node: PastedNode, inner: Surroundings, out: NoteWriter): void {
    const text = pictureText(node)
    if (text) return this.#write(text, { ...inner, look: { ...inner.look, symbols: null } }, out)
    const words = pictureWords(node)
    const isShown = nameOf(node) === 'IMG' ? !isSpeck(node) : isDrawing(node)
    const isSaid = attributeOf(node, 'role') === 'img' || (nameOf(node) === 'IMG' && isShown)
    // A picture in a link is a button's.
    if (words !== '' && isSaid && !inner.isLink) return this.#write(` [picture: ${words}] `, inner, out)
    if (isShown) this.leftOut.add('picture')
  }

  #readAddress(node: PastedNode): void {
    const address = attributeOf(node, 'href').trim()
    const [, bare = ''] = /^(?:https?:\/\/(?:www\.)?|mailto:|tel:|ftp:\/\/)([^?#]*)/i.exec(address) ?? []
    if (bare === '' || !holdsWords(node)) return
    const isWritten = textOf(node).toLowerCase().includes(bare.replace(/\/$/, '').toLowerCase())
    if (!isWritten) this.leftOut.add('address')
  }

  #readComment(text: string, out: NoteWriter): void {
    const state = wordBoxState(text)
    if (state !== null) out.writeSign(state ? '☑' : '☐')
  }
}

const isList = (node: PastedNode) => {
  const name = nameOf(node)
  return name === 'UL' || name === 'OL' || name === 'MENU' || name === 'DIR' || attributeOf(node, 'role') === 'list'
}

/** A drawing, and not an icon on a button. */
function isDrawing(node: PastedNode): boolean {
  const width = Number.parseFloat(attributeOf(node, 'width'))
  return attributeOf(node, 'aria-hidden') !== 'true' && !(width <= 32)
}

function isBlock(name: string, style: Declarations): boolean {
  const display = style.get('display')?.toLowerCase() ?? ''
  if (/^inline|^contents|^ruby/.test(display)) return false
  if (/^(?:block|flex|grid|list-item|flow-root|table)/.test(display)) return true
  return blockNames.has(name)
}

/** The record knows three levels of heading; deeper ones become the third. */
function headingLevel(name: string): 1 | 2 | 3 | null {
  if (!/^H[1-6]$/.test(name)) return null
  return name === 'H1' ? 1 : name === 'H2' ? 2 : 3
}

/** Mails quote with it; editors also indent with it, then without a border. */
function isQuote(node: PastedNode, style: Declarations): boolean {
  if (nameOf(node) !== 'BLOCKQUOTE') return false
  return (
    !/^(?:none|0)/.test(style.get('border-left') ?? style.get('border') ?? '') || /cite/.test(attributeOf(node, 'type'))
  )
}

interface Direction {
  readonly isRightToLeft: boolean
  readonly isForced: boolean
}

function directionOf(node: PastedNode, style: Declarations): Direction | null {
  const given = (attributeOf(node, 'dir') || style.get('direction') || '').toLowerCase()
  if (given !== 'rtl' && given !== 'ltr') return null
  return {
    isRightToLeft: given === 'rtl',
    isForced: nameOf(node) === 'BDO' || /override/.test(style.get('unicode-bidi') ?? ''),
  }
}

/** Characters shown around an element's text without being text: quotes, brackets, the order of letters. */
function marksAround(
  name: string,
  node: PastedNode,
  direction: Direction | null,
  isRightToLeft: boolean,
): readonly [string, string] {
  if (name === 'Q') return ['“', '”']
  if (name === 'RT') return ['(', ')']
  if (!direction || !holdsWords(node)) return ['', '']
  if (direction.isForced) return [direction.isRightToLeft ? '\u202e' : '\u202d', '\u202c']
  if (direction.isRightToLeft === isRightToLeft) return ['', '']
  return [direction.isRightToLeft ? '\u2067' : '\u2066', '\u2069']
}

function inLetters(text: string, letters: NonNullable<Look['letters']>): string {
  if (letters === 'upper') return text.toUpperCase()
  if (letters === 'lower') return text.toLowerCase()
  return text.replace(/(?<![\p{L}\p{N}'’])\p{L}/gu, (letter) => letter.toUpperCase())
}
