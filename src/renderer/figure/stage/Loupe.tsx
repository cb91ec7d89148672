// The loupe: what lies under the finger, enlarged above it, with the region's name. It renders nothing of the map again.
import { useEffect, useRef, type RefObject } from 'react'
import { hasTouchSizes } from '#renderer/ui/touch/touchSizes.ts'
import { loupePlace, loupeSize } from './loupePlace.ts'
import classes from './Loupe.module.css'

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
