// What treatment changed, in words: one course as numbers and a word, and a whole session as one sentence.
import { painChange } from '../session.ts'
import { findingKind, type Finding, type FindingKind } from './finding.ts'
import { findingCourses, isGone, type FindingCourse } from './phases.ts'
import { regionById, shortRegionLabel, structureOfId } from './regions.ts'
import { listWords } from '../wordLists.ts'

export type CourseWord = 'much better' | 'slightly better' | 'same' | 'worse' | 'gone' | 'new'

/**
 * How one finding changed.
 *
 * The thresholds are those of the numeric pain rating scale: 2 points or 33 % less is "much better", 1 point or 15 %
 * "slightly better" (Farrar et al., Pain 2001; Salaffi et al., Eur J Pain 2004). Findings are rated on the same 0–10.
 * @returns numbers such as "7 → 3", of what is known ("7" alone without an after, "5" alone when new); the word is null
 * when it was not checked again
 */
export function courseWords(course: FindingCourse): { readonly numbers: string; readonly word: CourseWord | null } {
  const { before, after } = course
  if (!before) return { numbers: `${after?.severity ?? ''}`, word: 'new' }
  if (!after) return { numbers: `${before.severity}`, word: null }
  return { numbers: `${before.severity} → ${after.severity}`, word: wordOf(before.severity, after.severity) }
}

function wordOf(before: number, after: number): CourseWord {
  if (after === 0 && before > 0) return 'gone'
  const change = painChange(before, after)
  return change === 'much worse' || change === 'slightly worse' ? 'worse' : change
}

/**
 * The change between before and after in one sentence, without a full stop:
 * "R upper trapezius 7 → 3, R lumbar erectors 4 → 4, L suboccipitals gone, nothing new, 2 not checked again".
 * Findings that were not checked again are only counted. "Avoid" is an instruction, not a state: it is
 * named when it is new or lifted, otherwise left out.
 * @param findings of one session, of both phases
 * @returns null while there is no after-finding at all
 */
export function changeSentence(findings: readonly Finding[]): string | null {
  if (!findings.some(({ phase }) => phase === 'after')) return null
  const courses = findingCourses(findings).flatMap(apart)
  const nameOf = namesFor(courses)
  const lasting = courses.filter((course) => course.before && course.after && !isGone(course) && !isAvoid(course))
  const fresh = courses.filter(({ before }) => !before)
  const unchecked = courses.filter((course) => !course.after && !isAvoid(course)).length
  const parts = [
    ...lasting.map((course) => `${nameOf(course)} ${stateWords(course)}`),
    ...courses.filter(isGone).map((course) => `${nameOf(course)} gone`),
    ...fresh.map((course) => {
      const state = stateWords(course)
      return state === '' ? nameOf(course, 'new') : `${nameOf(course)} ${state} (new)`
    }),
    ...(fresh.length === 0 ? ['nothing new'] : []),
    ...(unchecked > 0 ? [`${unchecked} not checked again`] : []),
  ]
  return capitalised(listWords(parts))
}

/** An instruction that became a finding, or a finding that became one, is not one course of the two. */
function apart(course: FindingCourse): readonly FindingCourse[] {
  const { before, after } = course
  if (!before || !after || (before.kind === 'avoid') === (after.kind === 'avoid')) return [course]
  const fresh = { before: null, after }
  return before.kind === 'avoid' ? [fresh] : [{ before, after: null }, fresh]
}

const findingOf = ({ before, after }: FindingCourse) => (before ?? after) as Finding
const isAvoid = (course: FindingCourse) => findingOf(course).kind === 'avoid'

/** "7 → 3". Kinds that were never rated, such as a scar, have words or nothing instead of zeros. */
function stateWords(course: FindingCourse): string {
  const { before, after } = course
  if (isAvoid(course)) return ''
  if (!before) return after?.severity ? `${after.severity}` : ''
  return before.severity === 0 && after?.severity === 0 ? 'same' : courseWords(course).numbers
}

/** Short names of courses. The kind is named where a region has several findings, the structure where that is not enough. */
function namesFor(courses: readonly FindingCourse[]): (course: FindingCourse, note?: string) => string {
  const count = (key: (finding: Finding) => string) => {
    const counts = new Map<string, number>()
    for (const course of courses) {
      const of = key(findingOf(course))
      counts.set(of, (counts.get(of) ?? 0) + 1)
    }
    return (finding: Finding) => counts.get(key(finding)) ?? 0
  }
  const inRegion = count(({ regionId }) => regionId)
  const ofKind = count(({ regionId, kind }) => `${regionId} ${kind}`)
  return (course, note = '') => {
    const finding = findingOf(course)
    const { regionId, structureId, kind } = finding
    const isNamed = inRegion(finding) > 1 || kind === 'avoid'
    const details = [
      isNamed ? kindWord(kind) : '',
      structureId !== null && ofKind(finding) > 1 ? (structureOfId(structureId)?.name ?? structureId) : '',
      note,
    ].filter(Boolean)
    return details.length > 0 ? `${placeName(regionId)} (${listWords(details)})` : placeName(regionId)
  }
}

/** "R upper trapezius", and "sacrum" within the sentence: only its first letter is a capital. */
function placeName(regionId: string): string {
  const region = regionById(regionId)
  if (!region) return regionId
  return region.side === 'midline' ? region.name : shortRegionLabel(region)
}

const kindWord = (kind: FindingKind) => findingKind(kind).name.toLowerCase()

const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
