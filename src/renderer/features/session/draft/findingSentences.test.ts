import { TextSelection } from '@tiptap/pm/state'
import { describe, expect, it } from 'vitest'
import { follows } from '#shared/domain/note/linkedSentences.ts'
import { finding, opened, schema, sentenceOf } from '../../../../../tests/fixtures/typedEditor.ts'
import { createFindingSentences } from './findingSentences.ts'
import { linkedRuns } from './linkedRuns.ts'

const first = finding(0)
const second = finding(1)
const [firstWords = '', secondWords = ''] = sentenceOf(first, second)

describe('a new mark', () => {
  it('gets its sentence in a paragraph of its own at the end, then behind the others', () => {
    const { editor, sentences } = opened([], 'Stands upright.')
    sentences.update([first], 'made')
    expect(editor.lines).toEqual(['Stands upright.', firstWords])
    sentences.update([first, second], 'made')
    expect(editor.lines).toEqual(['Stands upright.', `${firstWords} ${secondWords}`])
    expect(linkedRuns(editor.state().doc).map(({ findingId }) => findingId)).toEqual([first.id, second.id])
  })

  it('takes the place of an empty paragraph', () => {
    const { editor, sentences } = opened([])
    sentences.update([first], 'made')
    expect(editor.lines).toEqual([firstWords])
  })

  it('is written in front of text typed behind the last sentence, or after text attached to it', () => {
    const { editor, sentences } = opened([])
    sentences.update([first], 'made')
    editor.type(' Rotation 45°.', editor.at(firstWords) + firstWords.length)
    sentences.update([first, second], 'made')
    expect(editor.lines).toEqual([`${firstWords} ${secondWords} Rotation 45°.`])
    editor.type('(as last time)', editor.at(secondWords) + secondWords.length)
    const third = finding(2)
    sentences.update([first, second, third], 'made')
    expect(editor.lines).toEqual([
      `${firstWords} ${secondWords}(as last time) Rotation 45°. ${sentenceOf(third).join('')}`,
    ])
  })

  it('that was taken over from the last visit is written once it is confirmed', () => {
    const { editor, sentences } = opened([])
    sentences.update([{ ...first, isConfirmed: false }], 'made')
    expect(editor.lines).toEqual([''])
    expect(sentences.state().missing).toBe(0)
    sentences.update([first], 'changed')
    expect(editor.lines).toEqual([firstWords])
  })
})

describe('a sentence', () => {
  it('follows its mark, and leaves caret and words around it alone', () => {
    const { editor, sentences } = opened([], 'Tender all over.')
    sentences.update([first], 'made')
    editor.byHand((tr) => tr.setSelection(TextSelection.create(tr.doc, 4)))
    const worse = finding(0, { severity: 9 })
    sentences.update([worse], 'changed')
    expect(editor.lines).toEqual(['Tender all over.', sentenceOf(worse)[0]])
    const after = finding(7, { phase: 'after', severity: 3, regionId: worse.regionId, continuesId: worse.id })
    sentences.update([worse, after], 'made')
    expect(editor.lines).toEqual(['Tender all over.', sentenceOf(worse, after)[0]])
    expect(editor.state().selection.from).toBe(4)
  })

  it('keeps its emphasis while it follows', () => {
    const { editor, sentences } = opened([first])
    sentences.addMissing()
    const at = editor.at(firstWords)
    editor.byHand((tr) => tr.addMark(at, at + 5, schema.mark('bold')))
    sentences.update([finding(0, { severity: 2 })], 'changed')
    expect(editor.lines).toEqual(sentenceOf(finding(0, { severity: 2 })))
    expect(
      editor
        .state()
        .doc.nodeAt(at)
        ?.marks.map(({ type }) => type.name),
    ).toContain('bold')
  })

  it('keeps its characters whole where emphasis ends beside one of two code units', () => {
    const { editor, sentences } = opened([])
    sentences.update([finding(0, { remark: 'x\ud83d\udc7d' })], 'made')
    const end = editor.at('x') + 1
    editor.byHand((tr) => tr.addMark(editor.at('x'), end, schema.mark('bold')))
    sentences.update([finding(0, { remark: 'x\ud83e\udc7d' })], 'changed')
    expect(editor.lines).toEqual(sentenceOf(finding(0, { remark: 'x\ud83e\udc7d' })))
  })

  it('stays as it is once it was changed by hand, and follows again when that is undone', () => {
    const { editor, sentences } = opened([])
    sentences.update([first], 'made')
    editor.type('very sore, ', editor.at('7/10'))
    const changed = editor.lines
    const worse = finding(0, { severity: 9 })
    sentences.update([worse], 'changed')
    expect(editor.lines).toEqual(changed)
    editor.undo()
    expect(editor.lines).toEqual(sentenceOf(worse))
  })

  it('is not made longer by what is typed before or behind it', () => {
    const { editor, sentences } = opened([])
    sentences.update([first], 'made')
    editor.type('So: ', editor.at(firstWords))
    editor.type(' Yes.', editor.at(firstWords) + firstWords.length)
    expect(linkedRuns(editor.state().doc).map(follows)).toEqual([true])
    sentences.update([finding(0, { severity: 8 })], 'changed')
    expect(editor.lines).toEqual([`So: ${sentenceOf(finding(0, { severity: 8 }))[0]} Yes.`])
  })

  it('that was deleted by hand does not come back by itself, only when it is asked for', () => {
    const { editor, sentences } = opened([])
    sentences.update([first], 'made')
    editor.erase(firstWords)
    sentences.update([finding(0, { severity: 9 })], 'changed')
    expect(editor.lines).toEqual([''])
    expect(sentences.state()).toMatchObject({ gone: [], missing: 1 })
    sentences.addMissing()
    expect(editor.lines).toEqual(sentenceOf(finding(0, { severity: 9 })))
    expect(sentences.state().missing).toBe(0)
    editor.undo()
    expect(editor.lines).toEqual([''])
  })

  it('leaves undo in the text to what was typed', () => {
    const { editor, sentences } = opened([])
    editor.type('Typed.', 1)
    sentences.update([first], 'made')
    sentences.update([finding(0, { severity: 9 })], 'changed')
    editor.undo()
    expect(editor.lines.join('')).toBe(sentenceOf(finding(0, { severity: 9 })).join(''))
    editor.redo()
    expect(editor.lines[0]).toBe('Typed.')
  })

  it('is brought up to date when the note is opened again; what is missing stays missing', () => {
    const before = opened([])
    before.sentences.update([first], 'made')
    before.close()
    const worse = finding(0, { severity: 9 })
    createFindingSentences([worse, second]).attach(before.editor)
    expect(before.editor.lines).toEqual(sentenceOf(worse))
  })
})

