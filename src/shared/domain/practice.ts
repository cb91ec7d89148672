// The practice: who writes and signs the record, and how the app behaves for them.
import { z } from 'zod'
import { fieldText, isEachOnce, longText } from './text.ts'
import { measureIds } from './measures.ts'

/** What the signature and the header of every printed page state. Only the practice's name is required. */
export const practiceFields = z.strictObject({
  name: fieldText.min(1),
  /** The therapist's own name, under which is signed; empty until it is given. */
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
  /** Hours after which an unsigned draft is shown as overdue. */
  draftLimitHours: z.int().min(1).max(720),
  /** Whether treated minutes are also shown as timed units, see `timedUnits`. */
  showsTimedUnits: z.boolean(),
  /** The measures that every session asks for, in their order; a template may ask for others. */
  measures: z.array(z.enum(measureIds)).refine(isEachOnce, 'repeated'),
  /** Whom to give the records to if the therapist can't, as the emergency sheet says it; empty until it is given. */
  emergencyPerson: longText,
})
export type PracticeSettings = z.infer<typeof practiceSettings>

export const defaultSettings: PracticeSettings = {
  idleMinutes: 10,
  paperSize: 'A4',
  clientNameInFileName: false,
  draftLimitHours: 24,
  showsTimedUnits: false,
  measures: ['pain'],
  emergencyPerson: '',
}

/**
 * The person who signs: the therapist's own name, never the practice's. Null while no name with a letter in it is given;
 * nothing is signed then.
 */
export const signerOf = ({ therapistName }: Pick<PracticeFields, 'therapistName'>): string | null =>
  /\p{L}/u.test(therapistName) ? therapistName : null
