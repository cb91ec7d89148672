// The severity of a finding in a table cell and on its mark: before, after, and the change in a word.
import { courseWords } from '#shared/domain/bodymap/changeSentence.ts'
import { isRated } from '#shared/domain/bodymap/findingSentence.ts'
import type { FindingCourse } from '#shared/domain/bodymap/phases.ts'

/**
 * @param course of one finding
 * @param isChecked whether anything of the session was looked at after treatment
 * @returns numbers ("7 → 3", or "7/10" alone) and the word beside them; both empty where there is nothing to rate
 */
export function severityCell(
  course: FindingCourse,
  isChecked: boolean,
): { readonly numbers: string; readonly word: string } {
  const rated = [course.before, course.after].some((finding) => finding && isRated(finding))
  const { numbers, word } = courseWords(course)
  const change = word ?? (isChecked ? 'not checked again' : 'before')
  if (!rated) return { numbers: '', word: word === 'new' ? 'new' : '' }
  return { numbers: course.before && course.after ? numbers : `${numbers}/10`, word: change }
}

/** "7→3" on the mark itself; "7" alone, or nothing where there is nothing to rate. */
export function severityOnMark({ before, after }: FindingCourse): string {
  const severities = [before, after].map((finding) => (finding && isRated(finding) ? `${finding.severity}` : ''))
  return severities.filter(Boolean).join('→')
}
