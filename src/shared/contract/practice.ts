// Operations on the practice's own data and settings.
import { z } from 'zod'
import { practiceFields, practiceSettings } from '../domain/practice.ts'
import { changesPractice, read } from './operation.ts'

export const practiceRecord = z.strictObject({ practice: practiceFields, settings: practiceSettings })
export type PracticeRecord = z.infer<typeof practiceRecord>

export const practiceOperations = {
  'practice:get': read(z.strictObject({}), practiceRecord),
  'practice:save': changesPractice(z.strictObject({ practice: practiceFields }), practiceRecord, ['practice:get']),
  'practice:saveSettings': changesPractice(z.strictObject({ settings: practiceSettings }), practiceRecord, [
    'practice:get',
    'session:get',
  ]),
} as const
