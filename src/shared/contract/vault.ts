// Operations on the vault: set-up, unlock, recovery, lock.
import { z } from 'zod'
import { practiceFields } from '../domain/practice.ts'
import { service, shell } from './operation.ts'

/** The shortest passphrase, in characters. */
export const shortestPassphrase = 10

const existingPassphrase = z.string().min(1).max(1000)
const newPassphrase = z.string().min(shortestPassphrase).max(1000)
/** Somebody was told that the passphrase is weak and wants it all the same; without it a weak one is refused as `weak`. */
const weakAccepted = z.literal(true).optional()
const nothing = z.strictObject({})
const recoveryCode = z.string().min(1).max(200)

export const vaultStatus = z.strictObject({
  state: z.enum(['absent', 'locked', 'unlocked']),
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

/** What is done for new keys, in this order. It can be cancelled until the last one begins. */
export const newKeysStages = ['copying', 'encrypting', 'checking', 'swapping'] as const
export type NewKeysStage = (typeof newKeysStages)[number]

export const vaultOperations = {
  'vault:status': service(nothing, vaultStatus),
  'vault:create': service(
    z.strictObject({ practice: practiceFields, passphrase: newPassphrase, weakAccepted }),
    z.strictObject({ recoveryCode: z.string() }),
  ),
  'vault:unlock': service(z.strictObject({ passphrase: existingPassphrase }), nothing),
  'vault:recover': service(z.strictObject({ recoveryCode, newPassphrase, weakAccepted }), nothing),
  /** A new recovery code in place of the old one, which stops working. */
  'vault:renewRecoveryCode': service(nothing, z.strictObject({ recoveryCode: z.string() })),
  'vault:confirmRecoveryCode': service(nothing, nothing),
  'vault:changePassphrase': service(
    z.strictObject({ current: existingPassphrase, next: newPassphrase, weakAccepted }),
    nothing,
  ),
  /**
   * A new database key and a new recovery code. Copies from before still open with their old passphrase. Everything else
   * that is asked meanwhile waits.
   */
  'vault:makeNewKeys': service(
    z.strictObject({ passphrase: existingPassphrase }),
    z.strictObject({ recoveryCode: z.string() }),
  ),
  /** What is being done for new keys; null while nothing is. */
  'vault:newKeysStage': service(nothing, z.strictObject({ stage: z.enum(newKeysStages).nullable() })),
  'vault:cancelNewKeys': service(nothing, nothing),
  'vault:lock': shell(nothing, nothing),
  /** Puts the code on the clipboard; it is taken off again after a minute. */
  'vault:copyRecoveryCode': shell(z.strictObject({ recoveryCode }), nothing),
  /** Shows the vault's folder in the system's file manager. */
  'vault:showFolder': shell(nothing, nothing),
} as const
