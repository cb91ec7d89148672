// The body map of a signed note: the same picture, read-only.
import { useState } from 'react'
import { changeSentence } from '#shared/domain/bodymap/changeSentence.ts'
import { findingKinds, type Finding, type Phase } from '#shared/domain/bodymap/finding.ts'
import type { NoGoAnswer } from '#shared/domain/bodymap/noGo.ts'
import { mapAt } from '#shared/domain/bodymap/phases.ts'
import type { Stroke, TreatedArea } from '#shared/domain/bodymap/marks.ts'
import { labelOfRegion } from '#shared/domain/bodymap/regions.ts'
import { RadioTabs } from '#renderer/ui/RadioTabs.tsx'
import { BodyFigure } from './drawing/BodyFigure.tsx'
import classes from './BodyMapPicture.module.css'
import { FindingsTable } from './tables/FindingsTable.tsx'
import { Legend } from './drawing/Legends.tsx'
import { FigureRow } from './stage/FigureRow.tsx'
import { figuresOf, phaseChoices } from './stage/mapViews.ts'
import { Stage } from './stage/Stage.tsx'
import { ViewTabs, useMapView } from './stage/ViewTabs.tsx'
import { TreatedTable } from './tables/TreatedTable.tsx'
import { withoutSpots } from './marks/markPlacement.ts'
import { markSizes } from './marks/Mark.tsx'

interface Props {
  findings: readonly Finding[]
  strokes: readonly Stroke[]
  areas: readonly TreatedArea[]
  noGoAnswers: readonly NoGoAnswer[]
  lengthMinutes: number
  /** Whether treated minutes are also shown as timed units. */
  showsUnits?: boolean
}

export function BodyMapPicture({ findings, strokes, areas, noGoAnswers, lengthMinutes, showsUnits = false }: Props) {
  const [mapView, setMapView] = useMapView()
  const [phase, setPhase] = useState<Phase>('before')
  const [zoom, setZoom] = useState(1)
  const hasAfter = [...findings, ...strokes].some((mark) => mark.phase === 'after')
  const shown = mapAt(findings, phase)
  const shownStrokes = strokes.filter((stroke) => phase === 'after' || stroke.phase === 'before')
  const kinds = findingKinds
    .map(({ id }) => id)
    .filter((id) => shown.some(({ kind }) => kind === id) || shownStrokes.some(({ kind }) => kind === id))
  const change = changeSentence(findings)
  const isEmpty = findings.length === 0 && strokes.length === 0 && areas.length === 0
  return (
    <div className={classes.map}>
      <div className={classes.head}>
        <ViewTabs value={mapView} onChange={setMapView} />
        {hasAfter && <RadioTabs label="Phase" value={phase} choices={phaseChoices} onChange={setPhase} />}
      </div>
      <Stage picture={mapView} onScale={setZoom}>
        <FigureRow figures={figuresOf(mapView)}>
          {({ drawing, box, sharesPoints }, unitsPerPixel) => (
            <BodyFigure
              drawing={drawing}
              box={box}
              findings={sharesPoints ? shown : withoutSpots(shown)}
              strokes={sharesPoints ? shownStrokes : []}
              areas={areas}
              sizes={markSizes(unitsPerPixel, zoom)}
            />
          )}
        </FigureRow>
      </Stage>
      {kinds.length > 0 && (
        <div className={classes.legend}>
          <Legend kinds={kinds} />
        </div>
      )}
      <div className={classes.list}>
        {change && <p className={classes.change}>{change}</p>}
        {isEmpty && <p className={classes.hint}>No findings.</p>}
        {findings.length > 0 && <FindingsTable findings={findings} />}
        {areas.length > 0 && <TreatedTable areas={areas} lengthMinutes={lengthMinutes} showsUnits={showsUnits} />}
        {noGoAnswers.map(({ id, regionId, level, reason, decision, remark }) => (
          <p key={id} className={classes.change} dir="auto">
            {labelOfRegion(regionId)} ({level}: {reason}) {decision === 'marked' ? 'was marked anyway' : 'was left out'}
            {remark && `: ${remark}`}.
          </p>
        ))}
      </div>
    </div>
  )
}
