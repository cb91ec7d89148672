// Sentences of a note that are linked to marks on the body map: which there are, and which marks they tell of.
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

/** Whether a sentence still follows its mark: nobody has changed its words by hand. */
export const follows = ({ text, sentence }: LinkedSentence): boolean => text === sentence

/** One mark, before and after treatment, as the note tells it. */
export interface CourseSentence {
  readonly id: string
  readonly sentence: string
  /** False while something of it was taken over from the last visit and not confirmed: it is not told then. */
  readonly isConfirmed: boolean
}

export interface CourseSentences {
  readonly courses: readonly CourseSentence[]
  /** The course that a sentence with this id tells of, or undefined when its mark is gone. */
  courseOf(findingId: string): CourseSentence | undefined
}

/** What the note tells of a session's findings. */
export function courseSentences(findings: readonly Finding[]): CourseSentences {
  const told = findingCourses(findings).map((course) => ({ course, told: toldCourse(course) }))
  const byId = new Map<string, CourseSentence>()
  // A sentence stays with its mark when the finding that began the course is taken off and the other one remains.
  for (const { course, told: one } of told) if (course.after?.continuesId) byId.set(course.after.continuesId, one)
  for (const { course, told: one } of told) if (course.after) byId.set(course.after.id, one)
  for (const { told: one } of told) byId.set(one.id, one)
  return { courses: told.map((one) => one.told), courseOf: (findingId) => byId.get(findingId) }
}

const toldCourse = (course: FindingCourse): CourseSentence => ({
  id: courseId(course),
  // The editor and the file must hold the very same characters, or the sentence would count as changed by hand.
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
