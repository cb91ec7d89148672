// The five steps of the heat map's one hue, and which of them a number falls into.
import type { HeatMeasure } from '#shared/domain/bodymap/visitHistory.ts'

export interface HeatStep {
  /** 1 (faint) to 5 (strong). */
  readonly step: number
  /** The highest number that falls into it. */
  readonly upTo: number
  /** "1–3" */
  readonly text: string
}

const stepCount = 5
const highestSeverity = 10

/**
 * The five steps that the legend shows.
 * Severities have the same steps always, so that two maps can be held side by side; times are spread from 1 to the
 * highest number.
 * @param highest number on the map, at least 0
 */
export function heatSteps(measure: HeatMeasure, highest: number): readonly HeatStep[] {
  const top = measure === 'mean severity' ? highestSeverity : Math.max(stepCount, highest)
  const upTo = (step: number) => Math.round((top * step) / stepCount)
  return Array.from({ length: stepCount }, (_, index) => {
    const step = index + 1
    const from = measure === 'mean severity' ? upTo(index) : upTo(index) + 1
    return { step, upTo: upTo(step), text: from === upTo(step) ? `${from}` : `${from}–${upTo(step)}` }
  })
}

/** The step of a number, 1 to 5. */
export const heatStep = (steps: readonly HeatStep[], value: number): number =>
  (steps.find(({ upTo }) => value <= upTo) ?? steps.at(-1))?.step ?? 1

/** "3" or "4.5": a mean has one decimal unless it is whole. */
export const heatNumber = (value: number): string => String(Math.round(value * 10) / 10)
