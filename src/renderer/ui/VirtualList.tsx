// A long list of links that renders only the rows in view. Arrow keys move through all of them.
import { useVirtualizer, type Range } from '@tanstack/react-virtual'
import { useEffect, useImperativeHandle, useLayoutEffect, useRef, useState, type ReactNode, type Ref } from 'react'
import { currentWorkspace, rememberScroll } from '#renderer/bridge/workspace.ts'
import classes from './VirtualList.module.css'
import { ourKeys } from './inputMethodKeys.ts'

export interface VirtualListHandle {
  /** Moves the focus to a row, from 0. */
  focusRow(index: number): void
  scrollToTop(): void
}

interface Props<T> {
  /** The list's name for assistive technology. */
  label: string
  items: readonly T[]
  keyOf: (item: T) => string
  /** Height of every row in CSS pixels. */
  rowHeight: number
  /** The name under which the scroll offset is kept over a lock or a restart. */
  pane: string
  /** Stays over the rows while they scroll; as high as `headingHeight` in CSS pixels. */
  heading?: ReactNode
  headingHeight?: number
  /** Renders a row; its first link or button, or what else can have the focus, takes it. */
  renderRow: (item: T) => ReactNode
  /** The arrow key up on the first row. */
  onLeaveUpwards?: () => void
  ref?: Ref<VirtualListHandle>
}

const rowsBeyondView = 8

function rowsToRender(range: Range, focused: number | null): number[] {
  const first = Math.max(0, range.startIndex - rowsBeyondView)
  const last = Math.min(range.count - 1, range.endIndex + rowsBeyondView)
  const rows = Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at)
  // The focused row stays rendered when it is scrolled away, or the focus would be lost.
  if (focused === null || focused >= range.count || (focused >= first && focused <= last)) return rows
  return [...rows, focused].toSorted((a, b) => a - b)
}

export function VirtualList<T>({
  label,
  items,
  keyOf,
  rowHeight,
  pane,
  heading,
  headingHeight = 0,
  renderRow,
  onLeaveUpwards,
  ref,
}: Props<T>) {
  const scroller = useRef<HTMLDivElement>(null)
  const [focused, setFocused] = useState<number | null>(null)
  const wanted = useRef<number | null>(null)
  // Rendered again with every scroll anyway, so there is nothing to memoise.
  // oxlint-disable-next-line react/incompatible-library
  const virtualizer = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    scrollMargin: headingHeight,
    scrollPaddingStart: headingHeight,
    initialOffset: () => currentWorkspace().scroll[pane] ?? 0,
    getItemKey: (index) => {
      const item = items[index]
      return item === undefined ? index : keyOf(item)
    },
    rangeExtractor: (range) => rowsToRender(range, focused),
  })

  function focusRow(index: number) {
    wanted.current = index
    setFocused(index)
    virtualizer.scrollToIndex(index)
    focusWanted()
  }

  function focusWanted() {
    if (wanted.current === null) return
    const row = scroller.current?.querySelector<HTMLElement>(
      `[data-index="${wanted.current}"] :is(a, button, [tabindex])`,
    )
    if (!row) return
    wanted.current = null
    row.focus({ preventScroll: true })
  }

  useImperativeHandle(ref, () => ({ focusRow, scrollToTop: () => virtualizer.scrollToOffset(0) }))
  useLayoutEffect(focusWanted)
  useEffect(() => {
    const element = scroller.current
    if (!element) return
    const remember = () => rememberScroll(pane, element.scrollTop)
    element.addEventListener('scroll', remember, { passive: true })
    return () => element.removeEventListener('scroll', remember)
  }, [pane])

  function onKeyDown(event: React.KeyboardEvent) {
    const at = Number(
      (event.target as HTMLElement).closest<HTMLElement>('[data-index]')?.dataset['index'] ?? Number.NaN,
    )
    if (Number.isNaN(at) || event.ctrlKey || event.metaKey || event.altKey) return
    const page = Math.max(1, Math.floor(((scroller.current?.clientHeight ?? 0) - headingHeight) / rowHeight) - 1)
    const to = stepTo(event.key, at, items.length, page)
    if (to === undefined) return
    event.preventDefault()
    if (to === 'before the list') onLeaveUpwards?.()
    else focusRow(to)
  }

  return (
    // The arrow keys are a shortcut over rows that are links of their own.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      ref={scroller}
      className={classes.scroller}
      onKeyDown={ourKeys(onKeyDown)}
      onFocus={(event) => {
        const index = event.target.closest<HTMLElement>('[data-index]')?.dataset['index']
        if (index !== undefined) setFocused(Number(index))
      }}
    >
      {heading !== undefined && <div className={classes.heading}>{heading}</div>}
      <div role="list" aria-label={label} className={classes.list} style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index, key, start }) => {
          const item = items[index]
          if (item === undefined) return null
          return (
            <div
              key={key}
              role="listitem"
              aria-posinset={index + 1}
              aria-setsize={items.length}
              data-index={index}
              className={classes.row}
              style={{ height: rowHeight, transform: `translateY(${start - headingHeight}px)` }}
            >
              {renderRow(item)}
            </div>
          )
        })}
      </div>
    </div>
  )
}

/**
 * Where a key leads within a list.
 * @param key as in KeyboardEvent
 * @param at the row with the focus, from 0
 * @param count rows in the list
 * @param page rows that a page key passes over
 * @returns the row to go to, a way out upwards, or undefined for other keys
 */
export function stepTo(key: string, at: number, count: number, page: number): number | 'before the list' | undefined {
  const last = count - 1
  switch (key) {
    case 'ArrowDown':
      return Math.min(last, at + 1)
    case 'ArrowUp':
      return at === 0 ? 'before the list' : at - 1
    case 'PageDown':
      return Math.min(last, at + page)
    case 'PageUp':
      return Math.max(0, at - page)
    case 'Home':
      return 0
    case 'End':
      return last
    default:
      return undefined
  }
}
