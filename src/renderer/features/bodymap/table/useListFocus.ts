// Keeps the keyboard in the lists under the map when an act takes away the button that was pressed.
import { useCallback, useRef, type RefObject } from 'react'
import { flushSync } from 'react-dom'

interface ListFocus {
  /** For the panel that holds the lists; it takes the focus when they have nothing left to press. */
  readonly panel: RefObject<HTMLDivElement | null>
  /** Does the act; where the focus would be lost, its row keeps it, or the row that comes next. */
  readonly keepingFocus: (act: () => void) => void
}

/** @returns `keepingFocus` is stable across renders */
export function useListFocus(): ListFocus {
  const panel = useRef<HTMLDivElement>(null)
  const keepingFocus = useCallback((act: () => void) => {
    const rows = () => [...(panel.current?.querySelectorAll('tbody tr') ?? [])]
    const buttonOf = (row: Element | undefined, selector: 'tr button' | 'td button') =>
      [...(panel.current?.querySelectorAll<HTMLElement>(selector) ?? [])].find((button) => row?.contains(button))
    const index = rows().findIndex((row) => row.contains(document.activeElement))
    const row = rows()[index]
    flushSync(act)
    if (document.activeElement !== document.body) return
    const next = row?.isConnected
      ? buttonOf(row, 'tr button')
      : buttonOf(rows().at(Math.min(index, rows().length - 1)), 'td button')
    if (index >= 0 && next) next.focus()
    else panel.current?.focus()
  }, [])
  return { panel, keepingFocus }
}
