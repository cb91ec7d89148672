// The body map of a draft: choosing regions and marking findings.
export { BodyMap } from './BodyMap.tsx'
export { carryFindings, confirmFindings, giveBackFindings } from './marking/carriedFindings.ts'
export { useMarks, type MarkSaver, type SessionMarks } from './marking/useMarks.ts'
export type { MarkList } from './marking/markHistory.ts'
export type { NoGoActions } from './editor/FindingEditor.tsx'
