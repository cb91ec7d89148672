// Where marks that are pressed by themselves stand on the page: they carry the ids of their findings.

/** The mark whose first finding has this id, within a part of the page; null where it is not pressed by itself. */
export const markElement = (within: ParentNode | null, findingId: string): Element | null =>
  within?.querySelector(`[data-mark^="${CSS.escape(findingId)}"]`) ?? null

/** The ids of the findings of the mark on which something happened; none beside all marks. */
export const findingsAt = (target: EventTarget): readonly string[] =>
  (target instanceof Element ? target.closest('[data-mark]')?.getAttribute('data-mark')?.split(' ') : null) ?? []
