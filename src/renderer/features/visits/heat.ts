// The heat map of some visits in a row: how often, or how severely, each region was marked.
import { labelOfRegion } from '#shared/domain/bodymap/regions.ts'
import { heatOf, type HeatMeasure } from '#shared/domain/bodymap/visitHistory.ts'
import type { Visit } from '#shared/domain/bodymap/visits.ts'
import { countWords } from '#shared/domain/wordLists.ts'
import { heatNumber, heatStep, heatSteps, type HeatStep } from './heatSteps.ts'

export interface HeatRange {
  /** Indexes of the first and the last visit, both inclusive. */
  readonly from: number
  readonly to: number
}

export interface HotRegion {
  readonly regionId: string
  /** As it is printed. */
  readonly number: string
  /** 1 to 5. */
  readonly step: number
  readonly times: number
  /** Mean of the highest severities; 0 where nothing was rated. */
  readonly severity: number
}

export interface HeatMap {
  readonly steps: readonly HeatStep[]
  /** The hottest first. Regions whose findings were never rated have no mean severity and are left out of it. */
  readonly regions: readonly HotRegion[]
}

/** @param visits of the client in one phase, oldest first */
export function heatMap(visits: readonly Visit[], { from, to }: HeatRange, measure: HeatMeasure): HeatMap {
  const within = visits.slice(from, to + 1)
  const span = { from: null, to: null }
  const times = heatOf(within, span, 'times marked')
  const severities = heatOf(within, span, 'mean severity')
  const chosen = measure === 'times marked' ? times : severities
  const marked = [...chosen].filter(([, { value }]) => value > 0)
  const steps = heatSteps(measure, Math.max(0, ...marked.map(([, { value }]) => value)))
  const regions = marked
    .map(([regionId, { value }]) => ({
      regionId,
      number: heatNumber(value),
      step: heatStep(steps, value),
      times: times.get(regionId)?.value ?? 0,
      severity: severities.get(regionId)?.value ?? 0,
      value,
    }))
    .toSorted((one, other) => other.value - one.value || other.times - one.times || other.severity - one.severity)
    .map(({ value: _, ...region }) => region)
  return { steps, regions }
}

/**
 * What assistive technology says of each region: "marked at 5 visits, mean severity 4.5".
 * @returns by region id
 */
export const heatDescriptions = ({ regions }: HeatMap): ReadonlyMap<string, string> =>
  new Map(
    regions.map(({ regionId, times, severity }) => [
      regionId,
      `marked at ${countWords(times, 'visit')}${severity > 0 ? `, mean severity ${heatNumber(severity)}` : ''}`,
    ]),
  )

/** "5 regions marked. Most often: Right upper trapezius, at 9 of 12 visits." */
export function heatSentence({ from, to }: HeatRange, { regions }: HeatMap): string {
  const most = Math.max(0, ...regions.map(({ times }) => times))
  const [first, ...others] = regions.filter(({ times }) => times === most)
  if (!first) return 'Nothing marked at these visits.'
  const names = labelOfRegion(first.regionId) + (others.length > 0 ? ` and ${others.length} more` : '')
  const visitCount = countWords(to - from + 1, 'visit')
  return `${countWords(regions.length, 'region')} marked. Most often: ${names}, at ${most} of ${visitCount}.`
}
