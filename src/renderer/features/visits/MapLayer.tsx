// What the map of the comparison shows: the differences of a visit, or the heat of several.
import { useMemo } from 'react'
import type { RegionId } from '#shared/domain/bodymap/regions.ts'
import type { HeatMeasure } from '#shared/domain/bodymap/visitHistory.ts'
import type { ShownFigure } from '#renderer/figure/index.ts'
import { DifferenceMarks, DifferenceTints } from './DifferenceLayer.tsx'
import { differenceDescriptions, type Difference } from './differences.ts'
import { heatDescriptions, type HeatMap } from './heat.ts'
import { HeatNumbers, HeatTints } from './HeatLayer.tsx'
import { DifferenceLegend, HeatLegend } from './Legends.tsx'

export type MapLayer =
  | { readonly kind: 'differences'; readonly differences: readonly Difference[] }
  | { readonly kind: 'heat'; readonly heat: HeatMap; readonly measure: HeatMeasure }

/** Of a mark and of a heat number, in CSS pixels. */
const markRadius = 10
const heatNumberSize = 12

/** Under the regions of a figure. */
export const LayerTints = ({ layer, figure }: { layer: MapLayer; figure: ShownFigure }) =>
  layer.kind === 'differences' ? (
    <DifferenceTints figure={figure} differences={layer.differences} />
  ) : (
    <HeatTints figure={figure} regions={layer.heat.regions} />
  )

interface MarksProps {
  layer: MapLayer
  figure: ShownFigure
  /** All figures that are shown. */
  figures: readonly ShownFigure[]
  /** The length of a CSS pixel in figure units. */
  unit: number
}

/** Over the regions of a figure. */
export const LayerMarks = ({ layer, figure, figures, unit }: MarksProps) =>
  layer.kind === 'differences' ? (
    <DifferenceMarks figure={figure} figures={figures} differences={layer.differences} radius={markRadius * unit} />
  ) : (
    <HeatNumbers figure={figure} regions={layer.heat.regions} size={heatNumberSize * unit} />
  )

export const LayerLegend = ({ layer }: { layer: MapLayer }) =>
  layer.kind === 'differences' ? <DifferenceLegend /> : <HeatLegend steps={layer.heat.steps} unit={layer.measure} />

/** What assistive technology says of each region, by its id. */
export const useDescriptions = (layer: MapLayer): ReadonlyMap<RegionId, string> =>
  useMemo(
    () => (layer.kind === 'differences' ? differenceDescriptions(layer.differences) : heatDescriptions(layer.heat)),
    [layer],
  )
