// The body map: choosing regions and marking findings, and the same figure as a picture for paper.
export { BodyFigure } from './BodyFigure.tsx'
export { KindBadge } from './KindBadge.tsx'
export { Legend } from './Legend.tsx'
