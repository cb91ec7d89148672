// Keys that put the keyboard into a part of the session: the four sections, the measures, the body map.
import type { TiptapEditorHTMLElement } from '@tiptap/core'
import { flushSync } from 'react-dom'
import { sectionNames, type SectionId } from '#shared/domain/note/sections.ts'
import { useShortcut } from '#renderer/ui/shortcuts.ts'

type Pane = 'map' | 'note'

interface Panes {
  /** Shows the pane where there is room for one. */
  show(pane: Pane): void
  /** The pane's element, or null while there is none. */
  element(pane: Pane): HTMLElement | null
}

const firstStop = 'input:not([tabindex="-1"]), button:not([tabindex="-1"]), [tabindex="0"]'

/** Hears Alt+1 to Alt+4, Alt+0 and Alt+M for a session on screen, draft or signed. */
export function useFocusKeys(panes: Panes): void {
  const within = (pane: Pane) => {
    flushSync(() => panes.show(pane))
    return panes.element(pane)
  }
  const toSection = (id: SectionId) => () => {
    const card = within('note')?.querySelector<HTMLElement>(`section[aria-label="${sectionNames[id]}"]`)
    const text = card?.querySelector<TiptapEditorHTMLElement>('[role="textbox"]')
    if (text) focusText(text)
    else if (card) focusAnyhow(card)
  }
  useShortcut('subjective', toSection('subjective'))
  useShortcut('objective', toSection('objective'))
  useShortcut('assessment', toSection('assessment'))
  useShortcut('plan', toSection('plan'))
  useShortcut('measures', () => {
    const row = within('note')?.querySelector<HTMLElement>('[aria-label="Measures"]')
    const first = row?.querySelector<HTMLElement>(firstStop)
    if (first) focusInView(first)
    else if (row) focusAnyhow(row)
  })
  useShortcut('bodyMap', () => {
    const pane = within('map')
    const region = pane?.querySelector<HTMLElement>('[data-region][tabindex="0"]')
    if (region) region.focus()
    else if (pane) focusAnyhow(pane)
  })
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

function focusInView(element: HTMLElement): void {
  element.focus({ preventScroll: true })
  element.scrollIntoView({ block: 'nearest' })
}

function focusAnyhow(element: HTMLElement): void {
  if (!element.hasAttribute('tabindex')) element.setAttribute('tabindex', '-1')
  focusInView(element)
}
