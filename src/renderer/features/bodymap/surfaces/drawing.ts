// Drawing: the pointer's way is shown as a line at once, and reported as a stroke at its end.
import { finishedStroke, type FinishedStroke } from './finishedStroke.ts'
import { livePathIn } from './livePath.ts'
import type { Sample, TrailListener } from './pointerTrail.ts'

/** Points closer than this to the last one are left out, in CSS pixels. */
const leastPixels = 0.5

/**
 * @param group takes the growing line
 * @param onStroke takes the finished stroke
 */
export function drawingOn(
  group: SVGGElement,
  onStroke: (points: number[], info: Pick<FinishedStroke, 'simplified'>) => void,
): TrailListener {
  const live = livePathIn(group)
  let points: number[] = []
  let least = 0
  const add = (samples: readonly Sample[]) => {
    const added: number[] = []
    let x = points.at(-3) ?? Infinity
    let y = points.at(-2) ?? Infinity
    for (const sample of samples) {
      if (Math.hypot(sample.x - x, sample.y - y) < least) continue
      ;({ x, y } = sample)
      added.push(x, y, sample.pressure)
    }
    for (const value of added) points.push(value)
    live.add(added)
  }
  return {
    begin: (sample, unitsPerPixel) => {
      live.clear()
      points = []
      least = leastPixels * unitsPerPixel
      add([sample])
    },
    move: add,
    finish: () => {
      const { points: finished, simplified } = finishedStroke(points)
      onStroke(finished, { simplified })
      live.clear()
    },
    drop: live.clear,
  }
}
