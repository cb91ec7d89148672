// What is done to a region of the map, by the tool that is chosen.
import { useMemo } from 'react'
import { figure as figures } from '#shared/domain/bodymap/figure.generated.ts'
import type { Finding, Phase } from '#shared/domain/bodymap/finding.ts'
import { mapAt } from '#shared/domain/bodymap/phases.ts'
import { useLatest } from '#renderer/ui/useLatest.ts'
import type { FigureMapActions, MapSpot, PileSpot, TreatedSettings } from './mapActs.ts'
import type { Tool } from './palette.ts'
import type { Marking } from './useMarking.ts'
import type { SessionMarks } from './marks.ts'

interface Needs {
  readonly marks: Pick<SessionMarks, 'now'>
  readonly marking: Marking
  readonly tool: Tool
  /** What the next treated area is. */
  readonly treated: TreatedSettings
  /** Opens the editor of a region, or of the finding that was hit. */
  readonly onOpen: (spot: MapSpot, here: readonly Finding[]) => void
  readonly onChoose: (pile: PileSpot) => void
  readonly onZoom: (element: Element) => void
  /** Called when a region was marked, which ends the search. */
  readonly onTap: () => void
  /** Called with the hovered region. */
  readonly onPointed: (name: string | null) => void
}

/** @returns the actions, stable across renders */
export function useMapActions(needs: Needs): FigureMapActions {
  const latest = useLatest(needs)
  return useMemo(() => {
    const at = (phase: Phase) => mapAt(latest.current.marks.now().findings, phase)
    const act = (spot: MapSpot) => {
      const { marking, tool, treated, onTap } = latest.current
      onTap()
      if (tool === 'treat') return marking.paint([spot.regionId], treated)
      if (tool === 'point') return marking.point({ ...spot, point: spot.point ?? middleOf(spot) }, null)
      marking.tap(spot)
    }
    return {
      tap: act,
      zoom: ({ element }) => {
        latest.current.marking.untap()
        latest.current.onZoom(element)
      },
      open: (spot) => latest.current.onOpen(spot, at(spot.phase)),
      choose: (pile) => latest.current.onChoose(pile),
      enter: (spot) => {
        const here = at(spot.phase)
        const isMarked = here.some(({ regionId }) => regionId === spot.regionId)
        if (isMarked && latest.current.tool === 'mark') latest.current.onOpen(spot, here)
        else act(spot)
      },
      remove: (spot) => {
        const newest = at(spot.phase).findLast(({ regionId }) => regionId === spot.regionId)
        if (newest) latest.current.marking.removeAt(newest, spot.phase)
      },
      point: (name) => latest.current.onPointed(name),
    }
  }, [latest])
}

/** Where a point lies that is set by keyboard: in the middle of its region. */
function middleOf({ view, regionId }: MapSpot): MapSpot['point'] {
  return figures[view].regions.find((shape) => shape.regionId === regionId)?.anchor ?? null
}
