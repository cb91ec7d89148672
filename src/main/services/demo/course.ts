// How a client of the demo practice develops from visit to visit: pain, findings, treatment and range of motion.
import type { View } from '#shared/domain/bodymap/figure.ts'
import { plainFinding, type FindingFields, type FindingKind } from '#shared/domain/bodymap/finding.ts'
import { regionById, type Region } from '#shared/domain/bodymap/regions.ts'
import type { FunctionActivity, MeasureScore, RangeOfMotion } from '#shared/domain/measures.ts'
import type { Mark } from './complaint.ts'
import { lineThrough, ringAround, spotIn } from './drawing.ts'
import type { Person } from './people.ts'
import type { Random } from './random.ts'

export type Stage = 'first' | 'early' | 'middle' | 'flare' | 'upkeep'

/** What is measured at a visit besides pain; the services need an id with each. */
export interface Measured {
  readonly scores: readonly MeasureScore[]
  readonly ranges: readonly Omit<RangeOfMotion, 'id'>[]
  readonly activities: readonly Omit<FunctionActivity, 'id'>[]
}

/** Something that was done at a visit. */
export interface Treated {
  readonly technique: string
  readonly regionIds: readonly string[]
  readonly minutes: number
  readonly pressure: number
}

/** A freehand mark. */
interface Sketch {
  readonly view: View
  readonly kind: FindingKind
  /** x, y, pressure, point after point. */
  readonly points: readonly number[]
}

export interface State {
  readonly stage: Stage
  readonly painBefore: number
  readonly painAfter: number
  /** Each marked place, with its severity after the treatment where it was checked again. */
  readonly findings: readonly Course[]
  /** What was found only during treatment. */
  readonly foundLater: readonly FindingFields[]
  readonly treated: readonly Treated[]
  readonly sketches: readonly Sketch[]
  readonly measured: Measured
}

interface Course {
  readonly before: FindingFields
  readonly after: FindingFields | null
}

const pointRemarks = ['only under pressure', 'twitch on palpation', 'since the weekend', 'softer than last time']

const clamp = (value: number, low: number, high: number) => Math.min(high, Math.max(low, Math.round(value)))

/** A region with the sides that are meant; a midline region as it is. */
function sided(region: string, on: Mark['on'], side: Person['side']): string[] {
  if (on === 'midline' || regionById(region)) return [region]
  const other = side === 'left' ? 'right' : 'left'
  return { side: [side], other: [other], both: ['right', 'left'] }[on].map((which) => `${region}.${which}`)
}

/** How much of the original complaint is left after so many visits, 1 down to about 0.4. */
const left = (visit: number) => 0.4 + 0.6 * Math.exp(-visit / 6)

/**
 * The state at a visit.
 * @param visit from 0
 * @param length of the session in minutes
 */
export function stateAt(random: Random, person: Person, visit: number, length: number): State {
  const { complaint, side } = person
  const isFlare = visit > 3 && random.chance(0.12)
  const share = left(visit) + (isFlare ? 0.3 : 0)
  const painBefore = clamp(7.4 * share + random.next() * 1.6 - 0.8, 1, 9)
  const painAfter = clamp(painBefore - (isFlare ? 1 : 1.4) - random.next() * 2, 0, painBefore)
  const stage = visit === 0 ? 'first' : isFlare ? 'flare' : visit < 4 ? 'early' : painBefore <= 4 ? 'upkeep' : 'middle'
  const findings = complaint.marks.flatMap((mark) =>
    sided(mark.region, mark.on, side).flatMap((region) => findingsAt(random, mark, region, side, share)),
  )
  const treated = treatedAt(random, person, length)
  return {
    stage,
    painBefore,
    painAfter,
    findings,
    foundLater: random.chance(0.05) ? foundWhile(random, treated, findings) : [],
    treated,
    sketches: sketchesAt(random, person, stage, findings),
    measured: measuredAt(random, person, share),
  }
}

function findingsAt(random: Random, mark: Mark, regionId: string, side: Person['side'], share: number): Course[] {
  const severity = clamp(mark.severity * share + random.next() * 1.4 - 0.7, 0, 10)
  // What has nearly gone is not marked any more, and comes back with a flare.
  if (severity <= 1 && mark.kind !== 'avoid' && mark.kind !== 'scar') return []
  const { views } = knownRegion(regionId)
  const view = views.includes(mark.view) ? mark.view : (views[0] ?? mark.view)
  const isPoint = mark.kind === 'trigger-point' || mark.kind === 'tender-point'
  const fields = plainFinding({
    regionId,
    structureId: mark.structure ?? null,
    kind: mark.kind,
    severity,
    depth: mark.depth,
    phase: 'before',
    view,
    point: isPoint ? spotIn(view, regionId) : null,
    refersTo: (mark.refersTo ?? '').replaceAll('{side}', side),
    refersToRegionId: mark.refersToRegion === undefined ? null : (sided(mark.refersToRegion, 'side', side)[0] ?? null),
    remark: isPoint && random.chance(0.12) ? random.pick(pointRemarks) : '',
  })
  const isAskedAgain =
    ['pain', 'trigger-point', 'hypertonicity', 'tender-point'].includes(mark.kind) && random.chance(0.7)
  const after = clamp(severity - 1 - random.next() * 2.5, 0, 10)
  return [{ before: fields, after: isAskedAgain ? { ...fields, severity: after, phase: 'after', remark: '' } : null }]
}

