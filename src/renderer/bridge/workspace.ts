// Where the therapist is (screen, caret, scroll, half-typed forms), kept in the vault so that a lock, crash or restart
// brings them back.
import { useEffect, useRef, type RefObject } from 'react'
import type { Workspace } from '#shared/contract/app.ts'
import { ask } from './bridge.ts'
import { holdUnsavedWork } from './unsavedWork.ts'

const settleMilliseconds = 400

let place: Workspace = { path: '/today', caret: null, scroll: {}, forms: {} }
let timer: ReturnType<typeof setTimeout> | undefined
let isDirty = false
/** The forms that this window has changed since it saved: those of another window are not overwritten. */
let changedForms: ReadonlySet<string> = new Set()

async function save(): Promise<void> {
  clearTimeout(timer)
  timer = undefined
  if (!isDirty) return
  isDirty = false
  const saving = changedForms
  changedForms = new Set()
  const forms = Object.fromEntries([...saving].map((form) => [form, place.forms[form] ?? null]))
  try {
    await ask('workspace:save', { workspace: { ...place, forms } })
  } catch (thrown) {
    isDirty = true
    changedForms = new Set([...saving, ...changedForms])
    // Losing the place alone loses no data; losing half-typed text does, and prevents the lock.
    if (changedForms.size > 0) throw thrown
  }
}

function change(next: Workspace): void {
  place = next
  isDirty = true
  timer ??= setTimeout(() => void save().catch(() => undefined), settleMilliseconds)
}

const pathNow = () => window.location.hash.replace(/^#/, '')

/**
 * Loads the last place, or the one that this window was opened for. Call once after unlocking, before the
 * first screen is rendered.
 */
export async function loadWorkspace(): Promise<Workspace> {
  const [{ workspace }, { path }] = await Promise.all([ask('workspace:get', {}), ask('window:place', {})])
  if (workspace) place = workspace
  if (path !== null && path !== place.path) place = { ...place, path, caret: null, scroll: {} }
  holdUnsavedWork(save)
  // Runs before the router's own listener, so that the next screen finds its scroll offsets when it is rendered.
  window.addEventListener('hashchange', () => rememberPath(pathNow()))
  return place
}

/** The place as it stands now. */
export const currentWorkspace = (): Workspace => place

/** The scroll offsets of the screens seen since the start, for coming back to them. */
const scrollOf = new Map<string, Workspace['scroll']>()

function rememberPath(path: string): void {
  if (path === '' || path === place.path) return
  scrollOf.set(place.path, place.scroll)
  change({ ...place, path, caret: null, scroll: scrollOf.get(path) ?? {} })
}

/** Remembers the caret of an editor, in document positions. */
export function rememberCaret(editor: string, from: number, to: number): void {
  change({ ...place, caret: { editor, from, to } })
}

/** Forgets the caret where it is in another editor than this one: that one takes the focus when it is shown anew. */
export function leaveCaretTo(editor: string): void {
  if (place.caret && place.caret.editor !== editor) change({ ...place, caret: null })
}

/** Remembers how far a pane is scrolled, in CSS pixels. */
export function rememberScroll(pane: string, offset: number): void {
  change({ ...place, scroll: { ...place.scroll, [pane]: Math.max(0, offset) } })
}

/** What was half-typed in a form, by field, or undefined when nothing was. */
export const keptForm = (form: string): Readonly<Record<string, string>> | undefined => place.forms[form]

/** Keeps the raw texts of a form that is not saved as a record yet. */
export function keepForm(form: string, fields: Readonly<Record<string, string>>): void {
  changedForms = new Set([...changedForms, form])
  change({ ...place, forms: { ...place.forms, [form]: { ...fields } } })
}

/** Forgets a form's texts: they were saved or discarded. */
export function forgetForm(form: string): void {
  if (!(form in place.forms)) return
  const { [form]: _, ...forms } = place.forms
  changedForms = new Set([...changedForms, form])
  change({ ...place, forms })
  void save().catch(() => undefined)
}

/**
 * A pane that scrolls by itself and comes back to where it was after a lock or a restart.
 * Ref for a scrolling element. Restores its offset once `isReady` (its content is there), then remembers it.
 * @param pane the pane's name, unique on its screen
 */
export function usePaneScroll<T extends HTMLElement>(pane: string, isReady: boolean): RefObject<T | null> {
  const ref = useRef<T>(null)
  useEffect(() => {
    const element = ref.current
    if (!element || !isReady) return
    element.scrollTop = currentWorkspace().scroll[pane] ?? 0
    const remember = () => rememberScroll(pane, element.scrollTop)
    element.addEventListener('scroll', remember, { passive: true })
    return () => element.removeEventListener('scroll', remember)
  }, [pane, isReady])
  return ref
}
