// The comparison of two body maps: what is new, better, the same, worse, gone.
import type { Finding } from './finding.ts'

/** How a finding stands against another map. A sign and a word each: never colour alone. */
export const changeKinds = [
  { id: 'new', word: 'new', sign: '+' },
  { id: 'better', word: 'better', sign: '↓' },
  { id: 'same', word: 'same', sign: '=' },
  { id: 'worse', word: 'worse', sign: '↑' },
  { id: 'gone', word: 'gone', sign: '−' },
] as const
export type ChangeKind = (typeof changeKinds)[number]['id']

export interface Comparison {
  readonly change: ChangeKind
  /** Null when it is new. */
  readonly was: Finding | null
  /** Null when it is gone. */
  readonly now: Finding | null
}

/** What two findings must share to be the same thing at two times. */
const identity = ({ regionId, kind, structureId }: Finding) => `${regionId}\u0000${kind}\u0000${structureId ?? ''}`

/**
 * Compares two maps of the same client. Findings match by region, kind and structure; several alike match in the order
 * of making.
 * @returns one entry for each finding of the later map in its order, then the gone ones in the order of the earlier map
 */
export function compareMaps(earlier: readonly Finding[], later: readonly Finding[]): readonly Comparison[] {
  const waiting = new Map<string, Finding[]>()
  for (const finding of earlier) {
    const key = identity(finding)
    const alike = waiting.get(key)
    if (alike) alike.push(finding)
    else waiting.set(key, [finding])
  }
  const matched = new Set<Finding>()
  const present = later.map((now): Comparison => {
    const was = waiting.get(identity(now))?.shift()
    if (!was) return { change: 'new', was: null, now }
    matched.add(was)
    return { change: changeOf(was.severity, now.severity), was, now }
  })
  const gone = earlier.filter((was) => !matched.has(was)).map((was): Comparison => ({ change: 'gone', was, now: null }))
  return [...present, ...gone]
}

/** Lower severity is better; a severity of 0 that was more is gone. */
export function changeOf(was: number, now: number): ChangeKind {
  if (now === was) return 'same'
  if (now > was) return 'worse'
  return now === 0 ? 'gone' : 'better'
}

/** Whether there is any difference: everything but "same". */
export const changesIn = (comparisons: readonly Comparison[]): readonly Comparison[] =>
  comparisons.filter(({ change }) => change !== 'same')
