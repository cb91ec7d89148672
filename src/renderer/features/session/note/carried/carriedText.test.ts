import { closeHistory, history, redo, undo } from '@tiptap/pm/history'
import { EditorState, Plugin, type Transaction } from '@tiptap/pm/state'
import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { carried, carriedRuns, type CarriedFrom } from '#shared/domain/note/carried.ts'
import { documentFromText, plainText } from '#shared/domain/note/plainText.ts'
import { storableDocument } from '#renderer/noteEditor/index.ts'
import { schema } from '../../../../../../tests/fixtures/typedEditor.ts'
import { confirmSection, giveBack, takeOver } from './carriedEdits.ts'
import { carriedSources } from './carriedNodes.ts'
import { confirmEdited, withoutForeign } from './carriedText.ts'

const from: CarriedFrom = { sessionId: '01900000-0000-7000-8000-00000000000f', date: '2026-11-09' }
const lastTime = (text: string) => carried(documentFromText(text), from)

class Section {
  state: EditorState
  constructor(text = '', isWatched = true) {
    const watcher = new Plugin({ appendTransaction: (done, _, after) => confirmEdited(done, after) })
    this.state = EditorState.create({
      doc: schema.nodeFromJSON(documentFromText(text)),
      plugins: [history({ newGroupDelay: 0 }), ...(isWatched ? [watcher] : [])],
    })
  }
  dispatch = (tr: Transaction | null) => {
    if (tr) this.state = this.state.apply(tr)
  }
  edit = (make: (tr: Transaction) => Transaction) => this.dispatch(make(this.state.tr))
  take(text: string) {
    this.dispatch(takeOver(this.state, lastTime(text)))
    this.dispatch(closeHistory(this.state.tr))
  }
  undo = () => undo(this.state, this.dispatch)
  redo = () => redo(this.state, this.dispatch)
  at(text: string): number {
    let found = -1
    this.state.doc.descendants((node, position) => {
      const index = node.isTextblock ? node.textContent.indexOf(text) : -1
      if (found < 0 && index >= 0) found = position + 1 + index
    })
    return found
  }
  get document() {
    return storableDocument(this.state.doc.toJSON())
  }
  get text() {
    return plainText(this.document)
  }
  get unconfirmed() {
    return carriedRuns(this.document).map(({ text }) => text)
  }
}

let section: Section
beforeEach(() => {
  section = new Section()
  section.take('Headaches two a week.\nSleeps badly.')
})

describe('text that was taken over', () => {
  it('counts as confirmed, the whole block, once something in it is changed', () => {
    section.edit((tr) => tr.insertText('three', section.at('two'), section.at('two') + 3))
    expect(section.text).toBe('Headaches three a week.\nSleeps badly.')
    expect(section.unconfirmed).toEqual(['Sleeps badly.'])
    section.edit((tr) => tr.delete(section.at('badly'), section.at('badly') + 5))
    expect(section.unconfirmed).toEqual([])
  })

  it('counts as confirmed when something is typed within it', () => {
    section.edit((tr) => tr.insertText(' very', section.at(' badly')))
    expect(section.text).toBe('Headaches two a week.\nSleeps very badly.')
    expect(section.unconfirmed).toEqual(['Headaches two a week.'])
  })

  it('stays as it is where something new is typed before or behind it', () => {
    section.edit((tr) => tr.insertText(' Woke once.', section.at('week.') + 5))
    section.edit((tr) => tr.insertText('Still: ', section.at('Sleeps')))
    expect(section.text).toBe('Headaches two a week. Woke once.\nStill: Sleeps badly.')
    expect(section.unconfirmed).toEqual(['Headaches two a week.', 'Sleeps badly.'])
    section.edit((tr) => tr.delete(section.at(' once'), section.at(' once') + 5))
    expect(section.unconfirmed).toHaveLength(2)
  })

  it('stays as it is when it is made bold, split or joined', () => {
    const { bold } = schema.marks
    if (!bold) throw new Error('no bold')
    section.edit((tr) => tr.addMark(section.at('two'), section.at('two') + 3, bold.create()))
    section.edit((tr) => tr.split(section.at(' a week')))
    section.edit((tr) => tr.join(section.at(' a week') - 1))
    expect(section.text).toBe('Headaches two a week.\nSleeps badly.')
    expect(section.unconfirmed).toEqual(['Headaches two a week.', 'Sleeps badly.'])
  })

  it('is unconfirmed again when the edit is undone', () => {
    section.edit((tr) => tr.insertText('x', section.at('badly')))
    expect(section.unconfirmed).toHaveLength(1)
    section.undo()
    expect(section.text).toBe('Headaches two a week.\nSleeps badly.')
    expect(section.unconfirmed).toHaveLength(2)
    section.redo()
    expect(section.unconfirmed).toHaveLength(1)
  })

  it('is confirmed as one step that can be undone', () => {
    section.dispatch(confirmSection(section.state))
    expect(section.unconfirmed).toEqual([])
    section.undo()
    expect(section.unconfirmed).toHaveLength(2)
    expect(carriedSources(section.state.doc)).toEqual([from])
  })

  it('counts as confirmed in both blocks when something is deleted across them', () => {
    section.edit((tr) => tr.delete(section.at('week'), section.at('badly')))
    expect(section.text).toBe('Headaches two a badly.')
    expect(section.unconfirmed).toEqual([])
  })

  it('never changes the letters of the text', () => {
    const edit = fc.tuple(fc.nat(60), fc.nat(8), fc.constantFrom('', 'x', ' y z'), fc.boolean())
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 12 }), (edits) => {
        const [watched, plain] = [new Section(), new Section('', false)]
        for (const one of [watched, plain]) {
          one.take('Headaches two a week.\nSleeps badly.\nWalks.')
          for (const [start, length, text, isUndo] of edits) {
            const { size } = one.state.doc.content
            const [begin, end] = [1 + (start % size), Math.min(1 + (start % size) + length, size)]
            if (isUndo && text === '') one.undo()
            else one.edit((tr) => (text === '' ? tr.delete(begin, end) : tr.insertText(text, begin, end)))
          }
        }
        expect(watched.text).toBe(plain.text)
        // Unconfirmed text is letter for letter as it was taken over.
        for (const run of watched.unconfirmed) expect('Headaches two a week.Sleeps badly.Walks.').toContain(run)
      }),
    )
  })
})

