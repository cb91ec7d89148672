// How somebody in the demo practice fares from visit to visit: pain, findings and range of motion.
import type { FindingFields } from '#shared/domain/bodymap/finding.ts'
import { regionById, type Region } from '#shared/domain/bodymap/regions.ts'
import type { Complaint, Mark } from './complaint.ts'
import type { Person } from './people.ts'
import type { Random } from './random.ts'

export type Stage = 'first' | 'early' | 'middle' | 'flare' | 'upkeep'

interface Measured {
  readonly movement: string
  /** Degrees. */
  readonly before: number
  readonly after: number
}

export interface State {
  readonly stage: Stage
  readonly painBefore: number
  readonly painAfter: number
  /** Each marked place, with its severity after the treatment where that was asked again. */
  readonly findings: readonly { readonly before: FindingFields; readonly after: FindingFields | null }[]
  readonly ranges: readonly Measured[]
}

const clamp = (value: number, low: number, high: number) => Math.min(high, Math.max(low, Math.round(value)))

/** The regions of a mark, with their sides. */
function regionsOf({ region, on }: Mark, side: Person['side']): string[] {
  if (on === 'midline') return [region]
  const other = side === 'left' ? 'right' : 'left'
  return { side: [side], other: [other], both: ['right', 'left'] }[on].map((which) => `${region}.${which}`)
}

/** How much of the beginning's complaint is left after so many visits, 1 down to about 0.4. */
const left = (visit: number) => 0.4 + 0.6 * Math.exp(-visit / 6)

/**
 * The state at a visit.
 * @param visit from 0
 */
export function stateAt(random: Random, { complaint, side }: Person, visit: number): State {
  const isFlare = visit > 3 && random.chance(0.12)
  const share = left(visit) + (isFlare ? 0.3 : 0)
  const painBefore = clamp(7.4 * share + random.next() * 1.6 - 0.8, 1, 9)
  const painAfter = clamp(painBefore - (isFlare ? 1 : 1.4) - random.next() * 2, 0, painBefore)
  const stage = visit === 0 ? 'first' : isFlare ? 'flare' : visit < 4 ? 'early' : painBefore <= 4 ? 'upkeep' : 'middle'
  const findings = complaint.marks.flatMap((mark) =>
    regionsOf(mark, side).flatMap((region) => findingsAt(random, mark, region, share)),
  )
  return { stage, painBefore, painAfter, findings, ranges: rangesAt(random, complaint, share) }
}

function findingsAt(random: Random, mark: Mark, regionId: string, share: number): State['findings'] {
  const severity = clamp(mark.severity * share + random.next() * 1.4 - 0.7, 0, 10)
  // What has nearly gone is not marked any more, and comes back with a flare.
  if (severity <= 1 && mark.kind !== 'avoid' && mark.kind !== 'scar') return []
  const { views } = knownRegion(regionId)
  const fields: FindingFields = {
    regionId,
    structureId: mark.structure ?? null,
    kind: mark.kind,
    severity,
    depth: mark.depth,
    phase: 'before',
    view: views.includes(mark.view) ? mark.view : (views[0] ?? mark.view),
    point: null,
    refersTo: mark.refersTo ?? '',
    refersToRegionId: null,
    remark: '',
    continuesId: null,
    carriedFromId: null,
    isConfirmed: true,
  }
  const isAskedAgain =
    ['pain', 'trigger-point', 'hypertonicity', 'tender-point'].includes(mark.kind) && random.chance(0.7)
  const after = clamp(severity - 1 - random.next() * 2.5, 0, 10)
  return [{ before: fields, after: isAskedAgain ? { ...fields, severity: after, phase: 'after' } : null }]
}

function rangesAt(random: Random, { ranges }: Complaint, share: number): Measured[] {
  return ranges.map(({ movement, from, to }) => {
    const reached = from + ((to - from) * (1 - share)) / 0.6
    const before = Math.round((reached + random.next() * 4 - 2) / 1)
    const gain = Math.round((to - from) * 0.12 + random.next() * 3) * Math.sign(to - from)
    const after = before + gain
    const isShort = to < from
    return {
      movement,
      before: isShort ? Math.max(before, to) : before,
      after: isShort ? Math.max(after, to) : Math.min(after, to + 5),
    }
  })
}

/** The region as a note names it: "Right upper trapezius". */
export function regionWords(regionId: string): string {
  const { side, name } = knownRegion(regionId)
  const words = side === 'midline' ? name : `${side} ${name}`
  return words.charAt(0).toUpperCase() + words.slice(1)
}

function knownRegion(regionId: string): Region {
  const region = regionById(regionId)
  if (!region) throw new RangeError(`the catalogue has no region ${regionId}`)
  return region
}
