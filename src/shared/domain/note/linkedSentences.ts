// Sentences of a note that are linked to marks on the body map: which there are, and which marks they describe.
import { findingSentence } from '../bodymap/findingSentence.ts'
import type { Finding } from '../bodymap/finding.ts'
import { courseId, findingCourses, type FindingCourse } from '../bodymap/phases.ts'
import { onOneLine, storable } from '../text.ts'
import type { Block, FindingMark, Inline, ListItem, NoteDocument } from './document.ts'
import { isTextBlock } from './inlines.ts'

export interface LinkedSentence {
  /** The mark that it is linked to, see {@link CourseSentences.courseOf}. */
  readonly findingId: string
  /** The words as they were last made from the mark. */
  readonly sentence: string
  /** The linked text as it stands now. */
  readonly text: string
}

/** Whether a sentence still follows its mark: nobody has edited its words. */
export const follows = ({ text, sentence }: LinkedSentence): boolean => text === sentence

/** One mark, before and after treatment, with its sentence in the note. */
export interface CourseSentence {
  readonly id: string
  readonly sentence: string
  /** False while part of it is carried over from the last visit and unconfirmed: it has no sentence in the note then. */
  readonly isConfirmed: boolean
}

export interface CourseSentences {
  readonly courses: readonly CourseSentence[]
  /** The course that a sentence with this id describes, or undefined when its mark is gone. */
  courseOf(findingId: string): CourseSentence | undefined
}

/** The sentences of a session's findings. */
export function courseSentences(findings: readonly Finding[]): CourseSentences {
  const sentences = findingCourses(findings).map((course) => ({ course, sentence: courseSentence(course) }))
  const byId = new Map<string, CourseSentence>()
  // A sentence stays with its mark when the finding that began the course is removed and the other one remains.
  for (const { course, sentence } of sentences)
    if (course.after?.continuesId) byId.set(course.after.continuesId, sentence)
  for (const { course, sentence } of sentences) if (course.after) byId.set(course.after.id, sentence)
  for (const { sentence } of sentences) byId.set(sentence.id, sentence)
  return { courses: sentences.map(({ sentence }) => sentence), courseOf: (findingId) => byId.get(findingId) }
}

const courseSentence = (course: FindingCourse): CourseSentence => ({
  id: courseId(course),
  // The editor and the file must hold the very same characters, or the sentence would count as edited by hand.
  sentence: onOneLine(storable(findingSentence(course))),
  isConfirmed: course.before?.isConfirmed !== false && course.after?.isConfirmed !== false,
})

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

/** The sentences of a document whose mark is no longer on the map, in the document's order. */
export function sentencesWithoutMark(document: NoteDocument, findings: readonly Finding[]): readonly LinkedSentence[] {
  const { courseOf } = courseSentences(findings)
  return linkedSentences(document).filter(({ findingId }) => courseOf(findingId) === undefined)
}
