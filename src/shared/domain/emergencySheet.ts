// The emergency sheet: what somebody needs who has to take care of the records when the therapist can't.
import { z } from 'zod'
import { paperSizes } from './practice.ts'

export const emergencySheet = z.strictObject({
  practiceName: z.string(),
  /** Empty until it is given. */
  therapistName: z.string(),
  phone: z.string(),
  /** Whom to give the records to: a name, and how to reach them. Empty until it is given. */
  person: z.string(),
  /** Absolute. */
  vaultFolder: z.string(),
  places: z.array(
    z.strictObject({
      /** As it was chosen, absolute. */
      folder: z.string(),
      /** When the newest backup there was found to be good, UTC; null for none yet. */
      verifiedAt: z.string().nullable(),
    }),
  ),
  /** UTC. */
  madeAt: z.string(),
  paperSize: z.enum(paperSizes),
})
export type EmergencySheet = z.infer<typeof emergencySheet>

/** So many places fit on the one page, however long their names are. */
export const mostPlacesOnSheet = 3

/** So many characters of the person fit. */
export const personLimit = 300

/** What the person has to do, in their order. */
export const emergencySteps: readonly string[] = [
  'The records are confidential. Look into them only for what has to be done. Keep this sheet away from the computer and from the backup disk: whoever has both can read everything.',
  'Find out who may take over the records: the person named above, otherwise the therapist’s professional body or a lawyer. Give them to nobody else.',
  'On the practice’s computer, start Palpate and choose “Use recovery code”. Type the seven groups from this sheet, and set a new passphrase. No network is needed.',
  'Without that computer: install Palpate on another one, plug in a disk with backups, choose “Restore from backup” and the newest backup, and open it with the recovery code.',
  'A client who asks for their record gets it as a PDF: open the client, then “Patient file”. Keep all the records for as long as the law says.',
]
