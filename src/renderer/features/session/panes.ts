// The two panes of a session on screen, and putting the keyboard into them.
import type { TiptapEditorHTMLElement } from '@tiptap/core'
import { sectionNames, type SectionId } from '#shared/domain/note/sections.ts'

export const panes = ['map', 'note'] as const
export type Pane = (typeof panes)[number]

/** The pane's element on screen, or null while no session is. */
export const paneElement = (pane: Pane): HTMLElement | null =>
  document.querySelector<HTMLElement>(`section[data-pane="${pane}"]`)

/** Puts the keyboard at the beginning of a pane. */
export function focusPane(pane: Pane): void {
  const element = paneElement(pane)
  if (element) focusAnyhow(element)
}

/** Puts the keyboard into a section's text; where that can only be read, on its card. */
export function focusSection(id: SectionId): void {
  const card = paneElement('note')?.querySelector<HTMLElement>(`section[aria-label="${sectionNames[id]}"]`)
  const text = card?.querySelector<TiptapEditorHTMLElement>('[role="textbox"]')
  if (text) focusText(text)
  else if (card) focusAnyhow(card)
}

/**
 * The caret stays where it was; in a text that nobody has been in yet it goes to the end. Through the editor's view:
 * focusing the element alone would put the caret at the beginning, and the editor's own command waits for a frame.
 */
function focusText(text: TiptapEditorHTMLElement): void {
  const { editor } = text
  if (!editor) return focusInView(text)
  if (editor.state.selection.to <= 1) editor.commands.setTextSelection(editor.state.doc.content.size)
  editor.view.focus()
  text.scrollIntoView({ block: 'nearest' })
}

export function focusInView(element: HTMLElement): void {
  element.focus({ preventScroll: true })
  element.scrollIntoView({ block: 'nearest' })
}

/** Also for what takes no keyboard by itself. */
export function focusAnyhow(element: HTMLElement): void {
  if (!element.hasAttribute('tabindex')) element.setAttribute('tabindex', '-1')
  focusInView(element)
}
