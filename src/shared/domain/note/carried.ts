// Text that was taken over from an earlier visit: how it is marked, found and confirmed. The words are never changed.
import {
  isTextBlock,
  mapInlines,
  marksOf,
  withMarks,
  type Block,
  type CarriedMark,
  type Inline,
  type ListItem,
  type NoteDocument,
} from './document.ts'
import { follows, isSameLink } from './linkedSentences.ts'

/** The visit that text was taken over from. */
export type CarriedFrom = CarriedMark['attrs']

/** A run of text that was taken over and neither edited nor confirmed. It lies within one block. */
export interface CarriedRun extends CarriedFrom {
  readonly text: string
}

/**
 * The document as it is taken over into another session: all its text is marked with its visit, including text that had
 * been taken over before. Links to marks on the body map are dropped, because those are marks of another session.
 * @param from the visit that the document belongs to
 */
export const carried = (document: NoteDocument, from: CarriedFrom): NoteDocument =>
  mapInlines(document, (content) =>
    content.map((node) =>
      withMarks(node, [
        ...marksOf(node).filter(({ type }) => type !== 'carried' && type !== 'finding'),
        ...(node.type === 'text'
          ? [{ type: 'carried' as const, attrs: { sessionId: from.sessionId, date: from.date } }]
          : []),
      ]),
    ),
  )

/** The document with all carried-over text confirmed: the same text without its marks. */
export const confirmed = (document: NoteDocument): NoteDocument =>
  mapInlines(document, (content) => {
    if (!content.some(carriedMarkOf)) return content
    return joined(
      content.map((node) =>
        withMarks(
          node,
          marksOf(node).filter(({ type }) => type !== 'carried'),
        ),
      ),
    )
  })

/** The carried-over, unconfirmed text of a document, in its order. Neighbouring pieces from one visit are one. */
export function carriedRuns(document: NoteDocument): readonly CarriedRun[] {
  return document.content.flatMap(runsIn)
}

/**
 * The visit, if this node of a block ends a run of carried-over text, otherwise null: the place to
 * state it for people who do not see the tint.
 */
export function endsCarriedRun(content: readonly Inline[], index: number): CarriedFrom | null {
  const here = content[index] && carriedMarkOf(content[index])
  if (!here) return null
  const next = content.slice(index + 1).find(({ type }) => type === 'text')
  const beyond = next && carriedMarkOf(next)
  const goesOn = beyond?.attrs.sessionId === here.attrs.sessionId && beyond.attrs.date === here.attrs.date
  return goesOn ? null : here.attrs
}

/**
 * The document without linked sentences that were not edited: if their marks are
 * taken over, today's marks create them anew. A space between such a sentence and others is removed with it, and so is a
 * block that had nothing else in it. Sentences that were edited by hand stay.
 */
export function withoutUneditedSentences(document: NoteDocument): NoteDocument {
  return { ...document, content: document.content.flatMap(blockWithoutUnedited) }
}

const carriedMarkOf = (node: Inline): CarriedMark | undefined =>
  node.type === 'text' ? marksOf(node).find((mark): mark is CarriedMark => mark.type === 'carried') : undefined

/** Merges neighbouring texts with equal marks, as the editor has them. */
function joined(content: readonly Inline[]): readonly Inline[] {
  return content.reduce<Inline[]>((before, node) => {
    const last = before.at(-1)
    const isAlike =
      last?.type === 'text' && node.type === 'text' && JSON.stringify(marksOf(last)) === JSON.stringify(marksOf(node))
    if (!isAlike) return [...before, node]
    return [...before.slice(0, -1), { ...last, text: last.text + node.text }]
  }, [])
}

function runsIn(block: Block | ListItem): readonly CarriedRun[] {
  if (!isTextBlock(block)) return block.content.flatMap(runsIn)
  const runs: (CarriedRun | null)[] = []
  for (const node of block.content ?? []) {
    const mark = carriedMarkOf(node)
    const last = runs.at(-1)
    // A line break does not end a run: it has nothing to confirm.
    if (node.type === 'hardBreak' && last) runs[runs.length - 1] = { ...last, text: `${last.text}\n` }
    else if (!mark || node.type !== 'text') runs.push(null)
    else if (last?.sessionId === mark.attrs.sessionId && last.date === mark.attrs.date)
      runs[runs.length - 1] = { ...last, text: last.text + node.text }
    else runs.push({ ...mark.attrs, text: node.text })
  }
  return runs.flatMap((run) => (run ? { ...run, text: run.text.replace(/\n+$/u, '') } : []))
}

function blockWithoutUnedited<B extends Block>(block: B): readonly B[] {
  if (isTextBlock(block)) {
    const content = block.content ?? []
    const rest = inlinesWithoutUnedited(content)
    if (rest === content) return [block]
    return rest.length > 0 ? [{ ...block, content: [...rest] }] : []
  }
  const items = block.content.flatMap((item) => {
    const content = item.content.flatMap(blockWithoutUnedited)
    return content.length > 0 ? { ...item, content } : []
  })
  return items.length > 0 ? [{ ...block, content: items }] : []
}

/** The same array when there is no such sentence in it. */
function inlinesWithoutUnedited(content: readonly Inline[]): readonly Inline[] {
  const pieces = sentencePieces(content)
  if (!pieces.some(({ isUnedited }) => isUnedited)) return content
  const rest: Inline[] = []
  let isAfterRemoved = false
  for (const { nodes, isUnedited } of pieces) {
    if (isUnedited) {
      isAfterRemoved = true
      continue
    }
    const [first, ...others] = nodes
    const last = rest.at(-1)
    const isAtGap = !last || last.type === 'hardBreak' || /\s$/u.test(last.text)
    const kept: Inline | null | undefined = first && isAfterRemoved && isAtGap ? withoutFirstSpace(first) : first
    rest.push(...(kept ? [kept] : []), ...others)
    isAfterRemoved = isAfterRemoved && !kept && others.length === 0
  }
  return isAfterRemoved ? withoutLastSpace(rest) : rest
}

interface Piece {
  readonly nodes: readonly Inline[]
  /** Whether the piece is a linked sentence that nobody has edited. */
  readonly isUnedited: boolean
}

/** The nodes in order; those of one linked sentence together, every other one by itself. */
function sentencePieces(content: readonly Inline[]): readonly Piece[] {
  const groups: Inline[][] = []
  for (const node of content) {
    const last = groups.at(-1)
    const link = linkOf(node)
    const before = last?.[0] && linkOf(last[0])
    if (last && link && before && isSameLink(link, before)) last.push(node)
    else groups.push([node])
  }
  return groups.map((nodes) => {
    const link = nodes[0] && linkOf(nodes[0])
    const text = nodes.map((node) => (node.type === 'text' ? node.text : '')).join('')
    return { nodes, isUnedited: link ? follows({ ...link, text }) : false }
  })
}

const linkOf = (node: Inline) =>
  node.type === 'text' ? marksOf(node).find((mark) => mark.type === 'finding')?.attrs : undefined

/** Null when the space was all there was. */
function withoutFirstSpace(node: Inline): Inline | null {
  if (node.type !== 'text') return node
  const text = node.text.replace(/^ /u, '')
  return text === '' ? null : { ...node, text }
}

function withoutLastSpace(content: readonly Inline[]): readonly Inline[] {
  const last = content.at(-1)
  if (last?.type !== 'text') return content
  const text = last.text.replace(/ $/u, '')
  return text === '' ? content.slice(0, -1) : [...content.slice(0, -1), { ...last, text }]
}
