// Zooming and panning of one stage, by wheel, mouse and touch through d3-zoom, and by flights to a place. Writes straight
// to the elements: nothing is rendered while the picture moves.
import { select } from 'd3-selection'
import { zoom, zoomIdentity, type ZoomTransform } from 'd3-zoom'
import { letterOverlay } from './letterOverlay.ts'
import {
  atRest,
  between,
  boxAround,
  boxAtRest,
  keptInView,
  pannedTo,
  resized,
  scaledAround,
  scaleLimits,
  viewOnto,
  type Box,
  type Size,
  type Transform,
} from './stageGeometry.ts'

export interface StageParts {
  /** Clips the picture and listens to gestures. */
  readonly viewport: HTMLElement
  /** Carries the picture and is transformed; at rest as large as the viewport. */
  readonly plane: HTMLElement
  /** Above the viewport, for the letters. */
  readonly letters: HTMLElement
}

export interface StageEvents {
  /** Called when a movement has ended at another scale. */
  readonly onScale: (k: number) => void
  /** Called when a bound is reached or left, also during a gesture. */
  readonly onBounds: (bounds: ZoomBounds) => void
}

export interface ZoomBounds {
  readonly isZoomed: boolean
  /** Whether nothing larger can be shown. */
  readonly isClosest: boolean
}

export interface StageControl {
  readonly zoomTo: (target: Element | readonly Element[], margin: number) => void
  readonly zoomBy: (factor: number) => void
  readonly panBy: (dx: number, dy: number) => void
  readonly ensureVisible: (element: Element) => void
  readonly reset: () => void
  /** Goes back to the whole picture without a flight. */
  readonly rewind: () => void
  readonly destroy: () => void
}

/** A press that moves further than this is a drag and never a click. CSS pixels. */
const clickDistance = 6
const flightMilliseconds = 300
const stepMilliseconds = 160
/** Distance that a focused region keeps from the edges. */
const focusMargin = 28

