import { EditorState, TextSelection } from '@tiptap/pm/state'
import { describe, expect, it } from 'vitest'
import type { Block } from '#shared/domain/note/document.ts'
import { schema } from '../../../tests/fixtures/typedEditor.ts'
import { copiedText, withShownNumbers } from './copying.ts'
import { withWholeLists } from './noteClipboard.ts'

const words = (text: string): Block => ({ type: 'paragraph', content: [{ type: 'text', text }] })
const listOf = (start: number, ...items: string[]): Block => ({
  type: 'orderedList',
  attrs: { start },
  content: items.map((item) => ({ type: 'listItem', content: [words(item)] })),
})
const note = (...content: Block[]) => schema.nodeFromJSON({ type: 'doc', content })

/** What is copied from the beginning of one text up to the end of another. */
function copied(doc: ReturnType<typeof note>, from: string, to: string) {
  let [start, end] = [0, 0]
  doc.descendants((node, at) => {
    if (node.isText && node.text === from) start = at
    if (node.isText && node.text === to) end = at + node.nodeSize
  })
  const { selection } = EditorState.create({ doc, selection: TextSelection.create(doc, start, end) })
  return withShownNumbers(selection.content(), selection.$from)
}

describe('copying', () => {
  it('gives text with bullets and numbers, a line for each line', () => {
    const bullets: Block = { type: 'bulletList', content: [{ type: 'listItem', content: [words('neck')] }] }
    expect(copiedText(copied(note(words('Pain'), bullets, listOf(3, 'ice', 'rest')), 'Pain', 'rest'))).toBe(
      'Pain\n• neck\n3. ice\n4. rest',
    )
  })

  it('from the middle of a numbered list keeps the numbers, in text and in what HTML is made of', () => {
    const slice = copied(note(listOf(2, 'two', 'three', 'four')), 'three', 'four')
    expect(copiedText(slice)).toBe('3. three\n4. four')
    expect(slice.content.firstChild?.attrs['start']).toBe(3)
  })

  it('of words within one item gives the words alone', () => {
    expect(copiedText(copied(note(listOf(1, 'one', 'two')), 'two', 'two'))).toBe('two')
  })
})

describe('pasting a list', () => {
  const pasteInto = (before: Block) => {
    const doc = note(before)
    const state = EditorState.create({ doc, selection: TextSelection.atEnd(doc) })
    const list = note(listOf(3, 'third', 'fourth'))
    const slice = withWholeLists(list.slice(0, list.content.size), state.selection.$from)
    return state.apply(state.tr.replaceSelection(slice)).doc
  }

  it('into a line with words keeps the first number', () => {
    expect(copiedText(pasteInto(words('Plan')).slice(0))).toBe('Plan\n3. third\n4. fourth')
  })

  it('into an empty line leaves no empty one', () => {
    expect(copiedText(pasteInto({ type: 'paragraph' }).slice(0))).toBe('3. third\n4. fourth')
  })
})
