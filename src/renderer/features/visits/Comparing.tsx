// The visits of a client side by side in time: the map with its timeline left, what changed and one region's history right.
import { useMemo, useState } from 'react'
import type { Phase } from '#shared/domain/bodymap/finding.ts'
import type { RegionId } from '#shared/domain/bodymap/regions.ts'
import type { HeatMeasure } from '#shared/domain/bodymap/visitHistory.ts'
import type { Visit } from '#shared/domain/bodymap/visits.ts'
import { longDateWords } from '#renderer/ui/dateWords.ts'
import classes from './Comparing.module.css'
import { changesSentence, differencesAt, type Baseline, type VisitDifferences } from './differences.ts'
import { DifferencesTable, HeatTable } from './VisitTables.tsx'
import { heatMap, heatSentence, type HeatRange } from './heat.ts'
import { HeatControls } from './HeatControls.tsx'
import type { MapLayer } from './MapLayer.tsx'
import { MapPane } from './MapPane.tsx'
import { RegionHistory } from './RegionHistory.tsx'
import { Timeline } from './Timeline.tsx'
import { usePlayback } from './usePlayback.ts'

export type Mode = 'differences' | 'heat'

interface Props {
  mode: Mode
  /** The visits in the phase that is looked at; at least one. */
  visits: readonly Visit[]
  /** The same visits as they came, and as they left as far as that is known yet. */
  before: readonly Visit[]
  after: readonly Visit[] | undefined
  phase: Phase
  onPhase: (phase: Phase) => void
  /** Index of the visit shown first. */
  start: number
  onZoom: (isZoomed: boolean) => void
}

export function Comparing({ mode, visits, before, after, phase, onPhase, start, onZoom }: Props) {
  const playback = usePlayback(visits.length, start)
  const { at, goTo } = playback
  const [baseline, setBaseline] = useState<Baseline>('previous')
  const [range, setRange] = useState<HeatRange>({ from: 0, to: visits.length - 1 })
  const [measure, setMeasure] = useState<HeatMeasure>('times marked')
  const [regionId, setRegionId] = useState<RegionId | null>(null)

  const compared = useMemo(() => differencesAt(visits, at, baseline), [visits, at, baseline])
  const { differences } = compared
  const heat = useMemo(() => heatMap(visits, range, measure), [visits, range, measure])
  const layer = useMemo<MapLayer>(
    () => (mode === 'heat' ? { kind: 'heat', heat, measure } : { kind: 'differences', differences }),
    [mode, heat, measure, differences],
  )
  const visit = visits[at]
  if (!visit) return null

  const isHeat = mode === 'heat'
  return (
    <div className={classes.panes}>
      <div className={classes.left}>
        <MapPane
          layer={layer}
          phase={phase}
          onPhase={onPhase}
          chosen={regionId}
          onChoose={setRegionId}
          onZoom={onZoom}
        />
        {isHeat ? (
          <HeatControls visits={visits} range={range} onRange={setRange} measure={measure} onMeasure={setMeasure} />
        ) : (
          <Timeline visits={visits} playback={playback} baseline={baseline} onBaseline={setBaseline} />
        )}
      </div>
      <div className={classes.right}>
        <p className={classes.summary} role="status">
          {isHeat ? heatSentence(range, heat) : summaryOf(visits, visit, compared)}
        </p>
        <div className={classes.list}>
          {isHeat
            ? heat.regions.length > 0 && <HeatTable regions={heat.regions} chosen={regionId} onChoose={setRegionId} />
            : differences.length > 0 && (
                <DifferencesTable
                  differences={differences}
                  isCompared={compared.against !== null}
                  chosen={regionId}
                  onChoose={setRegionId}
                />
              )}
        </div>
        {regionId === null ? (
          <p className={classes.hint}>Choose a region on the map or in the table to see its history.</p>
        ) : (
          <RegionHistory
            key={regionId}
            regionId={regionId}
            phase={phase}
            before={before}
            after={after}
            at={at}
            onVisit={goTo}
            onClose={() => setRegionId(null)}
          />
        )}
      </div>
    </div>
  )
}

/** With one visit there is nothing to compare yet, whatever is marked. */
const summaryOf = (visits: readonly Visit[], visit: Visit, compared: VisitDifferences): string =>
  visits.length > 1
    ? changesSentence(visit, compared)
    : `One visit so far, on ${longDateWords(visit.serviceStart)}: nothing to compare yet.`
