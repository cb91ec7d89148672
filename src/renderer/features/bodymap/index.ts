// The body map: choosing regions and marking findings, and the same figure as a picture for reading and paper.
export { BodyFigure } from './BodyFigure.tsx'
export { BodyMap } from './BodyMap.tsx'
export { BodyMapPicture } from './BodyMapPicture.tsx'
export { findingName } from './findingWords.ts'
export { KindBadge } from './KindBadge.tsx'
export { Legend } from './Legend.tsx'
export { useFindings, type FindingSaver } from './useFindings.ts'
