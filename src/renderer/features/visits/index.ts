// Comparing the visits of a client: what changed from one to the other, and where the body was marked most.
export { CompareVisitsButton } from './CompareVisitsButton.tsx'
