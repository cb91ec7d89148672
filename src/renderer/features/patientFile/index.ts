// The patient file: what goes in, preview, save.
export { PatientFileDialog } from './PatientFileDialog.tsx'
