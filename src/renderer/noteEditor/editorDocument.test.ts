import { describe, expect, it } from 'vitest'
import { noteDocument } from '#shared/domain/note/document.ts'
import { editableDocument, storableDocument } from './editorDocument.ts'

const doc = (...content: object[]) => ({ type: 'doc', content })

describe('the editor’s document', () => {
  it('is stored as it is when the record can hold it', () => {
    const typed = doc({ type: 'paragraph', content: [{ type: 'text', text: 'Neck', marks: [{ type: 'bold' }] }] })
    expect(storableDocument(typed)).toEqual(typed)
  })

  it('lets a numbered list begin where the record allows', () => {
    const list = (start: number, type: string | null = null) =>
      doc({
        type: 'orderedList',
        attrs: { start, type },
        content: [{ type: 'listItem', content: [{ type: 'paragraph' }] }],
      })
    expect(storableDocument(list(7))).toEqual(list(7))
    for (const odd of [list(2_000_000), list(-3), list(Number.NaN), list(1, 'upper-roman')]) {
      expect(storableDocument(odd)).toEqual(list(1))
      expect(noteDocument.safeParse(storableDocument(odd)).success).toBe(true)
    }
  })

  it('takes out what no file can hold, and a text that is empty then', () => {
    const typed = doc({
      type: 'paragraph',
      content: [
        { type: 'text', text: 'a\ud800b\u0000' },
        { type: 'text', text: '\u0000' },
      ],
    })
    expect(storableDocument(typed)).toEqual(doc({ type: 'paragraph', content: [{ type: 'text', text: 'a\ufffdb' }] }))
  })

  it('has a line to type in, even when the record holds none', () => {
    expect(editableDocument({ type: 'doc', content: [] }).content).toHaveLength(1)
  })
})
