// The editor's mark for a blank: its look, its copying, and finding blanks in a document.
import { Mark } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { blankKinds, type BlankKind, type BlankMark as StoredBlank } from '#shared/domain/note/document.ts'

type BlankAttributes = StoredBlank['attrs']

/** A blank where it stands in a document. */
export interface BlankRun extends BlankAttributes {
  readonly from: number
  readonly to: number
  /** Its prompt. */
  readonly text: string
}

const isOfKind = (kind: unknown): kind is BlankKind => (blankKinds as readonly unknown[]).includes(kind)

/** The attributes of a copied blank, or false for what is none of ours. */
function readAttributes({ dataset }: HTMLElement): BlankAttributes | false {
  const { blank: id = '', kind, choices } = dataset
  if (id === '' || id.length > 40 || !isOfKind(kind)) return false
  return { id, kind, choices: readChoices(choices) }
}

function readChoices(json: string | undefined): string[] {
  try {
    const read: unknown = JSON.parse(json ?? '[]')
    const isChoice = (one: unknown): one is string =>
      typeof one === 'string' && one !== '' && one.length <= 200 && one.isWellFormed()
    return Array.isArray(read) ? read.filter(isChoice).slice(0, 30) : []
  } catch {
    return []
  }
}

/** The prompt. Text typed beside it does not join it. */
export const BlankMark = Mark.create({
  name: 'blank',
  inclusive: false,
  addAttributes: () => ({
    id: { default: '', rendered: false },
    kind: { default: 'text', rendered: false },
    choices: { default: [], rendered: false },
  }),
  parseHTML: () => [{ tag: 'span[data-blank]', getAttrs: readAttributes }],
  renderHTML: ({ mark: { attrs } }) => [
    'span',
    { 'data-blank': attrs['id'], 'data-kind': attrs['kind'], 'data-choices': JSON.stringify(attrs['choices']) },
    0,
  ],
})

const blankOf = (node: Node) => node.marks.find(({ type }) => type.name === 'blank')

/** Nodes are immutable, so the result can be cached by node. */
const known = new WeakMap<Node, boolean>()

function holdsBlank(block: Node): boolean {
  const holds = known.get(block) ?? block.children.some(blankOf)
  known.set(block, holds)
  return holds
}

/** The blanks of a document in their order. Pieces of one blank beside each other, such as a bold one, are one. */
export function blanksIn(document: Node): readonly BlankRun[] {
  const runs: BlankRun[] = []
  document.descendants((node, from) => {
    if (node.isTextblock) return holdsBlank(node)
    const mark = node.isInline ? blankOf(node) : undefined
    if (!mark) return
    const attributes = mark.attrs as BlankAttributes
    const [to, text, before] = [from + node.nodeSize, node.text ?? '', runs.at(-1)]
    if (before?.id === attributes.id && before.to === from)
      runs[runs.length - 1] = { ...before, to, text: before.text + text }
    else runs.push({ ...attributes, from, to, text })
  })
  return runs
}