describe('pasting', () => {
  it('keeps the mark only of text that was taken over into this note', () => {
    const copied = section.state.doc.slice(0, section.state.doc.content.size)
    expect(withoutForeign(copied, (id) => id === from.sessionId).eq(copied)).toBe(true)
    const foreign = withoutForeign(copied, () => false)
    expect(foreign.content.textBetween(0, foreign.content.size, '\n')).toBe(section.text)
    expect(JSON.stringify(foreign.toJSON())).not.toContain('carried')
  })
})

describe('taking over', () => {
  it('fills an empty section, and undo empties it', () => {
    expect(section.text).toBe('Headaches two a week.\nSleeps badly.')
    section.undo()
    expect(section.text).toBe('')
  })

  it('leaves the caret at the end of what it filled', () => {
    const { selection, doc } = section.state
    expect(selection.from).toBe(doc.content.size - 1)
  })

  it('adds below what was written', () => {
    const written = new Section('Feels tired.\n')
    written.take('Sleeps badly.')
    expect(written.text).toBe('Feels tired.\nSleeps badly.')
    expect(written.unconfirmed).toEqual(['Sleeps badly.'])
  })

  it('takes nothing twice, confirmed or not', () => {
    section.take('Sleeps badly.')
    section.dispatch(confirmSection(section.state))
    section.take('Headaches two a week.\nSleeps badly.')
    expect(section.text).toBe('Headaches two a week.\nSleeps badly.')
    expect(section.unconfirmed).toEqual([])
  })

  it('does not repeat the headings of a template that are in it', () => {
    const skeleton = new Section('Sleep:\nWork:')
    skeleton.take('Sleep:\nFive hours.\nWork:\nAt a desk.')
    expect(skeleton.text).toBe('Sleep:\nFive hours.\nWork:\nAt a desk.')
  })

  it('gives back everything while nothing was changed since, and otherwise what is still as it came', () => {
    const written = new Section('Feels tired.')
    const before = written.state.doc
    written.take('Sleeps badly.\nWalks.')
    const after = written.state.doc
    const untouched = new Section()
    untouched.state = written.state
    untouched.dispatch(giveBack(untouched.state, before, after))
    expect(untouched.text).toBe('Feels tired.')

    written.edit((tr) => tr.insertText(' very', written.at(' badly')))
    written.dispatch(giveBack(written.state, before, after))
    expect(written.text).toBe('Feels tired.\nSleeps very badly.')
    expect(giveBack(written.state, before, after)).toBeNull()
  })
})
