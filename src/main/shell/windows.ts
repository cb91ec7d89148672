// The app's open windows: which there are, which is in front, and requests to all of them at once.
import type { EventName, EventPayloads } from '#shared/contract/contract.ts'
import type { FlushOutcome } from './flushRenderer.ts'

/** A window as the rest of the shell knows it. */
export interface AppWindow {
  /** The id of its web contents. */
  readonly id: number
  /** The route at which its next page opens; null for the place of last time. */
  readonly place: string | null
  /** Its page has called something: from now on it may hold what is not saved. */
  hears(): void
  send<E extends EventName>(event: E, payload: EventPayloads[E]): void
  /** Makes its page save what it holds. */
  flush(): Promise<FlushOutcome>
  answerFlush(request: number, outcome: Exclude<FlushOutcome, 'no answer'>): void
  /** Loads its page, at its place. */
  load(): Promise<void>
  /** Reloads its page at the same place. */
  reload(): Promise<void>
  /**
   * Replaces its page by a blank one, and remembers the place.
   * @returns the id of the operating system's process that had the page; null when the window is gone
   */
  empty(): Promise<number | null>
  focus(): void
  destroy(): void
}

export interface Windows<W extends AppWindow> {
  add(window: W): void
  remove(id: number): void
  of(id: number): W | undefined
  readonly count: number
  /** The window that was used last. */
  readonly front: W | undefined
  /** The window was used just now. */
  raise(id: number): void
  /** Sends an event to all windows but one. */
  sendToOthers<E extends EventName>(but: number, event: E, payload: EventPayloads[E]): void
  /**
   * Makes every page save what it holds: `saved` only when all did. A window that could not save is brought to the
   * front, where its screen says why.
   */
  flush(): Promise<FlushOutcome>
  /** Sends an event to all windows. */
  send<E extends EventName>(event: E, payload: EventPayloads[E]): void
  /** Reloads every page, except that of one window where one is named. */
  reload(but?: number): Promise<void>
  /**
   * Reloads every page, each in a process that never had a page before: the memory of the old ones returns to the
   * system.
   */
  replace(): Promise<void>
}

/** No windows yet. @param untilGone waits until processes of the operating system have ended, and ends them if need be */
export function makeWindows<W extends AppWindow>(
  untilGone: (processIds: readonly number[]) => Promise<void>,
): Windows<W> {
  // In the order of their last use.
  let open: readonly W[] = []
  const others = (id?: number) => open.filter((window) => window.id !== id)
  return {
    add(window) {
      open = [...others(window.id), window]
    },
    remove(id) {
      open = others(id)
    },
    of: (id) => open.find((window) => window.id === id),
    get count() {
      return open.length
    },
    get front() {
      return open.at(-1)
    },
    raise(id) {
      const window = open.find((one) => one.id === id)
      if (window) open = [...others(id), window]
    },
    sendToOthers(but, event, payload) {
      for (const window of others(but)) window.send(event, payload)
    },
    async flush() {
      const outcomes = await Promise.all(open.map(async (window) => ({ window, outcome: await window.flush() })))
      const unsaved =
        outcomes.find(({ outcome }) => outcome === 'unsaved') ?? outcomes.find(({ outcome }) => outcome === 'unstored')
      unsaved?.window.focus()
      return unsaved?.outcome ?? outcomes.find(({ outcome }) => outcome === 'no answer')?.outcome ?? 'saved'
    },
    send(event, payload) {
      for (const window of open) window.send(event, payload)
    },
    async replace() {
      const emptied = open
      // A page that refuses to unload is left all the same: its process is ended below.
      const before = await Promise.all(emptied.map((window) => window.empty().catch(() => null)))
      await untilGone([...new Set(before)].filter((id) => id !== null))
      await Promise.all(emptied.map((window) => window.load()))
    },
    async reload(but) {
      await Promise.all(others(but).map((window) => window.reload()))
    },
  }
}