describe('a mark that is gone', () => {
  it('leaves its sentence and offers to delete it', () => {
    const { editor, sentences } = opened([], 'Firm.')
    sentences.update([first, second], 'made')
    sentences.update([second], 'removed')
    expect(editor.lines).toEqual(['Firm.', `${firstWords} ${secondWords}`])
    expect(sentences.state().gone).toEqual([firstWords])
    sentences.deleteGone()
    expect(editor.lines).toEqual(['Firm.', secondWords])
    expect(sentences.state().gone).toEqual([])
    editor.undo()
    expect(sentences.state().gone).toEqual([firstWords])
  })

  it('whose sentence is kept makes it plain text', () => {
    const { editor, sentences } = opened([])
    sentences.update([first], 'made')
    sentences.update([], 'removed')
    sentences.keepGone()
    expect(editor.lines).toEqual([firstWords])
    expect(linkedRuns(editor.state().doc)).toEqual([])
    expect(sentences.state().gone).toEqual([])
  })

  it('takes its untouched sentence and the paragraph with it when it was undone, and brings it back when done again', () => {
    const { editor, sentences } = opened([], 'Firm.')
    sentences.update([first], 'made')
    sentences.update([], 'undone')
    expect(editor.lines).toEqual(['Firm.'])
    sentences.update([first], 'undone')
    expect(editor.lines).toEqual(['Firm.', firstWords])
  })

  it('leaves a sentence that was changed by hand also when it was undone', () => {
    const { editor, sentences } = opened([])
    sentences.update([first], 'made')
    editor.type('quite ', editor.at('7/10'))
    const changed = editor.lines
    sentences.update([], 'undone')
    expect(editor.lines).toEqual(changed)
    expect(sentences.state().gone).toEqual(changed)
  })

  it('finds its sentence again when its removal is undone, deleted or not', () => {
    const { editor, sentences } = opened([])
    sentences.update([first], 'made')
    sentences.update([], 'removed')
    sentences.update([first], 'undone')
    expect(editor.lines).toEqual([firstWords])
    expect(sentences.state().gone).toEqual([])
    sentences.update([], 'removed')
    sentences.deleteGone()
    sentences.update([first], 'undone')
    expect(editor.lines).toEqual([firstWords])
  })

  it('before treatment alone leaves the sentence to what was found after it', () => {
    const { editor, sentences } = opened([])
    const after = finding(7, { phase: 'after', severity: 3, regionId: first.regionId, continuesId: first.id })
    sentences.update([first, after], 'made')
    sentences.update([after], 'removed')
    expect(editor.lines).toEqual(sentenceOf(after))
    expect(sentences.state()).toMatchObject({ gone: [], missing: 0 })
  })
})

describe('two marks that become one', () => {
  it('have one sentence', () => {
    const { editor, sentences } = opened([])
    const other = finding(7, { regionId: first.regionId, kind: 'scar' })
    sentences.update([first, other], 'made')
    const joined = finding(7, { phase: 'after', severity: 2, regionId: first.regionId, continuesId: first.id })
    sentences.update([first, joined], 'changed')
    expect(editor.lines).toEqual(sentenceOf(first, joined))
  })
})

describe('a section without an editor', () => {
  it('is left alone', () => {
    const { editor, sentences, close } = opened([])
    close()
    sentences.update([first], 'made')
    sentences.addMissing()
    expect(editor.lines).toEqual([''])
    expect(sentences.state()).toMatchObject({ gone: [], missing: 0 })
  })
})
