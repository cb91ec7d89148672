// What of a map is said in words, as printing loses its colours and may leave the drawing out: freehand strokes, and what was
// decided about no-go regions.
import { findingKind, type Phase } from '#shared/domain/bodymap/finding.ts'
import type { NoGoAnswer } from '#shared/domain/bodymap/noGo.ts'
import { labelOfRegion } from '#shared/domain/bodymap/regions.ts'
import { strokeRegionIds } from '#shared/domain/bodymap/strokeRegions.ts'
import type { Stroke } from '#shared/domain/bodymap/marks.ts'
import { regionsInWords } from '#shared/domain/bodymap/treatment.ts'

/**
 * "Drawn before: pain over right upper trapezius; drawn after: …", one part for each phase and kind.
 * @returns empty without strokes
 */
export function strokesInWords(strokes: readonly Stroke[]): string {
  const groups = new Map<string, { phase: Phase; kind: Stroke['kind']; regionIds: Set<string> }>()
  for (const stroke of strokes) {
    const { phase, kind } = stroke
    const group = groups.get(`${phase} ${kind}`) ?? { phase, kind, regionIds: new Set() }
    for (const id of strokeRegionIds(stroke)) group.regionIds.add(id)
    groups.set(`${phase} ${kind}`, group)
  }
  const parts = [...groups.values()].map(({ phase, kind, regionIds }) => {
    const where = regionIds.size === 0 ? 'beside the body' : `over ${regionsInWords([...regionIds])}`
    return `${findingKind(kind).name.toLowerCase()} ${where} (${phase})`
  })
  return parts.length === 0 ? '' : `${parts.join('; ')}.`
}

/** "Left soleus is a no-go region (forbidden: varicosities). Marked although: asked for by the client." */
export function noGoWords({ regionId, level, reason, decision, remark }: NoGoAnswer): string {
  const fact = `${labelOfRegion(regionId)} is a no-go region (${level}: ${reason}).`
  if (decision === 'left out') return `${fact} Left out${remark === '' ? '' : `: ${remark}`}.`
  return `${fact} Marked all the same${remark === '' ? ', no reason given' : `, because: ${remark}`}.`
}
