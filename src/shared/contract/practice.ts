// Operations on the practice's own data and settings.
import { z } from 'zod'
import { practiceFields, practiceSettings } from '../domain/practice.ts'
import { audited, changesPractice, read } from './operation.ts'

export const practiceRecord = z.strictObject({ practice: practiceFields, settings: practiceSettings })
export type PracticeRecord = z.infer<typeof practiceRecord>

const settingsChanged = audited('settings changed', 'practice')

export const practiceOperations = {
  'practice:get': read(z.strictObject({}), practiceRecord),
  'practice:save': changesPractice(z.strictObject({ practice: practiceFields }), practiceRecord, settingsChanged, [
    'practice:get',
  ]),
  'practice:saveSettings': changesPractice(
    z.strictObject({ settings: practiceSettings }),
    practiceRecord,
    settingsChanged,
    ['practice:get', 'session:get'],
  ),
} as const
