// Lays the traced halves out as the four views of the figure and collects which regions touch.
import type { FigureView, RegionShape, ToneShape, View } from '../../src/shared/domain/bodymap/figure.ts'
import {
  feetHalfWidth,
  footFromAbove,
  footFromBelow,
  fromBehind,
  fromFront,
  fromRight,
  halfWidth,
  sideFrom,
  sideTo,
} from './cameras.ts'
import { linesBehind, linesFromSide, linesInFront, toeLines } from './drawnLines.ts'
import { halfView, type HalfView } from './halfView.ts'
import { footPlacement } from './legParts.ts'
import { joinedAcrossAxis, linePathOf, mirroredLine, mirroredRing, pathOf, type Ring, type Segment } from './rings.ts'

/** What the generator knows of a region without looking at the catalogue's texts. */
export interface RegionFacts {
  readonly key: string
  readonly midline: boolean
}

/** The views and, for each region id, where it is seen and what it touches. */
export interface DrawnFigure {
  readonly figure: Readonly<Record<View, FigureView>>
  /** Both feet at close quarters, laid out like a view of their own. */
  readonly feet: { readonly top: FigureView; readonly sole: FigureView }
  readonly topology: ReadonlyMap<string, { readonly views: readonly View[]; readonly neighbours: readonly string[] }>
}

/** Draws the whole figure for a catalogue. Takes some seconds. */
export function drawFigure(catalogue: readonly RegionFacts[]): DrawnFigure {
  const midline = new Set(catalogue.filter((r) => r.midline).map((r) => r.key))
  const isMidline = (key: string): boolean => midline.has(key)
  const front = halfView(fromFront, true, linesInFront, isMidline)
  const behind = halfView(fromBehind, true, linesBehind, isMidline)
  const side = halfView(fromRight, false, linesFromSide, isMidline)
  const figure = {
    anterior: symmetricalView('anterior', front, halfWidth, isMidline, -1),
    posterior: symmetricalView('posterior', behind, halfWidth, isMidline, 1),
    'right-lateral': sideView('right-lateral', side, isMidline),
    'left-lateral': sideView('left-lateral', side, isMidline),
  }
  const feet = {
    top: symmetricalView(
      'anterior',
      halfView(footFromAbove, true, toeLines(footPlacement(footFromAbove.pose)), isMidline),
      feetHalfWidth,
      isMidline,
      -1,
    ),
    sole: symmetricalView(
      'posterior',
      halfView(footFromBelow, true, toeLines(footPlacement(footFromBelow.pose)), isMidline),
      feetHalfWidth,
      isMidline,
      1,
    ),
  }
  return { figure, feet, topology: topologyOf(catalogue, figure, [front, behind, side], isMidline) }
}

/** A view of both halves. `rightSign` is 1 where the client's right lies to the right of the picture. */
function symmetricalView(
  view: View,
  half: HalfView,
  middle: number,
  isMidline: (key: string) => boolean,
  rightSign: 1 | -1,
): FigureView {
  const moveX = middle * 10
  const onSide = (rings: readonly Ring[], sign: number): string =>
    pathOf(sign > 0 ? rings : rings.map(mirroredRing), moveX, 0)
  const regions = half.regions.flatMap(({ key, rings, anchor }): readonly RegionShape[] => {
    if (isMidline(key)) {
      return [
        { regionId: key, path: pathOf(rings.flatMap(joinedAcrossAxis), moveX, 0), anchor: { x: middle, y: anchor.y } },
      ]
    }
    return (
      [
        ['right', rightSign],
        ['left', -rightSign],
      ] as const
    ).map(([side, sign]) => ({
      regionId: `${key}.${side}`,
      path: onSide(rings, sign),
      anchor: { x: tidy(middle + sign * anchor.x), y: anchor.y },
    }))
  })
  return {
    view,
    width: middle * 2,
    height: half.height,
    outline: pathOf(half.outline.flatMap(joinedAcrossAxis), moveX, 0),
    tones: [
      ...tonesOf(half, (rings) => pathOf(rings, moveX, 0)),
      lineTone(linePathOf([...half.lines, ...half.lines.filter(leavesAxis).map(mirroredLine)], moveX)),
    ],
    regions: inOrder(regions),
  }
}

function sideView(
  view: 'right-lateral' | 'left-lateral',
  half: HalfView,
  isMidline: (key: string) => boolean,
): FigureView {
  const width = sideTo - sideFrom
  const side = view === 'right-lateral' ? 'right' : 'left'
  const path = (rings: readonly Ring[]): string =>
    side === 'right' ? pathOf(rings, 0, 0) : pathOf(rings.map(mirroredRing), width * 10, 0)
  return {
    view,
    width,
    height: half.height,
    outline: path(half.outline),
    tones: [
      ...tonesOf(half, path),
      lineTone(side === 'right' ? linePathOf(half.lines, 0) : linePathOf(half.lines.map(mirroredLine), width * 10)),
    ],
    regions: inOrder(
      half.regions.map(({ key, rings, anchor }) => ({
        regionId: isMidline(key) ? key : `${key}.${side}`,
        path: path(rings),
        anchor: { x: tidy(side === 'right' ? anchor.x : width - anchor.x), y: anchor.y },
      })),
    ),
  }
}

/** A line on the axis is its own mirror image and is drawn once. */
function leavesAxis(line: readonly Segment[]): boolean {
  return line.some((segment) => segment[0] !== 0 || segment[6] !== 0)
}

function lineTone(path: string): ToneShape {
  return { path, tone: 'line' }
}

function tonesOf(half: HalfView, path: (rings: readonly Ring[]) => string): readonly ToneShape[] {
  return half.shades.map(({ tone, rings }) => ({ tone, path: path(rings) })).filter((shape) => shape.path !== '')
}

function topologyOf(
  catalogue: readonly RegionFacts[],
  figure: Readonly<Record<View, FigureView>>,
  halves: readonly HalfView[],
  isMidline: (key: string) => boolean,
): DrawnFigure['topology'] {
  const neighbours = new Map<string, Set<string>>()
  const link = (a: string, b: string): void => {
    if (a === b) return
    neighbours.set(a, (neighbours.get(a) ?? new Set()).add(b))
    neighbours.set(b, (neighbours.get(b) ?? new Set()).add(a))
  }
  for (const [a, b] of halves.flatMap((half) => half.touching)) {
    if (a === b && !isMidline(a)) link(`${a}.left`, `${a}.right`)
    else
      for (const side of ['left', 'right']) link(isMidline(a) ? a : `${a}.${side}`, isMidline(b) ? b : `${b}.${side}`)
  }
  const ids = catalogue.flatMap(({ key, midline }) => (midline ? [key] : [`${key}.left`, `${key}.right`]))
  return new Map(
    ids.map((id) => [
      id,
      {
        views: (Object.keys(figure) as View[]).filter((view) => figure[view].regions.some((r) => r.regionId === id)),
        neighbours: [...(neighbours.get(id) ?? [])].toSorted(),
      },
    ]),
  )
}

function inOrder(shapes: readonly RegionShape[]): readonly RegionShape[] {
  return shapes.toSorted((a, b) => (a.regionId < b.regionId ? -1 : 1))
}

function tidy(value: number): number {
  return Math.round(value * 10) / 10
}
