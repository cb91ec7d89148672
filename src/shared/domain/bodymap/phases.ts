// Before and after within one session: which after-finding is the new state of which before-finding, and what changed.
import type { Finding, Phase } from './finding.ts'

/** One finding through a session. At least one of the two is set. */
export interface FindingCourse {
  readonly before: Finding | null
  /**
   * Its state after treatment; severity 0 means that it is gone. Null when it was not checked again, or when there
   * is no after-finding at all.
   */
  readonly after: Finding | null
}

/**
 * The identity of a course: the id of the finding that began it. A sentence of the note is linked to its course by it.
 */
export function courseId({ before, after }: FindingCourse): string {
  const first = before ?? after
  if (!first) throw new RangeError('a course without a finding')
  return first.id
}

/**
 * Joins the findings of one session into courses: those of the before-findings in their order, then the new ones.
 * An after-finding belongs to the before-finding that it continues. One that names none, or one that is not there, in
 * another region or taken already, belongs to the first free before-finding of the same region, kind and structure
 * (records from before the link was stored); otherwise it is new.
 */
export function findingCourses(findings: readonly Finding[]): readonly FindingCourse[] {
  const befores = findings.filter(({ phase }) => phase === 'before')
  const afters = findings.filter(({ phase }) => phase === 'after')
  const regionOf = new Map(befores.map(({ id, regionId }) => [id, regionId]))
  const afterOf = new Map<string, Finding>()
  const loose: Finding[] = []
  for (const after of afters) {
    const target = after.continuesId
    const isLinked = target !== null && regionOf.get(target) === after.regionId && !afterOf.has(target)
    if (isLinked) afterOf.set(target, after)
    else loose.push(after)
  }
  const fresh = loose.filter((after) => {
    const before = befores.find((one) => !afterOf.has(one.id) && isAlike(one, after))
    if (!before) return true
    afterOf.set(before.id, after)
    return false
  })
  return [
    ...befores.map((before) => ({ before, after: afterOf.get(before.id) ?? null })),
    ...fresh.map((after) => ({ before: null, after })),
  ]
}

const isAlike = (one: Finding, other: Finding) =>
  one.regionId === other.regionId && one.kind === other.kind && one.structureId === other.structureId

/** Whether a finding of the before-map was found to be gone after treatment. */
export const isGone = ({ before, after }: FindingCourse): boolean =>
  before !== null && before.severity > 0 && after?.severity === 0

/**
 * The map in a phase. Before: the before-findings. After: it starts from the before-findings; findings that were
 * checked again are in their new state, those that are gone are left out.
 */
export function mapAt(findings: readonly Finding[], phase: Phase): readonly Finding[] {
  if (phase === 'before') return findings.filter((finding) => finding.phase === 'before')
  return findingCourses(findings).flatMap((course) => {
    const now = course.after ?? course.before
    return now === null || isGone(course) ? [] : [now]
  })
}
