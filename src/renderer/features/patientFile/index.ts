// The patient file: what goes in, preview, save.
export { exportWordsOf } from './exportWords.ts'
export { PatientFileDialog } from './PatientFileDialog.tsx'
