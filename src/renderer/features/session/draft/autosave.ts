// Automatic saving: changes are sent soon, one save at a time for each part, until they are committed.
import { createStore } from 'zustand/vanilla'
import type { DraftChange } from '#shared/contract/drafts.ts'
import type { ErrorCode } from '#shared/contract/errors.ts'
import { keptPartOf, type SavedPart } from '#shared/domain/note/parts.ts'

/** The message that stores a part's newest content. */
export interface Sending {
  /** None where everything of the part is stored already. */
  readonly changes: readonly DraftChange[]
  /** Called after the commit. It speaks for this content as a whole: what was reported before and replaced has no call. */
  readonly onSaved?: () => void
}

/** Returns the message that stores a part. Called when it is sent, so the newest content always wins. */
export type ReadPart = () => Sending

/** A conflict: another writer saved the part meanwhile; or the vault has text and this empty content was not emptied here. */
export type ConflictKind = 'changed_meanwhile' | 'would_be_emptied'

/** `typing` waits for a short pause; `at once` is for single choices such as a mark on the map. */
export type Pace = 'typing' | 'at once'

export type SaveState =
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'saving' }
  /** Everything is committed; `at` is the instant of the newest commit, UTC. */
  | { readonly kind: 'saved'; readonly at: string }
  /** Something could not be saved and is kept; it is retried unless that cannot help. */
  | {
      readonly kind: 'failed'
      readonly code: ErrorCode
      readonly triesAgain: boolean
      /** The conflicting parts: their content waits for a decision. */
      readonly conflict?: { readonly part: SavedPart; readonly kind: ConflictKind }
    }

export interface Autosave {
  /** Reports a change of a part. `read` replaces the part's earlier one. */
  change(part: SavedPart, read: ReadPart, pace?: Pace): void
  /** All changes reported during `work` are one transaction: sent together, and stored all or none. */
  act(work: () => void): void
  /**
   * Sends everything that is not saved yet and resolves after the last commit.
   * @throws UnsavedWork when something cannot be saved
   */
  flush(): Promise<void>
  /** Retries what failed, now. */
  retry(): void
  /**
   * Sends a part that is in conflict by itself, in another way than usual.
   * @throws UnsavedWork when it cannot be saved so either
   */
  sendAnyway(part: SavedPart, send: SendChanges): Promise<void>
  /** Gives up what a part still holds. */
  forget(part: SavedPart): void
  state(): SaveState
  /** Whether a part failed to save and is still kept only here. */
  hasFailed(part: SavedPart): boolean
  /** Calls the listener after every change of {@link state} or {@link hasFailed}; the returned function stops it. */
  subscribe(listener: () => void): () => void
}

/** The rejection of {@link Autosave.flush}: the code of something that is kept but could not be saved. */
export class UnsavedWork extends Error {
  readonly code: ErrorCode

  constructor(code: ErrorCode) {
    super(code)
    this.name = 'UnsavedWork'
    this.code = code
  }
}

/** Why something could not be saved. */
export interface Refusal {
  readonly code: ErrorCode
  readonly conflict: ConflictKind | null
}

/** Stores changes, all or none; answers after the commit. */
export type SendChanges = (changes: readonly DraftChange[]) => Promise<{ savedAt: string }>

export interface AutosaveSurroundings {
  /** Milliseconds on any clock that only moves forward. */
  now(): number
  /** Calls back after a number of milliseconds; the returned function cancels it. */
  after(milliseconds: number, callback: () => void): () => void
  /** Called when changes leave: it knows by then which reading of the draft they were made in. */
  beginSending(): SendChanges
  /** What anything that {@link SendChanges} threw says. */
  refusalOf(thrown: unknown): Refusal
}

const quietMilliseconds = 250
const longestMilliseconds = 500
const firstRetryMilliseconds = 1000
const longestRetryMilliseconds = 15_000

/** Permanent failures: a retry of the same request cannot help. */
const lasting: ReadonlySet<ErrorCode> = new Set([
  'VALIDATION',
  'NOT_FOUND',
  'CONFLICT',
  'SIGNED',
  'TOO_LARGE',
  'FORBIDDEN',
])

