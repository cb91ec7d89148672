// Operations that make the patient file: what goes in, the preview, the PDF, and the print window's own calls.
import { z } from 'zod'
import { dateFormat } from '../domain/dateWords.ts'
import { paperSizes, practiceFields } from '../domain/practice.ts'
import { calendarDate, instant } from '../domain/time.ts'
import { clientRecord } from './clients.ts'
import { closingLetters } from './closing.ts'
import { errorCodes } from './errors.ts'
import { knownHealth } from './health.ts'
import { asJob, audited, read, shell } from './operation.ts'
import { sealRecord } from './record.ts'
import { sessionRecord } from './sessions.ts'

export const patientFileOptions = z
  .strictObject({
    /** First and last service date included, `YYYY-MM-DD`, both inclusive; null for no limit. */
    from: calendarDate.nullable(),
    to: calendarDate.nullable(),
    includeDrafts: z.boolean(),
    includeBodyMaps: z.boolean(),
    /** The therapist's private remarks: no part of the notes, and left out unless somebody chose otherwise. */
    includePrivateRemarks: z.boolean(),
    paperSize: z.enum(paperSizes),
  })
  .refine((options) => options.from === null || options.to === null || options.from <= options.to, {
    path: ['to'],
    message: 'ends_before_start',
  })
export type PatientFileOptions = z.infer<typeof patientFileOptions>

/** Everything that the patient file prints. */
export const patientFile = z.strictObject({
  practice: practiceFields,
  client: clientRecord,
  options: patientFileOptions,
  /** When the file was made, UTC. */
  composedAt: z.string(),
  /** What the client says about their health, as it is today; null where nobody has asked. */
  health: knownHealth.nullable(),
  /** Newest first. */
  sessions: z.array(sessionRecord),
  /** A seal of the practice's newest signature; null where nothing is signed. In a preview it is not stored. */
  seal: sealRecord.nullable(),
})
export type PatientFile = z.infer<typeof patientFile>

const request = z.strictObject({ clientId: z.uuid(), options: patientFileOptions })
/** What is printed, and the format of its dates: that of the calling screen. */
const printRequest = request.extend({ dates: dateFormat })
/** The other thing that is printed: what the emergency sheet says is read by the print window. */
const sheetRequest = z.strictObject({ sheet: z.literal('emergency'), dates: dateFormat })
/** And letters: the print window reads whom they go to. */
const lettersRequest = z.strictObject({ letters: closingLetters, dates: dateFormat })

export const patientFileOperations = {
  'patientFile:compose': asJob(
    'unreported',
    read(
      request,
      patientFile,
      audited('viewed', 'client', ({ clientId }) => clientId),
    ),
  ),
  /** The little that main must know of a file to print it: the content of its header, and the suggested file name. */
  'patientFile:frame': read(
    z.strictObject({ clientId: z.uuid() }),
    z.strictObject({ practiceName: z.string(), clientName: z.string(), fileName: z.string() }),
  ),
  /** Asks for a place, prints, writes. Answers with the file's name (without its folder), or CANCELLED. */
  'patientFile:save': asJob(
    'patient file',
    shell(printRequest, z.strictObject({ fileName: z.string(), bytes: z.int() })),
  ),
  /** Shows the file that was saved last in the system's file manager. */
  'patientFile:showSaved': shell(z.strictObject({}), z.strictObject({})),
  /** Only for the print window: which file it is to compose and to lay out. */
  'print:job': shell(z.strictObject({}), z.union([printRequest, sheetRequest, lettersRequest])),
  /** Only for the print window: the content of the file, as a part of the job that makes it. */
  'print:compose': asJob(
    'patient file',
    read(
      request,
      patientFile,
      audited('exported', 'client', ({ clientId }) => clientId),
    ),
  ),
  /** Only for the print window: it has the content. The footer says when the file was made (UTC). */
  'print:composed': shell(z.strictObject({ composedAt: instant }), z.strictObject({})),
  /** Only for the print window: it cannot make the file, for a reason that the services gave, or by a mistake of ours. */
  'print:failed': shell(z.strictObject({ code: z.enum(errorCodes) }), z.strictObject({})),
  /** Only for the print window: its layout is complete, fonts loaded. */
  'print:ready': shell(z.strictObject({}), z.strictObject({})),
} as const
