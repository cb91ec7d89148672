// The audit log: what was done with which record, and when.
export { AuditScreen } from './AuditScreen.tsx'
