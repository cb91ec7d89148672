// An editor's clipboard extension: pasted content is read as text, copied text keeps its lists and numbers.
import { Extension } from '@tiptap/core'
import { undo } from '@tiptap/pm/history'
import { Fragment, Slice, type ResolvedPos, type Schema } from '@tiptap/pm/model'
import { Plugin, PluginKey, type EditorState, type Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { copiedText, isOwnCopy, OwnSerializer, withShownNumbers } from './copying.ts'
import type { LeftOut } from './leftOut.ts'
import { blocksAsHtml, readHtml, readLines } from './readClipboard.ts'

/** What the last paste left out. */
export interface PasteNews {
  readonly leftOut: LeftOut
  /** Nothing was pasted, because there were only pictures. */
  readonly isPictureOnly: boolean
  /** The paste is still the latest undo step. */
  readonly canUndo: boolean
}

const noteClipboard = new PluginKey<PasteNews | null>('noteClipboard')

export const pasteNews = (state: EditorState): PasteNews | null => noteClipboard.getState(state) ?? null

/** Hides the line about the last paste. */
export function dismissPasteNews(view: EditorView): void {
  view.dispatch(view.state.tr.setMeta(noteClipboard, null))
}

/** Undoes the paste that the line is about. */
export function undoPaste(view: EditorView): void {
  undo(view.state, view.dispatch)
  dismissPasteNews(view)
  view.focus()
}

export const NoteClipboard = Extension.create({
  name: 'noteClipboard',
  // Before the editor's own way of copying text.
  priority: 900,
  addProseMirrorPlugins() {
    return [clipboardPlugin(this.editor.schema)]
  },
})

function clipboardPlugin(schema: Schema): Plugin<PasteNews | null> {
  /** What the reading of a paste left out, until the paste is done. */
  let read: LeftOut | null = null
  /** The plain text of what is being pasted or dropped. */
  let plain = ''
  const hear = (data: DataTransfer | null): void => void (plain = data?.getData('text/plain') ?? '')
  const readForeign = (html: string): string => {
    read = null
    if (isOwnCopy(html)) return html
    const { blocks, leftOut } = readHtml(html, plain)
    read = leftOut
    return blocksAsHtml(blocks)
  }
  /** Handles a paste without content, so that it does not delete the selection. */
  const takeEmpty = (view: EditorView, data: DataTransfer | null, slice: Slice): boolean => {
    if (slice.size > 0) return false
    const leftOut = read
    const isPicture = leftOut?.has('picture') ?? holdsOnlyFiles(data)
    read = null
    if (!isPicture && !leftOut) return false
    const news: PasteNews = { leftOut: leftOut ?? new Map(), isPictureOnly: isPicture, canUndo: false }
    view.dispatch(view.state.tr.setMeta(noteClipboard, isPicture || news.leftOut.size > 0 ? news : null))
    return true
  }
  return new Plugin<PasteNews | null>({
    key: noteClipboard,
    state: {
      init: () => null,
      apply(tr, before) {
        const given = tr.getMeta(noteClipboard) as PasteNews | null | undefined
        if (given !== undefined) return given
        if (!isPasted(tr)) return before && isOtherStep(tr) ? { ...before, canUndo: false } : before
        const leftOut = read
        read = null
        return leftOut && leftOut.size > 0 ? { leftOut, isPictureOnly: false, canUndo: true } : null
      },
    },
    props: {
      handleDOMEvents: {
        paste: (_, { clipboardData }) => hear(clipboardData),
        drop: (_, { dataTransfer }) => hear(dataTransfer),
      },
      transformPastedHTML: readForeign,
      transformPasted: (slice, view) => (read ? withWholeLists(slice, view.state.selection.$from) : slice),
      clipboardTextParser: (text, $context) => paragraphsOf(schema, text, $context) as Slice,
      handlePaste: (view, event, slice) => takeEmpty(view, event.clipboardData, slice),
      handleDrop: (view, event, slice) => takeEmpty(view, event.dataTransfer, slice),
      transformCopied: (slice, view) => withShownNumbers(slice, view.state.selection.$from),
      clipboardTextSerializer: (slice) => copiedText(slice),
      clipboardSerializer: new OwnSerializer(schema),
    },
  })
}

const isPasted = (tr: Transaction) => ['paste', 'drop'].includes(tr.getMeta('uiEvent') as string)

/** Whether a transaction is an undo step after the paste. */
const isOtherStep = (tr: Transaction) =>
  tr.docChanged && tr.getMeta('addToHistory') !== false && tr.getMeta('appendedTransaction') === undefined

/** Whether the clipboard has files and no text: a picture that was copied as a file, or by a screenshot. */
export const holdsOnlyFiles = (data: DataTransfer | null) =>
  data !== null && data.files.length > 0 && !data.types.includes('text/html') && !data.types.includes('text/plain')

/** A list that comes into a paragraph stays a list: its first item would lose its bullet or number otherwise. */
export function withWholeLists(slice: Slice, $from: ResolvedPos): Slice {
  const isInList = Array.from({ length: $from.depth }, (_, at) => $from.node(at + 1)).some(
    ({ type }) => type.name === 'listItem',
  )
  const isList = (at: 'firstChild' | 'lastChild') => (slice.content[at]?.type.name ?? '').endsWith('List')
  if (isInList) return slice
  return new Slice(slice.content, isList('firstChild') ? 0 : slice.openStart, isList('lastChild') ? 0 : slice.openEnd)
}

/** Plain text, a paragraph for each line that has words; null leaves it to the editor. */
function paragraphsOf(schema: Schema, text: string, $context: ResolvedPos): Slice | null {
  const { paragraph } = schema.nodes
  const lines = readLines(text)
    .map((line) => line.trimEnd())
    .filter(Boolean)
  if (!paragraph || lines.length === 0) return null
  const nodes = lines.map((line) => paragraph.create(null, schema.text(line, $context.marks())))
  return new Slice(Fragment.from(nodes), 1, 1)
}
