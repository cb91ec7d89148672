// Where the sentences that are linked to marks stand in an editor's document.
import type { Node } from '@tiptap/pm/model'
import { isSameLink, type LinkedSentence } from '#shared/domain/note/linkedSentences.ts'

/** A linked sentence and its positions in the document. It lies within one block. */
export interface LinkedRun extends LinkedSentence {
  readonly from: number
  readonly to: number
}

/** Nodes are immutable, so results can be cached by node. */
const known = new WeakMap<Node, readonly LinkedRun[]>()

/**
 * The linked sentences of a document in its order.
 * @param before the document that this one was made from, where it is known: only what differs is looked at then
 */
export function linkedRuns(document: Node, before?: Node): readonly LinkedRun[] {
  const runsBefore = before && known.get(before)
  if (!runsBefore || known.has(document)) return runsWithin(document)
  const runs = runsAfterChange(document, before, runsBefore)
  known.set(document, runs)
  return runs
}

function runsAfterChange(document: Node, before: Node, runsBefore: readonly LinkedRun[]): readonly LinkedRun[] {
  const most = Math.min(document.childCount, before.childCount)
  let [head, start] = [0, 0]
  while (head < most && document.child(head) === before.child(head)) {
    start += document.child(head).nodeSize
    head += 1
  }
  let [tail, tailSize] = [0, 0]
  while (tail < most - head && childFromEnd(document, tail) === childFromEnd(before, tail)) {
    tailSize += childFromEnd(document, tail).nodeSize
    tail += 1
  }
  const growth = document.content.size - before.content.size
  const changed = runsOfChildren(document, head, document.childCount - tail, start)
  const behind = runsBefore.filter(({ from }) => from >= before.content.size - tailSize)
  return [...runsBefore.filter(({ to }) => to <= start), ...changed, ...behind.map((run) => moved(run, growth))]
}

const childFromEnd = (parent: Node, at: number) => parent.child(parent.childCount - 1 - at)

const moved = (run: LinkedRun, by: number): LinkedRun => ({ ...run, from: run.from + by, to: run.to + by })

/** The runs of a node, in positions from the start of its content. */
function runsWithin(node: Node): readonly LinkedRun[] {
  const found =
    known.get(node) ?? (node.isTextblock ? runsOfTextblock(node) : runsOfChildren(node, 0, node.childCount, 0))
  known.set(node, found)
  return found
}

/** The runs of the children from `first` up to `end`; `start` is the position of the first. */
function runsOfChildren(parent: Node, first: number, end: number, start: number): readonly LinkedRun[] {
  const runs: LinkedRun[] = []
  let place = start
  for (let at = first; at < end; at += 1) {
    const child = parent.child(at)
    for (const run of runsWithin(child)) runs.push(moved(run, place + 1))
    place += child.nodeSize
  }
  return runs
}

function runsOfTextblock(block: Node): readonly LinkedRun[] {
  const runs: LinkedRun[] = []
  block.forEach((child, offset) => {
    const link = linkOf(child)
    if (!link) return
    const last = runs.at(-1)
    const piece = { ...link, text: child.text ?? '', from: offset, to: offset + child.nodeSize }
    if (last?.to === offset && isSameLink(last, link)) {
      runs[runs.length - 1] = { ...last, text: last.text + piece.text, to: piece.to }
    } else runs.push(piece)
  })
  return runs
}

/** The link that a piece of text carries, or null. */
export function linkOf(node: Node | null | undefined): Pick<LinkedSentence, 'findingId' | 'sentence'> | null {
  const mark = node?.isText ? node.marks.find(({ type }) => type.name === 'finding') : undefined
  return mark ? { findingId: String(mark.attrs['findingId']), sentence: String(mark.attrs['sentence']) } : null
}
