// Where the therapist is (screen, caret, scroll), kept in the vault so that a lock, crash or restart brings them back.
import type { Workspace } from '#shared/contract/app.ts'
import { ask } from './bridge.ts'
import { holdUnsavedWork } from './unsavedWork.ts'

const settleMilliseconds = 800

let place: Workspace = { path: '/today', caret: null, scroll: {} }
let timer: ReturnType<typeof setTimeout> | undefined
let isDirty = false

async function save(): Promise<void> {
  clearTimeout(timer)
  timer = undefined
  if (!isDirty) return
  isDirty = false
  // Losing the place is no loss of data, so a failure is not worth a message.
  await ask('workspace:save', { workspace: place }).catch(() => undefined)
}

function change(next: Workspace): void {
  place = next
  isDirty = true
  timer ??= setTimeout(() => void save(), settleMilliseconds)
}

/** Loads the place of last time. Call once after unlocking, before the first screen is drawn. */
export async function loadWorkspace(): Promise<Workspace> {
  const { workspace } = await ask('workspace:get', {})
  if (workspace) place = workspace
  holdUnsavedWork(save)
  return place
}

/** The place as it stands now. */
export const currentWorkspace = (): Workspace => place

/** Remembers the screen; caret and scroll of another screen are forgotten. */
export function rememberPath(path: string): void {
  if (path !== place.path) change({ path, caret: null, scroll: {} })
}

/** Remembers the caret of an editor, in document positions. */
export function rememberCaret(editor: string, from: number, to: number): void {
  change({ ...place, caret: { editor, from, to } })
}

/** Remembers how far a pane is scrolled, in CSS pixels. */
export function rememberScroll(pane: string, offset: number): void {
  change({ ...place, scroll: { ...place.scroll, [pane]: Math.max(0, offset) } })
}
