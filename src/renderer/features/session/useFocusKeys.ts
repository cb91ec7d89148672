// Keys that put the keyboard into a part of the session: the four sections, the measures, the body map.
import { flushSync } from 'react-dom'
import type { SectionId } from '#shared/domain/note/sections.ts'
import { useShortcut } from '#renderer/ui/shortcuts.ts'
import { focusAnyhow, focusInView, focusSection, paneElement, type Pane } from './panes.ts'

const firstStop = 'input:not([tabindex="-1"]), button:not([tabindex="-1"]), [tabindex="0"]'

/**
 * Hears Alt+1 to Alt+4, Alt+0 and Alt+M for a session on screen, draft or signed.
 * @param show shows the pane where there is room for one
 */
export function useFocusKeys(show: (pane: Pane) => void): void {
  const within = (pane: Pane) => {
    flushSync(() => show(pane))
    return paneElement(pane)
  }
  const toSection = (id: SectionId) => () => {
    flushSync(() => show('note'))
    focusSection(id)
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
