// The style sheet in a clipboard: Word, Excel, Apple's programs and LibreOffice write it once, at the top.
import { attributeOf, classesOf, nameOf, type Place } from './pastedNode.ts'

/** Properties by their name in lower case; what an important declaration says stays. */
export type Declarations = ReadonlyMap<string, string>

interface Compound {
  readonly name: string
  readonly id: string
  readonly classes: readonly string[]
}

interface Rule {
  /** From the element itself outwards. */
  readonly path: readonly Compound[]
  readonly weight: number
  readonly order: number
  readonly declarations: Declarations
}

export interface StyleSheet {
  /** The sheet's declarations for an element. */
  declarationsFor(place: Place): readonly Declarations[]
}

/** Reads `name: value; …`. Quotes may hold semicolons. */
export function readDeclarations(text: string): Declarations {
  const found = new Map<string, string>()
  const important = new Set<string>()
  for (const [, name = '', given = ''] of text.matchAll(/([\w-]+)\s*:\s*((?:"[^"]*"|'[^']*'|[^;"'])*)/g)) {
    const property = name.toLowerCase()
    const isImportant = /!\s*important/i.test(given)
    if (important.has(property) && !isImportant) continue
    if (isImportant) important.add(property)
    found.set(property, given.replace(/!\s*important/i, '').trim())
  }
  return found
}

/** Reads sheets as far as simple selectors go; what is not understood applies to nothing. */
export function readStyleSheet(texts: readonly string[]): StyleSheet {
  const rules = new Map<string, Rule[]>()
  let order = 0
  const css = texts
    .join('\n')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/<!--|-->/g, '')
  for (const { selectors, body } of blocksOf(css)) {
    const declarations = readDeclarations(body)
    for (const selector of selectors.split(',')) {
      const path = readSelector(selector)
      const [own] = path ?? []
      if (!path || !own) continue
      const weight = path.reduce(
        (sum, { name, id, classes }) => sum + (id ? 100 : 0) + classes.length * 10 + (name ? 1 : 0),
        0,
      )
      order += 1
      const key = keyOf(own)
      rules.set(key, [...(rules.get(key) ?? []), { path, weight, order, declarations }])
    }
  }
  return { declarationsFor: (place) => (rules.size === 0 ? [] : matching(rules, place)) }
}

const keyOf = ({ name, id, classes }: Compound) => (id ? `#${id}` : classes[0] ? `.${classes[0]}` : name || '*')

function matching(rules: ReadonlyMap<string, readonly Rule[]>, place: Place): readonly Declarations[] {
  const { node } = place
  const id = attributeOf(node, 'id')
  const keys = [nameOf(node), '*', ...classesOf(node).map((one) => `.${one}`), ...(id ? [`#${id}`] : [])]
  return keys
    .flatMap((key) => rules.get(key) ?? [])
    .filter(({ path }) => matchesPath(path, place))
    .toSorted((a, b) => a.weight - b.weight || a.order - b.order)
    .map(({ declarations }) => declarations)
}

function matchesPath([own, ...outer]: readonly Compound[], place: Place): boolean {
  if (!own || !matchesCompound(own, place)) return false
  let around = place.around
  for (const compound of outer) {
    while (around && !matchesCompound(compound, around)) around = around.around
    if (!around) return false
    around = around.around
  }
  return true
}

function matchesCompound({ name, id, classes }: Compound, { node }: Place): boolean {
  if (name && name !== nameOf(node)) return false
  if (id && id !== attributeOf(node, 'id')) return false
  if (classes.length === 0) return true
  const given = classesOf(node)
  return classes.every((one) => given.includes(one))
}

/** A selector of names, classes and ids, one inside the other; null for any other. */
function readSelector(text: string): readonly Compound[] | null {
  const parts = text.trim().split(/\s*>\s*|\s+/)
  const path = parts.map((part): Compound | null => {
    const match = /^(\*|[a-z][\w-]*(?:\\:\w+)?)?((?:[.#][\w-]+)*)$/i.exec(part)
    if (!match || part === '') return null
    const [, name = '', rest = ''] = match
    return {
      name: name === '*' ? '' : name.replace('\\', '').toUpperCase(),
      id: /#([\w-]+)/.exec(rest)?.[1] ?? '',
      classes: [...rest.matchAll(/\.([\w-]+)/g)].map(([, one = '']) => one),
    }
  })
  return path.every((part) => part !== null) ? path.toReversed() : null
}

/** Rules and their bodies. Of rules within `@media` those for screens count, other `@` rules do not. */
function* blocksOf(css: string): Generator<{ selectors: string; body: string }> {
  let at = 0
  while (at < css.length) {
    const open = css.indexOf('{', at)
    if (open < 0) return
    const close = closing(css, open)
    const selectors = css.slice(css.lastIndexOf(';', open) >= at ? css.lastIndexOf(';', open) + 1 : at, open).trim()
    const body = css.slice(open + 1, close)
    if (/^@media\b(?!.*\b(?:print|prefers|max-width|max-height)\b)/i.test(selectors)) yield* blocksOf(body)
    else if (!selectors.startsWith('@')) yield { selectors, body }
    at = close + 1
  }
}

function closing(css: string, open: number): number {
  let depth = 0
  for (let at = open; at < css.length; at += 1) {
    if (css[at] === '{') depth += 1
    else if (css[at] === '}' && (depth -= 1) === 0) return at
  }
  return css.length
}
