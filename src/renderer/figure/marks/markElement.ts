// Finds the elements of marks that can be pressed themselves: they carry the ids of their findings.

/** The mark whose first finding has this id, within a part of the page; null where it cannot be pressed itself. */
export const markElement = (within: ParentNode | null, findingId: string): Element | null =>
  within?.querySelector(`[data-mark^="${CSS.escape(findingId)}"]`) ?? null

/** The ids of the findings of the mark that an event hit; none outside of marks. */
export const findingsAt = (target: EventTarget): readonly string[] =>
  (target instanceof Element ? target.closest('[data-mark]')?.getAttribute('data-mark')?.split(' ') : null) ?? []
