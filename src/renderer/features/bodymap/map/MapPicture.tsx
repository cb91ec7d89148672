// The figures on the stage with their layers, and the surface of the active tool.
import { notifications } from '@mantine/notifications'
import { useMemo, useState, type Ref } from 'react'
import type { Finding, Phase } from '#shared/domain/bodymap/finding.ts'
import type { NoGoArea } from '#shared/domain/bodymap/noGo.ts'
import { mapAt } from '#shared/domain/bodymap/phases.ts'
import { labelOfRegion, type RegionId } from '#shared/domain/bodymap/regions.ts'
import {
  FigureRow,
  figuresOf,
  LastVisitLayer,
  type MapView,
  markSizes,
  NoGoLayer,
  letterRooms,
  placeMarks,
  ReferralLayer,
  type ShownFigure,
  Stage,
  type StageHandle,
  StrokeLayer,
  TreatedLayer,
  ViewTabs,
  withoutSpots,
} from '#renderer/figure/index.ts'
import type { FigureMapActions, TreatedSettings } from '../marking/mapActs.ts'
import { FigureMap } from './FigureMap.tsx'
import type { Layers } from './LayersMenu.tsx'
import classes from './MapPicture.module.css'
import type { Marks } from '../marking/markHistory.ts'
import type { Marking } from '../marking/useMarking.ts'
import type { Palette } from '../marking/palette.ts'
import { PointSurface } from './PointSurface.tsx'
import { DrawSurface } from '../surfaces/DrawSurface.tsx'
import { PaintSurface } from '../surfaces/PaintSurface.tsx'
import type { EditorPlace } from '../marking/useOpenRegion.ts'

interface Props {
  ref: Ref<StageHandle>
  mapView: MapView
  onMapView: (view: MapView) => void
  /** One phase, or both side by side. */
  phases: readonly Phase[]
  marks: Marks
  palette: Palette
  treated: TreatedSettings
  layers: Layers
  noGoAreas: readonly NoGoArea[]
  /** The last visit's map; null without one. */
  lastVisit: readonly Finding[] | null
  /** Regions that were searched for. */
  found: readonly RegionId[]
  open: EditorPlace | null
  actions: FigureMapActions
  marking: Marking
  /** Announces what the user has to know. */
  onAnnounce: (words: string) => void
}

/** One figure in one phase. */
interface PhaseFigure extends ShownFigure {
  readonly phase: Phase
}

const nobody: readonly Finding[] = []

export function MapPicture(props: Props) {
  const { ref, mapView, onMapView, phases, marks } = props
  const [zoom, setZoom] = useState(1)
  const figures = useMemo(
    () =>
      phases.flatMap((phase) =>
        figuresOf(mapView).map((figure): PhaseFigure => ({
          ...figure,
          phase,
          key: `${figure.key} ${phase}`,
          caption: phases.length > 1 ? `${figure.caption}, ${phase}` : figure.caption,
        })),
      ),
    [mapView, phases],
  )
  // Each map keeps its identity while nothing in it changes, so that its figures do not render again.
  const before = useMemo(() => mapAt(marks.findings, 'before'), [marks.findings])
  const after = useMemo(() => mapAt(marks.findings, 'after'), [marks.findings])
  return (
    <div className={classes.picture}>
      <div className={classes.head}>
        <ViewTabs value={mapView} onChange={onMapView} />
      </div>
      <Stage ref={ref} picture={`${mapView} ${phases.join(' ')}`} onScale={setZoom}>
        <FigureRow figures={figures}>
          {(figure, unitsPerPixel) => (
            <OneFigure
              {...props}
              figure={figure}
              unitsPerPixel={unitsPerPixel}
              zoom={zoom}
              findings={figure.phase === 'before' ? before : after}
            />
          )}
        </FigureRow>
      </Stage>
    </div>
  )
}

interface OneProps extends Props {
  figure: PhaseFigure
  unitsPerPixel: number
  zoom: number
  findings: readonly Finding[]
}

