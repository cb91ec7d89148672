// Phrases in the editor: the list at the caret, its keys, and the walk from blank to blank.
import { Extension } from '@tiptap/core'
import { closeHistory, isHistoryTransaction } from '@tiptap/pm/history'
import { Plugin, type EditorState, type Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import type { PhraseRecord } from '#shared/contract/phrases.ts'
import type { Expansion, PhraseProblem } from '#shared/domain/phrase/expandPhrase.ts'
import { foldText } from '#shared/domain/folding.ts'
import { ourEditorKeys } from '#renderer/ui/inputMethodKeys.ts'
import type { BlankRun } from './blankMark.ts'
import { readChoice, type Asked, type Option, type PhraseCommand } from './menuOptions.ts'
import {
  emphasisAt,
  fillBlank,
  insertPhrase,
  select,
  selectBlankBefore,
  selectNextBlank,
  takeAway,
  textToKeep,
} from './phraseEdits.ts'
import {
  firstPhraseState,
  nextPhraseState,
  phraseKey,
  selectedBlank,
  withPhraseMeta,
  type FindPhrases,
  type PhraseMenuState,
  type PhraseState,
} from './phraseState.ts'

/** The editor's callbacks to the screen around it. */
export interface PhraseSource {
  readonly find: FindPhrases
  /** The phrase with exactly this abbreviation. */
  readonly called: (query: string) => PhraseRecord | undefined
  readonly expand: (phrase: PhraseRecord) => Expansion
  /** Called after a phrase was inserted, with its expanded form. */
  readonly onInserted: (phrase: PhraseRecord, expansion: Extract<Expansion, { ok: true }>) => void
  readonly onProblem: (problem: PhraseProblem) => void
  /** @param text of the line in which the command was typed */
  readonly onCommand: (command: PhraseCommand, text: string) => void
  /** The id of the list's element, and the prefix of its options' ids. */
  readonly listId: string
}

/** Without phrases there is nothing to offer; blanks can be walked and chosen all the same. */
const noPhrases: PhraseSource = {
  find: () => [],
  called: () => undefined,
  expand: () => ({ ok: true, document: { type: 'doc', content: [] }, unknown: [], leftOut: [] }),
  onInserted: () => undefined,
  onProblem: () => undefined,
  onCommand: () => undefined,
  listId: 'phrases',
}

export const optionId = (listId: string, index: number): string => `${listId}-${index}`

const noState: PhraseState = { blanks: [], menu: null, regionFrom: null, dismissedAt: null, isWalking: false }
const stateOf = (state: EditorState): PhraseState => phraseKey.getState(state) ?? noState

/** Takes an option of the list, as Enter does. */
export function takeOption(view: EditorView, option: Option, asked: Asked, source: PhraseSource): void {
  if (option.kind === 'phrase') putIn(view, option.phrase, asked, source)
  else if (option.kind === 'text') {
    view.dispatch(fillBlank(view.state, asked, option.text))
    endStep(view)
    goOn(view)
  } else {
    view.dispatch(takeAway(view.state, asked))
    source.onCommand(option.command, textToKeep(view.state).trim())
  }
  view.focus()
}

function putIn(view: EditorView, phrase: PhraseRecord, asked: Asked, source: PhraseSource, behind = ''): void {
  const expansion = source.expand(phrase)
  if (!expansion.ok) {
    view.dispatch(withPhraseMeta(view.state.tr, { dismiss: true }))
    return source.onProblem(expansion.problem)
  }
  view.dispatch(insertPhrase(view.state, asked, expansion.document, behind))
  endStep(view)
  source.onInserted(phrase, expansion)
}

/** Further typing is another undo step. */
const endStep = (view: EditorView) => view.dispatch(closeHistory(view.state.tr))

/** To the next blank, if there is one. */
function goOn(view: EditorView): boolean {
  const { tr } = view.state
  if (!selectNextBlank(tr, view.state.selection.to)) return false
  view.dispatch(withPhraseMeta(tr, { isWalking: true }))
  return true
}

/** Tab while walking: to the next blank, behind the last one to the end of the line, and then out of the editor. */
function walkOn(view: EditorView): boolean {
  if (goOn(view)) return true
  const { tr, selection } = view.state
  const end = selection.$to.end()
  if (selection.empty && selection.to === end) return false
  view.dispatch(withPhraseMeta(select(tr, end), { isWalking: false }))
  return true
}

function walkBack(view: EditorView): boolean {
  const { tr, selection } = view.state
  if (!selectBlankBefore(tr, selection.from)) return false
  view.dispatch(withPhraseMeta(tr, { isWalking: true }))
  return true
}

export const Phrases = Extension.create<{ source: PhraseSource }, { source: PhraseSource }>({
  name: 'phrases',
  // Ahead of the lists' key bindings, which use Tab and Enter too.
  priority: 1000,
  addOptions: () => ({ source: noPhrases }),
  addStorage() {
    return { source: this.options.source }
  },
  addProseMirrorPlugins() {
    return [phrasePlugin(this.options.source)]
  },
})

/** The editor's phrase callbacks, from its storage. */
export const phraseSourceOf = (storage: object): PhraseSource =>
  (storage as { phrases?: { source: PhraseSource } }).phrases?.source ?? noPhrases

/** Tab takes only an option that was chosen with the arrows or that completes the typing. */
function takesWithTab({ asked, isChosen }: PhraseMenuState, option: Option): boolean {
  if (isChosen || asked.kind === 'phrase') return true
  if (asked.kind === 'choice') return asked.typed !== ''
  return option.kind === 'text' && foldText(option.text).startsWith(foldText(asked.query))
}

/** How far a key moves in the list. Scores are in a row, where left and right work as well. */
function stepOf(key: string, asked: Asked): number | undefined {
  const isRow = asked.kind === 'choice' && asked.run.kind === 'score'
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: 1,
    ArrowUp: -1,
    ...(isRow && { ArrowRight: 1, ArrowLeft: -1 }),
  }
  return steps[key]
}