export function createStageControl({ viewport, plane, letters }: StageParts, events: StageEvents): StageControl {
  const overlay = letterOverlay(letters)
  const selection = select<HTMLElement, unknown>(viewport)
  let stage: Size = { width: viewport.clientWidth, height: viewport.clientHeight }
  let content: Box = { x: 0, y: 0, ...stage }
  let current: Transform = atRest
  let flight: { readonly to: Transform; frame: number } | null = null
  let settledScale = 1
  let bounds: ZoomBounds = { isZoomed: false, isClosest: false }

  const behaviour = zoom<HTMLElement, unknown>()
    .scaleExtent([...scaleLimits])
    .extent(() => [
      [0, 0],
      [stage.width, stage.height],
    ])
    .constrain((transform) => asZoomTransform(keptInView(transform, content, stage)))
    .filter(isForStage)
    .wheelDelta(wheelDelta)
    .clickDistance(clickDistance)
    .touchable(true)
    .on('start', ({ sourceEvent }) => {
      if (sourceEvent) stopFlight()
    })
    .on('zoom', ({ transform, sourceEvent }) => show(transform, sourceEvent))
    .on('end', () => {
      if (!flight) settle()
    })

  function show({ k, x, y }: Transform, cause: Event | null) {
    if (isSame(current, { k, x, y })) return
    current = { k, x, y }
    // Only while moving: a layer of its own would be blurred at rest, and a mere click must not make one.
    plane.style.willChange = 'transform'
    if (cause instanceof MouseEvent && cause.type === 'mousemove') viewport.dataset.drags = ''
    plane.style.transform = k === 1 && x === 0 && y === 0 ? '' : `translate(${x}px, ${y}px) scale(${k})`
    overlay.place(current, stage)
    reportBounds()
  }

  function reportBounds() {
    const next = { isZoomed: current.k > 1.001, isClosest: current.k > scaleLimits[1] - 0.01 }
    if (next.isZoomed === bounds.isZoomed && next.isClosest === bounds.isClosest) return
    bounds = next
    viewport.toggleAttribute('data-zoomed', next.isZoomed)
    events.onBounds(next)
  }

  function settle() {
    plane.style.willChange = ''
    delete viewport.dataset.drags
    if (Math.abs(current.k - settledScale) < 0.0005) return
    settledScale = current.k
    plane.style.setProperty('--stage-scale', String(current.k))
    events.onScale(current.k)
  }

  // Through d3, so that a gesture goes on from there.
  const apply = (to: Transform) => behaviour.transform(selection, asZoomTransform(to))

  function stopFlight() {
    if (flight) cancelAnimationFrame(flight.frame)
    flight = null
  }

  function fly(to: Transform, milliseconds: number) {
    stopFlight()
    const from = current
    if (prefersStillness() || isSame(from, to)) return apply(to)
    const start = performance.now()
    const step = (now: number) => {
      const share = Math.min(Math.max((now - start) / milliseconds, 0), 1)
      if (share === 1) flight = null
      else if (flight) flight.frame = requestAnimationFrame(step)
      apply(share === 1 ? to : between(from, to, eased(share)))
    }
    flight = { to, frame: requestAnimationFrame(step) }
  }

  /** Where the picture is, or where it is flying to. */
  const destination = () => flight?.to ?? current

  const boxOf = (element: Element): Box => {
    const ground = viewport.getBoundingClientRect()
    const { left, top, width, height } = element.getBoundingClientRect()
    return boxAtRest({ x: left - ground.left, y: top - ground.top, width, height }, current)
  }

  const measure = () => {
    const figures = [...plane.querySelectorAll<HTMLElement>('[data-figure]')].map((element) => ({
      element,
      box: boxOf(element),
    }))
    content = boxAround(
      figures.map(({ box }) => box),
      { x: 0, y: 0, ...stage },
    )
    overlay.setFigures(figures)
    overlay.place(current, stage)
  }

  const sizes = new ResizeObserver(() => {
    // Hidden, as in another tab: it keeps its state.
    if (viewport.clientWidth === 0) return
    const before = stage
    stage = { width: viewport.clientWidth, height: viewport.clientHeight }
    measure()
    if (stage.width === before.width && stage.height === before.height) return
    stopFlight()
    apply(keptInView(resized(current, before, stage), content, stage))
  })

  let watched: readonly Element[] = []
  const watchFigures = () => {
    const figures = [...plane.querySelectorAll('[data-figure]')]
    if (figures.length === watched.length && figures.every((figure, index) => figure === watched[index])) return
    for (const figure of watched) sizes.unobserve(figure)
    for (const figure of figures) sizes.observe(figure)
    watched = figures
    measure()
  }
  // Figures may come and go without this component being rendered.
  const children = new MutationObserver(watchFigures)

  const onWheel = (event: WheelEvent) => {
    // At a limit d3 lets the wheel pass; with Ctrl the whole window would be zoomed.
    if (event.ctrlKey) event.preventDefault()
  }

  selection.call(behaviour).on('dblclick.zoom', null)
  viewport.addEventListener('wheel', onWheel, { passive: false })
  sizes.observe(viewport)
  children.observe(plane, { childList: true, subtree: true })
  watchFigures()

  return {
    zoomTo(target, margin) {
      measure()
      const elements = target instanceof Element ? [target] : target
      const boxes = elements.map(boxOf).filter(({ width, height }) => width > 0 || height > 0)
      if (boxes.length === 0) return
      fly(viewOnto(boxAround(boxes, content), content, stage, margin), flightMilliseconds)
    },
    zoomBy(factor) {
      const middle = { x: stage.width / 2, y: stage.height / 2 }
      fly(scaledAround(destination(), factor, middle, content, stage), stepMilliseconds)
    },
    panBy(dx, dy) {
      const { k, x, y } = destination()
      fly(keptInView({ k, x: x + dx, y: y + dy }, content, stage), stepMilliseconds)
    },
    ensureVisible(element) {
      const from = destination()
      const to = pannedTo(from, boxOf(element), content, stage, focusMargin)
      if (to !== from) fly(to, stepMilliseconds)
    },
    reset: () => fly(atRest, flightMilliseconds),
    rewind() {
      stopFlight()
      watchFigures()
      apply(atRest)
    },
    destroy() {
      stopFlight()
      selection.on('.zoom', null)
      viewport.removeEventListener('wheel', onWheel)
      sizes.disconnect()
      children.disconnect()
      overlay.clear()
    },
  }
}

/**
 * Drawing tools keep the mouse, the pen and one finger; the wheel and two fingers are always the stage's. One finger on
 * a picture that is not zoomed may scroll what is around it.
 */
function isForStage(this: HTMLElement, event: MouseEvent | TouchEvent | WheelEvent): boolean {
  if (event instanceof WheelEvent) return true
  const draws = event.target instanceof Element && event.target.closest('[data-draws]') !== null
  const isForUs =
    'touches' in event
      ? event.touches.length > 1 || (!draws && this.hasAttribute('data-zoomed'))
      : !draws && event.button === 0 && !event.ctrlKey
  // d3 stops the press from bubbling: open menus would not notice a press outside.
  if (isForUs) Object.defineProperty(event, 'stopImmediatePropagation', { value: () => {} })
  return isForUs
}

/** Doublings by one wheel event: a notch of a mouse enlarges by a fifth; a pinch on a trackpad follows the fingers. */
function wheelDelta({ deltaY, deltaMode, ctrlKey }: WheelEvent): number {
  const unit = deltaMode === WheelEvent.DOM_DELTA_LINE ? 0.05 : deltaMode === WheelEvent.DOM_DELTA_PAGE ? 1 : 0.0025
  // A pinch comes as small deltas with Ctrl; a real wheel turned with Ctrl held comes as large ones.
  const doublings = -deltaY * unit * (ctrlKey ? 6 : 1)
  return Math.min(Math.max(doublings, -0.45), 0.45)
}

const asZoomTransform = ({ k, x, y }: Transform): ZoomTransform => zoomIdentity.translate(x, y).scale(k)

const isSame = (a: Transform, b: Transform) => a.k === b.k && a.x === b.x && a.y === b.y

const eased = (share: number) => 1 - (1 - share) ** 3

const prefersStillness = () => matchMedia('(prefers-reduced-motion: reduce)').matches
