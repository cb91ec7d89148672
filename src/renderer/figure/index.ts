// The drawn body: the figures on their stage, what lies on them as pictures, regions that can be pressed, and a map in
// words. It knows no screen and reads nothing from the vault.

// A whole map, read-only.
export { BodyMapPicture } from './BodyMapPicture.tsx'
export { SmallBodyMap } from './drawing/SmallBodyMap.tsx'

// The contract with the screen around a map.
export { mapPlaces, StandOutContext } from './fromOutside.ts'

// The stage, and what it can show.
export { FigureRow } from './stage/FigureRow.tsx'
export { letterRooms } from './stage/letterPlaces.ts'
export { figuresOf, phaseChoices, type MapView, type ShownFigure } from './stage/mapViews.ts'
export { Stage, type StageHandle } from './stage/Stage.tsx'
export { useMapView, ViewTabs } from './stage/ViewTabs.tsx'

// The drawing and its layers.
export { FigureBackground, roomOfSideLetters, SideLetters } from './drawing/FigureBackground.tsx'
export { LayerLegend, Legend } from './drawing/Legends.tsx'
export { LastVisitLayer, NoGoLayer, ReferralLayer, RegionTints } from './drawing/MapLayers.tsx'
export { kindColour, StrokeLayer } from './drawing/StrokeLayer.tsx'
export { outlineOf } from './drawing/strokePath.ts'
export { TreatedLayer } from './drawing/TreatedLayer.tsx'

// Marks: where they stand, their signs and words, and piles to choose from.
export { findingDescription, findingName, pileWords } from './marks/findingWords.ts'
export { KindBadge, KindGlyph } from './marks/kindGlyphs.tsx'
export {
  anchorsOf,
  isWithin,
  markAt,
  marksToPlace,
  ownMarkAt,
  placeMarks,
  placeOn,
  withoutSpots,
  type Placed,
  type PlacedMark,
} from './marks/markPlacement.ts'
export { markSizes, type MarkSizes } from './marks/Mark.tsx'
export { PileMenu } from './marks/PileMenu.tsx'
export { ExactEnds, FanLines, findingsAt, markElement, PileDisc, PlacedMarks } from './marks/PlacedMarks.tsx'
export { usePile } from './marks/usePile.ts'

// Regions that can be pressed.
export { figureAround, regionAt, RegionButtons, regionElement, regionStop } from './regions/RegionButtons.tsx'
export { useRegionFocus } from './regions/useRegionFocus.ts'

// The same in words.
export { FindingsTable, type TableActions } from './tables/FindingsTable.tsx'
export { TreatedTable } from './tables/TreatedTable.tsx'
