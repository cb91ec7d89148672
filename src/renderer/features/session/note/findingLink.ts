// The link between a sentence and its mark as the editor knows it: how it looks, when it is shown, how it is pasted.
import { Mark } from '@tiptap/core'
import { Fragment, Slice, type Mark as NodeMark, type Node } from '@tiptap/pm/model'
import { Plugin, PluginKey, type EditorState } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'
import { follows } from '#shared/domain/note/linkedSentences.ts'
import { linkedRuns, linkOf } from '../draft/linkedRuns.ts'
import { marksChanged } from '../draft/sentenceEdits.ts'

export interface FindingLinkOptions {
  /** The sentence of a mark on this session's map, or null when the section can hold no link to it. */
  sentenceOf: (findingId: string) => string | null
  /** Called when the caret or the mouse enters or leaves the sentence of a mark. */
  onShow: (findingId: string | null) => void
}

const linksOnScreen = new PluginKey<DecorationSet>('linksOnScreen')

/** Styles of sentences that do not follow a mark: edited, or the mark is gone. */
function decorate(document: Node, before: Node, sentenceOf: FindingLinkOptions['sentenceOf']): DecorationSet {
  const apart = linkedRuns(document, before).flatMap((run) => {
    if (sentenceOf(run.findingId) === null) return { ...run, attributes: { 'data-gone': '' } }
    return follows(run) ? [] : { ...run, attributes: { 'data-changed': '' } }
  })
  if (apart.length === 0) return DecorationSet.empty
  return DecorationSet.create(
    document,
    apart.map(({ from, to, attributes }) => Decoration.inline(from, to, attributes)),
  )
}

/** Text linked to a mark. Text typed before or behind it does not join the link. */
export const FindingLink = Mark.create<FindingLinkOptions>({
  name: 'finding',
  inclusive: false,
  addOptions: () => ({ sentenceOf: () => null, onShow: () => undefined }),
  addAttributes: () => ({
    findingId: {
      default: '',
      parseHTML: (element: HTMLElement) => element.dataset['finding'] ?? '',
      renderHTML: ({ findingId }: Record<string, unknown>) => ({ 'data-finding': findingId }),
    },
    sentence: { default: '', rendered: false },
  }),
  parseHTML: () => [{ tag: 'span[data-finding]' }],
  renderHTML: ({ HTMLAttributes }) => ['span', HTMLAttributes, 0],
  addProseMirrorPlugins() {
    const { sentenceOf, onShow } = this.options
    let shown: string | null = null
    const show = (findingId: string | null) => {
      if (findingId === shown) return
      shown = findingId
      onShow(findingId)
    }
    const showCaret = (view: EditorView) => show(view.hasFocus() ? linkAtCaret(view.state) : null)
    return [
      new Plugin<DecorationSet>({
        key: linksOnScreen,
        state: {
          init: (_, state) => decorate(state.doc, state.doc, sentenceOf),
          apply: (tr, old) =>
            tr.docChanged || tr.getMeta(marksChanged) ? decorate(tr.doc, tr.before, sentenceOf) : old,
        },
        props: {
          decorations: (state) => linksOnScreen.getState(state),
          transformPasted: (slice, view) => withOwnLinks(slice, view, sentenceOf),
          handleDOMEvents: {
            focus: (view) => void showCaret(view),
            blur: () => void show(null),
            mouseover: (view, event) => {
              const linked = event.target instanceof Element && event.target.closest<HTMLElement>('[data-finding]')
              if (linked) show(linked.dataset['finding'] ?? null)
              else showCaret(view)
            },
            mouseleave: (view) => void showCaret(view),
          },
        },
        view: () => ({
          update: (view, previous) => {
            if (!view.state.selection.eq(previous.selection)) showCaret(view)
          },
          destroy: () => show(null),
        }),
      }),
    ]
  },
})

/** The link of the sentence in which the caret stands, or at whose edge. */
function linkAtCaret({ selection: { $head } }: EditorState): string | null {
  return (linkOf($head.nodeBefore) ?? linkOf($head.nodeAfter))?.findingId ?? null
}

/**
 * Pasted or dropped text loses its links: a copy is plain text. Only a sentence that is moved within
 * its section, by cutting and pasting or by dragging, stays with its mark.
 */
function withOwnLinks(slice: Slice, view: EditorView, sentenceOf: FindingLinkOptions['sentenceOf']): Slice {
  const isMovedByDragging = view.dragging?.move === true
  const present = new Set(linkedRuns(view.state.doc).map(({ findingId }) => findingId))
  const ownLink = (link: NodeMark): readonly NodeMark[] => {
    const findingId = String(link.attrs['findingId'])
    const sentence = sentenceOf(findingId)
    const isOnlyOne = isMovedByDragging || !present.has(findingId)
    return sentence !== null && isOnlyOne ? [link.type.create({ findingId, sentence })] : []
  }
  return new Slice(mapLinks(slice.content, ownLink), slice.openStart, slice.openEnd)
}

function mapLinks(content: Fragment, map: (link: NodeMark) => readonly NodeMark[]): Fragment {
  const nodes: Node[] = []
  content.forEach((node) => {
    const marks = node.marks.flatMap((mark) => (mark.type.name === 'finding' ? map(mark) : [mark]))
    nodes.push((node.isText ? node : node.copy(mapLinks(node.content, map))).mark(marks))
  })
  return Fragment.from(nodes)
}
