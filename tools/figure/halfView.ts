// One rendered side of the model as curves: outlines, regions, anchors and shades, before it is mirrored into views.
import { anchorsOf, type Anchor } from './anchors.ts'
import { traceBorders, type Point } from './borders.ts'
import { occlusionContours } from './contours.ts'
import { fitCurves } from './curves.ts'
import type { DrawnLine } from './drawnLines.ts'
import { labelRaster, type LabelPicture } from './labels.ts'
import { renderRaster, silhouetteBetween, type Camera } from './raster.ts'
import { curvedBorders, ringsAround, segmentOf, type Ring, type Segment } from './rings.ts'
import { smoothLine } from './softLine.ts'
import { shades, type Shade } from './tones.ts'

interface HalfRegion {
  readonly key: string
  readonly rings: readonly Ring[]
  /** In units, from the left edge (the axis) and the top of the picture. */
  readonly anchor: Anchor
}

export interface HalfView {
  /** In units. */
  readonly height: number
  readonly outline: readonly Ring[]
  readonly regions: readonly HalfRegion[]
  readonly shades: readonly Shade[]
  /** Open contour lines. */
  readonly lines: readonly (readonly Segment[])[]
  /** Pairs of keys that share a border; a key paired with itself touches its mirror image across the axis. */
  readonly touching: readonly (readonly [string, string])[]
}

/** Shortest shared border that makes two regions neighbours, in pixels. */
const leastContact = 6
const lineTolerance = 0.2

/**
 * Renders and traces one side.
 * @param mirrored whether the picture shows the right half of a symmetrical view.
 * @param drawn contour lines drawn by hand, added to those that the model shows by itself.
 * @param isMidline tells whether a key names a region across the midline.
 */
export function halfView(
  camera: Camera,
  mirrored: boolean,
  drawn: readonly DrawnLine[],
  isMidline: (key: string) => boolean,
): HalfView {
  const raster = renderRaster(camera)
  const picture = labelRaster(raster)
  const edges = curvedBorders(traceBorders(picture, mirrored, (on, off) => silhouetteBetween(raster, on, off)))
  const numbers = picture.keys.map((key, i) => ({ key, number: i + 1 }))
  const central = new Set(mirrored ? numbers.filter(({ key }) => isMidline(key)).map(({ number }) => number) : [])
  const anchors = anchorsOf(picture, central)
  return {
    height: camera.top - camera.bottom,
    outline: ringsAround(edges, (label) => label > 0 && label <= numbers.length),
    regions: numbers
      .filter(({ number }) => anchors.has(number))
      .map(({ key, number }) => ({
        key,
        rings: ringsAround(edges, (label) => label === number),
        anchor: anchors.get(number)!,
      })),
    shades: shades(raster, mirrored),
    lines: [...occlusionContours(raster), ...drawn.map((line) => drawnPoints(line, camera))].map((points) =>
      fitCurves(points, lineTolerance).map(segmentOf),
    ),
    touching: contacts(picture, mirrored),
  }
}

function drawnPoints(line: DrawnLine, camera: Camera): readonly Point[] {
  return smoothLine(line.map(([u, y]) => ({ x: u - camera.uFrom, y: camera.top - y })))
}

function contacts(
  { columns, rows, labels, keys }: LabelPicture,
  mirrored: boolean,
): readonly (readonly [string, string])[] {
  const counts = new Map<number, number>()
  const touch = (a: number, b: number): void => {
    if (a === 0 || b === 0) return
    const pair = Math.min(a, b) * 4096 + Math.max(a, b)
    counts.set(pair, (counts.get(pair) ?? 0) + 1)
  }
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const i = row * columns + column
      const label = labels[i]!
      if (column + 1 < columns && labels[i + 1] !== label) touch(label, labels[i + 1]!)
      if (row + 1 < rows && labels[i + columns] !== label) touch(label, labels[i + columns]!)
      if (mirrored && column === 0) touch(label, label)
    }
  }
  return [...counts]
    .filter(([, count]) => count >= leastContact)
    .map(([pair]) => [keys[Math.floor(pair / 4096) - 1]!, keys[(pair % 4096) - 1]!] as const)
}
