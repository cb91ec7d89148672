// Saving without being asked: what changed is sent soon, one save at a time for each part, until it is committed.
import type { ErrorCode } from '#shared/contract/errors.ts'
import type { SavedPart } from '#shared/domain/note/parts.ts'

/** Sends a part's newest content and answers after the commit. Read when it is called, so the newest always wins. */
type Save = () => Promise<{ savedAt: string }>

/** `typing` waits for a short pause; `at once` is for single choices such as a mark on the map. */
export type Pace = 'typing' | 'at once'

export type SaveState =
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'saving' }
  /** Everything is committed; `at` is the instant of the newest commit, UTC. */
  | { readonly kind: 'saved'; readonly at: string }
  /** Something could not be saved and is kept; it is tried again by itself unless that cannot help. */
  | { readonly kind: 'failed'; readonly code: ErrorCode; readonly triesAgain: boolean }

export interface Autosave {
  /** Says that a part has changed. `save` replaces the part's earlier one. */
  change(part: SavedPart, save: Save, pace?: Pace): void
  /**
   * Sends everything that is not saved yet and resolves after the last commit.
   * @throws UnsavedWork when something cannot be saved
   */
  flush(): Promise<void>
  /** Sends what failed again, now. */
  retry(): void
  state(): SaveState
  /** Whether a part failed to save and is still kept only here. */
  hasFailed(part: SavedPart): boolean
  /** Calls the listener after every change of {@link state} or {@link hasFailed}; the returned function stops it. */
  subscribe(listener: () => void): () => void
}

/** What {@link Autosave.flush} rejects with: the code of something that is kept but could not be saved. */
export class UnsavedWork extends Error {
  readonly code: ErrorCode

  constructor(code: ErrorCode) {
    super(code)
    this.name = 'UnsavedWork'
    this.code = code
  }
}

export interface AutosaveSurroundings {
  /** Milliseconds on any clock that only moves forward. */
  now(): number
  /** Calls back after a number of milliseconds; the returned function cancels it. */
  after(milliseconds: number, callback: () => void): () => void
  /** The contract's code of anything that a save threw. */
  codeOf(thrown: unknown): ErrorCode
}

const quietMilliseconds = 250
const longestMilliseconds = 500
const firstRetryMilliseconds = 1000
const longestRetryMilliseconds = 15_000

/** Failures that the same request meets again however often it is sent. */
const lasting: ReadonlySet<ErrorCode> = new Set(['VALIDATION', 'NOT_FOUND', 'SIGNED', 'TOO_LARGE', 'FORBIDDEN'])

interface Part {
  /** What is still to be sent. */
  waiting: Save | null
  sending: Promise<void> | null
  /** When the oldest unsent change was made. */
  changedAt: number
  cancelTimer: () => void
  failure: ErrorCode | null
  failuresInARow: number
}

const nothing = () => undefined

/** One note's autosave. Typed content leaves after 250 ms of quiet, and 500 ms after the first unsent key at the latest. */
export function createAutosave({ now, after, codeOf }: AutosaveSurroundings): Autosave {
  const parts = new Map<string, Part>()
  const listeners = new Set<() => void>()
  let savedAt: string | null = null
  let shown: SaveState = { kind: 'unchanged' }

  function currentState(): SaveState {
    const all = [...parts.values()]
    const failures = all.flatMap((part) => part.failure ?? [])
    const [code] = failures
    if (code !== undefined) return { kind: 'failed', code, triesAgain: failures.some((one) => !lasting.has(one)) }
    if (all.some((part) => part.waiting || part.sending)) return { kind: 'saving' }
    return savedAt === null ? { kind: 'unchanged' } : { kind: 'saved', at: savedAt }
  }

  function tell(): void {
    const state = currentState()
    if (JSON.stringify(state) !== JSON.stringify(shown)) shown = state
    for (const listener of listeners) listener()
  }

  function send(part: Part): Promise<void> {
    part.cancelTimer()
    if (part.sending) return part.sending.then(() => (part.waiting && !part.failure ? send(part) : undefined))
    const save = part.waiting
    if (!save) return Promise.resolve()
    part.waiting = null
    part.sending = commit(part, save)
    tell()
    return part.sending
  }

  async function commit(part: Part, save: Save): Promise<void> {
    try {
      const answer = await save()
      part.failure = null
      part.failuresInARow = 0
      if (savedAt === null || answer.savedAt > savedAt) savedAt = answer.savedAt
    } catch (thrown) {
      part.waiting ??= save
      part.failure = codeOf(thrown)
      part.failuresInARow += 1
      if (!lasting.has(part.failure)) retryLater(part)
    } finally {
      part.sending = null
      tell()
    }
  }

  function retryLater(part: Part): void {
    part.cancelTimer()
    const wait = Math.min(firstRetryMilliseconds * 2 ** (part.failuresInARow - 1), longestRetryMilliseconds)
    part.cancelTimer = after(wait, () => void send(part))
  }

  function partOf(name: string): Part {
    const known = parts.get(name)
    if (known) return known
    const part: Part = {
      waiting: null,
      sending: null,
      changedAt: 0,
      cancelTimer: nothing,
      failure: null,
      failuresInARow: 0,
    }
    parts.set(name, part)
    return part
  }

  return {
    change(name, save, pace = 'typing') {
      const part = partOf(name)
      if (!part.waiting) part.changedAt = now()
      part.waiting = save
      part.cancelTimer()
      const latest = part.changedAt + longestMilliseconds - now()
      const wait = pace === 'at once' ? 0 : Math.max(0, Math.min(quietMilliseconds, latest))
      if (wait === 0) void send(part)
      else part.cancelTimer = after(wait, () => void send(part))
      tell()
    },

    async flush() {
      const settle = async (part: Part) => {
        await send(part)
        if (part.failure) throw new UnsavedWork(part.failure)
      }
      const results = await Promise.allSettled([...parts.values()].map(settle))
      const failed = results.find((result) => result.status === 'rejected')
      if (failed) throw failed.reason
    },

    retry() {
      for (const part of parts.values()) if (part.failure) void send(part)
    },

    state: () => shown,
    hasFailed: (name) => parts.get(name)?.failure != null,

    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
