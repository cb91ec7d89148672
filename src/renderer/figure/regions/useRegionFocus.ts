// Keyboard focus on a drawing's regions: one is the tab stop, arrows move to neighbours, letters to names.
import { useMemo, useState, type KeyboardEvent, type RefObject } from 'react'
import type { FigureView, RegionShape } from '#shared/domain/bodymap/figure.ts'
import { nextRegion, type Direction } from '#shared/domain/bodymap/navigation.ts'
import { regions, type RegionId } from '#shared/domain/bodymap/regions.ts'
import { regionElement, regionIds } from './RegionButtons.tsx'
import { isSideTyped, regionByTyping } from './regionTyping.ts'

const typingMilliseconds = 900

/** The typed letters. Shared by all drawings, so that typing goes on in the next one. */
let typed = { letters: '', at: 0 }

const lettersSoFar = (event: KeyboardEvent) => (event.timeStamp - typed.at > typingMilliseconds ? '' : typed.letters)

const directions: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
}

interface Shown {
  readonly drawing: FigureView
  /** The part of the drawing that is shown, in figure units. */
  readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
}

export interface RegionFocus {
  /** The regions whose middle lies in the box. */
  readonly shapes: readonly RegionShape[]
  /** The region at which Tab stops. */
  readonly stop: RegionId
  readonly focused: RegionId | null
  /** For the drawing's focus and blur; returns the focused region. */
  onFocus(target: Element): RegionId | null
  onBlur(): void
  /** Moves the focus when the key means that; returns whether it did. Keys with Shift are left to others. */
  move(event: KeyboardEvent, from: RegionId): boolean
}

/** @param svg the drawing, whose regions carry their id as `data-region` */
export function useRegionFocus(svg: RefObject<SVGSVGElement | null>, { drawing, box }: Shown): RegionFocus {
  const shapes = useMemo(() => drawing.regions.filter(({ anchor }) => isWithin(anchor, box)), [drawing, box])
  const inOrder = useMemo(() => {
    const ids = new Set(shapes.map(({ regionId }) => regionId))
    return regions.filter(({ id }) => ids.has(id))
  }, [shapes])
  const [stop, setStop] = useState<RegionId>(inOrder[0]?.id ?? '')
  const [focused, setFocused] = useState<RegionId | null>(null)

  const goTo = (id: RegionId | null | undefined) => {
    if (id) regionElement(svg.current, id)?.focus()
  }
  const type = (event: KeyboardEvent, from: RegionId) => {
    typed = { letters: lettersSoFar(event) + event.key, at: event.timeStamp }
    const here = regionByTyping(inOrder, from, typed.letters)
    if (here) goTo(here.id)
    else focusInOtherFigure(svg.current, typed.letters)
  }

  return {
    shapes,
    stop,
    focused,
    onFocus(target) {
      const id = target.getAttribute('data-region')
      if (!id) return null
      setStop(id)
      setFocused(id)
      return id
    },
    onBlur: () => setFocused(null),
    move(event, from) {
      if (event.shiftKey && event.key in directions) return false
      const direction = directions[event.key]
      if (direction) goTo(nextRegion(shapes, from, direction))
      else if (event.key === 'Home') goTo(inOrder[0]?.id)
      else if (event.key === 'End') goTo(inOrder.at(-1)?.id)
      else if (/^\p{L}$/u.test(event.key) || (event.key === ' ' && isSideTyped(lettersSoFar(event)))) type(event, from)
      else {
        // A key that does something ends the name.
        typed = { letters: '', at: 0 }
        return false
      }
      return true
    },
  }
}

const isWithin = ({ x, y }: RegionShape['anchor'], box: Shown['box']) =>
  x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height

/** A region that this figure does not show may stand in one beside it. */
function focusInOtherFigure(svg: SVGSVGElement | null, letters: string): void {
  const row = svg?.closest('figure')?.parentElement
  const others = [...(row?.querySelectorAll('svg') ?? [])].filter((other) => other !== svg)
  for (const other of others) {
    const ids = regionIds(other)
    const shown = regions.filter(({ id }) => ids.has(id))
    const found = regionByTyping(shown, null, letters)
    if (found) return regionElement(other, found.id)?.focus()
  }
}
