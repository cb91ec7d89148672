// The stage of the body map: zoom and pan, the sides' letters, the choice of views, and finding a place by its name.
export { FindPlace } from './FindPlace.tsx'
export { FigureRow, figureAttributes } from './FigureRow.tsx'
export { figuresOf, type MapView, type ShownFigure } from './mapViews.ts'
export { Stage, type StageHandle } from './Stage.tsx'
export { useFigureSize } from './useFigureSize.ts'
export { ViewTabs } from './ViewTabs.tsx'
