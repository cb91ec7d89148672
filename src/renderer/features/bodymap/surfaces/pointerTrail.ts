// Follows the one pointer that draws on a surface and reports its way in figure units, once per frame.
import type { Device } from './pointerRules.ts'
import { sharedHand, type SharedHand } from './sharedHand.ts'

/** One place of the pointer. */
export interface Sample {
  /** Figure units. */
  readonly x: number
  readonly y: number
  /** 0 to 1; 0.5 for a device that knows no pressure. */
  readonly pressure: number
}

/** Which end of a pen touches; everything else has a tip only. */
export type PenEnd = 'tip' | 'eraser'

export interface TrailListener {
  begin(sample: Sample, unitsPerPixel: number, end: PenEnd): void
  /** All places since the last call, in order: at most one call per animation frame. */
  move(samples: readonly Sample[]): void
  /** The pointer was lifted: the stroke is complete. */
  finish(): void
  /** The stroke is dropped. */
  drop(): void
  /** Where a pointer is that does not draw; null when it has left. */
  hover?(at: Sample | null, unitsPerPixel: number): void
}

/** Of the Pointer Events specification. */
const eraserButton = 5

/**
 * Listens to the pointers over an svg whose view box is in figure units, whatever CSS transforms lie on it.
 * Sets `data-draws` on the ground while a press on it is for drawing.
 * @param ground the element with the listeners: the svg itself, or an element of the same size around it, so that the regions
 * below can still be hit
 * @returns stops listening; what was being drawn is finished
 */
export function followPointers(
  svg: SVGSVGElement,
  listener: TrailListener,
  ground: Element & GlobalEventHandlers = svg,
  hand: SharedHand = sharedHand,
): () => void {
  const stop = new AbortController()
  const { signal } = stop
  let drawing: number | null = null
  let toFigure = new DOMMatrix()
  let waiting: Sample[] = []
  let frame = 0

  const look = () => {
    toFigure = svg.getScreenCTM()?.inverse() ?? new DOMMatrix()
  }
  const sampleOf = ({ clientX, clientY, pointerType, pressure }: PointerEvent): Sample => ({
    x: toFigure.a * clientX + toFigure.c * clientY + toFigure.e,
    y: toFigure.b * clientX + toFigure.d * clientY + toFigure.f,
    pressure: pointerType === 'pen' ? Math.min(Math.max(pressure, 0), 1) : 0.5,
  })
  const unitsPerPixel = () => Math.hypot(toFigure.a, toFigure.b)
  const flush = () => {
    cancelAnimationFrame(frame)
    frame = 0
    const samples = waiting
    waiting = []
    if (samples.length > 0) listener.move(samples)
    // The map may be zoomed by the wheel in the middle of a stroke.
    look()
  }
  const begin = (event: PointerEvent) => {
    drawing = event.pointerId
    look()
    waiting = []
    listener.begin(sampleOf(event), unitsPerPixel(), event.button === eraserButton ? 'eraser' : 'tip')
  }
  const end = (report: () => void) => {
    flush()
    drawing = null
    report()
  }

  const onDown = (event: PointerEvent) => {
    const begins = hand.down(
      {
        pointerId: event.pointerId,
        device: deviceOf(event),
        isPrimaryButton: event.button === 0 || event.button === eraserButton,
        isFirst: event.isPrimary,
        time: event.timeStamp,
      },
      { begin: () => begin(event), finish: () => end(listener.finish), drop: () => end(listener.drop) },
    )
    if (begins) capture(ground, event.pointerId)
    // Read by the elements around: these pointers are taken. With a pen in use, fingers move the map.
    ground.toggleAttribute('data-draws', hand.isDrawing || event.pointerType !== 'touch' || !hand.hasPen)
  }
  const onMove = (event: PointerEvent) => {
    if (event.pointerType === 'pen') hand.penSeen()
    if (event.pointerId !== drawing) {
      if (drawing === null && event.pointerType !== 'touch') hover(event)
      return
    }
    // The button was released outside of the page.
    if (event.pointerType === 'mouse' && event.buttons === 0) return hand.up(event.pointerId)
    const parts = event.getCoalescedEvents()
    for (const part of parts.length > 0 ? parts : [event]) waiting.push(sampleOf(part))
    frame ||= requestAnimationFrame(flush)
  }
  const hover = (event: PointerEvent) => {
    if (!listener.hover) return
    look()
    listener.hover(sampleOf(event), unitsPerPixel())
  }

  ground.toggleAttribute('data-draws', true)
  ground.addEventListener('pointerdown', onDown, { signal })
  ground.addEventListener('pointermove', onMove, { signal })
  ground.addEventListener('pointerleave', () => listener.hover?.(null, unitsPerPixel()), { signal })
  // A late finger or a palm must not zoom the map under the line.
  ground.addEventListener('touchstart', (event) => hand.isDrawing && event.stopPropagation(), { signal, passive: true })
  // A long press would open a menu in the middle of a stroke.
  ground.addEventListener('contextmenu', (event) => event.preventDefault(), { signal })
  // On the window: fingers that began on the surface may be lifted elsewhere.
  window.addEventListener('pointerup', ({ pointerId }) => hand.up(pointerId), { signal, capture: true })
  window.addEventListener('pointercancel', (event) => hand.cancel(event.pointerId, event.timeStamp), {
    signal,
    capture: true,
  })
  return () => {
    if (drawing !== null) hand.up(drawing)
    cancelAnimationFrame(frame)
    stop.abort()
    ground.removeAttribute('data-draws')
  }
}

const deviceOf = ({ pointerType }: PointerEvent): Device =>
  pointerType === 'pen' || pointerType === 'touch' ? pointerType : 'mouse'

/** Keeps the pointer's events coming when it leaves the surface. It may be gone by now. */
function capture(ground: Element, pointerId: number): void {
  try {
    ground.setPointerCapture(pointerId)
  } catch {
    // The stroke ends with what it has.
  }
}
