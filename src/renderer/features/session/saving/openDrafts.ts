// The autosave of every draft that is open, or was left while something of it could not be saved yet.
import { Failure, failureOf } from '#renderer/bridge/bridge.ts'
import { holdUnsavedWork } from '#renderer/bridge/unsavedWork.ts'
import { tellFailure } from '#renderer/ui/tellFailure.ts'
import { createAutosave, UnsavedWork, type Autosave } from './autosave.ts'

interface OpenDraft {
  readonly autosave: Autosave
  readonly release: () => void
  screens: number
}

const drafts = new Map<string, OpenDraft>()

const surroundings = {
  now: () => performance.now(),
  after: (milliseconds: number, callback: () => void) => {
    const timer = setTimeout(callback, milliseconds)
    return () => clearTimeout(timer)
  },
  codeOf: (thrown: unknown) => failureOf(thrown).code,
}

/** The autosave of a session's draft; the same one for as long as it is open or has something to save. */
export function autosaveOf(sessionId: string): Autosave {
  const known = drafts.get(sessionId)
  if (known) return known.autosave
  const autosave = createAutosave(surroundings)
  drafts.set(sessionId, { autosave, release: holdUnsavedWork(autosave.flush), screens: 0 })
  return autosave
}

/** A screen shows the draft now. */
export function enterDraft(sessionId: string): void {
  autosaveOf(sessionId)
  const draft = drafts.get(sessionId)
  if (draft) draft.screens += 1
}

/** The way out of drafts that were left last, until the last commit. */
const leaving = new Map<string, Promise<void>>()

/** A screen leaves the draft: everything is sent. What cannot be saved is kept and tried again. */
export function leaveDraft(sessionId: string): Promise<void> {
  const left = settle(sessionId).finally(() => {
    if (leaving.get(sessionId) === left) leaving.delete(sessionId)
  })
  leaving.set(sessionId, left)
  return left
}

/** Resolves when nothing of a draft that was left is still to be saved; at once when it was not left just now. */
export const draftLeft = async (sessionId: string): Promise<void> => leaving.get(sessionId)

async function settle(sessionId: string): Promise<void> {
  const draft = drafts.get(sessionId)
  if (!draft) return
  draft.screens -= 1
  try {
    await draft.autosave.flush()
  } catch (thrown) {
    tellFailure(failureOfUnsaved(thrown))
    await untilSavedOrHopeless(draft.autosave)
  }
  if (draft.screens > 0 || drafts.get(sessionId) !== draft) return
  draft.release()
  drafts.delete(sessionId)
}

/** Resolves when everything is committed, or when what is left can never be: the app must not stay unlocked for it. */
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

const failureOfUnsaved = (thrown: unknown): Failure =>
  thrown instanceof UnsavedWork ? new Failure({ code: thrown.code }) : failureOf(thrown)

/**
 * Waits until everything of a session that was on screen is committed, so that what is read next is the newest.
 * @throws Failure with the code of what could not be saved
 */
export async function draftSettled(sessionId: string): Promise<void> {
  try {
    await drafts.get(sessionId)?.autosave.flush()
  } catch (thrown) {
    throw failureOfUnsaved(thrown)
  }
}
