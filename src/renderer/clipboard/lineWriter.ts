// Builds a paragraph's text for a note: spaces as they were shown, raised numbers as signs, struck-out words
// marked in words.
import type { Inline, Mark } from '#shared/domain/note/document.ts'
import { storable } from '#shared/domain/text.ts'
import { ticked } from './checkSign.ts'
import type { Look } from './look.ts'
import { withoutRaised } from './raisedText.ts'

export type Run = Pick<Look, 'bold' | 'italic' | 'struck' | 'raised' | 'spaces'> & { readonly text: string }

/** Ends a line within a paragraph. */
const lineBreak = '\u2028'
/** Ends a paragraph within a text whose lines are kept. */
const lineEnd = '\u2029'

/** What is neither a line feed nor a carriage return and ends a line: of Word, of old systems, of Unicode. */
// oxlint-disable-next-line no-control-regex -- a vertical tab is one of them
const otherLineEnds = /[\u000b\u0085\u2028\u2029]/g

const struckBefore = '[struck out: '

export class LineWriter {
  #runs: Run[] = []

  write(run: Run): void {
    // Two of these signs are used as markers below; in the source they are line ends as well.
    const text = run.text.replace(otherLineEnds, lineEnd)
    this.#runs.push({ ...run, text: run.spaces === 'collapse' ? text : text.replace(/\r\n?|[\n\f]/g, lineEnd) })
  }

  break(): void {
    this.#runs.push({ text: lineBreak, bold: false, italic: false, struck: false, raised: null, spaces: 'all' })
  }

  /** The paragraphs that were written, without empty ones, and an empty line again. */
  finish(): readonly (readonly Inline[])[] {
    const runs = this.#runs
    this.#runs = []
    if (runs.length === 0) return []
    return paragraphsOf(withShownSpaces(runs)).flatMap((paragraph) => {
      const lines = paragraph.map((line) => inlinesOf(line)).filter((line) => line.length > 0)
      return lines.length === 0
        ? []
        : [lines.flatMap((line, at) => (at === 0 ? line : [{ type: 'hardBreak' as const }, ...line]))]
    })
  }
}

/** Collapses spaces as a browser does: one for several, none at a line's start. */
function withShownSpaces(runs: readonly Run[]): readonly Run[] {
  let isAfterSpace = true
  return runs.map((run) => {
    if (run.spaces === 'all') {
      isAfterSpace = run.text === '' ? isAfterSpace : /[\u2028\u2029]$/.test(run.text)
      return run
    }
    let text = run.text.replace(/[ \t\r\n\f]+/g, ' ').replace(/ ?([\u2028\u2029]) ?/g, '$1')
    if (isAfterSpace) text = text.replace(/^ /, '')
    if (text !== '') isAfterSpace = /[ \u2028\u2029]$/.test(text)
    return { ...run, text }
  })
}

type Line = readonly Run[]

/** Paragraphs of lines. Two breaks, one after the other, end a paragraph too. */
function paragraphsOf(runs: readonly Run[]): readonly (readonly Line[])[] {
  const paragraphs: Run[][][] = [[[]]]
  for (const run of runs) {
    for (const piece of run.text.split(/([\u2028\u2029])/)) {
      const lines = paragraphs.at(-1) ?? []
      if (piece === lineEnd || (piece === lineBreak && isEmpty(lines.at(-1)))) paragraphs.push([[]])
      else if (piece === lineBreak) lines.push([])
      else if (piece !== '') lines.at(-1)?.push({ ...run, text: piece })
    }
  }
  return paragraphs
}

const isEmpty = (line: Line | undefined) => (line ?? []).every(({ text }) => text.trim() === '')

function inlinesOf(line: Line): Inline[] {
  const trimmed = trimmedLine(line.map((run) => ({ ...run, text: storableText(run.text) })))
  const said = withStruckSaid(withoutRaised(withoutDoneStruck(trimmed)))
  const inlines: Inline[] = []
  for (const run of said) {
    const node = textNode(run)
    const last = inlines.at(-1)
    if (last?.type === 'text' && marksKey(last.marks) === marksKey(node.marks)) {
      inlines[inlines.length - 1] = { ...last, text: last.text + node.text }
    } else inlines.push(node)
  }
  return inlines
}

const marksKey = (marks: readonly Mark[] | undefined) => (marks ?? []).map(({ type }) => type).join(' ')

function textNode({ text, bold, italic }: Run): Extract<Inline, { type: 'text' }> {
  const isShown = text.trim() !== ''
  const marks: Mark[] = [
    ...(bold && isShown ? [{ type: 'bold' as const }] : []),
    ...(italic && isShown ? [{ type: 'italic' as const }] : []),
  ]
  return marks.length > 0 ? { type: 'text', text, marks } : { type: 'text', text }
}

/** Removes characters that cannot be stored and soft hyphens; makes all spaces ordinary. */
const storableText = (text: string) =>
  storable(
    text
      // oxlint-disable-next-line no-control-regex -- these are the characters to take out
      .replace(/[\u0001-\u0008\u000b\u000c\u000e-\u001f\u007f\u00ad\u200b\ufeff]/g, '')
      .replace(/[\u00a0\u202f\r\n]/g, ' '),
  )

/** Spaces at the end are invisible. At the start they are an indent, where spaces are preserved. */
function trimmedLine(line: Line): Run[] {
  const runs = line.filter(({ text }) => text !== '')
  const first = runs[0]
  if (first && first.spaces !== 'all') runs[0] = { ...first, text: first.text.trimStart() }
  while (runs.length > 0 && runs.at(-1)?.text.trim() === '') runs.pop()
  const last = runs.at(-1)
  if (last) runs[runs.length - 1] = { ...last, text: last.text.trimEnd() }
  return runs[0]?.text === '' ? trimmedLine(runs.slice(1)) : runs
}

/** Struck out because it is done: the tick in front of it says that already. */
function withoutDoneStruck(line: readonly Run[]): readonly Run[] {
  const [first, ...others] = line.filter(({ text }) => text.trim() !== '')
  const isDone = first?.text.trim() === ticked && others.every(({ struck }) => struck)
  return isDone ? line.map((run) => ({ ...run, struck: false })) : line
}

/** Struck-out words are marked as such: without it they would mean the opposite. */
function withStruckSaid(line: readonly Run[]): Run[] {
  const said: Run[] = []
  let at = 0
  while (at < line.length) {
    const run = line[at]
    if (!run?.struck || run.text.trim() === '') {
      if (run) said.push(run)
      at += 1
      continue
    }
    let end = at + 1
    while (end < line.length && (line[end]?.struck || line[end]?.text.trim() === '')) end += 1
    while (line[end - 1]?.text.trim() === '') end -= 1
    said.push(...bracketed(line.slice(at, end)))
    at = end
  }
  return said
}

function bracketed(group: readonly Run[]): Run[] {
  const [first, last] = [group[0], group.at(-1)]
  if (!first || !last) return []
  const plain = (text: string): Run => ({ ...first, bold: false, italic: false, struck: false, text })
  const lead = /^\s*/.exec(first.text)?.[0] ?? ''
  const words = group.map((run, at) => (at === 0 ? { ...run, text: run.text.trimStart() } : run))
  const end = words.at(-1)
  const tail = /\s*$/.exec(end?.text ?? '')?.[0] ?? ''
  if (end) words[words.length - 1] = { ...end, text: end.text.trimEnd() }
  return [plain(`${lead}${struckBefore}`), ...words, plain(`]${tail}`)].filter(({ text }) => text !== '')
}