/** After a choice by first letters: the rest of the word, in case it is typed in full. */
interface Spelling {
  readonly rest: string
  readonly at: number
}

/** The keys, the list and the blanks of one editor. */
export function phrasePlugin(source: PhraseSource): Plugin<PhraseState> {
  let spelling: Spelling | null = null

  function onKey(view: EditorView, event: KeyboardEvent): boolean {
    if (event.ctrlKey || event.metaKey || event.altKey) return false
    const { menu, blanks, isWalking } = stateOf(view.state)
    const isSpelt = spelling !== null && spelling.at === view.state.selection.from && view.state.selection.empty
    if (event.key.length > 1) spelling = null
    if (menu && !event.shiftKey) {
      const { options, active, asked } = menu
      const taken = options[active]
      const step = stepOf(event.key, asked)
      if (step !== undefined) {
        const next = (active + step + options.length) % options.length
        view.dispatch(withPhraseMeta(view.state.tr, { active: next }))
        return true
      }
      if (event.key === 'Escape') {
        view.dispatch(withPhraseMeta(view.state.tr, { dismiss: true }))
        return true
      }
      const isTaking = taken && (event.key === 'Enter' || (event.key === 'Tab' && takesWithTab(menu, taken)))
      if (isTaking) {
        takeOption(view, taken, asked, source)
        return true
      }
      if (event.key === 'Backspace' && asked.kind === 'choice' && asked.typed !== '') {
        view.dispatch(withPhraseMeta(view.state.tr, { typed: asked.typed.slice(0, -1) }))
        return true
      }
    }
    if (event.key === 'Tab') return isWalking && (event.shiftKey ? walkBack(view) : walkOn(view))
    if (event.shiftKey) return false
    // Enter would delete the blank and break the line.
    if (event.key === 'Enter' && (isSpelt || selectedBlank(blanks, view.state.selection))) return walkOn(view)
    if (event.key === ' ' && isSpelt) {
      spelling = null
      return goOn(view)
    }
    return false
  }

  function onText(view: EditorView, from: number, to: number, text: string): boolean {
    const { menu, blanks } = stateOf(view.state)
    if (spelling && from === to && from === spelling.at && spelling.rest.startsWith(foldText(text)) && foldText(text)) {
      spelling = { at: spelling.at, rest: spelling.rest.slice(foldText(text).length) }
      return true
    }
    spelling = null
    if (menu?.asked.kind === 'phrase' && text === ' ' && menu.asked.typed.trigger === ';') {
      const phrase = source.called(menu.asked.typed.query)
      if (phrase) putIn(view, phrase, menu.asked, source, ' ')
      return phrase !== undefined
    }
    const selected = selectedBlank(blanks, { from, to })
    if (!selected) return false
    if (menu?.asked.kind === 'choice') return typeChoice(view, menu.asked, text)
    if (selected.kind === 'region' && text.trim() !== '') {
      view.dispatch(withPhraseMeta(replaceBlank(view.state, selected, text), { regionFrom: from, isWalking: true }))
      return true
    }
    view.dispatch(withPhraseMeta(replaceBlank(view.state, selected, text), { isWalking: true }))
    return true
  }

  function typeChoice(view: EditorView, asked: Extract<Asked, { kind: 'choice' }>, text: string): boolean {
    const typed = asked.typed + text
    const reading = readChoice(asked.run.choices, typed)
    if (reading.kind === 'narrow') {
      view.dispatch(withPhraseMeta(view.state.tr, { typed }))
      return true
    }
    const isPicked = reading.kind === 'pick'
    const written = isPicked ? (asked.run.choices[reading.index] ?? '') : typed
    if (isPicked) view.dispatch(fillBlank(view.state, asked, written))
    else view.dispatch(withPhraseMeta(replaceBlank(view.state, asked.run, written), { isWalking: true }))
    if (isPicked) spelling = { rest: reading.rest, at: view.state.selection.from }
    return true
  }

  return new Plugin<PhraseState>({
    key: phraseKey,
    state: {
      init: (_, state) => firstPhraseState(state),
      apply: (tr, old) => nextPhraseState(tr, old, source.find),
    },
    appendTransaction: mendBlanks,
    props: {
      handleKeyDown: ourEditorKeys(onKey),
      handleTextInput: onText,
      handleClick(view, position, event) {
        const isOnBlank = event.target instanceof Element && event.target.closest('[data-blank]') !== null
        const run = isOnBlank && stateOf(view.state).blanks.find(({ from, to }) => from <= position && position <= to)
        if (!run) return false
        view.dispatch(select(view.state.tr, run.from, run.to))
        return true
      },
      handleDOMEvents: {
        blur: () => void (spelling = null),
      },
      attributes: (state): Record<string, string> => {
        const { menu } = stateOf(state)
        if (!menu) return {}
        return {
          'aria-autocomplete': 'list',
          'aria-haspopup': 'listbox',
          'aria-controls': source.listId,
          'aria-activedescendant': optionId(source.listId, menu.active),
        }
      },
    },
  })
}

