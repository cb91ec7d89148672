// The arithmetic of zooming: where the picture lies on the stage, and how far it may go. Pure; CSS pixels throughout.

/** A point (x, y) of the picture at rest is seen at (x · k + this.x, y · k + this.y) of the stage. */
export interface Transform {
  readonly k: number
  readonly x: number
  readonly y: number
}

export interface Size {
  readonly width: number
  readonly height: number
}

export interface Box extends Size {
  readonly x: number
  readonly y: number
}

export const atRest: Transform = { k: 1, x: 0, y: 0 }

/** The smallest and the greatest enlargement. */
export const scaleLimits = [1, 10] as const

const clamp = (value: number, least: number, most: number) => Math.min(Math.max(value, least), most)

/** Where a box of the picture at rest is seen. */
export const boxOnStage = ({ x, y, width, height }: Box, t: Transform): Box => ({
  x: x * t.k + t.x,
  y: y * t.k + t.y,
  width: width * t.k,
  height: height * t.k,
})

/** The inverse of {@link boxOnStage}. */
export const boxAtRest = ({ x, y, width, height }: Box, t: Transform): Box => ({
  x: (x - t.x) / t.k,
  y: (y - t.y) / t.k,
  width: width / t.k,
  height: height / t.k,
})

/**
 * Keeps the figures in view: their edges come no further into the stage than at rest, or a quarter of the stage more once
 * zoomed in, so that a hand at the border can be brought towards the middle.
 * @param content the box around all figures at rest
 */
export function keptInView(t: Transform, content: Box, stage: Size): Transform {
  const k = clamp(t.k, ...scaleLimits)
  const slack = Math.min(k - 1, 1) / 4
  return {
    k,
    x: keptOnAxis(t.x, k, content.x, content.width, slack * stage.width),
    y: keptOnAxis(t.y, k, content.y, content.height, slack * stage.height),
  }
}

const keptOnAxis = (offset: number, k: number, start: number, length: number, slack: number) =>
  // Adding 0 turns -0 into 0.
  clamp(offset, (start + length) * (1 - k) - slack, start * (1 - k) + slack) + 0

/** Part of the stage that a box fills when it is zoomed to, and the least enlargement with which that is worth a flight. */
const shareOfStage = 1 / 3
const leastFlight = 2

/**
 * The view onto one box: in the middle, filling about a third of the stage, never beyond its margins.
 * @param box in the picture at rest
 */
export function viewOnto(box: Box, content: Box, stage: Size, margin: number): Transform {
  const fit = (width: number, height: number) =>
    Math.min(width / Math.max(box.width, 1), height / Math.max(box.height, 1))
  const wanted = Math.max(fit(stage.width * shareOfStage, stage.height * shareOfStage), leastFlight)
  const most = fit(stage.width - 2 * margin, stage.height - 2 * margin)
  const k = clamp(Math.min(wanted, most), ...scaleLimits)
  const x = stage.width / 2 - (box.x + box.width / 2) * k
  const y = stage.height / 2 - (box.y + box.height / 2) * k
  return keptInView({ k, x, y }, content, stage)
}

/** Enlarges by a factor; the point of the stage stays where it is. */
export function scaledAround(
  t: Transform,
  factor: number,
  point: { readonly x: number; readonly y: number },
  content: Box,
  stage: Size,
): Transform {
  const k = clamp(t.k * factor, ...scaleLimits)
  const x = point.x - ((point.x - t.x) / t.k) * k
  const y = point.y - ((point.y - t.y) / t.k) * k
  return keptInView({ k, x, y }, content, stage)
}

/**
 * Pans no further than needed to see a box with a margin around it; what is larger than the stage is put in the middle.
 * The same transform where nothing needs to move.
 * @param box in the picture at rest
 */
export function pannedTo(t: Transform, box: Box, content: Box, stage: Size, margin: number): Transform {
  const seen = boxOnStage(box, t)
  const dx = shiftInto(seen.x, seen.width, stage.width, margin)
  const dy = shiftInto(seen.y, seen.height, stage.height, margin)
  return dx === 0 && dy === 0 ? t : keptInView({ k: t.k, x: t.x + dx, y: t.y + dy }, content, stage)
}

function shiftInto(start: number, length: number, room: number, margin: number): number {
  if (length > room - 2 * margin) {
    // Something of it is well in view already.
    const visible = Math.min(start + length, room) - Math.max(start, 0)
    return visible >= room / 2 ? 0 : (room - length) / 2 - start
  }
  if (start < margin) return margin - start
  return Math.min(room - margin - start - length, 0)
}

/**
 * A step on the way between two transforms: enlargement grows evenly, around the one point that is at the same place in
 * both, so that nothing swerves.
 * @param share 0 at the beginning, 1 at the end
 */
export function between(from: Transform, to: Transform, share: number): Transform {
  const k = from.k * (to.k / from.k) ** share
  const way = Math.abs(to.k - from.k) < 0.001 ? share : (k - from.k) / (to.k - from.k)
  return { k, x: from.x + (to.x - from.x) * way, y: from.y + (to.y - from.y) * way }
}

/** After the stage changed its size: the same part of the picture is shown. */
export function resized(t: Transform, from: Size, to: Size): Transform {
  if (from.width === 0 || from.height === 0) return t
  return { k: t.k, x: (t.x * to.width) / from.width, y: (t.y * to.height) / from.height }
}

/** The smallest box around all boxes; without any, the given one. */
export function boxAround(boxes: readonly Box[], otherwise: Box): Box {
  if (boxes.length === 0) return otherwise
  const x = Math.min(...boxes.map((box) => box.x))
  const y = Math.min(...boxes.map((box) => box.y))
  const right = Math.max(...boxes.map((box) => box.x + box.width))
  const bottom = Math.max(...boxes.map((box) => box.y + box.height))
  return { x, y, width: right - x, height: bottom - y }
}
