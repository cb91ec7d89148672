// The stroke that is being drawn, written to the DOM without React until it is complete.
import { outlineOf } from '#renderer/figure/index.ts'

/** Points per piece. Each frame computes only the newest piece, however long the stroke grows. */
const pointsPerPiece = 240

export interface LivePath {
  /** Adds points (x, y, pressure, …) and shows them. */
  add(points: readonly number[]): void
  clear(): void
}

/** @param group holds the pieces; its opacity is that of the whole stroke, so that they may overlap */
export function livePathIn(group: SVGGElement): LivePath {
  let piece: SVGPathElement | null = null
  let points: number[] = []
  const show = () => {
    if (!piece) {
      piece = document.createElementNS('http://www.w3.org/2000/svg', 'path')
      group.append(piece)
    }
    piece.setAttribute('d', outlineOf(points))
  }
  return {
    add: (added) => {
      for (let i = 0; i < added.length; i += 3) {
        points.push(added[i] ?? 0, added[i + 1] ?? 0, added[i + 2] ?? 0.5)
        if (points.length < pointsPerPiece * 3) continue
        show()
        piece = null
        points = points.slice(-3)
      }
      show()
    },
    clear: () => {
      piece = null
      points = []
      group.replaceChildren()
    },
  }
}
