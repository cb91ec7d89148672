import { Editor } from '@tiptap/core'
import { EditorState, TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { everyExtension } from '../../../tests/fixtures/typedEditor.ts'
import { leaveToBrowser, withoutRules } from './typedText.ts'

const doc = { type: 'doc', content: [{ type: 'paragraph' }] }

/** The state of an empty section with all plugins of its editor. */
function emptySection(rules: object = withoutRules): { state: EditorState; names: string[] } {
  const editor = new Editor({ element: null, content: doc, extensions: everyExtension(), ...rules })
  const { plugins, extensions } = editor.extensionManager
  return { state: EditorState.create({ doc: editor.state.doc, plugins }), names: extensions.map(({ name }) => name) }
}

/** The text of an empty section after typing a text key by key. */
function typed(text: string): string {
  let { state } = emptySection()
  const view = {
    get state() {
      return state
    },
    dispatch: (tr: typeof state.tr) => void (state = state.apply(tr)),
    focus: () => undefined,
    composing: false,
  } as unknown as EditorView
  for (const sign of text) {
    const { from, to } = state.selection
    const isTaken = state.plugins.some((plugin) =>
      plugin.props.handleTextInput?.call(plugin, view, from, to, sign, () => state.tr),
    )
    if (!isTaken) state = state.apply(state.tr.insertText(sign))
  }
  expect(state.doc.childCount).toBe(1)
  expect(state.doc.firstChild?.type.name).toBe('paragraph')
  return state.doc.textContent
}

const signsAtTheStart = [
  '- Phalen right',
  '+ Spurling left',
  '* better than last time',
  '# of visits left: 4',
  '## ',
  '1. knee 2. hip',
  '1) ',
  '> 90 degrees',
  '> 3 weeks',
  '``` ',
  '~~~ ',
  '--- ',
  '*** ',
  '___ ',
  '[ ] ice',
  '[x] heat',
  ': ',
  '| ',
]
const signsWithin = [
  '**no** pain',
  '__none__ ',
  'a *little* stiff ',
  'an _old_ scar ',
  '`C5` ',
  '~~none known~~ latex',
  '==tender== ',
  '1/2 cup, 3/4, 7/10 ',
  'R/L; n/a; w/o ',
  'pain -> hip, <- back, >= 3, != 2',
  '"quoted" and \'single\' ',
  'C5 -- C6 ... ',
  '(c) (r) (tm) +/- ',
  'see example.com or https://example.com ',
  'a@b.de ',
  ':) ;) :( ',
  'e.g. this ; that',
  '2 ^ 3 and x^2 ',
  'Bół ćma @ ™',
]

describe('text that is typed into a section', () => {
  it('is what was typed, at the start of a line', () => {
    for (const text of signsAtTheStart) expect(typed(text)).toBe(text)
  })

  it('is what was typed, within a line', () => {
    for (const text of signsWithin) expect(typed(text)).toBe(text)
  })

  it('is what was typed, whatever it is', () => {
    const signs = fc.constantFrom(...' -+*#>1.)(`~_[]x:|/\\;=^"\'<!@$%&{}…–—'.split(''))
    const text = fc
      .array(fc.oneof({ weight: 3, arbitrary: signs }, fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 })))
      .map((parts) => parts.join('').replaceAll(/\p{C}/gu, ''))
    fc.assert(
      fc.property(text, (line) => void expect(typed(line)).toBe(line)),
      { numRuns: 150 },
    )
  })
})

describe('the editor of a section', () => {
  const isRule = ({ spec }: EditorState['plugins'][number]) => 'isInputRules' in spec

  it('has no rule that rewrites what is typed or pasted', () => {
    expect(emptySection().state.plugins.filter(isRule)).toEqual([])
    // With input rules there would be some, so the check above can fail.
    const withRules = emptySection({}).state.plugins
    expect(withRules.filter(isRule).length).toBeGreaterThan(0)
    expect(withRules.length).toBeGreaterThan(emptySection().state.plugins.length + 1)
  })

  it('has one plugin that handles typed text, and no extension that turns signs or addresses into formatting', () => {
    const { state, names } = emptySection()
    // Phrases: a blank that is typed over, and an abbreviation behind a semicolon.
    expect(state.plugins.filter(({ props }) => props.handleTextInput ?? props.handleKeyPress)).toHaveLength(1)
    for (const name of ['typography', 'link', 'code', 'codeBlock', 'strike', 'blockquote', 'horizontalRule', 'emoji'])
      expect(names).not.toContain(name)
  })
})

describe('a key that writes a character with ⌥ or AltGr', () => {
  const plain = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, getModifierState: () => false }
  const press = (key: string, code: string, held: object) =>
    ({ ...plain, key, code, ...held }) as unknown as KeyboardEvent
  const empty = emptySection().state
  const view = { state: empty, dispatch: () => undefined } as unknown as EditorView

  it('is left to the browser by all keys of the editor', () => {
    // The library binds ⌥D to delete forwards.
    expect(leaveToBrowser(view, press('∂', 'KeyD', { altKey: true }), true)).toBe(true)
    expect(leaveToBrowser(view, press('@', 'Digit2', { altKey: true, ctrlKey: true }), false)).toBe(true)
    expect(leaveToBrowser(view, press('đ', 'KeyD', { getModifierState: () => true }), false)).toBe(true)
  })

  it('replaces a selection in a step of its own for undo', () => {
    let state = empty.apply(empty.tr.insertText('stiff'))
    state = state.apply(state.tr.setSelection(TextSelection.create(state.doc, 1, 3)))
    let dispatched = 0
    const selecting = { state, dispatch: () => (dispatched += 1) } as unknown as EditorView
    leaveToBrowser(selecting, press('ł', 'KeyL', { altKey: true }), true)
    expect(dispatched).toBe(1)
  })

  it('leaves commands to the editor', () => {
    expect(leaveToBrowser(view, press('b', 'KeyB', { metaKey: true }), true)).toBe(false)
    expect(leaveToBrowser(view, press('Backspace', 'Backspace', { altKey: true }), true)).toBe(false)
    expect(leaveToBrowser(view, press('a', 'KeyA', {}), true)).toBe(false)
  })
})
