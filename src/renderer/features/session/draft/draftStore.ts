// One draft that is open: who writes in it, what of it is saved, and bringing an earlier moment of it back.
import { notifications } from '@mantine/notifications'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { SessionRecord } from '#shared/contract/sessions.ts'
import type { DraftChange } from '#shared/contract/drafts.ts'
import { keptPartOf, savedPartName, type HistoryPart, type SavedPart } from '#shared/domain/note/parts.ts'
import { ask, Failure, failureOf, listen } from '#renderer/bridge/bridge.ts'
import { finishTyping, holdUnsavedWork } from '#renderer/bridge/unsavedWork.ts'
import { leaveCaretTo } from '#renderer/bridge/workspace.ts'
import { createAutosave, UnsavedWork, type Autosave, type ConflictKind, type Refusal } from './autosave.ts'
import { notifyLeftUnsaved } from './refusalWords.ts'

export interface DraftState {
  /** `asking` until main has answered; `elsewhere` while another window writes. */
  readonly lease: 'asking' | 'here' | 'elsewhere'
  /** Incremented when this window begins or stops writing: earlier reads are then out of date. */
  readonly turn: number
  /** Incremented when what is stored was changed, as by restoring: the screen then remounts with the stored state. */
  readonly restored: number
  /** What is stored is being changed: nothing can be typed until the screen begins anew. */
  readonly isRestoring: boolean
}

/** A session as it was read, and the revision that it was read at. */
export interface LoadedDraft {
  readonly record: SessionRecord
  readonly revision: number
}

export interface DraftStore {
  readonly sessionId: string
  readonly state: StoreApi<DraftState>
  readonly autosave: Autosave
  /** Called by a screen that shows the session; requests write access. Call the returned function when it is left. */
  show(): () => void
  /**
   * Called by a screen that writes in the draft, as read at a revision.
   * @returns a function to call when it is left: it sends everything, and keeps and retries what fails
   */
  write(revision: number): () => Promise<void>
  /** Takes over write access. @returns false where the other window could not save first */
  takeOver(): Promise<boolean>
  /** Reads the session after all pending changes are committed. @throws Failure */
  load(): Promise<LoadedDraft>
  /** Waits until everything is committed. @throws Failure with the code of what could not be saved */
  settled(): Promise<void>
  /**
   * Restores a part of the draft, or everything (null), and shows it.
   * @param focusAt the place that takes the focus afterwards
   * @returns the moment that undoes it
   * @throws Failure
   */
  restore(at: string, part: HistoryPart | null, focusAt: string): Promise<string>
  /** The place that takes the focus since the screen was rendered anew, once; null where none does. */
  takeFocus(): string | null
  /** Saves what is on screen of a part over what was stored meanwhile, which stays in the history. @throws Failure */
  saveOverConflict(part: SavedPart): Promise<void>
  /**
   * Saves what is on screen of a part without a history below what was stored meanwhile, and shows both.
   * @throws Failure
   */
  keepBoth(part: SavedPart): Promise<void>
  /** Shows what is stored of a part of which nothing stands here. @throws Failure */
  showStored(part: SavedPart): Promise<void>
}

interface DraftSurroundings {
  /** Renders a change of state synchronously. */
  renderAtOnce(change: () => void): void
  /** Reads the session again for the screen that shows it. Rejects when it could not be read. */
  reload(sessionId: string): Promise<unknown>
  /** No screen shows the draft, and nothing of it is unsaved. */
  onDone(): void
}

const clock = {
  now: () => performance.now(),
  after: (milliseconds: number, callback: () => void) => {
    const timer = setTimeout(callback, milliseconds)
    return () => clearTimeout(timer)
  },
}

function refusalOf(thrown: unknown): Refusal {
  const { code, details } = failureOf(thrown)
  const issue = code === 'CONFLICT' ? details.issues?.[0]?.code : undefined
  return { code, conflict: issue === 'changed_meanwhile' || issue === 'would_be_emptied' ? issue : null }
}

const conflictWords: Readonly<Record<ConflictKind, string>> = {
  changed_meanwhile: 'was changed elsewhere after it was opened here',
  would_be_emptied: 'has words in the vault but none here',
}

/** "Plan was changed elsewhere after it was opened here." */
export const conflictSentence = (part: SavedPart, kind: ConflictKind): string =>
  `${savedPartName(part) ?? 'A part'} ${conflictWords[kind]}.`

