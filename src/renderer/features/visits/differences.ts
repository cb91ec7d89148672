// What is different at a visit: its findings against those of another visit, chosen by the reader.
import { changeKinds, compareMaps, type ChangeKind } from '#shared/domain/bodymap/comparison.ts'
import { findingKind, type Finding } from '#shared/domain/bodymap/finding.ts'
import type { Visit } from '#shared/domain/bodymap/visits.ts'
import { countWords, listWords } from '#shared/domain/wordLists.ts'
import { longDateBeside } from '#renderer/ui/dateWords.ts'

/** What a visit is compared with: the visit before it, the client's first visit, or the visit with this session id. */
export type Baseline = 'previous' | 'first' | (string & {})

export interface Difference {
  /** Names the same place and kind at every visit, so that its element is kept. Unique among its visit's. */
  readonly key: string
  /** Null where there is nothing to compare with. */
  readonly change: ChangeKind | null
  /** Null when it is new. */
  readonly was: Finding | null
  /** Null when it is gone. */
  readonly now: Finding | null
  /** What is drawn and named: the finding of this visit or, when it is gone, the earlier one. */
  readonly finding: Finding
}

export interface VisitDifferences {
  /** The visit that was compared with; null when there is none before. */
  readonly against: Visit | null
  /** In the order of {@link changeOrder}. */
  readonly differences: readonly Difference[]
}

/** Most important first. */
export const changeOrder: readonly ChangeKind[] = ['worse', 'better', 'new', 'gone', 'same']

/**
 * The differences of one visit.
 * @param visits of the client, oldest first
 * @param at index of the visit that is looked at
 * @throws RangeError when there is no such visit
 */
export function differencesAt(visits: readonly Visit[], at: number, baseline: Baseline): VisitDifferences {
  const visit = visits[at]
  if (!visit) throw new RangeError(`no visit ${at}`)
  const against = baselineOf(visits, at, baseline)
  if (!against) {
    return { against, differences: keyed(visit.findings.map((now) => ({ change: null, was: null, now }))) }
  }
  const found =
    baseline === 'previous' ? storedComparison(against, visit) : compareMaps(against.findings, visit.findings)
  return {
    against,
    differences: keyed(found).toSorted((one, other) => rank(one.change) - rank(other.change)),
  }
}

const rank = (change: ChangeKind | null) => (change === null ? 0 : changeOrder.indexOf(change))

function baselineOf(visits: readonly Visit[], at: number, baseline: Baseline): Visit | null {
  if (baseline === 'previous') return visits[at - 1] ?? null
  if (baseline === 'first') return visits[0] ?? null
  return visits.find(({ sessionId }) => sessionId === baseline) ?? null
}

/** The comparison that came with the visit, its ids looked up. */
function storedComparison(before: Visit, visit: Visit) {
  const earlier = new Map(before.findings.map((finding) => [finding.id, finding]))
  const later = new Map(visit.findings.map((finding) => [finding.id, finding]))
  return visit.comparison.map(({ change, wasId, nowId }) => ({
    change,
    was: wasId === null ? null : (earlier.get(wasId) ?? null),
    now: nowId === null ? null : (later.get(nowId) ?? null),
  }))
}

function keyed(compared: readonly Pick<Difference, 'change' | 'was' | 'now'>[]): readonly Difference[] {
  const counts = new Map<string, number>()
  return compared.map(({ change, was, now }) => {
    const finding = now ?? was
    if (!finding) throw new RangeError('a difference without a finding')
    const place = `${finding.regionId} ${finding.kind} ${finding.structureId ?? ''}`
    const count = (counts.get(place) ?? 0) + 1
    counts.set(place, count)
    return { key: `${place} ${count}`, change, was, now, finding }
  })
}

/** The sign and the word of a change. */
export function changeKind(id: ChangeKind): (typeof changeKinds)[number] {
  const kind = changeKinds.find((candidate) => candidate.id === id)
  if (!kind) throw new RangeError(`no such change: ${id}`)
  return kind
}

/**
 * What a difference says in numbers: "7 → 3", of what is new "5", of what is gone "6 → 0". Of what was never rated, such
 * as a scar, nothing.
 */
export function severityWords({ change, was, now }: Pick<Difference, 'change' | 'was' | 'now'>): string {
  const [from, to] = [was?.severity ?? null, change === 'gone' ? 0 : (now?.severity ?? null)]
  const isRated = (from ?? 0) > 0 || (to ?? 0) > 0
  return isRated ? [from, to].filter((severity) => severity !== null).join(' → ') : ''
}

/** The severity that a mark shows: of what is gone, the last one that it had. 0 where it was never rated. */
export const markSeverity = ({ change, was, finding }: Pick<Difference, 'change' | 'was' | 'finding'>): number =>
  change === 'gone' && was ? was.severity : finding.severity

/**
 * What assistive technology says of each region: "Trigger point, better, 7 → 3; Pain, new, 5".
 * @returns by region id
 */
export function differenceDescriptions(differences: readonly Difference[]): ReadonlyMap<string, string> {
  const words = new Map<string, string>()
  for (const difference of differences) {
    const { change, finding } = difference
    const parts = [findingKind(finding.kind).name, change && changeKind(change).word, severityWords(difference)]
    const before = words.get(finding.regionId)
    words.set(
      finding.regionId,
      (before ? `${before}; ` : '') + listWords(parts.filter((part) => part !== null && part !== undefined)),
    )
  }
  return words
}

/**
 * What changed, in one sentence: "2 better, 1 new, 1 gone since 3 March."
 * @param visit that is looked at
 */
export function changesSentence(visit: Visit, { against, differences }: VisitDifferences): string {
  if (!against) {
    return differences.length === 0
      ? 'The first visit: nothing marked.'
      : `The first visit: ${countWords(differences.length, 'finding')}, nothing before to compare with.`
  }
  if (against.sessionId === visit.sessionId) return 'This is the visit that the others are compared with.'
  if (differences.length === 0) return 'Nothing marked at either visit.'
  const counts = changeOrder
    .map((id) => ({ id, count: differences.filter(({ change }) => change === id).length }))
    .filter(({ count }) => count > 0)
  const changed = counts.filter(({ id }) => id !== 'same')
  const when = sinceWords(visit, against)
  if (changed.length === 0) return `No change ${when}: ${countWords(differences.length, 'finding')} as before.`
  return `${listWords(changed.map(({ id, count }) => `${count} ${id}`))} ${when}.`
}

/** "since 3 March"; against a later visit "compared with 3 March, a later visit". */
function sinceWords(visit: Visit, against: Visit): string {
  const date = longDateBeside(against.serviceStart, visit.serviceStart)
  return against.number < visit.number ? `since ${date}` : `compared with ${date}, a later visit`
}
