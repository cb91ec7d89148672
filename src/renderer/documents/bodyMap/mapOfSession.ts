// The content of a session's printed body map, and the views that it needs.
import type { SessionRecord } from '#shared/contract/sessions.ts'
import { figure } from '#shared/domain/bodymap/figure.generated.ts'
import { views, type View } from '#shared/domain/bodymap/figure.ts'
import type { NoGoAnswer, NoGoArea } from '#shared/domain/bodymap/noGo.ts'
import { bestViews } from '#shared/domain/bodymap/regionViews.ts'

export type MapRecord = Pick<
  SessionRecord,
  'findings' | 'strokes' | 'treatedAreas' | 'noGoAnswers' | 'noGoAreas' | 'signature' | 'details'
>

/** Whether there is anything to print. */
export const hasBodyMap = ({ findings, strokes, treatedAreas, noGoAnswers }: MapRecord): boolean =>
  findings.length + strokes.length + treatedAreas.length + noGoAnswers.length > 0

/**
 * The no-go regions of a session's drawing: those that were decided about in it, as they stood then. A draft shows all
 * of the client's that hold today; in a signed note they could be of a later time.
 */
export function noGoOf({ noGoAnswers, noGoAreas, signature }: MapRecord): readonly (NoGoAnswer | NoGoArea)[] {
  if (signature !== null) return noGoAnswers
  const answered = new Set(noGoAnswers.map(({ regionId }) => regionId))
  return [...noGoAnswers, ...noGoAreas.filter(({ regionId }) => !answered.has(regionId))]
}

/**
 * The views that are drawn: those in which something was marked, and as many more as it takes to see every treated region
 * and every one that was decided about.
 */
export function shownViews({ findings, strokes, treatedAreas, noGoAnswers }: MapRecord): readonly View[] {
  const shown = new Set<View>([...findings, ...strokes].map(({ view }) => view))
  const toSee = [...treatedAreas.flatMap(({ regionIds }) => regionIds), ...noGoAnswers.map(({ regionId }) => regionId)]
  for (const regionId of toSee) {
    const [best] = bestViews([regionId])
    if (best && ![...shown].some((view) => isSeen(view, regionId))) shown.add(best)
  }
  return views.filter((view) => shown.has(view))
}

/** Whether a view shows a region. */
export const isSeen = (view: View, id: string): boolean => figure[view].regions.some(({ regionId }) => regionId === id)