/** What became of both versions, where nobody decided about them. */
function notifySavedOver(part: SavedPart): void {
  const both =
    keptPartOf(part) === null
      ? 'Both texts are saved, one below the other.'
      : 'What you wrote here is saved. The other version is in the draft history.'
  notifications.show({
    id: `saved-over-${part}`,
    color: 'ember',
    message: `${conflictSentence(part, 'changed_meanwhile')} ${both}`,
    autoClose: 12_000,
  })
}

const failureOfUnsaved = (thrown: unknown): Failure =>
  thrown instanceof UnsavedWork ? new Failure({ code: thrown.code }) : failureOf(thrown)

/** The change with the flag that overwriting was decided by the user. */
const emptied = (change: DraftChange): DraftChange => {
  if (change.operation === 'session:saveSection') return { ...change, input: { ...change.input, isEmptied: true } }
  if (change.operation === 'addendum:saveDraft') return { ...change, input: { ...change.input, isEmptied: true } }
  return change
}

function createDraft(sessionId: string, { renderAtOnce, reload, onDone }: DraftSurroundings): DraftStore {
  const state = createStore<DraftState>(() => ({ lease: 'asking', turn: 0, restored: 0, isRestoring: false }))
  const writer = crypto.randomUUID()
  /** The revision that what is on screen was read at. */
  let since = 0
  const save = (from: number, changes: readonly DraftChange[], overwrites?: true) =>
    ask('draft:save', { sessionId, writer, since: from, changes: [...changes], ...(overwrites && { overwrites }) })
  const autosave = createAutosave({
    ...clock,
    refusalOf,
    beginSending() {
      const from = since
      return (changes) => save(from, changes)
    },
  })
  const release = holdUnsavedWork(() => saveAll())
  let screens = 0
  let writers = 0
  /** Screens that were left, but have not released write access yet. */
  let leavingScreens = 0
  let isGivenUp = false
  let placeToFocus: string | null = null
  let stopListening = () => undefined as void
  /** The clean-up of the screen that was left last, until its last commit. */
  let leaving: Promise<void> = Promise.resolve()

  const become = (lease: DraftState['lease']) =>
    state.setState((now) => (now.lease === lease ? now : { ...now, lease, turn: now.turn + 1 }))

  const settled = async () => {
    try {
      await autosave.flush()
    } catch (thrown) {
      throw failureOfUnsaved(thrown)
    }
  }

  const hold = async () => {
    isGivenUp = false
    // When main cannot be reached, this window must not write.
    const { held } = await ask('draft:hold', { sessionId }).catch(() => ({ held: false }))
    if (screens > 0) become(held && !isGivenUp ? 'here' : 'elsewhere')
  }

  const letGo = () => ask('draft:release', { sessionId })

  /** Another window requests write access. It is refused while something here cannot be saved. */
  const giveUp = async () => {
    finishTyping()
    await settled()
    isGivenUp = true
    renderAtOnce(() => become('elsewhere'))
    // The editors are unmounted now, and have reported their latest text.
    await leaving
    if (isGivenUp) await letGo()
  }

  const listenToOthers = () => {
    const stops = [
      listen('draftWanted', (wanted) => {
        if (wanted.sessionId === sessionId) void giveUp().catch(() => undefined)
      }),
      listen('draftFree', (free) => {
        if (free.sessionId === sessionId) void hold()
      }),
    ]
    return () => {
      for (const stop of stops) stop()
    }
  }

  const forgetIfDone = () => {
    if (screens + writers + leavingScreens > 0 || autosave.state().kind === 'saving') return
    release()
    onDone()
  }

  const leaveScreen = async () => {
    screens -= 1
    leavingScreens += 1
    if (screens === 0) {
      stopListening()
      state.setState({ lease: 'asking' })
    }
    // A draft on screen starts to save its remaining changes in the same turn.
    await Promise.resolve()
    await leaving
    if (screens === 0) await letGo()
  }

  const saveOver = async (part: SavedPart, change: (one: DraftChange) => DraftChange) => {
    try {
      await autosave.sendAnyway(part, (changes) => save(since, changes.map(change), true))
    } catch (thrown) {
      throw failureOfUnsaved(thrown)
    }
  }
  const saveOverConflict = (part: SavedPart) => saveOver(part, emptied)

  /**
   * Changes what is stored of the draft, reads it again, and renders the screen anew with it. What is typed meanwhile would
   * be neither in what is stored nor in what is shown: nothing can be.
   */
  const showAnew = async <T>(focusAt: string | null, change: () => Promise<T>): Promise<T> => {
    renderAtOnce(() => state.setState({ isRestoring: true }))
    try {
      finishTyping()
      const done = await change()
      await reload(sessionId)
      if (focusAt !== null) leaveCaretTo(focusAt)
      placeToFocus = focusAt
      state.setState((now) => ({ restored: now.restored + 1 }))
      return done
    } finally {
      state.setState({ isRestoring: false })
    }
  }

  /** The services put what was stored meanwhile in front. An addition's editor takes the focus by itself. */
  const keepBoth = (part: SavedPart) =>
    showAnew(part === 'remark' ? part : null, () => saveOver(part, (change) => change))

  /**
   * Nobody decides about a conflict any more: what was written here is saved, and what was stored meanwhile is in the
   * history.
   */
  const endConflicts = async () => {
    for (let now = autosave.state(); now.kind === 'failed' && now.conflict; now = autosave.state()) {
      const { part, kind } = now.conflict
      // Nothing stands here that could be lost.
      if (kind === 'would_be_emptied') autosave.forget(part)
      else {
        // A screen that goes on shows both texts.
        const isShown = keptPartOf(part) === null && writers > 0
        const saving = isShown ? keepBoth(part) : saveOver(part, (change) => change)
        // What cannot be saved for another reason is in conflict no more: the flush that follows says why.
        // oxlint-disable-next-line no-await-in-loop -- one part after the other
        await saving.then(
          () => notifySavedOver(part),
          () => undefined,
        )
      }
    }
  }

  /** Saves everything before a lock, a quit, or when the screen is left. */
  const saveAll = async () => {
    try {
      await autosave.flush()
    } catch {
      await endConflicts()
      await autosave.flush()
    }
  }

  const leaveWriting = async () => {
    writers -= 1
    try {
      await saveAll()
    } catch (thrown) {
      notifyLeftUnsaved(sessionId, failureOfUnsaved(thrown).code)
      await untilSavedOrHopeless(autosave)
    }
  }

  return {
    sessionId,
    state,
    autosave,
    settled,

    show() {
      screens += 1
      if (screens === 1) stopListening = listenToOthers()
      void hold()
      return () =>
        void leaveScreen()
          .catch(() => undefined)
          .finally(() => {
            leavingScreens -= 1
            forgetIfDone()
          })
    },

    write(revision) {
      writers += 1
      since = revision
      return () => {
        const left = leaveWriting()
        leaving = left
        return left.finally(forgetIfDone)
      }
    },

    async takeOver() {
      isGivenUp = false
      const { held } = await ask('draft:takeOver', { sessionId })
      if (held && screens === 0) await letGo()
      else if (held) become('here')
      return held
    },

    async load() {
      await settled()
      const [{ revision }, record] = await Promise.all([
        ask('draft:revision', {}),
        ask('session:get', { id: sessionId }),
      ])
      return { record, revision }
    },

    restore: (at, part, focusAt) =>
      showAnew(focusAt, async () => {
        await settled()
        const { undoneBy } = await ask('history:restore', { sessionId, at, part })
        return undoneBy
      }),

    takeFocus() {
      const place = placeToFocus
      placeToFocus = null
      return place
    },

    saveOverConflict,
    keepBoth,
    showStored: (part) => showAnew(null, async () => autosave.forget(part)),
  }
}

/** Resolves when everything is committed or permanently refused, which must not prevent the lock. */
const untilSavedOrHopeless = (autosave: Autosave): Promise<void> =>
  new Promise((resolve) => {
    const look = () => {
      const state = autosave.state()
      if (state.kind === 'saving' || (state.kind === 'failed' && state.triesAgain)) return
      leave()
      resolve()
    }
    const leave = autosave.subscribe(look)
    look()
  })

/** Returns the draft of a session: the same one while it is shown or has something to save. */
export type Drafts = (sessionId: string) => DraftStore

/** The drafts that are open in one window. */
export function createDrafts(surroundings: Omit<DraftSurroundings, 'onDone'>): Drafts {
  const open = new Map<string, DraftStore>()
  return (sessionId) => {
    const known = open.get(sessionId)
    if (known) return known
    const draft = createDraft(sessionId, { ...surroundings, onDone: () => void open.delete(sessionId) })
    open.set(sessionId, draft)
    return draft
  }
}