/** The treatment at a visit, with the hands-on time divided into steps of five minutes, some left for talk. */
function treatedAt(random: Random, { complaint, side, fields }: Person, length: number): Treated[] {
  // An alert asks for care, and the notes show it.
  const isCareful = fields.alert !== undefined
  const fitting = complaint.treatments.filter(({ technique }) => !isCareful || !/deep|trigger point/i.test(technique))
  const chosen = random.some(fitting, length >= 60 ? random.between(2, 3) : 2)
  const hands = length - 10
  const part = Math.floor(hands / chosen.length / 5) * 5
  const longest = random.between(0, chosen.length - 1)
  return chosen.map(({ technique, on, regions }, index) => ({
    technique,
    regionIds: regions.flatMap((region) => sided(region, on, side)),
    minutes: index === longest ? hands - part * (chosen.length - 1) : part,
    pressure: isCareful ? random.between(1, 2) : random.between(2, 4),
  }))
}

/** A spot in a treated region that is not marked yet. */
function foundWhile(random: Random, treated: readonly Treated[], findings: readonly Course[]): FindingFields[] {
  const marked = new Set(findings.map(({ before }) => before.regionId))
  const unmarked = treated.flatMap(({ regionIds }) => regionIds).filter((regionId) => !marked.has(regionId))
  if (unmarked.length === 0) return []
  const regionId = random.pick(unmarked)
  const view = random.pick(knownRegion(regionId).views)
  const severity = random.between(2, 3)
  const place = {
    regionId,
    kind: 'tender-point',
    severity,
    phase: 'after',
    view,
    point: spotIn(view, regionId),
  } as const
  return [plainFinding({ ...place, remark: 'found while working' })]
}

/** Strokes are drawn where something is new or has come back, and now and then to show a line of tension. */
function sketchesAt(random: Random, { complaint, side }: Person, stage: Stage, findings: readonly Course[]): Sketch[] {
  const sketches: Sketch[] = []
  const worst = findings.map(({ before }) => before).toSorted((a, b) => b.severity - a.severity)[0]
  const chance = stage === 'first' ? 0.9 : stage === 'flare' ? 0.6 : 0.08
  if (worst && random.chance(chance)) {
    sketches.push({ view: worst.view, kind: worst.kind, points: ringAround(random, worst.view, worst.regionId) })
  }
  if (random.chance(stage === 'first' ? 0.7 : 0.12)) {
    const { view: drawnIn, kind, through } = complaint.drawn
    const view = drawnIn === 'lateral' ? (`${side}-lateral` as const) : drawnIn
    const regionIds = through.flatMap((region) => sided(region, 'side', side))
    sketches.push({ view, kind, points: lineThrough(random, view, regionIds) })
  }
  return sketches
}

function measuredAt(random: Random, { complaint, side }: Person, share: number): Measured {
  const scores = ['tension' as const, ...(complaint.scores ?? [])].map((measure): MeasureScore => {
    if (measure === 'sleep') {
      const hours = 8 - 3 * share + random.next() * 1.5 - 0.75
      return { measure, before: Math.round(hours * 2) / 2, after: null }
    }
    const before = clamp(8 * share + random.next() * 2 - 1, 1, 10)
    return { measure, before, after: clamp(before - 1 - random.next() * 2.5, 0, before) }
  })
  return {
    scores,
    ranges: complaint.ranges.map(({ joint, movement, on, from, to }) => {
      const most = to + Math.round((to - from) * 0.1)
      const reached = from + ((to - from) * (1 - share)) / 0.6
      const before = Math.min(most, Math.round(reached + random.next() * 4 - 2))
      const after = Math.min(most, before + Math.round((to - from) * 0.12 + random.next() * 3))
      const of = on === null || on === 'side' ? on && side : side === 'left' ? 'right' : 'left'
      const degrees = { degreesBefore: before, degreesAfter: after, extentBefore: null, extentAfter: null }
      return { joint, side: of, movement, ...degrees }
    }),
    activities: (complaint.activities ?? []).map((activity) => ({
      activity,
      score: clamp(11 - 8 * share + random.next() * 2 - 1, 0, 10),
    })),
  }
}

function knownRegion(regionId: string): Region {
  const region = regionById(regionId)
  if (!region) throw new RangeError(`the catalogue has no region ${regionId}`)
  return region
}
