// The comparison of two body maps: what is new, better, the same, worse, gone.
import type { Finding } from './finding.ts'

/** The change of a finding against another map. A sign and a word each: never colour alone. */
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
  /** Null when it is gone; or its state there, when it was checked again and rated 0. */
  readonly now: Finding | null
}

type Key = string | null

/**
 * Which findings of two times are the same one, the surest rule first. `was` and `now` give the key of the
 * finding in the earlier and in the later map; null for none.
 */
const likenesses: readonly { readonly was: (finding: Finding) => Key; readonly now: (finding: Finding) => Key }[] = [
  { was: ({ id }) => id, now: ({ id }) => id },
  { was: placed(({ id }) => id), now: placed(({ continuesId }) => continuesId) },
  { was: placed(({ id }) => id), now: placed(({ carriedFromId }) => carriedFromId) },
  { was: placed(atSpot), now: placed(atSpot) },
  { was: placed(ofTissue), now: placed(ofTissue) },
]

/** A key within one region and one kind. */
function placed(key: (finding: Finding) => Key): (finding: Finding) => Key {
  return (finding) => {
    const part = key(finding)
    return part === null ? null : `${finding.regionId}\u0000${finding.kind}\u0000${part}`
  }
}

function ofTissue({ structureId }: Finding): Key {
  return structureId ?? ''
}

function atSpot({ structureId, view, point }: Finding): Key {
  return point && `${structureId ?? ''}\u0000${view} ${point.x} ${point.y}`
}

/**
 * Compares two maps of the same client. A finding is the same as before if it is linked to the earlier one and is
 * in its region with its kind, or else where region, kind and structure are alike: several such match by their exact
 * spot, then in the order of creation.
 * @returns one entry for each finding of the later map in its order, then the gone ones in the order of the earlier map
 */
export function compareMaps(earlier: readonly Finding[], later: readonly Finding[]): readonly Comparison[] {
  const wasOf = new Map<Finding, Finding>()
  let [open, sought] = [earlier, later]
  for (const likeness of likenesses) {
    matchBy(likeness, open, sought, wasOf)
    sought = sought.filter((now) => !wasOf.has(now))
    if (sought.length === 0) break
    const matched = new Set(wasOf.values())
    open = open.filter((was) => !matched.has(was))
  }
  const matched = new Set(wasOf.values())
  const present = later.map((now): Comparison => {
    const was = wasOf.get(now) ?? null
    return { change: was ? changeOf(was.severity, now.severity) : 'new', was, now }
  })
  const gone = earlier.filter((was) => !matched.has(was)).map((was): Comparison => ({ change: 'gone', was, now: null }))
  return [...present, ...gone]
}

function matchBy(
  likeness: (typeof likenesses)[number],
  open: readonly Finding[],
  sought: readonly Finding[],
  wasOf: Map<Finding, Finding>,
): void {
  const waiting = new Map<string, Finding[]>()
  for (const was of open) {
    const key = likeness.was(was)
    if (key === null) continue
    const alike = waiting.get(key)
    if (alike) alike.push(was)
    else waiting.set(key, [was])
  }
  for (const now of sought) {
    const key = likeness.now(now)
    const was = key === null ? undefined : waiting.get(key)?.shift()
    if (was) wasOf.set(now, was)
  }
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
