// How large marks are drawn on a figure, so that they can be read and hit on every screen and at every zoom.

/** Sizes in figure units. */
export interface MarkSizes {
  readonly radius: number
}

const markRadiusPixels = 9.5
/** Marks grow less than the body, so that neighbours move apart. */
const growth = 0.3

/**
 * @param unitsPerPixel figure units per CSS pixel while not zoomed
 * @param zoom the stage's scale, 1 when not zoomed
 */
export const markSizes = (unitsPerPixel: number, zoom: number): MarkSizes => ({
  radius: clamp((markRadiusPixels * zoom ** growth * unitsPerPixel) / zoom, 1.5, 34),
})

const clamp = (value: number, from: number, to: number) => Math.min(Math.max(value, from), to)
