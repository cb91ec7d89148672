// What was found in one region at every visit, before and after treatment: for the list and the chart of its history.
import { courseWords } from '#shared/domain/bodymap/changeSentence.ts'
import type { Finding } from '#shared/domain/bodymap/finding.ts'
import { findingCourses, type FindingCourse } from '#shared/domain/bodymap/phases.ts'
import type { Visit } from '#shared/domain/bodymap/visits.ts'

export interface RegionVisit {
  /** Index of the visit. */
  readonly at: number
  readonly sessionId: string
  readonly number: number
  readonly serviceStart: string
  /** At least one. */
  readonly courses: readonly FindingCourse[]
}

/**
 * The visits at which a region was marked, newest first.
 * @param before the client's visits as they came, oldest first
 * @param after the same visits as they left; without them nothing is said of the time after treatment
 */
export function regionCourses(
  before: readonly Visit[],
  after: readonly Visit[] | undefined,
  regionId: string,
): readonly RegionVisit[] {
  const left = new Map(after?.map((visit) => [visit.sessionId, visit]))
  return before
    .map(({ sessionId, number, serviceStart, findings }, at) => ({
      at,
      sessionId,
      number,
      serviceStart,
      courses: coursesOf(inRegion(findings, regionId), inRegion(left.get(sessionId)?.findings, regionId)),
    }))
    .filter(({ courses }) => courses.length > 0)
    .toReversed()
}

const inRegion = <T extends readonly Finding[] | undefined>(findings: T, regionId: string) =>
  findings?.filter((finding) => finding.regionId === regionId) as T

/** The map after treatment has what was not looked at again as it was, and leaves out what is gone. */
function coursesOf(before: readonly Finding[], after: readonly Finding[] | undefined): readonly FindingCourse[] {
  if (!after) return before.map((finding) => ({ before: finding, after: null }))
  const beforeIds = new Set(before.map(({ id }) => id))
  const afterIds = new Set(after.map(({ id }) => id))
  const courses = findingCourses([...before, ...after.filter(({ id }) => !beforeIds.has(id))])
  return courses.map((course) =>
    course.before && !course.after && !afterIds.has(course.before.id)
      ? { ...course, after: { ...course.before, phase: 'after', severity: 0 } }
      : course,
  )
}

/** The finding that names a course: its kind, structure and remark. */
export function findingOf({ before, after }: FindingCourse): Finding {
  const finding = before ?? after
  if (!finding) throw new RangeError('a course without a finding')
  return finding
}

/** "7 → 3 much better"; of what was never rated, such as a scar, nothing. */
export function courseText(course: FindingCourse): string {
  const { numbers, word } = courseWords(course)
  const isRated = (course.before?.severity ?? 0) > 0 || (course.after?.severity ?? 0) > 0
  return isRated ? [numbers, word].filter(Boolean).join(' ') : (word ?? '')
}

/** The remarks of a course, each once. */
export const remarksOf = ({ before, after }: FindingCourse): string =>
  [...new Set([before?.remark, after?.remark])].filter(Boolean).join(' · ')