/** Whether what was refused with this code is not tried again by itself. */
export const isLasting = (code: ErrorCode): boolean => lasting.has(code)

interface Part {
  readonly name: SavedPart
  /** What is still to be sent. */
  waiting: ReadPart | null
  sending: Promise<void> | null
  /** When the oldest unsent change was made. */
  changedAt: number
  cancelTimer: () => void
  failure: Refusal | null
  failuresInARow: number
  /** This part, and those that are sent with it, because one act changed them. */
  together: ReadonlySet<Part>
}

interface Shown {
  readonly state: SaveState
  readonly failed: ReadonlySet<SavedPart>
}

const nothing = () => undefined

/**
 * One note's autosave. Typed content is sent after 250 ms of quiet, and 500 ms after the first unsent key at the latest.
 * There is one save at a time for each part.
 */
export function createAutosave({ now, after, beginSending, refusalOf }: AutosaveSurroundings): Autosave {
  const parts = new Map<SavedPart, Part>()
  const shown = createStore<Shown>(() => ({ state: { kind: 'unchanged' }, failed: new Set() }))
  let savedAt: string | null = null
  /** The parts changed by the current transaction, and its pace. */
  let acting: { readonly parts: Set<Part>; pace: Pace } | null = null

  function currentState(): SaveState {
    const all = [...parts.values()]
    const failed = all.filter(({ failure }) => failure !== null)
    // What is refused for good comes first: it needs somebody.
    const refusals = failed
      .flatMap(({ failure }) => failure ?? [])
      .toSorted((a, b) => Number(isLasting(b.code)) - Number(isLasting(a.code)))
    const [first] = refusals
    if (first) {
      // Those without a history come last: the screen is read again for them, which needs everything else to be saved.
      const [conflict] = failed
        .flatMap(({ name, failure }) => (failure?.conflict ? { part: name, kind: failure.conflict } : []))
        .toSorted((a, b) => Number(keptPartOf(a.part) === null) - Number(keptPartOf(b.part) === null))
      const triesAgain = refusals.some(({ code }) => !isLasting(code))
      return { kind: 'failed', code: first.code, triesAgain, ...(conflict && { conflict }) }
    }
    if (all.some((part) => part.waiting || part.sending)) return { kind: 'saving' }
    return savedAt === null ? { kind: 'unchanged' } : { kind: 'saved', at: savedAt }
  }

  function show(): void {
    const state = currentState()
    const before = shown.getState()
    const failed = new Set([...parts.values()].flatMap(({ name, failure }) => (failure ? name : [])))
    const isSame = JSON.stringify(state) === JSON.stringify(before.state)
    shown.setState({ state: isSame ? before.state : state, failed })
  }

  function joined(some: Iterable<Part>): readonly Part[] {
    const together = new Set([...some].flatMap((part) => [...part.together]))
    for (const part of together) part.together = together
    return [...together]
  }

  /** Sends a part with its transaction, once none of these parts is being sent. */
  function send(part: Part): Promise<void> {
    const together = [...part.together]
    for (const one of together) one.cancelTimer()
    const sending = together.flatMap((one) => one.sending ?? [])
    if (sending.length > 0) {
      return Promise.all(sending).then(() => {
        // What was refused meanwhile waits; what was changed with it does not wait for it.
        const next = together.find((one) => !one.failure && (one.waiting ?? one.sending))
        return next && (next === part || next.waiting) ? send(next) : (part.sending ?? undefined)
      })
    }
    return sendNow(together, beginSending())
  }

  /** Sends what waits of these parts. */
  function sendNow(together: readonly Part[], store: SendChanges): Promise<void> {
    const reads = together.flatMap((one) => (one.waiting ? [{ part: one, read: one.waiting }] : []))
    if (reads.length === 0) return Promise.resolve()
    for (const one of together) {
      one.waiting = null
      one.together = new Set([one])
    }
    const commits = Promise.resolve()
      .then(() => commit(reads, store))
      .finally(() => {
        for (const { part: one } of reads) one.sending = null
        show()
      })
    for (const { part: one } of reads) one.sending = commits
    show()
    return commits
  }

  async function commit(
    reads: readonly { readonly part: Part; readonly read: ReadPart }[],
    store: SendChanges,
  ): Promise<void> {
    try {
      const sendings = reads.map(({ read }) => read())
      const changes = sendings.flatMap((sending) => sending.changes)
      const answer = changes.length > 0 ? await store(changes) : null
      for (const { onSaved } of sendings) onSaved?.()
      for (const { part } of reads) {
        part.failure = null
        part.failuresInARow = 0
      }
      if (answer && (savedAt === null || answer.savedAt > savedAt)) savedAt = answer.savedAt
    } catch (thrown) {
      const refusal = refusalOf(thrown)
      // What is refused for good must not keep back what was changed with it.
      if (isLasting(refusal.code) && reads.length > 1) for (const one of reads) await commit([one], store)
      else keep(reads, refusal)
    }
  }

  /** A failed message waits for a retry, unless a newer one replaces it. */
  function keep(reads: readonly { readonly part: Part; readonly read: ReadPart }[], refusal: Refusal): void {
    for (const { part, read } of reads) {
      part.waiting ??= read
      part.failure = refusal
      part.failuresInARow += 1
    }
    const together = joined(reads.map(({ part }) => part))
    if (isLasting(refusal.code)) return
    const failures = Math.max(...together.map(({ failuresInARow }) => failuresInARow))
    sendLater(together, Math.min(firstRetryMilliseconds * 2 ** (failures - 1), longestRetryMilliseconds))
  }

  function sendLater(together: readonly Part[], wait: number): void {
    const [first] = together
    if (!first) return
    for (const part of together) part.cancelTimer()
    const cancel = after(wait, () => void send(first))
    for (const part of together) part.cancelTimer = cancel
  }

  function sendAtPace(together: readonly Part[], pace: Pace): void {
    const oldest = Math.min(...together.flatMap((part) => (part.waiting ? part.changedAt : [])))
    const latest = oldest + longestMilliseconds - now()
    const wait = pace === 'at once' ? 0 : Math.max(0, Math.min(quietMilliseconds, latest))
    const [first] = together
    if (wait === 0 && first) void send(first)
    else sendLater(together, wait)
    show()
  }

  function partOf(name: SavedPart): Part {
    const known = parts.get(name)
    if (known) return known
    const part: Part = {
      name,
      waiting: null,
      sending: null,
      changedAt: 0,
      cancelTimer: nothing,
      failure: null,
      failuresInARow: 0,
      together: new Set(),
    }
    part.together = new Set([part])
    parts.set(name, part)
    return part
  }

  return {
    change(name, read, pace = 'typing') {
      const part = partOf(name)
      if (!part.waiting) part.changedAt = now()
      part.waiting = read
      if (acting) {
        acting.parts.add(part)
        if (pace === 'at once') acting.pace = pace
      } else sendAtPace([...part.together], pace)
    },

    act(work) {
      if (acting) return work()
      const act = { parts: new Set<Part>(), pace: 'typing' as Pace }
      acting = act
      try {
        work()
      } finally {
        acting = null
        if (act.parts.size > 0) sendAtPace(joined(act.parts), act.pace)
      }
    },

    async flush() {
      const settle = async (part: Part) => {
        await send(part)
        if (part.failure) throw new UnsavedWork(part.failure.code)
      }
      const results = await Promise.allSettled([...parts.values()].map(settle))
      const failed = results.find((result) => result.status === 'rejected')
      if (failed) throw failed.reason
    },

    retry() {
      for (const part of parts.values()) if (part.failure) void send(part)
    },

    async sendAnyway(name, store) {
      const part = partOf(name)
      part.cancelTimer()
      await part.sending
      await sendNow([part], store)
      if (part.failure) throw new UnsavedWork(part.failure.code)
    },

    forget(name) {
      const part = partOf(name)
      part.cancelTimer()
      part.waiting = null
      part.failure = null
      show()
    },

    state: () => shown.getState().state,
    hasFailed: (name) => shown.getState().failed.has(name),
    subscribe: (listener) => shown.subscribe(listener),
  }
}
