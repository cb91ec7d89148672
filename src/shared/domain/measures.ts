// Measures: outcome scores of a session. Which there are, and their values.
import { z } from 'zod'
import { fieldText, isEachOnce } from './text.ts'
import { painScore } from './session.ts'

export const measureIds = ['pain', 'tension', 'sleep', 'stress', 'rangeOfMotion', 'function'] as const
export type MeasureId = (typeof measureIds)[number]

/** Their names on screen and on paper. */
export const measureNames: Readonly<Record<MeasureId, string>> = {
  pain: 'Pain',
  tension: 'Tension',
  sleep: 'Sleep',
  stress: 'Stress',
  rangeOfMotion: 'Range of motion',
  function: 'Activities (PSFS)',
}

export const isMeasureId = (id: string): id is MeasureId => (measureIds as readonly string[]).includes(id)

/** Measures that are one number, or one before and one after, in their order. Pain is stored with the session itself. */
export const scoredMeasures = ['tension', 'sleep', 'stress'] as const

/** The most hours of sleep in a night. */
export const longestSleep = 24

/** An amount as it was typed if it is no number: "45-50", "5-6 h". It replaces the number, never both. */
const typedAmount = fieldText.min(1).optional()

/** Tension and stress: 0 (none) to 10 (worst imaginable). Sleep: hours of the last night, by halves, in `before`. */
export const measureScore = z.discriminatedUnion('measure', [
  z.strictObject({ measure: z.literal('tension'), before: painScore, after: painScore }),
  z.strictObject({ measure: z.literal('stress'), before: painScore, after: painScore }),
  z
    .strictObject({
      measure: z.literal('sleep'),
      before: z.number().min(0).max(longestSleep).multipleOf(0.5).nullable(),
      after: z.null(),
      beforeText: typedAmount,
    })
    .refine(({ before, beforeText }) => before === null || beforeText === undefined, 'number and text'),
])
export type MeasureScore = z.infer<typeof measureScore>

/** The degrees that a range of motion may have, from and to. */
export const smallestDegrees = -180
export const largestDegrees = 360

const degrees = z.int().min(smallestDegrees).max(largestDegrees).nullable()
const extent = z.enum(['limited', 'full']).nullable()

/** One movement of one joint, in degrees, as limited / full, or as it was typed, before and after treatment. */
export const rangeOfMotion = z
  .strictObject({
    id: z.uuid(),
    joint: fieldText.min(1),
    side: z.enum(['left', 'right']).nullable(),
    movement: fieldText.min(1),
    degreesBefore: degrees,
    degreesAfter: degrees,
    extentBefore: extent,
    extentAfter: extent,
    textBefore: typedAmount,
    textAfter: typedAmount,
  })
  .refine(
    ({ textBefore, degreesBefore, extentBefore }) =>
      textBefore === undefined || (degreesBefore === null && extentBefore === null),
    'number and text',
  )
  .refine(
    ({ textAfter, degreesAfter, extentAfter }) =>
      textAfter === undefined || (degreesAfter === null && extentAfter === null),
    'number and text',
  )
export type RangeOfMotion = z.infer<typeof rangeOfMotion>

/**
 * One activity of the Patient-Specific Functional Scale: 0 (unable) to 10 (as before the trouble), null when not asked.
 * Up to 3 activities (Stratford et al., Physiother Can 1995).
 */
export const functionActivity = z.strictObject({
  id: z.uuid(),
  activity: fieldText.min(1),
  score: z.int().min(0).max(10).nullable(),
})
export type FunctionActivity = z.infer<typeof functionActivity>

/** The most activities that the scale asks for. */
export const mostActivities = 3

const eachIdOnce = (rows: readonly { readonly id: string }[]) => isEachOnce(rows.map(({ id }) => id))

/** The most ranges of motion that a session has. */
export const mostRanges = 40

/** All measures of a session but pain. Each scored measure stands once at most. */
export const sessionMeasures = z.strictObject({
  scores: z
    .array(measureScore)
    .max(scoredMeasures.length)
    .refine((scores) => isEachOnce(scores.map(({ measure }) => measure)), 'repeated'),
  ranges: z.array(rangeOfMotion).max(mostRanges).refine(eachIdOnce, 'repeated'),
  activities: z.array(functionActivity).max(mostActivities).refine(eachIdOnce, 'repeated'),
})
export type SessionMeasures = z.infer<typeof sessionMeasures>

export const noMeasures: SessionMeasures = { scores: [], ranges: [], activities: [] }
