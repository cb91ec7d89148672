// The sentences of a session's findings, as a note is linked to them, and those of a note whose mark is gone.
import type { NoteDocument } from '../note/document.ts'
import { linkedSentences, type LinkedSentence } from '../note/linkedSentences.ts'
import { onOneLine, storable } from '../text.ts'
import type { Finding } from './finding.ts'
import { findingSentence } from './findingSentence.ts'
import { courseId, findingCourses, type FindingCourse } from './phases.ts'

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

/** The sentences of a document whose mark is no longer on the map, in the document's order. */
export function sentencesWithoutMark(document: NoteDocument, findings: readonly Finding[]): readonly LinkedSentence[] {
  const { courseOf } = courseSentences(findings)
  return linkedSentences(document).filter(({ findingId }) => courseOf(findingId) === undefined)
}
