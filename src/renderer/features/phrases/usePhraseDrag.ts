// Moving a phrase with mouse, finger or pen: the list shows the new order while the handle is held.
import { useRef, useState, type PointerEvent, type RefObject } from 'react'
import type { PhraseRecord } from '#shared/contract/phrases.ts'

interface Drag {
  readonly id: string
  readonly to: number
}

/**
 * @param list whose children are the rows
 * @param onDrop called with the place within the section, from 0, when the handle is let go somewhere else
 */
export function usePhraseDrag(list: RefObject<HTMLElement | null>, onDrop: (phrase: PhraseRecord, to: number) => void) {
  const [drag, setDrag] = useState<Drag | null>(null)
  const newest = useRef<Drag | null>(null)

  const start = (phrase: PhraseRecord, event: PointerEvent<HTMLElement>) => {
    const handle = event.currentTarget
    const { current: around } = list
    if (!around || event.button !== 0) return
    handle.setPointerCapture(event.pointerId)
    const move = ({ clientY }: globalThis.PointerEvent) => {
      const rows = [...around.children].map((row) => row.getBoundingClientRect())
      const under = rows.findIndex(({ bottom }) => clientY < bottom)
      const to = under < 0 ? rows.length - 1 : under
      if (newest.current?.to === to) return
      newest.current = { id: phrase.id, to }
      setDrag(newest.current)
    }
    const end = (isDropped: boolean) => () => {
      handle.removeEventListener('pointermove', move)
      handle.removeEventListener('pointerup', drop)
      handle.removeEventListener('pointercancel', cancel)
      const last = newest.current
      newest.current = null
      setDrag(null)
      if (isDropped && last) onDrop(phrase, last.to)
    }
    const drop = end(true)
    const cancel = end(false)
    handle.addEventListener('pointermove', move)
    handle.addEventListener('pointerup', drop)
    handle.addEventListener('pointercancel', cancel)
  }
  return { drag, start }
}
