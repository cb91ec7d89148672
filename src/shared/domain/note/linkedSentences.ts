// Sentences of a note that are linked to marks on the body map: which there are, and whether they follow their marks.
import { isTextBlock, type Block, type FindingMark, type Inline, type ListItem, type NoteDocument } from './document.ts'

export interface LinkedSentence {
  /** The mark that it is linked to, see `courseSentences`. */
  readonly findingId: string
  /** The words as they were last made from the mark. */
  readonly sentence: string
  /** The linked text as it stands now. */
  readonly text: string
}

/** Whether a sentence still follows its mark: nobody has edited its words. */
export const follows = ({ text, sentence }: LinkedSentence): boolean => text === sentence

/** The linked sentences of a document in its order. Neighbouring pieces of one link are one sentence. */
export function linkedSentences(document: NoteDocument): readonly LinkedSentence[] {
  return document.content.flatMap(sentencesIn)
}

function sentencesIn(block: Block | ListItem): readonly LinkedSentence[] {
  if (!isTextBlock(block)) return block.content.flatMap(sentencesIn)
  const pieces: (LinkedSentence | null)[] = []
  for (const node of block.content ?? []) {
    const piece = linkedPiece(node)
    const last = pieces.at(-1)
    const goesOn = last && piece && isSameLink(last, piece)
    if (goesOn) pieces[pieces.length - 1] = { ...last, text: last.text + piece.text }
    else pieces.push(piece)
  }
  return pieces.filter((piece) => piece !== null)
}

function linkedPiece(node: Inline): LinkedSentence | null {
  if (node.type !== 'text') return null
  const link = node.marks?.find((mark) => mark.type === 'finding')
  return link ? { ...link.attrs, text: node.text } : null
}

/** Whether two pieces of text carry the same link. */
export const isSameLink = (one: FindingMark['attrs'], other: FindingMark['attrs']): boolean =>
  one.findingId === other.findingId && one.sentence === other.sentence
