// The relevant style of an element of the clipboard: a small reading of CSS.
import { areAlike, isWhite, readColour, isVivid, type Colour } from './colour.ts'
import { attributeOf, classesOf, hasAttribute, nameOf, type PastedNode, type Place } from './pastedNode.ts'
import { readDeclarations, type Declarations, type StyleSheet } from './styleSheet.ts'
import { symbolFontOf, type SymbolFont } from './symbolFonts.ts'

/** The inherited style. */
export interface Look {
  readonly bold: boolean
  readonly italic: boolean
  readonly struck: boolean
  readonly underlined: boolean
  readonly raised: 'up' | 'down' | null
  /** Which of the spaces in the source are shown. */
  readonly spaces: 'collapse' | 'lines' | 'all'
  readonly letters: 'upper' | 'lower' | 'capital' | null
  readonly symbols: SymbolFont | null
  readonly listStyle: string | null
  readonly colour: Colour | null
  readonly background: Colour | null
  readonly isVisible: boolean
  readonly isTiny: boolean
}

export const plainLook: Look = {
  bold: false,
  italic: false,
  struck: false,
  underlined: false,
  raised: null,
  spaces: 'collapse',
  letters: null,
  symbols: null,
  listStyle: null,
  colour: null,
  background: null,
  isVisible: true,
  isTiny: false,
}

/** All declarations for an element; its own `style` comes last. */
export function declarationsOf(place: Place, sheet: StyleSheet): Declarations {
  const own = attributeOf(place.node, 'style')
  const given = sheet.declarationsFor(place)
  if (given.length === 0) return own === '' ? none : readDeclarations(own)
  return new Map([...given, readDeclarations(own)].flatMap((one) => [...one]))
}
const none: Declarations = new Map()

const boldNames = new Set(['B', 'STRONG', 'TH'])
const italicNames = new Set(['I', 'EM', 'CITE', 'DFN', 'VAR', 'ADDRESS'])
const struckNames = new Set(['S', 'STRIKE', 'DEL'])
const linedNames = new Set(['PRE', 'LISTING', 'XMP', 'TEXTAREA', 'PLAINTEXT'])

/** The style inside an element. Declarations override the element's default. */
export function lookOf(place: Place, style: Declarations, around: Look): Look {
  const { node } = place
  const name = nameOf(node)
  const value = (property: string) => style.get(property)?.toLowerCase() ?? ''
  const lines = `${value('text-decoration')} ${value('text-decoration-line')}`
  const isStruck =
    struckNames.has(name) ||
    classesOf(node).includes('msoDel') ||
    lines.includes('line-through') ||
    // Word's own; elsewhere the word "double" says how a line under the words is drawn.
    /single|double/.test(value('text-line-through'))
  const isUnderlined = (name === 'U' && !lines.includes('none')) || /\bunderline\b/.test(lines)
  return {
    bold: boldIn(value('font-weight') || value('font'), boldNames.has(name) || around.bold),
    italic: italicIn(value('font-style') || value('font'), italicNames.has(name) || around.italic),
    struck: around.struck || isStruck,
    underlined: around.underlined || isUnderlined,
    raised: raisedIn(name, value) ?? around.raised,
    spaces: spacesIn(
      value('white-space-collapse') || value('white-space'),
      linedNames.has(name) ? 'all' : around.spaces,
    ),
    letters: lettersIn(value('text-transform'), around.letters),
    symbols: symbolsIn(style, attributeOf(node, 'face'), around.symbols),
    listStyle: listStyleIn(node, style) ?? around.listStyle,
    colour: readColour(value('color') || attributeOf(node, 'color')) ?? around.colour,
    background: backgroundIn(name, value, attributeOf(node, 'bgcolor')) ?? around.background,
    isVisible: value('visibility') ? value('visibility') === 'visible' : around.isVisible,
    isTiny: value('font-size') ? isTinySize(value('font-size')) : around.isTiny,
  }
}

function isTinySize(size: string): boolean {
  const [, digits = '', unit = ''] = /^([\d.]+)\s*(px|pt|em|rem|%)?/.exec(size) ?? []
  const number = Number.parseFloat(digits)
  return number === 0 || (number <= 1 && (unit === 'px' || unit === 'pt'))
}

function boldIn(weight: string, otherwise: boolean): boolean {
  if (/\bbold(?:er)?\b|\b[6-9]00\b/.test(weight)) return true
  return /\b(?:normal|lighter|[1-5]00)\b/.test(weight) ? false : otherwise
}

function italicIn(slant: string, otherwise: boolean): boolean {
  if (/\b(?:italic|oblique)\b/.test(slant)) return true
  return /\bnormal\b/.test(slant) ? false : otherwise
}

const cells = new Set(['TD', 'TH', 'TR', 'TABLE', 'TBODY', 'IMG'])

function raisedIn(name: string, value: (property: string) => string): Look['raised'] {
  if (name === 'SUP') return 'up'
  if (name === 'SUB') return 'down'
  if (cells.has(name)) return null
  const align = value('vertical-align')
  const raise = value('mso-text-raise')
  if (align === 'super' || /^[1-9][\d.]*(?:px|pt|em|ex|%)$|^0?\.\d+em$/.test(align)) return 'up'
  if (align === 'sub' || /^-[\d.]+(?:px|pt|em|ex|%)$/.test(align)) return 'down'
  if (raise && Number.parseFloat(raise) !== 0) return raise.startsWith('-') ? 'down' : 'up'
  const position = value('font-variant-position')
  return position === 'super' ? 'up' : position === 'sub' ? 'down' : null
}