/** What was typed over a blank, with the emphasis that it had. */
function replaceBlank(state: EditorState, { from, to }: Pick<BlankRun, 'from' | 'to'>, text: string): Transaction {
  const tr = state.tr.replaceWith(from, to, state.schema.text(text, emphasisAt(state, from)))
  return select(tr, from + text.length)
}

/** A blank whose words were changed is text; a caret within a blank takes all of it. */
function mendBlanks(transactions: readonly Transaction[], before: EditorState, after: EditorState): Transaction | null {
  const { blanks } = stateOf(after)
  if (blanks.length === 0) return null
  const { tr, selection, schema } = after
  const isUndone = transactions.some(isHistoryTransaction)
  const old = new Map(stateOf(before).blanks.map(({ id, text }) => [id, text]))
  if (transactions.some(({ docChanged }) => docChanged) && !isUndone) {
    for (const { id, from, to, text } of blanks) {
      const was = old.get(id)
      if (was !== undefined && was !== text) tr.removeMark(from, to, schema.marks['blank'])
    }
  }
  const isWithin = ({ from, to }: BlankRun) => from < selection.from && selection.from < to
  const within = selection.empty && !tr.docChanged ? blanks.find(isWithin) : undefined
  if (within) select(tr, within.from, within.to)
  return tr.docChanged || within ? tr : null
}
