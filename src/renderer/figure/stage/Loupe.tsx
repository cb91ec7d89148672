// The loupe: what lies under the finger, enlarged above it, with the region's name. It renders nothing of the map again.
import { useEffect, useRef, type RefObject } from 'react'
import { hasTouchSizes } from '#renderer/ui/touch/touchSizes.ts'
import classes from './Loupe.module.css'
import type { Size } from './stageGeometry.ts'

interface Props {
  /** The element around the figures. */
  ground: RefObject<HTMLElement | null>
}

/** Longer than a tap. */
const delay = 120
/** How much larger than on the map. */
const enlargement = 2.2
/** Parts of figures get an id once they were under a finger, so that the lens can reference them. */
let named = 0

export function Loupe({ ground }: Props) {
  const loupe = useRef<HTMLDivElement>(null)
  const lens = useRef<SVGSVGElement>(null)
  const name = useRef<HTMLDivElement>(null)

  useEffect(() => {
    const around = ground.current
    if (!around) return undefined
    let timer: ReturnType<typeof setTimeout> | undefined
    let finger: number | null = null
    let shown: SVGSVGElement | null = null

    const hide = () => {
      clearTimeout(timer)
      finger = null
      shown = null
      if (loupe.current) loupe.current.hidden = true
    }
    const show = ({ clientX, clientY }: PointerEvent) => {
      const under = document.elementsFromPoint(clientX, clientY)
      const place = under.find((element) => element.closest('[data-figure]'))?.closest('[data-figure]')
      const figure = place?.querySelector<SVGSVGElement>(':scope > svg[role]')
      const matrix = figure?.getScreenCTM()
      if (!figure || !matrix || !loupe.current || !lens.current || !name.current) return hide()
      if (figure !== shown) lens.current.replaceChildren(...usesOf(figure))
      shown = figure
      const at = new DOMPoint(clientX, clientY).matrixTransform(matrix.inverse())
      const seen = loupeSize / matrix.a / enlargement
      lens.current.setAttribute('viewBox', `${at.x - seen / 2} ${at.y - seen / 2} ${seen} ${seen}`)
      name.current.textContent =
        under.find((element) => element.hasAttribute('data-region'))?.getAttribute('aria-label') ?? ''
      const box = around.getBoundingClientRect()
      const { left, top } = loupePlace({ x: clientX - box.left, y: clientY - box.top }, box)
      loupe.current.style.transform = `translate(${left}px, ${top}px)`
      loupe.current.hidden = false
    }
    const onDown = (event: PointerEvent) => {
      // A second finger makes it a pinch.
      if (event.pointerType === 'mouse' || !event.isPrimary || !hasTouchSizes()) return hide()
      finger = event.pointerId
      timer = setTimeout(() => show(event), delay)
    }
    const onMove = (event: PointerEvent) => {
      if (event.pointerId === finger && loupe.current?.hidden === false) show(event)
    }
    const ends = ['pointerup', 'pointercancel'] as const
    around.addEventListener('pointerdown', onDown, { capture: true, passive: true })
    around.addEventListener('pointermove', onMove, { capture: true, passive: true })
    for (const type of ends) addEventListener(type, hide, { capture: true, passive: true })
    return () => {
      hide()
      around.removeEventListener('pointerdown', onDown, true)
      around.removeEventListener('pointermove', onMove, true)
      for (const type of ends) removeEventListener(type, hide, true)
    }
  }, [ground])

  return (
    <div ref={loupe} className={classes.loupe} data-loupe hidden aria-hidden>
      <svg ref={lens} className={classes.lens} width={loupeSize} height={loupeSize} />
      <div ref={name} className={classes.name} />
    </div>
  )
}

/** References, not copies: the lens shows every change of the map. */
const usesOf = (figure: SVGSVGElement): readonly SVGUseElement[] =>
  [...figure.children].map((part) => {
    part.id ||= `loupe-${(named += 1)}`
    const use = document.createElementNS('http://www.w3.org/2000/svg', 'use')
    use.setAttribute('href', `#${part.id}`)
    return use
  })

/** Of the lens, from side to side. */
export const loupeSize = 132
/** Of the lens with the name under it. */
const loupeHeight = loupeSize + 26
/** What a fingertip hides around the place that it presses. */
const fingertip = 36

/**
 * Where the loupe stands beside a finger: above it, or beside it where there is no room. In CSS pixels.
 * @param finger on the ground
 * @returns the upper left corner; the whole loupe lies on the ground where that is large enough, never under the finger
 */
export function loupePlace(
  finger: { readonly x: number; readonly y: number },
  ground: Size,
): { readonly left: number; readonly top: number } {
  const most = Math.max(ground.width - loupeSize, 0)
  const above = finger.y - fingertip - loupeHeight
  if (above >= 0) return { left: clamped(finger.x - loupeSize / 2, most), top: above }
  const isRoomAtLeft = finger.x - fingertip - loupeSize >= 0
  const left = isRoomAtLeft ? finger.x - fingertip - loupeSize : finger.x + fingertip
  return { left, top: clamped(finger.y - loupeHeight, Math.max(ground.height - loupeHeight, 0)) }
}

const clamped = (value: number, most: number) => Math.min(Math.max(value, 0), most)
