// The session: body map left, note right, signature.
export { DraftsProvider } from './draft/useDraft.tsx'
export { SessionScreen } from './SessionScreen.tsx'
