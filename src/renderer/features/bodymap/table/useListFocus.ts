// Keeps the keyboard in the list of findings when an act takes away the button that was pressed.
import { useCallback, useRef, type RefObject } from 'react'
import { flushSync } from 'react-dom'

interface ListFocus {
  /** For the panel that holds the list; it takes the focus when the list has nothing left to press. */
  readonly panel: RefObject<HTMLDivElement | null>
  /** Does the act; where the focus would be lost, its row keeps it, or the row that comes next. */
  readonly keepingFocus: (act: () => void) => void
}

/** @returns `keepingFocus` stays the same from drawing to drawing */
export function useListFocus(): ListFocus {
  const panel = useRef<HTMLDivElement>(null)
  const keepingFocus = useCallback((act: () => void) => {
    const rows = () => [...(panel.current?.querySelectorAll('tbody tr') ?? [])]
    const row = document.activeElement?.closest('tr') ?? null
    const index = row ? rows().indexOf(row) : -1
    flushSync(act)
    if (document.activeElement !== document.body) return
    const next = row?.isConnected
      ? row.querySelector<HTMLElement>('button')
      : rows()
          .at(Math.min(index, rows().length - 1))
          ?.querySelector<HTMLElement>('td button')
    if (index >= 0 && next) next.focus()
    else panel.current?.focus()
  }, [])
  return { panel, keepingFocus }
}
