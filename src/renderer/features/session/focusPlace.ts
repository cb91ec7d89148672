// Puts the keyboard into a part of the note that is asked about before signing.
import { focusInView, focusPane, focusSection, paneElement } from './panes.ts'
import { isSectionId } from '#shared/domain/note/sections.ts'
import type { CarriedPart } from '#shared/domain/note/parts.ts'

/** The part has to be on screen: in a narrow window its pane is chosen first. */
export function focusPlace(place: CarriedPart): void {
  if (place === 'map') return focusPane('map')
  if (isSectionId(place)) return focusSection(place)
  const field = paneElement('note')?.querySelector<HTMLElement>('input[aria-label="Technique"]')
  if (field) focusInView(field)
}
