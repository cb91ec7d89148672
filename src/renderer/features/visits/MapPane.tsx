// The map of the comparison: which view and phase, the figures with what is drawn on them, and the legend.
import { useRef, useState } from 'react'
import type { Phase } from '#shared/domain/bodymap/finding.ts'
import { labelOfRegion, type RegionId } from '#shared/domain/bodymap/regions.ts'
import { countWords } from '#shared/domain/wordLists.ts'
import {
  FigureRow,
  figuresOf,
  phaseChoices,
  PileMenu,
  type ShownFigure,
  Stage,
  useMapView,
  usePile,
  ViewTabs,
} from '#renderer/figure/index.ts'
import { RadioTabs } from '#renderer/ui/RadioTabs.tsx'
import { LayerLegend, LayerMarks, LayerTints, useDescriptions, type MapLayer } from './MapLayer.tsx'
import { countPlaced } from './differencePlaces.ts'
import classes from './MapPane.module.css'
import { VisitFigure, type RegionPile } from './VisitFigure.tsx'

interface Props {
  layer: MapLayer
  phase: Phase
  onPhase: (phase: Phase) => void
  chosen: RegionId | null
  onChoose: (regionId: RegionId) => void
  /** Called when the figures are enlarged, and when they are whole again. */
  onZoom: (isZoomed: boolean) => void
}

const phaseWords: Readonly<Record<Phase, string>> = { before: 'before treatment', after: 'after treatment' }

export function MapPane({ layer, phase, onPhase, chosen, onChoose, onZoom }: Props) {
  const [view, setView] = useMapView()
  const [enlargement, setEnlargement] = useState(1)
  const [pointed, setPointed] = useState<string | null>(null)
  const figures = figuresOf(view)
  const ground = useRef<HTMLDivElement>(null)
  const { pile, openPile, closePile } = usePile<RegionPile>(ground)
  const descriptions = useDescriptions(layer)
  return (
    <div className={classes.pane}>
      <div className={classes.bar}>
        <ViewTabs value={view} onChange={setView} />
        <div className={classes.phase}>
          <span className={classes.phaseWords}>{phaseWords[phase]}</span>
          <RadioTabs label="Phase" value={phase} choices={phaseChoices} onChange={onPhase} />
        </div>
      </div>
      <div className={classes.stage} ref={ground}>
        <Stage picture={view} onScale={setEnlargement} onZoomChange={onZoom}>
          <FigureRow figures={figures}>
            {(figure, unitsPerPixel) => (
              <VisitFigure
                figure={figure}
                unit={unitsPerPixel / enlargement}
                chosen={chosen}
                descriptions={descriptions}
                onChoose={onChoose}
                onPile={openPile}
                onPoint={setPointed}
                tints={<LayerTints layer={layer} figure={figure} />}
                marks={
                  <LayerMarks layer={layer} figure={figure} figures={figures} unit={unitsPerPixel / enlargement} />
                }
              />
            )}
          </FigureRow>
        </Stage>
        <p className={classes.pointed} aria-hidden>
          {pointed}
        </p>
        <PileMenu
          box={pile?.box ?? null}
          name="Several regions"
          choices={
            pile?.regionIds.map((id) => ({
              id,
              name: labelOfRegion(id),
              detail: descriptions.get(id) ?? '',
              choose: () => onChoose(id),
            })) ?? []
          }
          onClose={closePile}
        />
        <Elsewhere layer={layer} figures={figures} />
      </div>
      <LayerLegend layer={layer} />
    </div>
  )
}

/** Says how many differences the figures do not show. */
function Elsewhere({ layer, figures }: { layer: MapLayer; figures: readonly ShownFigure[] }) {
  if (layer.kind === 'heat') return null
  const count = layer.differences.length - countPlaced(figures, layer.differences)
  return count === 0 ? null : (
    <p className={classes.elsewhere}>{`${countWords(count, 'finding')} not seen from here`}</p>
  )
}
