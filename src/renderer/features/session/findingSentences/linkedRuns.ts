// Where the sentences that are linked to marks stand in an editor's document.
import type { Node } from '@tiptap/pm/model'
import { isSameLink, type LinkedSentence } from '#shared/domain/note/linkedSentences.ts'

/** A linked sentence and its positions in the document. It lies within one block. */
export interface LinkedRun extends LinkedSentence {
  readonly from: number
  readonly to: number
}

/** Nodes never change: what was found in a block holds for as long as the block is there, so that a key looks at one. */
const known = new WeakMap<Node, readonly LinkedRun[]>()

/** The linked sentences of a document in its order. */
export const linkedRuns = (document: Node): readonly LinkedRun[] => runsWithin(document)

/** The runs of a node, in positions from the start of its content. */
function runsWithin(node: Node): readonly LinkedRun[] {
  const found = known.get(node) ?? (node.isTextblock ? runsOfTextblock(node) : runsOfChildren(node))
  known.set(node, found)
  return found
}

function runsOfChildren(parent: Node): readonly LinkedRun[] {
  const runs: LinkedRun[] = []
  parent.forEach((child, offset) => {
    const start = offset + 1
    for (const run of runsWithin(child)) runs.push({ ...run, from: run.from + start, to: run.to + start })
  })
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
