// The mark of the sentence that is pointed at stands out on the map. Set directly: the map must not be drawn anew for it.
import { paneElement } from '../panes.ts'

const attribute = 'data-shown'

/** Lets the marks and the row of a course of findings stand out on the map, and none but them; null for none at all. */
export function standOut(courseId: string | null): void {
  const map = paneElement('map')
  if (!map) return
  for (const element of map.querySelectorAll(`[${attribute}]`)) element.removeAttribute(attribute)
  if (courseId === null) return
  for (const element of map.querySelectorAll(`[data-course~="${CSS.escape(courseId)}"]`)) {
    element.setAttribute(attribute, '')
  }
}
