// A vault as others see it, and what it is made and opened with.
import type { Migration } from '../database/migrations/migrations.ts'
import type { JobControl } from '../jobs/jobs.ts'
import type { Surroundings } from '../services/services.ts'
import type { Stopwatch } from './costOfTry.ts'
import type { Argon2Cost } from './keyDerivation.ts'
import type { LeaseOwner, WayIn } from './lease.ts'
import type { OpenVault } from './openedVault.ts'
import type { FailedTries } from './attempts.ts'
import type { Envelope } from './envelope.ts'
import type { OpenDatabase } from '../database/openDatabase.ts'
import type { LeaseHolder } from '#shared/domain/lease.ts'

export interface VaultOptions {
  /** The vault's own folder. It is made with the vault. */
  readonly folder: string
  readonly surroundings: Surroundings
  /** The cost of a new passphrase; calibrated on this machine unless given. */
  readonly cost?: Argon2Cost | undefined
  /** Whether unlocking wraps the key anew where this machine can afford a higher cost; true unless given. */
  readonly costAtUnlock?: 'raise' | 'keep'
  /** The stopwatch of the calibration; the real time unless given. */
  readonly stopwatch?: Stopwatch
  /** How many bytes may still be written in a folder; read from the disk unless given. */
  readonly freeBytes?: (folder: string) => number
  /** The schema's steps; the shipped ones unless given. */
  readonly migrations?: readonly Migration[]
  /** Who leases a vault that is open; this process unless given. */
  readonly owner?: LeaseOwner
  /** The file in the profile that records vaults; none unless given. */
  readonly markerFile?: string | null
  /** The built thread that checks a whole database. */
  readonly checkThread?: string | URL
  /** The built thread that salvages. */
  readonly salvageThread?: string | URL
}

export const defaultSalvageThread = new URL('../services/process/salvageThread.ts', import.meta.url)
export const defaultCheckThread = new URL('../database/check/checkThread.ts', import.meta.url)

export type VaultSecret = { readonly passphrase: string } | { readonly recoveryCode: string }
export type Opener = VaultSecret | { readonly key: Buffer }
export type SalvageControl = Pick<JobControl<'salvage'>, 'report' | 'signal'>

/** A vault's folder, whether there is a vault in it or not. Only one operation may run at a time. */
export interface Vault {
  /**
   * Whether there is anything that a new vault must not replace, or nothing although a vault was opened here
   * before.
   * @throws AppError VAULT_NOT_A_FOLDER when there is a file in the folder's place
   */
  presence(): 'there' | 'missing' | 'absent'
  /** Who stands in the way of opening it to write; null for nobody. */
  heldBy(): LeaseHolder | null
  /** Whole seconds until another attempt is allowed; 0 when one is allowed now. */
  retryAfterSeconds(): number
  /** Reads the envelope, which restores a damaged file from its copy; true when the main file was restored. */
  repairEnvelope(): boolean
  /**
   * Makes a vault in one step: after a crash there is a whole one or none.
   * @param fill puts the first rows into the new database
   * @returns the recovery code, which is stored nowhere
   * @throws AppError ALREADY_EXISTS
   */
  create(passphrase: string, fill: (database: OpenDatabase) => void): Promise<{ recoveryCode: string }>
  /**
   * @param way how it is opened where somebody stands in the way
   * @throws AppError IN_USE where somebody does, and no way was chosen; WRONG_PASSPHRASE, THROTTLED, ENVELOPE_DAMAGED, ENVELOPE_MISSING, and what `openDatabase` throws
   */
  unlock(passphrase: string, way?: WayIn): Promise<OpenVault>
  /**
   * Opens with the recovery code and sets a new passphrase; the code stays valid.
   * @throws AppError MISTYPED_RECOVERY_CODE (not counted as an attempt), WRONG_RECOVERY_CODE, and what `unlock` throws
   */
  recover(recoveryCode: string, newPassphrase: string, way?: 'take over'): Promise<OpenVault>
  /**
   * Puts a new vault with all that can be read in the place of a damaged one, which is set aside. It must not be open.
   * @param opener what opens it, or its key
   * @returns where the damaged vault is now, absolute
   * @throws AppError like `unlock`, and those of `salvageInPlace`
   */
  salvage(opener: Opener, control: SalvageControl): Promise<{ vault: OpenVault; setAside: string }>
  /** Opens all that can be read of a damaged vault, and writes nothing. Throws like {@link salvage}. */
  readDamaged(secret: VaultSecret, control: SalvageControl): Promise<OpenVault>
  /** Opens the vault with its key, which it then owns. */
  reopen(key: Buffer): OpenVault
  /**
   * Hands the key over that a passphrase opens, and overwrites it afterwards.
   * @throws AppError WRONG_PASSPHRASE, THROTTLED
   */
  withKey(passphrase: string, use: (envelope: Envelope, key: Buffer) => void | Promise<void>): Promise<void>
  /** The key file of the vault in the folder; null where there is none, or it cannot be read. */
  envelope(): Envelope | null
  /** Other files are in the folder than before: what is remembered of those before is forgotten. */
  wasReplaced(): void
  /** What failed before the last try that succeeded, once: it is in no file any more. Null when none did. */
  takeFailedTries(): FailedTries | null
  /** @throws AppError WRONG_PASSPHRASE, THROTTLED */
  changePassphrase(current: string, next: string): Promise<void>
}
