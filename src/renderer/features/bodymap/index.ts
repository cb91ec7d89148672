// The body map of a draft: choosing regions and marking findings.
export { BodyMap } from './BodyMap.tsx'
export { carryFindings, confirmFindings, giveBackFindings } from './marking/carriedFindings.ts'
export { createMarks, useMarks, type MarkStore, type SessionMarks } from './marking/marks.ts'
export { markId, type MarkChange, type MarkList } from './marking/markHistory.ts'
export { drawingOn } from './surfaces/drawing.ts'
export { followPointers } from './surfaces/pointerTrail.ts'
export type { NoGoActions } from './editor/FindingEditor.tsx'
