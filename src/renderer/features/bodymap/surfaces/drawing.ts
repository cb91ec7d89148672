// Drawing: the pointer's way is shown as a line at once, and reported as a stroke at its end.
import { roundStroke, simplifyStroke } from '#shared/domain/bodymap/strokeShape.ts'
import { strokePointLimit } from '#shared/domain/bodymap/marks.ts'
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

export interface FinishedStroke {
  /** x, y, pressure, point after point; at most {@link strokePointLimit} points. */
  readonly points: number[]
  /** Whether points had to be removed that change the line visibly. */
  readonly simplified: boolean
}

/**
 * What is kept of a drawn line: rounded, without needless points, within the limit of what is stored.
 * @param points as they came from the pointer: x, y, pressure, point after point, any number of them
 */
export function finishedStroke(points: readonly number[]): FinishedStroke {
  const lossless = simplifyStroke(roundStroke(points), Infinity)
  const simplified = lossless.length / 3 > strokePointLimit
  return { points: [...(simplified ? simplifyStroke(lossless, strokePointLimit) : lossless)], simplified }
}
