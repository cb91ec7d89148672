// A finding as a sentence for the Objective section: side first, in clinical word order. It describes, it never diagnoses.
import { foldText } from '../folding.ts'
import { onOneLine } from '../text.ts'
import { findingKind, type Finding, type FindingKind } from './finding.ts'
import { isGone, type FindingCourse } from './phases.ts'
import { labelOfRegion, regionById, regionInSentence, structureOfId } from './regions.ts'

/** Kinds that are observed rather than rated: at severity 0 no number is stated. */
const seenKinds: ReadonlySet<FindingKind> = new Set(['scar', 'bruise'])

/** Whether a severity is meaningful: not for an area to avoid, nor for a scar or bruise that nobody rated. */
export const isRated = ({ kind, severity }: Pick<Finding, 'kind' | 'severity'>): boolean =>
  kind !== 'avoid' && (severity > 0 || !seenKinds.has(kind))

/**
 * One course as one sentence on one line:
 * "Right upper trapezius: trigger point, deep, 7/10 before, 3/10 after, refers to the right temple; eased by heat."
 * A structure stands in parentheses after the region where it has another name; one that this version does not know
 * stands as its id, and an unknown region is said to be unknown. What was found before comes first; what only the
 * after-finding says is added.
 */
export function findingSentence(course: FindingCourse): string {
  const first = course.before ?? course.after
  if (!first) throw new RangeError('a course without a finding')
  const details =
    first.kind === 'avoid'
      ? [kindWord('avoid')]
      : [kindWord(first.kind), depthOf(course), ...ratings(course), referralWords(course)]
  const remarks = [...new Set([course.before?.remark, course.after?.remark].map((remark) => onOneLine(remark ?? '')))]
  const text = [`${placeWords(first)}: ${details.filter(Boolean).join(', ')}`, ...remarks.filter(Boolean)].join('; ')
  return /[.!?…]$/u.test(text) ? text : `${text}.`
}

/** Where a finding is: "Right upper trapezius", with the structure in parentheses where it has another name. */
export function placeWords({ regionId, structureId }: Pick<Finding, 'regionId' | 'structureId'>): string {
  const label = onOneLine(labelOfRegion(regionId))
  if (structureId === null) return label
  const structure = onOneLine(structureOfId(structureId)?.name ?? structureId)
  return foldText(structure) === foldText(regionById(regionId)?.name ?? '') ? label : `${label} (${structure})`
}

const depthOf = ({ before, after }: FindingCourse): string => before?.depth ?? after?.depth ?? ''

function ratings(course: FindingCourse): readonly string[] {
  const { before, after } = course
  const wordsBefore = before ? rated(before, 'before') : ''
  if (!after) return [wordsBefore]
  if (!before) return [rated(after, 'after'), 'new']
  const otherKind = after.kind === before.kind ? '' : kindWord(after.kind)
  return [wordsBefore, ...(isGone(course) ? ['not found after'] : [otherKind, rated(after, 'after')])]
}

const rated = (finding: Finding, phase: string): string => (isRated(finding) ? `${finding.severity}/10 ${phase}` : '')

/**
 * "refers to the right temple"; empty when it refers nowhere. The therapist's own words; the chosen region is added where
 * they do not name its side, and stands in for them where there are none.
 */
export function referralWords({ before, after }: FindingCourse): string {
  const referring = [after, before].find((finding) => finding && (finding.refersTo || finding.refersToRegionId))
  if (!referring) return ''
  const words = onOneLine(referring.refersTo).replace(/[.;,]+$/u, '')
  if (referring.refersToRegionId === null) return words === '' ? '' : `refers to ${words}`
  const region = onOneLine(regionInSentence(referring.refersToRegionId))
  if (words === '') return `refers to the ${region}`
  const side = regionById(referring.refersToRegionId)?.side ?? ''
  const namesPlace = foldText(words).includes(foldText(region)) || hasWord(words, side)
  return namesPlace ? `refers to ${words}` : `refers to ${words} (${region})`
}

const hasWord = (text: string, word: string) =>
  foldText(text)
    .split(/[^\p{L}]+/u)
    .includes(word)

const kindWord = (kind: FindingKind) => findingKind(kind).name.toLowerCase()
