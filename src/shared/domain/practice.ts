// The practice: who writes and signs the record, and how the app behaves for them.
import { z } from 'zod'
import { isEachOnce } from './isEachOnce.ts'
import { measureIds } from './measures.ts'
import { fieldText, longText } from './text.ts'

/** What the signature and the header of every printed page name. Only the practice's name is required. */
export const practiceFields = z.strictObject({
  name: fieldText.min(1),
  /** The therapist's own name; empty where the practice carries it. */
  therapistName: fieldText,
  credentials: fieldText,
  licenceNumber: fieldText,
  address: longText,
  phone: fieldText,
})
export type PracticeFields = z.infer<typeof practiceFields>

export const paperSizes = ['A4', 'Letter'] as const
export type PaperSize = (typeof paperSizes)[number]

export const practiceSettings = z.strictObject({
  /** Minutes without input after which the app locks itself. */
  idleMinutes: z.int().min(1).max(120),
  paperSize: z.enum(paperSizes),
  /** Whether a suggested file name may carry the client's name. Off by default: file names are seen by others. */
  clientNameInFileName: z.boolean(),
  /** Hours after which an unsigned draft is told to be overdue. */
  draftLimitHours: z.int().min(1).max(720),
  /** Whether treated minutes are also shown as timed units, see `timedUnits`. */
  showsTimedUnits: z.boolean(),
  /** The measures that every session asks for, in their order; a template may ask for others. */
  measures: z.array(z.enum(measureIds)).refine(isEachOnce, 'repeated'),
})
export type PracticeSettings = z.infer<typeof practiceSettings>

export const defaultSettings: PracticeSettings = {
  idleMinutes: 10,
  paperSize: 'A4',
  clientNameInFileName: false,
  draftLimitHours: 24,
  showsTimedUnits: false,
  measures: ['pain'],
}

/** The name under a signature: the therapist's own where it is known, otherwise the practice's. */
export function signerName(practice: PracticeFields): string {
  return practice.therapistName || practice.name
}
