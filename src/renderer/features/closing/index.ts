// Closing the practice: letters, records for the next custodian, and the list by date.
export { ClosingScreen } from './ClosingScreen.tsx'
