// The record as a whole: whether everything that was signed is as it was signed.
export { VerifyRecord } from './VerifyRecord.tsx'
