// The findings of a session as they stand on screen, and the way back: what was put or removed can be undone.
import type { Finding } from '#shared/domain/bodymap/finding.ts'

/** One change of one finding; null where it is not there. */
interface Step {
  readonly before: Finding | null
  readonly after: Finding | null
}

export interface FindingHistory {
  /** In the order of making. */
  readonly findings: readonly Finding[]
  readonly past: readonly Step[]
  readonly future: readonly Step[]
}

export const historyOf = (findings: readonly Finding[]): FindingHistory => ({ findings, past: [], future: [] })

/** Adds a finding, or replaces the one with its id. Changes of one finding in a row are undone together. */
export function putFinding(history: FindingHistory, finding: Finding): FindingHistory {
  const before = history.findings.find(({ id }) => id === finding.id) ?? null
  const last = history.past.at(-1)
  const goesOn = before !== null && last?.after?.id === finding.id && last.before !== null
  const past = goesOn ? history.past.slice(0, -1) : history.past
  return {
    findings: withFinding(history.findings, finding.id, finding),
    past: [...past, { before: goesOn ? last.before : before, after: finding }],
    future: [],
  }
}

/** Takes a finding off; the same history when it is not there. */
export function removeFinding(history: FindingHistory, id: string): FindingHistory {
  const before = history.findings.find((finding) => finding.id === id)
  if (!before) return history
  return {
    findings: withFinding(history.findings, id, null),
    past: [...history.past, { before, after: null }],
    future: [],
  }
}

export interface Turned {
  readonly history: FindingHistory
  /** The finding that the turn concerns, and what it is now: null when it is gone. */
  readonly id: string
  readonly now: Finding | null
  readonly was: Finding | null
}

/** Takes the last change back; null when there is none. */
export function undo({ findings, past, future }: FindingHistory): Turned | null {
  const step = past.at(-1)
  const id = step && idOf(step)
  if (!id) return null
  return {
    history: { findings: withFinding(findings, id, step.before), past: past.slice(0, -1), future: [...future, step] },
    id,
    now: step.before,
    was: step.after,
  }
}

/** Makes the change again that was taken back last; null when there is none. */
export function redo({ findings, past, future }: FindingHistory): Turned | null {
  const step = future.at(-1)
  const id = step && idOf(step)
  if (!id) return null
  return {
    history: { findings: withFinding(findings, id, step.after), past: [...past, step], future: future.slice(0, -1) },
    id,
    now: step.after,
    was: step.before,
  }
}

const idOf = ({ before, after }: Step) => (before ?? after)?.id

function withFinding(findings: readonly Finding[], id: string, finding: Finding | null): readonly Finding[] {
  if (finding === null) return findings.filter((other) => other.id !== id)
  const isKnown = findings.some((other) => other.id === id)
  return isKnown ? findings.map((other) => (other.id === id ? finding : other)) : [...findings, finding]
}
