// Typing phrases and filling in blanks in an editor without a screen.
import { getSchema } from '@tiptap/core'
import { history, undo } from '@tiptap/pm/history'
import { EditorState, TextSelection, type Plugin, type Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { describe, expect, it } from 'vitest'
import type { PhraseRecord } from '#shared/contract/phrases.ts'
import { plainText } from '#shared/domain/note/plainText.ts'
import { expandPhrase } from '#shared/domain/phrase/expandPhrase.ts'
import { suggestAbbreviation } from '#shared/domain/phrase/parsePhrase.ts'
import { storableDocument } from '../editorDocument.ts'
import { everyExtension } from '../../../../tests/fixtures/typedEditor.ts'
import { blanksIn } from './blankMark.ts'
import { readChoice } from './menuOptions.ts'
import { textToKeep } from './phraseEdits.ts'
import { findPhrases, phraseCalled, typedPhrase } from './phraseSearch.ts'
import { phrasePlugin, type PhraseSource } from './phrases.ts'
import { phraseKey } from './phraseState.ts'

const record = (abbreviation: string, text: string, change: Partial<PhraseRecord> = {}): PhraseRecord => ({
  id: abbreviation,
  abbreviation,
  section: null,
  text,
  useCount: 0,
  lastUsedAt: null,
  ...change,
})

const stored = [
  record('tender', '{{side}} {{region}} tender, {{0-10}}/10.'),
  record('tense', 'Tense {{choice: mildly|moderately|markedly}}.', { useCount: 3 }),
  record('rest', 'Rest today.\nDrink as usual.', { section: 'plan' }),
  record('loop', '{{phrase: loop}}'),
]

const schema = getSchema(everyExtension())

/** An editor of one section, typed in by hand. */
class Hand {
  state: EditorState
  readonly reported: string[] = []
  readonly #plugin: Plugin
  readonly #view: EditorView

  constructor(text = '') {
    let ids = 0
    const source: PhraseSource = {
      listId: 'list',
      find: (typed) => findPhrases(stored, typed, 'objective'),
      called: (query) => phraseCalled(stored, query),
      expand: (phrase) =>
        expandPhrase(phrase, {
          textOf: (name) => stored.find(({ abbreviation }) => abbreviation === name)?.text,
          values: {},
          newId: () => `id-${(ids += 1)}`,
        }),
      onInserted: ({ abbreviation }) => void this.reported.push(`used ${abbreviation}`),
      onProblem: ({ code }) => void this.reported.push(code),
      onCommand: (command, line) => void this.reported.push(`${command}: ${line}`),
    }
    this.#plugin = phrasePlugin(source)
    const doc = schema.node('doc', null, [schema.node('paragraph', null, text === '' ? [] : [schema.text(text)])])
    this.state = EditorState.create({ doc, plugins: [this.#plugin, history({ newGroupDelay: 1000 })] })
    this.caret(doc.content.size - 1)
    const dispatch = (tr: Transaction) => void (this.state = this.state.apply(tr))
    const view = Object.defineProperty({ dispatch, focus: () => undefined }, 'state', { get: () => this.state })
    this.#view = view as unknown as EditorView
  }

  caret(from: number, to = from) {
    this.state = this.state.apply(this.state.tr.setSelection(TextSelection.create(this.state.doc, from, to)))
  }
  type(text: string) {
    for (const letter of text) {
      const { from, to } = this.state.selection
      const isTaken = this.#plugin.props.handleTextInput?.call(
        this.#plugin,
        this.#view,
        from,
        to,
        letter,
        () => this.state.tr,
      )
      if (!isTaken) this.state = this.state.apply(this.state.tr.insertText(letter))
    }
    return this
  }
  press(...keys: string[]) {
    return keys.map((name) => {
      const key = name.replace('Shift+', '')
      const event = { key, shiftKey: name.startsWith('Shift+'), isComposing: false } as KeyboardEvent
      return this.#plugin.props.handleKeyDown?.call(this.#plugin, this.#view, event) === true
    })
  }
  undo() {
    undo(this.state, (tr) => void (this.state = this.state.apply(tr)))
  }
  get text() {
    return plainText(storableDocument(this.state.doc.toJSON()))
  }
  get offered() {
    return phraseKey
      .getState(this.state)
      ?.menu?.options.map((one) =>
        one.kind === 'phrase' ? one.phrase.abbreviation : one.kind === 'text' ? one.text : one.label,
      )
  }
  get selected() {
    const { from, to } = this.state.selection
    return this.state.doc.textBetween(from, to, '\n')
  }
  get blanks() {
    return blanksIn(this.state.doc).map(({ text }) => text)
  }
}

describe('what counts as the beginning of a phrase', () => {
  const queryOf = (before: string) => {
    const typed = typedPhrase(before)
    return typed && `${typed.trigger}${typed.query}`
  }

  it('is a semicolon with letters that no word stands before', () => {
    expect(queryOf(';s')).toBe(';s')
    expect(queryOf('Slept. ;Neck.rom-2')).toBe(';Neck.rom-2')
    expect(queryOf('(;é')).toBe(';é')
    for (const prose of ['pain; ', 'pain;no', ';', '; a', ';)', ';;a', 'x;9']) expect(queryOf(prose)).toBeNull()
  })

  it('or a slash at the beginning of a word', () => {
    expect(queryOf('/')).toBe('/')
    expect(queryOf('Pain /neck rom')).toBe('/neck rom')
    expect(queryOf('/90')).toBe('/90')
    for (const score of ['7 /10', '7 /1', 'Pain 7 /10 ']) expect(queryOf(score)).toBeNull()
    for (const prose of ['7/10', 'and/or', 'w/ ', '/ a', '//', '/a  b', '/a/b']) expect(queryOf(prose)).toBeNull()
  })
})

describe('the list at the caret', () => {
  it('offers the section’s own and general phrases, the most used first', () => {
    const hand = new Hand('Found. ').type(';t')
    expect(hand.offered).toEqual(['tense', 'tender'])
    expect(new Hand().type(';re').offered).toBeUndefined()
    expect(new Hand().type(';rest').offered).toEqual(['rest'])
    expect(new Hand().type('/drink').offered).toEqual(['rest'])
    expect(new Hand().type('/').offered).toEqual(['tense', 'tender', 'loop', 'rest', 'Make a phrase', 'All phrases'])
  })

  it('goes away with Escape, and the text stays as it was typed', () => {
    const hand = new Hand().type(';te')
    expect(hand.press('Escape')).toEqual([true])
    expect(hand.type('n').offered).toBeUndefined()
    expect(hand.press('Enter', 'Escape')).toEqual([false, false])
    expect(hand.text).toBe(';ten')
  })

  it('does not come for words that are pasted, brought back or only walked past', () => {
    const hand = new Hand(';te')
    expect(hand.offered).toBeUndefined()
    hand.caret(2)
    hand.caret(4)
    expect(hand.offered).toBeUndefined()
    hand.state = hand.state.apply(hand.state.tr.insertText('n').setMeta('paste', true))
    expect(hand.offered).toBeUndefined()
  })

  it('takes the line as the text of a new phrase', () => {
    const hand = new Hand('Doorway stretch. ').type('/make')
    hand.press('Enter')
    expect(hand.reported).toEqual(['make: Doorway stretch.'])
    expect(hand.text).toBe('Doorway stretch. ')
  })

  it('keeps the blanks of the line in a new phrase', () => {
    const hand = new Hand().type(';tender')
    hand.press('Enter')
    expect(textToKeep(hand.state)).toBe('{{side}} {{region}} tender, {{0-10}}/10.')
    hand.caret(1, 12)
    expect(textToKeep(hand.state)).toBe('{{side}} {{region}}')
  })

  it('says why a phrase that calls itself is not put in', () => {
    const hand = new Hand().type(';loop')
    hand.press('Enter')
    expect([hand.text, hand.reported, hand.offered]).toEqual([';loop', ['loop'], undefined])
  })
})

describe('a phrase that is put in', () => {
  it('has its first blank selected, and is one step for undo', () => {
    const hand = new Hand('Found. ').type(';tend')
    hand.press('Tab')
    expect([hand.text, hand.selected]).toEqual(['Found. side region tender, 0–10/10.', 'side'])
    expect(hand.reported).toEqual(['used tender'])
    hand.undo()
    expect([hand.text, hand.offered]).toEqual(['Found. ;tend', undefined])
  })

  it('can have several lines, between which the rest of the line stays whole', () => {
    const hand = new Hand('Before. After.')
    hand.caret(9)
    hand.type(';rest')
    hand.press('Enter')
    expect(hand.text).toBe('Before. Rest today.\nDrink as usual.After.')
    hand.type(' And')
    expect(hand.text).toBe('Before. Rest today.\nDrink as usual. AndAfter.')
  })

  it('comes for a whole abbreviation and a space, also that of another section', () => {
    expect(new Hand().type(';rest ').text).toBe('Rest today.\nDrink as usual. ')
    expect(new Hand().type(';res ').text).toBe(';res ')
    expect(new Hand().type(';tense mo').text).toBe('Tense moderately.')
  })
})

describe('blanks', () => {
  const begun = () => {
    const hand = new Hand().type(';tender')
    hand.press('Enter')
    return hand
  }

  it('are walked with Tab and Shift+Tab, and left with Tab behind the last one', () => {
    const hand = begun()
    expect(hand.press('Tab')).toEqual([true])
    expect(hand.selected).toBe('region')
    hand.press('Tab')
    expect(hand.selected).toBe('0–10')
    hand.press('Shift+Tab', 'Shift+Tab')
    expect(hand.selected).toBe('side')
    expect(hand.press('Shift+Tab')).toEqual([false])
    expect(hand.press('Tab', 'Tab', 'Tab')).toEqual([true, true, true])
    expect([hand.selected, hand.state.selection.from]).toEqual(['', hand.state.doc.content.size - 1])
    expect(hand.press('Tab')).toEqual([false])
    expect(hand.blanks).toHaveLength(3)
  })

  it('leave Tab to the page once the caret is elsewhere', () => {
    const hand = begun()
    hand.caret(1)
    expect(hand.press('Tab')).toEqual([false])
  })

  it('are taken as a whole by a caret that comes into them', () => {
    const hand = begun()
    hand.caret(8)
    expect(hand.selected).toBe('region')
  })

  it('become text once they are typed over, letter by letter or as a choice', () => {
    const hand = begun().type('left')
    expect([hand.text, hand.blanks]).toEqual(['Left region tender, 0–10/10.', ['region', '0–10']])
    hand.press('Tab')
    expect(hand.type('low back').offered?.length).toBeGreaterThan(0)
    hand.press('Escape', 'Tab')
    hand.type('10')
    expect([hand.text, hand.blanks]).toEqual(['Left low back tender, 10/10.', []])
  })

  it('take a choice by arrows and Enter, and words of one’s own', () => {
    const hand = begun()
    hand.press('ArrowDown', 'Enter')
    expect([hand.text, hand.selected]).toEqual(['Left region tender, 0–10/10.', 'region'])
    hand.type('upper trap')
    hand.press('Enter')
    expect(hand.text).toBe('Left upper trapezius tender, 0–10/10.')
    expect(hand.type('none').text).toBe('Left upper trapezius tender, none/10.')
    expect(hand.blanks).toEqual([])
  })

  it('keep words of one’s own when Tab leaves a region, and complete a name that was begun', () => {
    const hand = begun()
    hand.type('r')
    hand.press('Tab')
    hand.type('neck')
    hand.press('Tab')
    expect([hand.text, hand.selected]).toEqual(['Right neck tender, 0–10/10.', '0–10'])
    const other = begun()
    other.press('Tab')
    other.type('upper trap')
    other.press('Tab')
    expect([other.text, other.selected]).toEqual(['side upper trapezius tender, 0–10/10.', '0–10'])
  })

  it('narrow their choices by letters that several begin with', () => {
    const hand = new Hand().type(';tense')
    hand.press('Enter')
    hand.type('m')
    expect([hand.offered, hand.blanks]).toEqual([
      ['mildly', 'moderately', 'markedly'],
      ['mildly / moderately / markedly'],
    ])
    expect(hand.type('a').text).toBe('Tense markedly.')
    hand.undo()
    expect(hand.blanks).toEqual(['mildly / moderately / markedly'])
  })

  it('are text from the first changed letter on', () => {
    const hand = begun()
    hand.state = hand.state.apply(hand.state.tr.delete(6, 7))
    expect([hand.text, hand.blanks]).toEqual(['side egion tender, 0–10/10.', ['side', '0–10']])
  })
})

describe('typing a choice', () => {
  it('means one by its letters, its number or a score', () => {
    const sides = ['right', 'left', 'bilateral']
    expect(readChoice(sides, 'R')).toEqual({ kind: 'pick', index: 0, rest: 'ight' })
    expect(readChoice(sides, '3')).toEqual({ kind: 'pick', index: 2, rest: '' })
    expect(readChoice(sides, '٣')).toEqual({ kind: 'pick', index: 2, rest: '' })
    expect(readChoice(sides, '4')).toEqual({ kind: 'other' })
    expect(readChoice(['10', '20', '1'], '1')).toMatchObject({ kind: 'pick', index: 2 })
    expect(readChoice(['10', '15'], '1')).toEqual({ kind: 'narrow', indexes: [0, 1] })
    expect(readChoice(['20', '30'], '1')).toEqual({ kind: 'other' })
  })
})

describe('an abbreviation for a new phrase', () => {
  const free =
    (...taken: string[]) =>
    (name: string) =>
      taken.includes(name)

  it('is its first word that is free, then its initials, then a number', () => {
    expect(suggestAbbreviation('{{side}} Hüfte is stiff', free())).toBe('hufte')
    expect(suggestAbbreviation('At home: stretch', free())).toBe('home')
    expect(suggestAbbreviation('Go on as is', free())).toBe('goai')
    expect(suggestAbbreviation('Rest today', free('rest', 'today'))).toBe('rt')
    expect(suggestAbbreviation('Rest', free('rest', 'r', 'rest2'))).toBe('rest3')
    expect(suggestAbbreviation('{{side}}', free())).toBe('')
  })
})
