// Puts the keyboard into a part of the note by its name on screen.
import { sectionNames } from '#shared/domain/note/sections.ts'
import { focusPane, paneElement } from './SessionFrame.tsx'
import type { NotePlace } from './signing/signRows.ts'

/** The part has to be on screen: in a narrow window its pane is chosen first. */
export function focusPlace(place: NotePlace): void {
  if (place === 'map') return focusPane('map')
  const name = place === 'lists' ? 'Technique' : sectionNames[place]
  const part = paneElement('note')?.querySelector<HTMLElement>(`:is([role="textbox"], input)[aria-label="${name}"]`)
  if (!part) return focusPane('note')
  part.focus()
  part.scrollIntoView({ block: 'nearest' })
}
