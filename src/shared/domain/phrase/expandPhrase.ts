// Expands a phrase for a note: other phrases are inserted, known values filled in, blanks marked.
import type { Block, Inline, NoteDocument } from '../note/document.ts'
import { storable } from '../text.ts'
import { knownText, longestName, mostChoices, parsePhrase, type Blank, type ValueName } from './parsePhrase.ts'
import { andWords } from '../wordLists.ts'

/** Why a phrase cannot be expanded. */
export type PhraseProblem =
  /** It calls itself: the abbreviations on the way, the first one again at the end. */
  | { readonly code: 'loop'; readonly path: readonly string[] }
  /** With the phrases that it calls it is longer than a note should take. */
  | { readonly code: 'too_long' }

export type Expansion =
  | {
      readonly ok: true
      /** A paragraph for each line. */
      readonly document: NoteDocument
      /** Abbreviations that it calls and that no phrase has; each becomes a blank. */
      readonly unknown: readonly string[]
      /** Choices that are written in it and exceed what its blanks can have. */
      readonly leftOut: readonly string[]
    }
  | { readonly ok: false; readonly problem: PhraseProblem }

export interface PhraseSource {
  readonly abbreviation: string
  readonly text: string
}

export interface ExpandOptions {
  /** The text of the phrase with an abbreviation, or undefined. */
  readonly textOf: (abbreviation: string) => string | undefined
  /** The known values of the session; one that is missing or empty becomes a blank. */
  readonly values: Readonly<Partial<Record<ValueName, string>>>
  /** An id for each blank, of at most 40 characters. */
  readonly newId: () => string
}

/** The longest text of one phrase with all that it calls. */
const longestExpansion = 40_000
const mostPieces = 2000
const deepestCalls = 50

type Flat = { readonly text: string } | { readonly blank: Blank }

class ProblemFound extends Error {
  readonly problem: PhraseProblem
  constructor(problem: PhraseProblem) {
    super(problem.code)
    this.problem = problem
  }
}

const blankNames: Readonly<Record<ValueName, string>> = {
  'client.preferredName': 'name',
  'client.firstName': 'first name',
  'client.lastName': 'last name',
  today: 'date',
}

/**
 * Expands a phrase for a note.
 * @param root the phrase, stored or not; while it is expanded its abbreviation means this text
 */
export function expandPhrase(root: PhraseSource, { textOf, values, newId }: ExpandOptions): Expansion {
  const flat: Flat[] = []
  const unknown = new Set<string>()
  const leftOut = new Set<string>()
  let length = 0

  function add(piece: Flat): void {
    length += 'text' in piece ? piece.text.length : piece.blank.name.length
    flat.push(piece)
    if (length > longestExpansion || flat.length > mostPieces) throw new ProblemFound({ code: 'too_long' })
  }

  function addPhrase(text: string, callers: readonly string[]): void {
    for (const piece of parsePhrase(text)) {
      if (piece.kind === 'text') add({ text: piece.text })
      else if (piece.kind === 'blank') {
        for (const choice of piece.blank.leftOut ?? []) leftOut.add(choice)
        add({ blank: piece.blank })
      } else if (piece.kind === 'value') add(known(piece.value, values))
      else addCalled(piece.abbreviation, callers)
    }
  }

  function addCalled(abbreviation: string, callers: readonly string[]): void {
    const begins = callers.indexOf(abbreviation)
    if (begins >= 0) throw new ProblemFound({ code: 'loop', path: [...callers.slice(begins), abbreviation] })
    if (callers.length >= deepestCalls) throw new ProblemFound({ code: 'too_long' })
    const text = textOf(abbreviation)
    if (text !== undefined) return addPhrase(text, [...callers, abbreviation])
    unknown.add(abbreviation)
    add({ blank: { kind: 'text', name: `phrase ${abbreviation}`, choices: [] } })
  }

  try {
    addPhrase(root.text, [root.abbreviation])
  } catch (found) {
    if (found instanceof ProblemFound) return { ok: false, problem: found.problem }
    throw found
  }
  return {
    ok: true,
    document: { type: 'doc', content: paragraphs(flat, newId) },
    unknown: [...unknown],
    leftOut: [...leftOut],
  }
}

function known(value: ValueName, values: ExpandOptions['values']): Flat {
  const text = knownText(value, values)
  return text === '' ? { blank: { kind: 'text', name: blankNames[value], choices: [] } } : { text }
}

function paragraphs(flat: readonly Flat[], newId: () => string): Block[] {
  const lines: Inline[][] = [[]]
  const addText = (text: string) => {
    const line = lines.at(-1)
    const last = line?.at(-1)
    if (text === '' || !line) return
    if (last?.type === 'text' && !last.marks) line[line.length - 1] = { type: 'text', text: last.text + text }
    else line.push({ type: 'text', text })
  }
  for (const piece of flat) {
    if ('blank' in piece) {
      const { kind, name, choices } = piece.blank
      const attrs = { id: newId(), kind, choices: [...choices] }
      lines.at(-1)?.push({ type: 'text', text: storable(name), marks: [{ type: 'blank', attrs }] })
      continue
    }
    const [first = '', ...others] = storable(piece.text).split(/\r\n|\r|\n/)
    addText(first)
    for (const line of others) {
      lines.push([])
      addText(line)
    }
  }
  return lines.map((content) => ({ type: 'paragraph', ...(content.length > 0 && { content }) }))
}

/** What is wrong with a phrase, in words for the therapist: "This phrase calls itself: a → b → a." */
export function problemWords(problem: PhraseProblem): string {
  if (problem.code === 'too_long') return 'With the phrases that it calls, this phrase becomes too long.'
  return `This phrase calls itself: ${problem.path.join(' → ')}.`
}

/** What is missing for a phrase, in words: "There is no phrase “x”." */
export function unknownWords(unknown: readonly string[]): string {
  const named = unknown.map((abbreviation) => `“${abbreviation}”`)
  return unknown.length === 1 ? `There is no phrase ${named[0]}.` : `There are no phrases ${andWords(named)}.`
}

/** The message about more choices than a blank can have: "A blank has 30 choices at most, … Left out: “a”." */
export function leftOutWords(leftOut: readonly string[]): string {
  const named = leftOut.map((choice) => `“${choice}”`)
  return `A blank has ${mostChoices} choices at most, each of ${longestName} characters at most. Left out: ${andWords(named)}.`
}
