// The session: body map left, note right, signature.
export { SessionScreen } from './SessionScreen.tsx'
