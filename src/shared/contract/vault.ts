// Operations on the vault: set-up, unlock, recovery, lock.
import { z } from 'zod'
import { paperSizes, practiceFields } from '../domain/practice.ts'
import { vaultNotice } from '../domain/vaultNotice.ts'
import { asJob, changesVault, read, shell } from './operation.ts'

/** The shortest passphrase, in characters. */
export const shortestPassphrase = 10

const existingPassphrase = z.string().min(1).max(1000)
const newPassphrase = z.string().min(shortestPassphrase).max(1000)
/** Somebody was told that the passphrase is weak and wants it all the same; without it a weak one is refused as `weak`. */
const weakAccepted = z.literal(true).optional()
const nothing = z.strictObject({})
const recoveryCode = z.string().min(1).max(200)

export const vaultStatus = z.strictObject({
  /** `missing`: a vault was opened here before, and nothing is here now. */
  state: z.enum(['absent', 'missing', 'locked', 'unlocked']),
  /** Absolute path of the vault's folder. */
  folder: z.string(),
  /** The vault's files can't be written: everything can be read, nothing is kept. Only known when unlocked. */
  isReadOnly: z.boolean(),
  /** The open vault's files are not where they were opened: nothing is saved until they are. */
  isMoved: z.boolean(),
  /** The same because somebody has written over them: what is not on screen may be gone. */
  isOverwritten: z.boolean(),
  /** The open vault's files were removed, and no rescue copy holds what they held: closing it would be their end. */
  isOnlyHere: z.boolean(),
  /** What was found wrong with the files and nobody has acknowledged. Only known when unlocked. */
  notices: z.array(vaultNotice),
  /** Seconds until another try is taken; 0 when one is taken now. */
  retryAfterSeconds: z.number().min(0),
  /** The key file was damaged and has been put back from its copy. */
  envelopeRepaired: z.boolean(),
  /** True until somebody has said that the recovery code is written down. Only known when unlocked. */
  recoveryUnconfirmed: z.boolean(),
  /** The passphrase of the demo practice, null for a real vault. */
  demoPassphrase: z.string().nullable(),
})
export type VaultStatus = z.infer<typeof vaultStatus>

/** What the check of the whole file has found: when it was last sound, UTC. Damage is a notice. */
const checkState = z.strictObject({ soundAt: z.string().nullable() })

export const vaultOperations = {
  'vault:status': read(nothing, vaultStatus),
  'vault:create': changesVault(
    z.strictObject({
      practice: practiceFields,
      /** The paper of the computer's region, with which the practice begins; A4 where it is not told. */
      paperSize: z.enum(paperSizes).optional(),
      passphrase: newPassphrase,
      weakAccepted,
      /** Said on purpose where a vault was before and is missing now. */
      insteadOfMissing: z.boolean().optional(),
    }),
    z.strictObject({ recoveryCode: z.string() }),
  ),
  'vault:unlock': changesVault(z.strictObject({ passphrase: existingPassphrase }), nothing),
  'vault:recover': changesVault(z.strictObject({ recoveryCode, newPassphrase, weakAccepted }), nothing),
  /** A new recovery code in place of the old one, which stops working. */
  'vault:renewRecoveryCode': changesVault(nothing, z.strictObject({ recoveryCode: z.string() })),
  'vault:confirmRecoveryCode': changesVault(nothing, nothing),
  'vault:acknowledgeNotices': changesVault(nothing, nothing),
  'vault:checkState': read(nothing, checkState),
  /** Checks the whole file, or waits for the end of a check that runs already. */
  'vault:startCheck': asJob('file check', changesVault(nothing, checkState, ['vault:checkState'])),
  /** Asks for the folder of another vault, and goes on with that, locked. */
  'vault:openOther': shell(nothing, nothing, ['vault:status']),
  /** Asks for a folder with a copy of a vault, and copies it to where the missing vault was. */
  'vault:restoreCopy': shell(nothing, nothing, ['vault:status']),
  /**
   * Asks for a place, and writes all that is open and on screen there: a vault of its own. `isScreenIn` is false when some
   * of what is on screen could not be collected; it stays on screen.
   */
  'vault:rescueCopy': shell(nothing, z.strictObject({ folder: z.string(), isScreenIn: z.boolean() })),
  /** Locks, and goes on with the rescue copy that was written last. */
  'vault:openRescue': shell(nothing, nothing),
  'vault:changePassphrase': changesVault(
    z.strictObject({ current: existingPassphrase, next: newPassphrase, weakAccepted }),
    nothing,
  ),
  /**
   * A new database key and a new recovery code. Copies from before still open with their old passphrase. Everything else
   * that is asked meanwhile waits.
   */
  'vault:makeNewKeys': asJob(
    'new keys',
    changesVault(z.strictObject({ passphrase: existingPassphrase }), z.strictObject({ recoveryCode: z.string() })),
  ),
  'vault:lock': shell(nothing, nothing),
  /** Puts the code on the clipboard; it is taken off again after a minute. */
  'vault:copyRecoveryCode': shell(z.strictObject({ recoveryCode }), nothing),
  /** Shows the vault's folder in the system's file manager. */
  'vault:showFolder': shell(nothing, nothing),
} as const
