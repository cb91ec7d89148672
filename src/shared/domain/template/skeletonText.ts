// A skeleton as it is typed in the settings: a paragraph a line, with blanks as phrases have them.
import { mapInlines, type BlankMark, type Inline, type NoteDocument } from '../note/document.ts'
import { documentFromText, plainText } from '../note/plainText.ts'
import { bracedBlank, knownText, parsePhrase, valueNames, type ValueName } from '../phrase/parsePhrase.ts'
import { expandPhrase, leftOutWords, type Expansion } from '../phrase/expandPhrase.ts'

/** The known values of a session when it begins; one that is missing or empty stays a prompt. */
export type SkeletonValues = Readonly<Partial<Record<ValueName, string>>>

/** What a session knows by itself stays in braces until one begins. */
const inBraces = Object.fromEntries(valueNames.map((name) => [name, `{{${name}}}`]))

/** The skeleton for a text; see `parsePhrase`. Braces that are no blank stay as they were typed. */
export function skeletonFromText(text: string): NoteDocument {
  const expansion = expanded(text)
  return expansion.ok ? expansion.document : documentFromText(text)
}

/** What is wrong with a text that a skeleton cannot hold completely, in words; null when it can. */
export function skeletonProblem(text: string): string | null {
  const expansion = expanded(text)
  return expansion.ok && expansion.leftOut.length > 0 ? leftOutWords(expansion.leftOut) : null
}

function expanded(text: string): Expansion {
  let blanks = 0
  const newId = () => `blank-${(blanks += 1)}`
  return expandPhrase({ abbreviation: '', text }, { textOf: () => undefined, values: inBraces, newId })
}

/** The text of a skeleton; {@link skeletonFromText} makes it a skeleton of plain paragraphs again. */
export const textOfSkeleton = (skeleton: NoteDocument): string => plainText(withTexts(skeleton, typedText))

/** The skeleton as a session begins with it: with the client's names and the date in their places. */
export function fillSkeleton(skeleton: NoteDocument, values: SkeletonValues): NoteDocument {
  return withTexts(skeleton, (node) => {
    if (!node.text.includes('{{')) return node
    const pieces = parsePhrase(node.text)
    if (!pieces.some(({ kind }) => kind === 'value')) return node
    const text = pieces.map((piece) => {
      if (piece.kind === 'text') return piece.text
      return piece.kind === 'value' ? knownText(piece.value, values) || '…' : ''
    })
    return { ...node, text: text.join('') }
  })
}

type TextNode = Extract<Inline, { type: 'text' }>

function typedText(node: TextNode): TextNode {
  const blank = node.marks?.find((mark): mark is BlankMark => mark.type === 'blank')
  return blank ? { type: 'text', text: bracedBlank(blank.attrs, node.text) } : node
}

/** The document with another text in the place of each. */
const withTexts = (document: NoteDocument, change: (node: TextNode) => TextNode): NoteDocument =>
  mapInlines(document, (content) => content.map((node) => (node.type === 'text' ? change(node) : node)))
