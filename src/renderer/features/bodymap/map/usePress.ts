// Distinguishes taps, drags and long presses on the map.
import { useState } from 'react'

const longPressMilliseconds = 500
/** A press that moves farther than this, in CSS pixels, is a drag. */
const tapSlop = 8

interface Spot {
  readonly clientX: number
  readonly clientY: number
}

interface Press {
  /** A press begins; `onLong` is called when it stays. */
  begin(event: Spot & { readonly button: number; readonly isPrimary: boolean }, onLong: (() => void) | null): void
  move(event: Spot): void
  end(): void
  /** Whether the press was long and is handled. */
  wasLong(): boolean
  /** Whether the press that ends in this click has moved, or was long and is handled. */
  wasDragOrLong(event: Spot): boolean
}

/** One press at a time; the same object across renders. */
export function usePress(): Press {
  const [press] = useState(makePress)
  return press
}

function makePress(): Press {
  let from: Spot | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let wasLong = false
  const hasMoved = ({ clientX, clientY }: Spot) =>
    from !== null && Math.hypot(clientX - from.clientX, clientY - from.clientY) > tapSlop
  const end = () => clearTimeout(timer)
  return {
    begin(event, onLong) {
      end()
      from = { clientX: event.clientX, clientY: event.clientY }
      wasLong = false
      if (!onLong || event.button !== 0) return
      // A second finger makes it a pinch.
      if (!event.isPrimary) return
      timer = setTimeout(() => {
        wasLong = true
        onLong()
      }, longPressMilliseconds)
    },
    move(event) {
      if (hasMoved(event)) end()
    },
    end,
    wasLong: () => wasLong,
    wasDragOrLong: (event) => wasLong || hasMoved(event),
  }
}
