// What is kept of a drawn line: rounded, without needless points, within the limit of what is stored.
import { roundStroke, simplifyStroke } from '#shared/domain/bodymap/strokeShape.ts'
import { strokePointLimit } from '#shared/domain/bodymap/stroke.ts'

export interface FinishedStroke {
  /** x, y, pressure, point after point; at most {@link strokePointLimit} points. */
  readonly points: number[]
  /** Whether points had to be removed that change the line visibly. */
  readonly simplified: boolean
}

/** @param points as they came from the pointer: x, y, pressure, point after point, any number of them */
export function finishedStroke(points: readonly number[]): FinishedStroke {
  const lossless = simplifyStroke(roundStroke(points), Infinity)
  const simplified = lossless.length / 3 > strokePointLimit
  return { points: [...(simplified ? simplifyStroke(lossless, strokePointLimit) : lossless)], simplified }
}
