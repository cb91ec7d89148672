// The editor's state of phrases: the blanks, the list at the caret, walking with Tab.
import { isHistoryTransaction } from '@tiptap/pm/history'
import { PluginKey, TextSelection, type EditorState, type Selection, type Transaction } from '@tiptap/pm/state'
import type { PhraseRecord } from '#shared/contract/phrases.ts'
import { blanksIn, type BlankRun } from './blankMark.ts'
import { optionsFor, type Asked, type Option } from './menuOptions.ts'
import { typedPhrase, type Typed } from './phraseSearch.ts'

/** The list at the caret. */
export interface PhraseMenuState {
  readonly asked: Asked
  readonly options: readonly Option[]
  /** The option that Enter takes, from 0. */
  readonly active: number
  /** It was chosen with the arrows, so that Tab takes it too. */
  readonly isChosen: boolean
}

export interface PhraseState {
  readonly blanks: readonly BlankRun[]
  /** Null while nothing is offered. */
  readonly menu: PhraseMenuState | null
  /** Where a region is being typed into what was a blank, or null. */
  readonly regionFrom: number | null
  /** Where the list was dismissed with Escape, or null. */
  readonly dismissedAt: number | null
  /** Whether Tab goes from blank to blank. */
  readonly isWalking: boolean
}

/** The phrase state that a transaction changes. */
interface PhraseNews {
  readonly active?: number
  readonly dismiss?: true
  readonly typed?: string
  readonly regionFrom?: number
  readonly isWalking?: boolean
}

export const phraseKey = new PluginKey<PhraseState>('phrases')

export const withPhraseMeta = (tr: Transaction, news: PhraseNews): Transaction => tr.setMeta(phraseKey, news)

/** The phrases for what was typed, the likeliest first. */
export type FindPhrases = (typed: Typed) => readonly PhraseRecord[]

export const firstPhraseState = (state: EditorState): PhraseState => ({
  blanks: blanksIn(state.doc),
  menu: null,
  regionFrom: null,
  dismissedAt: null,
  isWalking: false,
})

/** The blank that a selection covers, neither more nor less. */
export const selectedBlank = (
  blanks: readonly BlankRun[],
  { from, to }: { readonly from: number; readonly to: number },
): BlankRun | undefined => (from === to ? undefined : blanks.find((run) => run.from === from && run.to === to))

/** The state after a transaction. */
export function nextPhraseState(tr: Transaction, old: PhraseState, find: FindPhrases): PhraseState {
  const news = (tr.getMeta(phraseKey) ?? {}) as PhraseNews
  const blanks = tr.docChanged ? blanksIn(tr.doc) : old.blanks
  const selected = selectedBlank(blanks, tr.selection)
  const mapped = (position: number | null) =>
    position === null || !tr.docChanged ? position : tr.mapping.map(position, -1)
  const regionFrom = news.regionFrom ?? mapped(old.regionFrom)
  const region = selected ? null : askedRegion(tr, regionFrom)
  const asked = selected ? askedChoice(selected, tr, old, news) : (region ?? askedPhrase(tr, old))
  const sentAway = news.dismiss ? (old.menu?.asked.from ?? null) : mapped(old.dismissedAt)
  const isStillThere = asked !== null && asked.from === sentAway
  return {
    blanks,
    menu: asked && !isStillThere ? menuFor(asked, tr, old.menu, news, find) : null,
    regionFrom: region && !isStillThere ? regionFrom : null,
    dismissedAt: isStillThere ? sentAway : null,
    isWalking: news.isWalking ?? (selected !== undefined || (old.isWalking && (tr.docChanged || !tr.selectionSet))),
  }
}

function menuFor(
  asked: Asked,
  tr: Transaction,
  old: PhraseMenuState | null,
  news: PhraseNews,
  find: FindPhrases,
): PhraseMenuState | null {
  const isSame = old !== null && !tr.docChanged && old.asked.from === asked.from && news.typed === undefined
  const options = isSame ? old.options : optionsFor(asked, find)
  if (options.length === 0) return null
  if (news.active !== undefined) return { asked, options, active: news.active, isChosen: true }
  return isSame ? { ...old, asked } : { asked, options, active: 0, isChosen: false }
}

function askedChoice(run: BlankRun, tr: Transaction, old: PhraseState, { typed }: PhraseNews): Asked | null {
  if (run.choices.length === 0) return null
  const before = old.menu?.asked
  const typedBefore = before?.kind === 'choice' && before.run.id === run.id && !tr.docChanged ? before.typed : ''
  return { kind: 'choice', from: run.from, to: run.to, run, typed: typed ?? typedBefore }
}

const longestRegion = 40

function askedRegion({ selection, doc }: Transaction, from: number | null): Asked | null {
  if (from === null || !isCaret(selection) || selection.from <= from) return null
  const { $from: $caret } = selection
  if ($caret.start() > from) return null
  const query = doc.textBetween(from, $caret.pos, '\n', '\n')
  if (query.length > longestRegion || /[.,;:!?\n]|^\s|\s\s/.test(query)) return null
  return { kind: 'region', from, to: $caret.pos, query }
}

function askedPhrase(tr: Transaction, old: PhraseState): Asked | null {
  const { selection } = tr
  if (!isCaret(selection)) return null
  const { $from: $caret } = selection
  const before = $caret.parent.textBetween(Math.max(0, $caret.parentOffset - 60), $caret.parentOffset, '\n', '\ufffc')
  const typed = typedPhrase(before)
  if (!typed) return null
  const from = $caret.pos - typed.length
  const wasAsked = old.menu?.asked.kind === 'phrase' && old.menu.asked.from === from
  return wasAsked || wasTyped(tr) ? { kind: 'phrase', from, to: $caret.pos, typed } : null
}

const isCaret = (selection: Selection): selection is TextSelection =>
  selection instanceof TextSelection && selection.empty

/** Whether the user typed: not undo, pasting, or a change by the app. */
function wasTyped(tr: Transaction): boolean {
  const isOurs = tr.getMeta('addToHistory') === false || tr.getMeta(phraseKey) !== undefined
  return tr.docChanged && !isOurs && !isHistoryTransaction(tr) && !tr.getMeta('paste') && !tr.getMeta('uiEvent')
}