function spacesIn(given: string, otherwise: Look['spaces']): Look['spaces'] {
  if (/pre-line|preserve-breaks/.test(given)) return 'lines'
  if (/\bpre\b|pre-wrap|break-spaces|\bpreserve\b/.test(given)) return 'all'
  return /normal|nowrap|collapse/.test(given) ? 'collapse' : otherwise
}

/** The kind of bullets or numbers that an element names, or null. A list has its own unless a style says otherwise. */
function listStyleIn(node: PastedNode, style: Declarations): string | null {
  const given = style.get('list-style-type') ?? style.get('list-style')
  if (given) return given
  const name = nameOf(node)
  const type = attributeOf(node, 'type')
  if (name !== 'OL' && name !== 'UL') return name === 'LI' && type !== '' ? type : null
  return type || (name === 'OL' ? 'decimal' : 'disc')
}

function lettersIn(given: string, otherwise: Look['letters']): Look['letters'] {
  if (given.includes('uppercase')) return 'upper'
  if (given.includes('lowercase')) return 'lower'
  if (given.includes('capitalize')) return 'capital'
  return given === '' ? otherwise : null
}

function symbolsIn(style: Declarations, face: string, otherwise: SymbolFont | null): SymbolFont | null {
  if (style.get('mso-char-type') === 'symbol')
    return symbolFontOf(style.get('mso-symbol-font-family') ?? '') ?? otherwise
  const families = style.get('font-family') ?? face
  if (families === '') return otherwise
  // Word names the font of signs also for letters that it draws in another one.
  const latin = style.get('mso-ascii-font-family')
  return latin !== undefined && symbolFontOf(latin) === null ? null : symbolFontOf(families)
}

function backgroundIn(name: string, value: (property: string) => string, attribute: string): Colour | null {
  const marked = name === 'MARK' ? 'yellow' : ''
  const given = value('background-color') || value('background') || value('mso-highlight') || attribute || marked
  const colour = given === '' ? null : readColour(given)
  return colour && colour.cover > 0.05 ? colour : null
}

/**
 * Whether letters of this style were invisible.
 * @param isPaperWhite whether what has no background stood on white
 */
export function isUnseen({ colour, background, isVisible, isTiny }: Look, isPaperWhite: boolean): boolean {
  if (!isVisible || isTiny) return true
  if (!colour) return false
  if (colour.cover < 0.05) return true
  return background ? areAlike(colour, background) : isPaperWhite && isWhite(colour)
}

/** Whether a first line begins beyond the page. A hanging indent in a document seldom reaches 500 points. */
function isOutOfPage(indent: string): boolean {
  const [, digits = '', unit = ''] = /^-([\d.]+)(px|pt|r?em|%)/.exec(indent) ?? []
  return Number.parseFloat(digits) >= (unit === 'px' || unit === 'pt' ? 500 : 100)
}

const hiddenClasses =
  /^(?:sr-only|visually-?hidden|screen-?reader(?:-text|-only)?|u-hidden-visually|a11y-hidden|cdk-visually-hidden)$/i

/** Whether an element was invisible with all its content. */
export function isHidden({ node }: Place, style: Declarations): boolean {
  const value = (property: string) => style.get(property)?.toLowerCase() ?? ''
  if (/^none\b/.test(value('display')) || value('mso-hide') === 'all') return true
  if (hasAttribute(node, 'hidden') || attributeOf(node, 'aria-hidden') === 'true') return true
  if (classesOf(node).some((one) => hiddenClasses.test(one))) return true
  if (value('opacity') !== '' && Number.parseFloat(value('opacity')) < 0.05) return true
  if (isOutOfPage(value('text-indent')) || /scale\(\s*0/.test(value('transform'))) return true
  const isTakenOut = /absolute|fixed/.test(value('position'))
  if (isTakenOut && /^-\d{3,}/.test(value('left') || value('top') || value('inset'))) return true
  if (isTakenOut && /rect\(\s*[01](?:px)?\b|inset\(\s*(?:50|100)%/.test(value('clip') || value('clip-path')))
    return true
  const isEmpty = (size: string) => /^[01](?:px|pt)?$/.test(size)
  const isCut = /hidden|clip/.test(value('overflow'))
  return isCut && (isEmpty(value('width')) || isEmpty(value('height')) || isEmpty(value('max-height')))
}

const keyOf = ({ red, green, blue }: Colour) => `${red} ${green} ${blue}`

/** Whether colours distinguished words: red values, a highlighted line. Links have a colour of their own and do not count. */
export class Tones {
  readonly #letters = new Set<string>()
  readonly #papers = new Set<string>()
  #isVivid = false

  see({ colour, background }: Look): void {
    this.#letters.add(colour ? keyOf(colour) : '')
    this.#papers.add(background && !isWhite(background) ? keyOf(background) : '')
    this.#isVivid ||= (colour !== null && isVivid(colour)) || (background !== null && isVivid(background))
  }

  /** A text of a single colour has no meaning in it. */
  get distinguishWords(): boolean {
    return this.#isVivid && (this.#letters.size > 1 || this.#papers.size > 1)
  }
}
