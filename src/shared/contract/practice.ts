// Operations on the practice's own data and settings.
import { z } from 'zod'
import { practiceFields, practiceSettings } from '../domain/practice.ts'
import { service } from './operation.ts'

export const practiceRecord = z.strictObject({ practice: practiceFields, settings: practiceSettings })
export type PracticeRecord = z.infer<typeof practiceRecord>

export const practiceOperations = {
  'practice:get': service(z.strictObject({}), practiceRecord),
  'practice:save': service(z.strictObject({ practice: practiceFields }), practiceRecord),
  'practice:saveSettings': service(z.strictObject({ settings: practiceSettings }), practiceRecord),
} as const
