// The record as a whole: whether everything that was signed is as it was signed, its seals and time stamps.
export { RecordTools } from './RecordTools.tsx'
export { VerifyRecord } from './VerifyRecord.tsx'