function OneFigure(props: OneProps) {
  const { figure, unitsPerPixel, zoom, phases, marks, palette, treated, layers } = props
  const { noGoAreas, lastVisit, found, open, actions, marking, onAnnounce } = props
  const { phase, drawing, box, sharesPoints } = figure
  const findings = useMemo(
    () => (sharesPoints ? props.findings : withoutSpots(props.findings)),
    [sharesPoints, props.findings],
  )
  const sizes = useMemo(() => markSizes(unitsPerPixel, zoom), [unitsPerPixel, zoom])
  const placed = useMemo(() => {
    const lettersAt = figure.letters ? letterRooms(figure.letters, box, unitsPerPixel, zoom) : []
    return placeMarks({ drawing, box, lettersAt }, findings, sizes.radius)
  }, [figure.letters, drawing, box, unitsPerPixel, zoom, findings, sizes.radius])
  const isOpenHere = open !== null && open.phase === phase && open.view === figure.view
  const openId = isOpenHere ? open.regionId : null
  const outlined = useMemo(() => (openId === null ? found : [openId]), [openId, found])
  const earlier = layers.lastVisit && lastVisit ? lastVisit : nobody
  const ghosts = useMemo(() => (sharesPoints ? earlier : withoutSpots(earlier)), [sharesPoints, earlier])
  // A drawing of its own has no points of the view, so nothing can be drawn on it.
  const strokes = layers.strokes && sharesPoints ? marks.strokes : noStrokes
  // The other phase's record is erased in its own map.
  const ownStrokes = useMemo(() => strokes.filter((stroke) => stroke.phase === phase), [strokes, phase])
  const under = useMemo(
    () => (
      <>
        {layers.treated && <TreatedLayer drawing={drawing} areas={marks.areas} />}
        {layers.safety && <NoGoLayer drawing={drawing} areas={noGoAreas} />}
      </>
    ),
    [layers.treated, layers.safety, drawing, marks.areas, noGoAreas],
  )
  const over = useMemo(
    () => (
      <>
        <StrokeLayer view={drawing.view} strokes={strokes} phase={phase} radius={sizes.radius} />
        <ReferralLayer drawing={drawing} findings={findings} placed={placed} radius={sizes.radius} />
        <LastVisitLayer drawing={drawing} box={box} findings={ghosts} radius={sizes.radius} />
      </>
    ),
    [drawing, box, strokes, phase, findings, placed, ghosts, sizes.radius],
  )
  return (
    <>
      <FigureMap
        drawing={drawing}
        box={box}
        name={figure.key.split(' ')[0]?.replaceAll('-', ' ') ?? drawing.view}
        phase={phase}
        namesPhase={phases.length > 1}
        hasPoints={sharesPoints}
        findings={findings}
        placed={placed}
        noGoAreas={noGoAreas}
        sizes={sizes}
        outlined={outlined}
        under={under}
        over={over}
        hasTool={palette.tool !== 'mark'}
        actions={actions}
      />
      {palette.tool === 'point' && <PointSurface figure={figure} phase={phase} onPoint={marking.point} />}
      {(palette.tool === 'draw' || palette.tool === 'erase') && sharesPoints && (
        <DrawSurface
          box={box}
          view={drawing.view}
          kind={palette.kind}
          mode={palette.tool}
          strokes={ownStrokes}
          onStroke={(points, { simplified }) => {
            marking.draw({ view: drawing.view, points }, phase)
            onAnnounce('Stroke drawn.')
            if (simplified) notifications.show({ message: 'The stroke was very long: its line was simplified.' })
          }}
          onErase={marking.erase}
        />
      )}
      {palette.tool === 'treat' && (
        <PaintSurface
          box={box}
          drawing={drawing}
          onPaint={(ids) => marking.paint(ids, treated)}
          onPoint={(id) => actions.point(id && labelOfRegion(id, drawing.view))}
        />
      )}
    </>
  )
}

const noStrokes: Marks['strokes'] = []
