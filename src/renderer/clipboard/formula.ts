// Formulas as text on one line, from MathML and from the form that Word writes: a fraction is "1/2", a power "10²".
import { attributeOf, nameOf, textOf, type PastedNode } from './pastedNode.ts'
import { onTheLine } from './raisedText.ts'

/** Whether an element is a whole formula. */
export const isFormula = (node: PastedNode): boolean => /^(?:MATH|M:OMATH|M:OMATHPARA)$/.test(nameOf(node))

const unspoken = /^(?:#COMMENT|ANNOTATION|ANNOTATION-XML|MPHANTOM|M:\w+PR|W:RPR|STYLE|SCRIPT)$/

/** The formula as text. */
export const formulaText = (node: PastedNode): string => shown(node).replace(/\s+/g, ' ').trim()

function shown(node: PastedNode): string {
  const name = nameOf(node)
  if (name === '#TEXT') return textOf(node).trim()
  if (unspoken.test(name)) return ''
  const parts = [...node.childNodes].filter((child) => nameOf(child) !== '#TEXT' || textOf(child).trim() !== '')
  const part = (...names: string[]) => {
    const found = parts.find((child) => names.includes(nameOf(child)))
    return found ? shown(found) : ''
  }
  const nth = (at: number) => (parts[at] ? shown(parts[at]) : '')
  switch (name) {
    case 'MFRAC':
      return fraction(nth(0), nth(1))
    case 'M:F':
      return fraction(part('M:NUM'), part('M:DEN'))
    case 'MSUP':
      return nth(0) + onTheLine(nth(1), 'up', nth(0).slice(-1))
    case 'M:SSUP':
      return part('M:E') + onTheLine(part('M:SUP'), 'up', part('M:E').slice(-1))
    case 'MSUB':
      return nth(0) + onTheLine(nth(1), 'down', '')
    case 'M:SSUB':
      return part('M:E') + onTheLine(part('M:SUB'), 'down', '')
    case 'MSUBSUP':
    case 'MUNDEROVER':
      return nth(0) + onTheLine(nth(1), 'down', '') + onTheLine(nth(2), 'up', '')
    case 'M:SSUBSUP':
      return part('M:E') + onTheLine(part('M:SUB'), 'down', '') + onTheLine(part('M:SUP'), 'up', '')
    case 'MOVER':
      return nth(0) + onTheLine(nth(1), 'up', '')
    case 'MUNDER':
      return nth(0) + onTheLine(nth(1), 'down', '')
    case 'MSQRT':
      return `√${grouped(parts.map(shown).join(''))}`
    case 'MROOT':
      return onTheLine(nth(1), 'up', '') + `√${grouped(nth(0))}`
    case 'M:RAD':
      return onTheLine(part('M:DEG'), 'up', '') + `√${grouped(part('M:E'))}`
    case 'M:D':
      return `(${parts.map(shown).join('')})`
    case 'MFENCED':
      return `${attributeOf(node, 'open') || '('}${parts.map(shown).join(', ')}${attributeOf(node, 'close') || ')'}`
    case 'MTR':
    case 'M:MR':
      return `${parts.map(shown).join(' ')}; `
    case 'MTEXT':
      return ` ${textOf(node).trim()} `
    default:
      return inARow(parts.map((child) => ({ text: shown(child), isFraction: /^(?:MFRAC|M:F)$/.test(nameOf(child)) })))
  }
}

/** Joins parts of a formula; a fraction is separated from a number in front of it. */
const inARow = (parts: readonly { text: string; isFraction: boolean }[]): string =>
  parts.reduce((line, { text, isFraction }) => line + (isFraction && /\d$/.test(line) ? ' ' : '') + text, '')

const fraction = (above: string, below: string) => `${grouped(above)}/${grouped(below)}`

const grouped = (text: string) => (/^[\p{L}\p{N}.,]*$/u.test(text.trim()) ? text.trim() : `(${text.trim()})`)
