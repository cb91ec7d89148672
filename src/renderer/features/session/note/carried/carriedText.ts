// Text that was taken over from an earlier visit, as the editor knows it: tinted until it is edited or confirmed.
import { Mark } from '@tiptap/core'
import { isHistoryTransaction } from '@tiptap/pm/history'
import { Fragment, Slice, type Node } from '@tiptap/pm/model'
import { Plugin, type EditorState, type Transaction } from '@tiptap/pm/state'
import { Mapping } from '@tiptap/pm/transform'
import { carriedMark, confirmBetween } from './carriedNodes.ts'

export interface CarriedTextOptions {
  /** Whether text from this visit can belong to the note: pasted text from any other visit becomes plain text. */
  isOfNote: (sessionId: string) => boolean
}

/** Text typed before or behind it is new and confirms nothing. */
export const CarriedText = Mark.create<CarriedTextOptions>({
  name: 'carried',
  inclusive: false,
  addOptions: () => ({ isOfNote: () => false }),
  addAttributes: () => ({
    sessionId: {
      default: '',
      parseHTML: (element: HTMLElement) => element.dataset['carried'] ?? '',
      renderHTML: ({ sessionId }: Record<string, unknown>) => ({ 'data-carried': sessionId }),
    },
    date: {
      default: '',
      parseHTML: (element: HTMLElement) => element.dataset['date'] ?? '',
      renderHTML: ({ date }: Record<string, unknown>) => ({ 'data-date': date }),
    },
  }),
  parseHTML: () => [{ tag: 'mark[data-carried]' }],
  renderHTML: ({ HTMLAttributes }) => ['mark', HTMLAttributes, 0],
  addProseMirrorPlugins() {
    const { isOfNote } = this.options
    return [
      new Plugin({
        appendTransaction: (transactions, _before, after) => confirmEdited(transactions, after),
        props: { transformPasted: (slice) => withoutForeign(slice, isOfNote) },
      }),
    ]
  },
})

/** Undo, redo and setting the whole document restore both confirmed and unconfirmed text. */
const isByHand = (tr: Transaction) =>
  tr.docChanged && !isHistoryTransaction(tr) && tr.getMeta('preventUpdate') === undefined

/**
 * Editing carried-over text means that it was read: its whole block counts as confirmed.
 * Typing at its edge, emphasis, and splitting or joining blocks do not edit it.
 * @returns the transaction that removes the marks, or null when there is nothing to do
 */
export function confirmEdited(transactions: readonly Transaction[], after: EditorState): Transaction | null {
  const edited = transactions.flatMap((tr, at) => {
    if (!isByHand(tr)) return []
    const later = transactions.slice(at + 1).map(({ mapping }) => mapping)
    return editedRanges(tr).map(({ from, to }) => ({
      from: later.reduce((position, mapping) => mapping.map(position, -1), from),
      to: later.reduce((position, mapping) => mapping.map(position, 1), to),
    }))
  })
  if (edited.length === 0) return null
  const { tr } = after
  for (const { from, to } of edited) {
    after.doc.nodesBetween(from, to, (node, position) => {
      if (node.isTextblock) confirmBetween(tr, position, position + node.nodeSize)
      return !node.isTextblock
    })
  }
  return tr.docChanged ? tr : null
}

interface Range {
  readonly from: number
  readonly to: number
}

/** Where a transaction changed words that were taken over, in positions of the document that it made. */
function editedRanges(tr: Transaction): readonly Range[] {
  return tr.steps.flatMap((step, at) => {
    const before = tr.docs[at]
    if (!before) return []
    const after = tr.docs[at + 1] ?? tr.doc
    const later = new Mapping(tr.mapping.maps.slice(at + 1))
    const ranges: Range[] = []
    step.getMap().forEach((oldFrom, oldTo, newFrom, newTo) => {
      const wordsBefore = before.textBetween(oldFrom, oldTo)
      const wordsAfter = after.textBetween(newFrom, newTo)
      if (wordsBefore === wordsAfter) return
      if (!holdsCarried(before, oldFrom, oldTo) && !(oldFrom === oldTo && isWithinCarried(before, oldFrom))) return
      ranges.push({ from: later.map(newFrom, -1), to: later.map(newTo, 1) })
    })
    return ranges
  })
}

function holdsCarried(doc: Node, from: number, to: number): boolean {
  let found = false
  doc.nodesBetween(from, to, (node) => {
    found ||= carriedMark(node) !== undefined
    return !found
  })
  return found
}

function isWithinCarried(doc: Node, position: number): boolean {
  const { nodeBefore, nodeAfter } = doc.resolve(position)
  return carriedMark(nodeBefore) !== undefined && carriedMark(nodeAfter) !== undefined
}

/** Text pasted from another note, or from an unknown source, is plain text. */
export function withoutForeign(slice: Slice, isOfNote: CarriedTextOptions['isOfNote']): Slice {
  const clean = (content: Fragment): Fragment => {
    const nodes: Node[] = []
    content.forEach((node) => {
      const marks = node.marks.filter(
        ({ type, attrs }) => type.name !== 'carried' || isOfNote(String(attrs['sessionId'])),
      )
      nodes.push((node.isText ? node : node.copy(clean(node.content))).mark(marks))
    })
    return Fragment.from(nodes)
  }
  return new Slice(clean(slice.content), slice.openStart, slice.openEnd)
}
