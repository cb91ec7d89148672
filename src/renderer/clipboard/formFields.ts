// The values that form fields show: they are read as text.
import { attributeOf, hasAttribute, nameOf, textOf, type PastedNode } from './pastedNode.ts'
import { listWords } from '#shared/domain/wordLists.ts'

const silentTypes = new Set(['hidden', 'submit', 'button', 'reset', 'image'])
const secretTypes = new Set(['password', 'file'])

export type FieldText =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'leftOut' }
  | { readonly kind: 'nothing' }

const text = (shown: string): FieldText => (shown === '' ? { kind: 'nothing' } : { kind: 'text', text: shown })

/** The value that a field shows, or null for other elements. */
export function fieldText(node: PastedNode): FieldText | null {
  switch (nameOf(node)) {
    case 'INPUT':
      return inputText(node)
    case 'SELECT':
      return text(listWords(chosenOptions(node)))
    case 'METER':
    case 'PROGRESS':
      return text([attributeOf(node, 'value'), attributeOf(node, 'max')].filter(Boolean).join('/'))
    case 'DATALIST':
      return { kind: 'nothing' }
    default:
      return null
  }
}

function inputText(node: PastedNode): FieldText {
  const type = attributeOf(node, 'type').toLowerCase()
  if (silentTypes.has(type)) return { kind: 'nothing' }
  if (secretTypes.has(type)) return { kind: 'leftOut' }
  return text(attributeOf(node, 'value'))
}

function chosenOptions(select: PastedNode): readonly string[] {
  const options = optionsOf(select)
  const chosen = options.filter((option) => hasAttribute(option, 'selected'))
  const shown = chosen.length > 0 || hasAttribute(select, 'multiple') ? chosen : options.slice(0, 1)
  return shown.map((option) => textOf(option).replace(/\s+/g, ' ').trim())
}

const optionsOf = (node: PastedNode): readonly PastedNode[] =>
  [...node.childNodes].flatMap((child) => (nameOf(child) === 'OPTION' ? [child] : optionsOf(child)))

/**
 * Whether Word's form field of a comment is a box, and whether it is ticked. Its state is in the data of the field
 * (FFData in [MS-DOC]): kind in the lowest two bits, result in the next five, 25 for "as it begins".
 */
export function wordBoxState(comment: string): boolean | null {
  const hex = /<w:data>([\s0-9a-f]+)<\/w:data>/i.exec(comment)?.[1]?.replace(/\s+/g, '')
  if (!hex) return null
  const bytes = (hex.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16))
  const bits = bytes[4] ?? 0
  if (bytes.slice(0, 4).some((byte) => byte !== 0xff) || (bits & 3) !== 1) return null
  const result = (bits >> 2) & 31
  if (result !== 25) return result === 1
  const nameLength = (bytes[10] ?? 0) | ((bytes[11] ?? 0) << 8)
  return bytes[14 + nameLength * 2] === 1
}
