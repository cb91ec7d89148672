// The body map of a draft: figures that are marked in one tap, tools, layers, and everything in words below.
import { memo, useCallback, useEffect, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import type { UnknownMark } from '#shared/contract/sessions.ts'
import type { Finding, Phase } from '#shared/domain/bodymap/finding.ts'
import type { NoGoAnswer } from '#shared/domain/bodymap/noGo.ts'
import type { RegionId } from '#shared/domain/bodymap/regions.ts'
import type { Visit } from '#shared/domain/bodymap/visits.ts'
import { hasTouchSizes } from '#renderer/ui/touch/touchSizes.ts'
import { shortDateWords, useDateFormat } from '#renderer/ui/dateWords.ts'
import { ourKeys } from '#renderer/ui/inputMethodKeys.ts'
import { usePlace } from '#renderer/ui/places.tsx'
import {
  mapPlaces,
  regionStop,
  figuresOf,
  regionElement,
  type StageHandle,
  type TableActions,
  useMapView,
  usePile,
} from '#renderer/figure/index.ts'
import hidden from '#renderer/ui/spoken.module.css'
import classes from './BodyMap.module.css'
import { EditorPopover, FindingPile } from './editor/EditorPopover.tsx'
import type { NoGoActions } from './editor/FindingEditor.tsx'
import type { MapSpot, PileSpot, TreatedSettings } from './marking/mapActs.ts'
import { FindingsPanel, useListFocus } from './table/FindingsPanel.tsx'
import { onMapKey } from './marking/mapKeys.ts'
import { usualLayers, type Layers } from './map/LayersMenu.tsx'
import { MapHead } from './map/MapHead.tsx'
import { MapPicture } from './map/MapPicture.tsx'
import { useMapActions } from './marking/useMapActions.ts'
import { useMarking } from './marking/useMarking.ts'
import { findingAt, findingsIn, type SessionMarks } from './marking/marks.ts'
import { NoGoDialog } from './editor/NoGoDialog.tsx'
import { usePalette, type Tool } from './marking/palette.ts'
import { ToolRail } from './map/ToolRail.tsx'
import { TreatedList } from './surfaces/TreatedList.tsx'
import { useOpenRegion, type EditorPlace } from './marking/useOpenRegion.ts'

interface Props {
  sessionId: string
  lengthMinutes: number
  marks: SessionMarks
  /** Data of a newer version: shown and kept. */
  unknownMarks: readonly UnknownMark[]
  /** Whether a mark could not be saved yet. */
  isUnsaved: (id: string) => boolean
  noGo: NoGoActions
  noGoAnswers: readonly NoGoAnswer[]
  onAnswer: (answer: NoGoAnswer) => void
  /** The client's visit before this one, as it was left; null at the first. */
  lastVisit: Pick<Visit, 'serviceStart' | 'findings'> | null
  /** The day of this session, `YYYY-MM-DD`. */
  today: string
  /** The timer's whole minutes of the treated areas, by their ids. */
  timedMinutes?: ReadonlyMap<string, number>
  /** Whether treated minutes are also shown as timed units. */
  showsUnits?: boolean
  /** Further buttons of the map, such as "Compare visits". */
  children?: ReactNode
}

const phasesShown: Readonly<Record<'before' | 'after' | 'both', readonly Phase[]>> = {
  before: ['before'],
  after: ['after'],
  both: ['before', 'after'],
}

const usualTreatment: TreatedSettings = { technique: 'Swedish massage', minutes: null, pressure: null }

/** Drawing tools show their layer. */
const layerOf = (tool: Tool): Partial<Layers> => {
  if (tool === 'treat') return { treated: true }
  return tool === 'draw' || tool === 'erase' ? { strokes: true } : {}
}

export const BodyMap = memo((props: Props) => {
  const {
    sessionId,
    lengthMinutes,
    marks,
    unknownMarks,
    isUnsaved,
    noGo,
    noGoAnswers,
    onAnswer,
    lastVisit,
    today,
    timedMinutes,
    showsUnits,
    children,
  } = props
  useDateFormat()
  const { findings } = marks.marks
  const { areas: noGoAreas } = noGo
  const [palette, setPalette] = usePalette()
  const [mapView, setMapView] = useMapView()
  const [layers, setLayers] = useState(usualLayers)
  const [treated, setTreated] = useState<TreatedSettings>(usualTreatment)
  const [found, setFound] = useState<readonly RegionId[]>([])
  const { map, open, openAt, close } = useOpenRegion(sessionId)
  const { pile, openPile, closePile } = usePile<PileSpot>(map)
  const stage = useRef<StageHandle>(null)
  const name = useRef<HTMLDivElement>(null)
  const spoken = useRef<HTMLDivElement>(null)
  const { panel, keepingFocus } = useListFocus()

  // Set directly in the DOM: hovering regions must not render the map again.
  const say = useCallback((words: string) => {
    if (spoken.current) spoken.current.textContent = words
  }, [])
  const marking = useMarking({ sessionId, marks, palette, noGoAreas, noGoAnswers, onAnswer, say })
  const { select } = marking

  const editPhase: Phase = open?.phase ?? 'before'
  const openFinding = useCallback(
    (spot: MapSpot, here: readonly Finding[]) => {
      const { view, phase, regionId, point } = spot
      const findingId = spot.findingId ?? here.findLast((one) => one.regionId === regionId)?.id ?? null
      openAt({ view, phase, regionId, findingId, point: null } satisfies EditorPlace, spot.element)
      if (point === null) select(findingId)
    },
    [openAt, select],
  )

  const actions = useMapActions({
    marks,
    marking,
    tool: palette.tool,
    treated,
    onOpen: openFinding,
    onChoose: openPile,
    onZoom: (element) => stage.current?.zoomTo(element),
    onTap: () => setFound([]),
    onPointed: (words) => {
      if (name.current) name.current.textContent = words
    },
  })

  const shownPhase = palette.shownPhase
  const tableActions = useMemo(
    (): TableActions => ({
      open: ({ before, after }, row) => {
        const isAfter = shownPhase === 'after' || (shownPhase === 'both' && after !== null) || before === null
        const phase: Phase = isAfter ? 'after' : 'before'
        const finding = isAfter ? (after ?? before) : before
        if (!finding) return
        const { view, regionId, id } = finding
        const region = regionElement(map.current, regionId)
        openAt({ view, phase, regionId, findingId: id, point: null }, region ?? row)
      },
      remove: (course) => keepingFocus(() => marking.remove(course)),
      confirm: (finding) => keepingFocus(() => marking.confirm([finding])),
    }),
    // oxlint-disable-next-line react-hooks/exhaustive-deps
    [shownPhase, openAt, keepingFocus, marking.remove, marking.confirm],
  )

  const { removeArea: takeAreaAway } = marking
  const removeArea = useCallback((id: string) => keepingFocus(() => takeAreaAway(id)), [keepingFocus, takeAreaAway])
  usePlace(mapPlaces.regions, {
    focus: () => regionStop(map.current)?.focus(),
    hasFocus: () => map.current?.contains(document.activeElement) ?? false,
  })

  const carried = new Set(findings.map(({ carriedFromId }) => carriedFromId))
  const carriable = lastVisit && {
    when: shortDateWords(lastVisit.serviceStart, today),
    missing: lastVisit.findings.filter(({ id }) => !carried.has(id)).length,
  }

  const selectedPhase: Phase = shownPhase === 'after' ? 'after' : 'before'
  const selected =
    findingAt(findings, marking.selectedId, selectedPhase) ??
    (shownPhase === 'both' ? findingAt(findings, marking.selectedId, 'after') : null)
  const selectedIn: Phase = selected?.phase === 'after' ? 'after' : selectedPhase

  const onKeyDown = (event: KeyboardEvent) =>
    onMapKey(event, {
      undo: marking.undo,
      redo: marking.redo,
      choose: (kind) => open === null && setPalette({ kind }),
      putAway: palette.tool === 'mark' ? null : () => setPalette({ tool: 'mark' }),
      showWhole: () => {
        stage.current?.reset()
        setFound([])
      },
    })

  // The search result is shown once its view is rendered.
  useEffect(() => {
    const elements = found.flatMap((id) => regionElement(map.current, id) ?? [])
    if (elements.length > 0) stage.current?.zoomTo(elements)
  }, [found, map])

  return (
    // Handles the keys of everything inside; the ground itself is not interactive.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className={classes.bodyMap} onKeyDown={ourKeys(onKeyDown)}>
      <div className={classes.map} ref={map}>
        <MapHead
          sessionId={sessionId}
          palette={palette}
          onPalette={setPalette}
          treated={treated}
          onTreated={setTreated}
          selected={open ? null : selected}
          isBarHidden={open !== null}
          isAfter={selectedIn === 'after'}
          onSeverity={(severity) => {
            setPalette({ severity })
            if (selected) select(marking.edit(selected, { severity }, selectedIn))
          }}
          onRemark={(remark) => selected && select(marking.edit(selected, { remark }, selectedIn, 'typing'))}
          onDetails={(button) => {
            if (!selected) return
            const { view, regionId, id } = selected
            openAt({ view, phase: selectedIn, regionId, findingId: id, point: null }, button)
          }}
          onGone={() => selected && select(marking.edit(selected, { severity: 0 }, 'after'))}
          onDeselect={() => select(null)}
          ground={map}
          onFind={({ regionIds, views }) => {
            const shown = figuresOf(mapView).flatMap(({ drawing }) => drawing.regions.map(({ regionId }) => regionId))
            if (!regionIds.some((id) => shown.includes(id))) {
              const isBody = views.includes('anterior') || views.includes('posterior')
              setMapView(isBody && !hasTouchSizes() ? 'body' : (views[0] ?? 'body'))
            }
            setFound([...regionIds])
          }}
        >
          {children}
        </MapHead>
        <div className={classes.middle}>
          <ToolRail
            tool={palette.tool}
            onTool={(tool) => {
              setPalette({ tool })
              setLayers((shown) => ({ ...shown, ...layerOf(tool) }))
            }}
            canUndo={marks.canUndo}
            canRedo={marks.canRedo}
            onUndo={marking.undo}
            onRedo={marking.redo}
            layers={layers}
            onLayers={setLayers}
          />
          <MapPicture
            ref={stage}
            mapView={mapView}
            onMapView={setMapView}
            phases={phasesShown[shownPhase]}
            marks={marks.marks}
            palette={palette}
            treated={treated}
            layers={layers}
            noGoAreas={noGoAreas}
            lastVisit={lastVisit?.findings ?? null}
            found={found}
            open={open}
            actions={actions}
            marking={marking}
            onAnnounce={say}
          />
        </div>
        <div ref={name} className={classes.name} aria-hidden />
        <div ref={spoken} className={hidden.spoken} role="status" aria-live="polite" />
        <FindingPile
          pile={pile}
          onChoose={({ view, phase, element }, { id, regionId }) => {
            closePile()
            // The element that gets the focus when the editor is closed.
            regionElement(map.current, regionId)?.focus()
            select(id)
            openAt({ view, phase, regionId, findingId: id, point: null }, element)
          }}
          onClose={closePile}
        />
        <EditorPopover
          open={open}
          sessionId={sessionId}
          palette={palette}
          findings={open ? findingsIn(findings, editPhase, open.regionId) : []}
          onAdd={marking.add}
          onEdit={(finding, part, pace) => marking.edit(finding, part, editPhase, pace)}
          onRemove={(finding) => {
            close()
            marking.removeAt(finding, editPhase)
          }}
          onClose={close}
          noGo={noGo}
        />
      </div>
      <FindingsPanel
        ref={panel}
        findings={findings}
        strokes={marks.marks.strokes}
        unknownMarks={unknownMarks}
        treated={
          marks.marks.areas.length > 0 && (
            <TreatedList
              areas={marks.marks.areas}
              lengthMinutes={lengthMinutes}
              onPut={marking.putArea}
              onRemove={removeArea}
              {...(timedMinutes && { timedMinutes })}
              {...(showsUnits && { showsUnits })}
            />
          )
        }
        isUnsaved={isUnsaved}
        lastVisit={carriable}
        actions={tableActions}
        isEditing={open !== null}
        onAdd={(button) => {
          const place = selected
            ? { view: selected.view, regionId: selected.regionId }
            : { view: 'anterior' as const, regionId: null }
          openAt({ ...place, phase: selectedPhase, findingId: null, point: null }, button)
        }}
        onCarry={() => lastVisit && keepingFocus(() => marking.carry(lastVisit.findings))}
        onConfirmAll={() => keepingFocus(() => marking.confirm(findings.filter(({ isConfirmed }) => !isConfirmed)))}
        onErase={(id) => keepingFocus(() => marking.erase([id]))}
      />
      <NoGoDialog sessionId={sessionId} question={marking.question} />
    </div>
  )
})
