// Erasing: a circle follows the pointer and reports every stroke that it touches.
import type { Stroke } from '#shared/domain/bodymap/marks.ts'
import { strokesUnder } from './eraser.ts'
import type { Sample, TrailListener } from './pointerTrail.ts'

/** Radius in CSS pixels, at every zoom. */
const radiusPixels = 9

interface Strokes {
  strokes: () => readonly Stroke[]
  onErase: (ids: readonly string[]) => void
}

/** @param circle shows where the eraser is */
export function erasingOn(circle: SVGCircleElement, { strokes, onErase }: Strokes): TrailListener {
  let erased = new Set<string>()
  let at: Sample = { x: 0, y: 0, pressure: 0 }
  let radius = 0
  const show = ({ x, y }: Sample) => {
    circle.setAttribute('cx', String(x))
    circle.setAttribute('cy', String(y))
    circle.setAttribute('r', String(radius))
    circle.toggleAttribute('data-shown', true)
  }
  const hide = () => circle.removeAttribute('data-shown')
  const erase = (samples: readonly Sample[]) => {
    const ids = new Set<string>()
    for (const to of samples) {
      for (const id of strokesUnder(strokes(), at, to, radius)) if (!erased.has(id)) ids.add(id)
      at = to
    }
    show(at)
    erased = new Set([...erased, ...ids])
    if (ids.size > 0) onErase([...ids])
  }
  return {
    begin: (sample, unitsPerPixel) => {
      erased = new Set()
      radius = radiusPixels * unitsPerPixel
      at = sample
      erase([sample])
    },
    move: erase,
    finish: hide,
    drop: hide,
    hover: (sample, unitsPerPixel) => {
      radius = radiusPixels * unitsPerPixel
      if (sample) show(sample)
      else hide()
    },
  }
}
