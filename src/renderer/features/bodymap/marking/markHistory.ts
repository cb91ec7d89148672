// The marks of a session with their history: every change can be undone and redone.
import type { Finding } from '#shared/domain/bodymap/finding.ts'
import type { Stroke, TreatedArea } from '#shared/domain/bodymap/marks.ts'

/** Everything that is marked on a session's map, each in the order of making. */
export interface Marks {
  readonly findings: readonly Finding[]
  readonly strokes: readonly Stroke[]
  readonly areas: readonly TreatedArea[]
}
export type MarkList = keyof Marks

/** One change of one mark; null where it is not there. */
export type MarkChange = {
  [S in MarkList]: {
    readonly list: S
    readonly before: Marks[S][number] | null
    readonly after: Marks[S][number] | null
    /** The index of a removed mark in its list, so that undo puts it back there. */
    readonly place?: number
  }
}[MarkList]

/** What is undone together. */
export interface Step {
  readonly changes: readonly MarkChange[]
  /** Steps in a row with the same topic (a remark being typed, a score being slid) become one; null stands alone. */
  readonly topic: string | null
}

export interface MarkHistory {
  readonly marks: Marks
  readonly past: readonly Step[]
  readonly future: readonly Step[]
}

/** How many steps can be undone. */
export const undoLimit = 1000

export const historyOf = (marks: Marks): MarkHistory => ({ marks, past: [], future: [] })

/** Applies changes as one step, and clears what could be redone. */
export function change(history: MarkHistory, step: Step): MarkHistory {
  if (step.changes.length === 0) return history
  const last = history.past.at(-1)
  const goesOn = step.topic !== null && last?.topic === step.topic
  const placed = { ...step, changes: step.changes.map((one) => withPlace(history.marks, one)) }
  const past = goesOn
    ? [...history.past.slice(0, -1), merged(last, placed)]
    : [...history.past, placed].slice(-undoLimit)
  return { marks: applied(history.marks, step.changes), past, future: [] }
}

export interface Turned {
  readonly history: MarkHistory
  /** The changes that were applied: the step's inverse, or the step itself. */
  readonly changes: readonly MarkChange[]
}

/** Undoes the last step; null when there is none. */
export function undo({ marks, past, future }: MarkHistory): Turned | null {
  const step = past.at(-1)
  if (!step) return null
  // Marks are put back from the front, so that each index is right in turn.
  const changes = step.changes
    .toReversed()
    .map(reversed)
    .toSorted((one, other) => (one.place ?? -1) - (other.place ?? -1))
  return { history: { marks: applied(marks, changes), past: past.slice(0, -1), future: [...future, step] }, changes }
}

/** Redoes the last undone step; null when there is none. */
export function redo({ marks, past, future }: MarkHistory): Turned | null {
  const step = future.at(-1)
  if (!step) return null
  return {
    history: { marks: applied(marks, step.changes), past: [...past, step], future: future.slice(0, -1) },
    changes: step.changes,
  }
}

/** The id of the mark that a change concerns. */
export function markId({ before, after }: MarkChange): string {
  const id = (after ?? before)?.id
  if (id === undefined) throw new TypeError('a change of nothing')
  return id
}

const reversed = (one: MarkChange): MarkChange => ({ ...one, before: one.after, after: one.before }) as MarkChange

/** Merges two steps; a mark that both change keeps the first `before`. */
function merged(earlier: Step, later: Step): Step {
  const rest = later.changes.map((one) => {
    const first = earlier.changes.find((other) => other.list === one.list && markId(other) === markId(one))
    return first ? ({ ...one, before: first.before } as MarkChange) : one
  })
  const untouched = earlier.changes.filter(
    (one) => !later.changes.some((other) => other.list === one.list && markId(other) === markId(one)),
  )
  return { changes: [...untouched, ...rest], topic: later.topic }
}

function applied(marks: Marks, changes: readonly MarkChange[]): Marks {
  return changes.reduce<Marks>((now, one) => {
    switch (one.list) {
      case 'findings':
        return { ...now, findings: withMark(now.findings, one, one.after) }
      case 'strokes':
        return { ...now, strokes: withMark(now.strokes, one, one.after) }
      case 'areas':
        return { ...now, areas: withMark(now.areas, one, one.after) }
    }
  }, marks)
}

function withMark<M extends { readonly id: string }>(
  marks: readonly M[],
  one: MarkChange,
  mark: M | null,
): readonly M[] {
  const id = markId(one)
  if (mark === null) return marks.filter((other) => other.id !== id)
  const isKnown = marks.some((other) => other.id === id)
  return isKnown
    ? marks.map((other) => (other.id === id ? mark : other))
    : marks.toSpliced(one.place ?? marks.length, 0, mark)
}

/** Adds the index of a mark that the change removes. */
function withPlace(marks: Marks, one: MarkChange): MarkChange {
  if (one.after !== null || one.before === null) return one
  const { id } = one.before
  return { ...one, place: marks[one.list].findIndex((mark) => mark.id === id) }
}
