// The emergency sheet: what somebody needs who takes care of the records when the therapist can't.
export { EmergencySheet } from './EmergencySheet.tsx'
