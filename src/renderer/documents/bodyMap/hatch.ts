// Hatching as plain lines: a pattern would be printed as a picture, lines stay lines at any size.

export const hatchings = ['rising', 'level', 'upright', 'crossed'] as const
export type Hatching = (typeof hatchings)[number]

interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/**
 * Lines that cover shapes, to be clipped by them. Lines of separate shapes continue each other.
 * @param paths closed shapes of `M` and relative `l`, as the figure for paper has them
 * @param hatching direction; `crossed` runs both ways slantwise
 * @param spacing between lines, in figure units
 * @returns SVG path data to be stroked; empty without shapes
 */
export function hatchLines(paths: readonly string[], hatching: Hatching, spacing: number): string {
  return paths.map((path) => linesIn(boxOf(path), hatching, spacing)).join('')
}

function linesIn(box: Box, hatching: Hatching, spacing: number): string {
  const { left, top, right, bottom } = box
  if (hatching === 'crossed') return linesIn(box, 'rising', spacing) + falling(box, spacing)
  if (hatching === 'level')
    return steps(top, bottom, spacing)
      .map((y) => `M${left} ${y}H${right}`)
      .join('')
  if (hatching === 'upright')
    return steps(left, right, spacing)
      .map((x) => `M${x} ${top}V${bottom}`)
      .join('')
  // Along x + y = sum. Slanted lines stand closer than they are apart on an axis.
  const apart = Math.round(spacing * Math.SQRT2)
  return steps(left + top, right + bottom, apart)
    .map((sum) => `M${sum - top} ${top}L${sum - bottom} ${bottom}`)
    .join('')
}

function falling({ left, top, right, bottom }: Box, spacing: number): string {
  const apart = Math.round(spacing * Math.SQRT2)
  return steps(left - bottom, right - top, apart)
    .map((difference) => `M${difference + top} ${top}L${difference + bottom} ${bottom}`)
    .join('')
}

/** Multiples of a step from one number to another, so that all shapes share one ruling. */
function steps(from: number, to: number, step: number): number[] {
  const first = Math.ceil(from / step)
  return Array.from({ length: Math.max(0, Math.floor(to / step) - first + 1) }, (_, index) => (first + index) * step)
}

function boxOf(path: string): Box {
  const box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity }
  let [x, y] = [0, 0]
  for (const [, letter, first, second] of path.matchAll(/([Ml])(-?[\d.]+) (-?[\d.]+)/gu)) {
    const [dx, dy] = [Number(first), Number(second)]
    ;[x, y] = letter === 'M' ? [dx, dy] : [x + dx, y + dy]
    box.left = Math.min(box.left, x)
    box.right = Math.max(box.right, x)
    box.top = Math.min(box.top, y)
    box.bottom = Math.max(box.bottom, y)
  }
  return box
}
