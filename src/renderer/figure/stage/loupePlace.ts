// Where the loupe stands beside a finger: above it, or beside it where there is no room. Pure; CSS pixels.
import type { Size } from './stageGeometry.ts'

/** Of the lens, from side to side. */
export const loupeSize = 132
/** Of the lens with the name under it. */
const loupeHeight = loupeSize + 26
/** What a fingertip hides around the place that it presses. */
const fingertip = 36

/**
 * @param finger on the ground
 * @returns the upper left corner; the whole loupe lies on the ground where that is large enough, never under the finger
 */
export function loupePlace(
  finger: { readonly x: number; readonly y: number },
  ground: Size,
): { readonly left: number; readonly top: number } {
  const most = Math.max(ground.width - loupeSize, 0)
  const above = finger.y - fingertip - loupeHeight
  if (above >= 0) return { left: clamped(finger.x - loupeSize / 2, most), top: above }
  const isRoomAtLeft = finger.x - fingertip - loupeSize >= 0
  const left = isRoomAtLeft ? finger.x - fingertip - loupeSize : finger.x + fingertip
  return { left, top: clamped(finger.y - loupeHeight, Math.max(ground.height - loupeHeight, 0)) }
}

const clamped = (value: number, most: number) => Math.min(Math.max(value, 0), most)
