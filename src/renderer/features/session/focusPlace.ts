// Puts the keyboard into a part of the note that is asked about before signing.
import { focusInView, focusPane, focusSection, paneElement } from './panes.ts'
import type { NotePlace } from './signing/signRows.ts'

/** The part has to be on screen: in a narrow window its pane is chosen first. */
export function focusPlace(place: NotePlace): void {
  if (place === 'map') return focusPane('map')
  if (place !== 'lists') return focusSection(place)
  const field = paneElement('note')?.querySelector<HTMLElement>('input[aria-label="Technique"]')
  if (field) focusInView(field)
}
