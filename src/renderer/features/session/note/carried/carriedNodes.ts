// Where text that was taken over stands in an editor's document.
import type { Mark, Node } from '@tiptap/pm/model'
import type { Transaction } from '@tiptap/pm/state'
import type { CarriedFrom } from '#shared/domain/note/carried.ts'

const none: readonly CarriedFrom[] = []
/** Nodes are immutable, so results can be cached by node. */
const known = new WeakMap<Node, readonly CarriedFrom[]>()

/** The mark of text that was taken over, or undefined. */
export const carriedMark = (node: Node | null | undefined): Mark | undefined =>
  node?.isText ? node.marks.find(({ type }) => type.name === 'carried') : undefined

/** The visits from which a document holds unconfirmed text, each once, in the order of the text. */
export function carriedSources(node: Node): readonly CarriedFrom[] {
  if (node.isText) {
    const mark = carriedMark(node)
    return mark ? [{ sessionId: String(mark.attrs['sessionId']), date: String(mark.attrs['date']) }] : none
  }
  const found = known.get(node)
  if (found) return found
  const sources = new Map<string, CarriedFrom>()
  node.forEach((child) => {
    for (const source of carriedSources(child)) sources.set(`${source.sessionId} ${source.date}`, source)
  })
  const all = sources.size === 0 ? none : [...sources.values()]
  known.set(node, all)
  return all
}

/** Removes the mark between two positions: the text there counts as confirmed. */
export function confirmBetween(tr: Transaction, from: number, to: number): Transaction {
  const type = tr.doc.type.schema.marks['carried']
  return type ? tr.removeMark(from, to, type) : tr
}
