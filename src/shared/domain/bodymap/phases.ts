// Before and after within one session: which after-finding tells the state of which before-finding, and what changed.
import type { Finding, Phase } from './finding.ts'

/** One finding through a session. At least one of the two is there. */
export interface FindingCourse {
  readonly before: Finding | null
  /**
   * Its state after treatment; severity 0 says that it is gone. Null when it was not looked at again, or when there
   * is no after-finding at all.
   */
  readonly after: Finding | null
}

/**
 * Joins the findings of one session into courses, in the order of making of their first finding.
 * An after-finding belongs to the before-finding that it continues; one that names none, or one that is not there,
 * belongs to the first before-finding of the same region, kind and structure that is still free (records from before
 * the link was kept), otherwise it is new.
 */
export function findingCourses(findings: readonly Finding[]): readonly FindingCourse[] {
  const befores = findings.filter(({ phase }) => phase === 'before')
  const afters = findings.filter(({ phase }) => phase === 'after')
  const beforeIds = new Set(befores.map(({ id }) => id))
  const afterOf = new Map<string, Finding>()
  const loose: Finding[] = []
  for (const after of afters) {
    const target = after.continuesId
    if (target !== null && beforeIds.has(target) && !afterOf.has(target)) afterOf.set(target, after)
    else loose.push(after)
  }
  const fresh = loose.filter((after) => {
    const before = after.continuesId === null && befores.find((one) => !afterOf.has(one.id) && isAlike(one, after))
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
 * The map as it stands in a phase. Before: the before-findings. After: it starts from the before-findings; what was
 * looked at again stands as it was found then, what is gone is left out.
 */
export function mapAt(findings: readonly Finding[], phase: Phase): readonly Finding[] {
  if (phase === 'before') return findings.filter((finding) => finding.phase === 'before')
  return findingCourses(findings).flatMap((course) => {
    const now = course.after ?? course.before
    return now === null || isGone(course) ? [] : [now]
  })
}
