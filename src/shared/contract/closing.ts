// Operations on closing the practice: letters to clients, every client's file for whoever keeps the records next, and the
// list of clients by the day until which their records have to be kept. Nothing of it changes or deletes a record.
import { z } from 'zod'
import { dateFormat } from '../domain/dateWords.ts'
import { paperSizes, practiceFields } from '../domain/practice.ts'
import { asJob, audited, auditedAll, read, shell } from './operation.ts'

const nothing = z.strictObject({})
const id = z.uuid()

/** A client with the day until which the record has to be kept. */
const keptClient = z.strictObject({
  clientId: id,
  clientName: z.string(),
  isArchived: z.boolean(),
  dateOfBirth: z.string().nullable(),
  lastEntryOn: z.string(),
  /** Null while no rule is chosen. */
  keptUntil: z.string().nullable(),
  isBirthMissing: z.boolean(),
  /** Sessions that are not signed. */
  drafts: z.int(),
})
export type ClosingClient = z.infer<typeof keptClient>

const letterText = z.string().min(1).max(20_000)
const someClients = z.array(id).min(1).max(100_000)
/** A client whose file is not among those that were saved. */
const missingFile = z.strictObject({
  clientId: id,
  clientName: z.string(),
  /** `not printed`: the rest was written all the same. `added meanwhile`: it is in no list of the folder either. */
  because: z.enum(['not printed', 'added meanwhile']),
})
export type MissingFile = z.infer<typeof missingFile>

/** The letter's text without the client's name, and to whom it goes. */
export const closingLetters = z.strictObject({ text: letterText, clientIds: someClients })

/** What letters are printed with. */
export const composedLetters = z.strictObject({
  practice: practiceFields,
  paperSize: z.enum(paperSizes),
  /** UTC. */
  madeAt: z.string(),
  /** In the order of lists. */
  clients: z.array(z.strictObject({ id, name: z.string(), address: z.string() })),
})
export type ComposedLetters = z.infer<typeof composedLetters>

export const closingOperations = {
  /** Every client, archived ones too, the soonest day first. */
  'closing:list': read(nothing, z.array(keptClient)),
  /**
   * The same list as the text of a CSV file.
   * @param clients the lines of an earlier answer, to go with what was made from it
   */
  'closing:composeList': read(
    z.strictObject({ clients: z.array(keptClient).optional() }),
    z.strictObject({ text: z.string(), count: z.int() }),
    audited('exported', 'practice'),
  ),
  /** Asks for a place and writes the list there. Answers with the file's name, or CANCELLED. */
  'closing:saveList': shell(nothing, z.strictObject({ fileName: z.string(), count: z.int() })),
  /** Only for the print window: to whom the letters go. */
  'closing:composeLetters': read(
    z.strictObject({ clientIds: someClients }),
    composedLetters,
    auditedAll('exported', ({ clientIds }: { clientIds: string[] }) =>
      clientIds.map((client) => ({ kind: 'client', id: client }) as const),
    ),
  ),
  /** Asks for a place, prints the letters to all of these clients as one PDF, writes it. */
  'closing:saveLetters': asJob(
    'patient file',
    shell(closingLetters.extend({ dates: dateFormat }), z.strictObject({ fileName: z.string(), bytes: z.int() })),
  ),
  /**
   * Asks for a folder, and writes every client's file into a new folder there, and the list. Its name says that it is not complete
   * until it is. A client whose file cannot be printed does not end it: the folder stays not complete, and has a list of those
   * who are missing. BUSY while a file is printed.
   */
  'closing:saveFiles': asJob(
    'practice files',
    shell(
      z.strictObject({ dates: dateFormat }),
      z.strictObject({ folder: z.string(), files: z.int(), missing: z.array(missingFile) }),
    ),
  ),
  /** Shows that folder in the system's file manager. */
  'closing:showFolder': shell(nothing, nothing),
} as const
