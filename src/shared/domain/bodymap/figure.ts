// The shape of the drawn body: what a view of the figure consists of. The drawing itself is generated.
import type { RegionId } from './regions.ts'

/** The sides from which the body is seen. "Right lateral" shows the client's right side. */
export const views = ['anterior', 'posterior', 'right-lateral', 'left-lateral'] as const
export type View = (typeof views)[number]

/** One region as it lies in one view. Figure units; see {@link FigureView}. */
export interface RegionShape {
  readonly regionId: RegionId
  /** SVG path data, closed; neighbours share their borders exactly. */
  readonly path: string
  /** A point inside the region at which a mark or label sits well. */
  readonly anchor: { readonly x: number; readonly y: number }
}

/**
 * A purely visual shape of the body: a tone of the shading or a contour line. Tones reach a little beyond the
 * silhouette: draw them clipped by the view's outline.
 */
export interface ToneShape {
  readonly path: string
  /** `shade` fills are darker the higher the level (1–4); `line` is a stroked contour. */
  readonly tone: 'shade-1' | 'shade-2' | 'shade-3' | 'shade-4' | 'line'
}

/**
 * One view of the figure. The viewBox is `0 0 width height`; one unit is 2 mm of a body 1.80 m tall (so a
 * full view is about 900 units high) and all views share the same scale and the same vertical position.
 */
export interface FigureView {
  readonly view: View
  readonly width: number
  readonly height: number
  /** The silhouette, closed, as SVG path data. */
  readonly outline: string
  readonly tones: readonly ToneShape[]
  readonly regions: readonly RegionShape[]
}
