// Operations on the vault: set-up, unlock, recovery, lock.
import { z } from 'zod'
import { paperSizes, practiceFields } from '../domain/practice.ts'
import { leaseHolder } from '../domain/lease.ts'
import { vaultNotice } from '../domain/vaultNotice.ts'
import { asJob, audited, changesVault, notAudited, read, shell } from './operation.ts'

/** The shortest passphrase, in characters. */
export const shortestPassphrase = 10

const existingPassphrase = z.string().min(1).max(1000)
/** Why an open vault can be read and not written. */
export const onlyReadReasons = [
  'refused', // its files can't be written
  'full', // its disk is full
  'in use', // another computer has it open, and it was opened here to be read
  'moved', // the practice was moved to another computer, and it was opened here to be read
  'damaged', // it is what could be read of damaged files
] as const
export type OnlyRead = (typeof onlyReadReasons)[number]

const newPassphrase = z.string().min(shortestPassphrase).max(1000)
/** The user was warned that the passphrase is weak and wants it all the same; otherwise a weak one is refused as `weak`. */
const weakAccepted = z.literal(true).optional()
const nothing = z.strictObject({})
const recoveryCode = z.string().min(1).max(200)

/** What opens a vault. */
const vaultSecret = z.union([z.strictObject({ passphrase: existingPassphrase }), z.strictObject({ recoveryCode })])

export const vaultStatus = z.strictObject({
  /** `missing`: a vault was opened here before, and nothing is here now. */
  state: z.enum(['absent', 'missing', 'locked', 'unlocked']),
  /** Absolute path of the vault's folder. */
  folder: z.string(),
  /** The service that copies this folder between computers, such as Dropbox; null for none that is known. */
  syncedBy: z.string().nullable(),
  /** Why everything can be read and nothing is saved; null when it is saved. Only known when unlocked. */
  onlyRead: z.enum(onlyReadReasons).nullable(),
  /** The open vault's files are not where they were opened: nothing is saved until they are. */
  isMoved: z.boolean(),
  /** The same because another program has overwritten them: what is not on screen may be gone. */
  isOverwritten: z.boolean(),
  /** The open vault's files were removed, and no rescue copy holds their content: closing the vault would lose it. */
  isOnlyHere: z.boolean(),
  /** The problems of the files that nobody has acknowledged. Only known when unlocked. */
  notices: z.array(vaultNotice),
  /**
   * Who writes in the vault in place of this computer: while it is locked, who stands in the way of opening it; while it is
   * open, who has taken it over, so that nothing is saved here any more. Null for nobody.
   */
  heldBy: leaseHolder.nullable(),
  /** Seconds until another attempt is allowed; 0 when one is allowed now. */
  retryAfterSeconds: z.number().min(0),
  /** The key file was damaged and has been restored from its copy. */
  envelopeRepaired: z.boolean(),
  /** True until the user has confirmed that the recovery code is written down. Only known when unlocked. */
  recoveryUnconfirmed: z.boolean(),
  /** A restored backup has brought back clients who had been erased. Only known when unlocked. */
  hasErasedCameBack: z.boolean(),
  /** The passphrase of the demo practice, null for a real vault. */
  demoPassphrase: z.string().nullable(),
})
export type VaultStatus = z.infer<typeof vaultStatus>

/** The result of the check of the whole file: when it was last sound, UTC. Damage is a notice. */
const checkState = z.strictObject({ soundAt: z.string().nullable() })

export const computerUnlock = z.strictObject({
  /** `plain`: what it keeps lies on the disk unencrypted; `none`: there is none, or it cannot be reached. */
  keyring: z.enum(['ready', 'plain', 'none']),
  isOn: z.boolean(),
})
export type ComputerUnlock = z.infer<typeof computerUnlock>

export const vaultOperations = {
  'vault:status': read(nothing, vaultStatus),
  'vault:create': changesVault(
    z.strictObject({
      practice: practiceFields,
      /** The paper size of the computer's region, with which the practice begins; A4 if it is unknown. */
      paperSize: z.enum(paperSizes).optional(),
      passphrase: newPassphrase,
      weakAccepted,
      /** Set on purpose where a vault was before and is missing now. */
      insteadOfMissing: z.boolean().optional(),
    }),
    z.strictObject({ recoveryCode: z.string() }),
    audited('created', 'vault'),
  ),
  'vault:unlock': changesVault(
    z.strictObject({
      passphrase: existingPassphrase,
      /** How it is opened where somebody stands in the way; see `heldBy`. */
      way: z.enum(['read', 'take over']).optional(),
    }),
    nothing,
    audited('unlocked', 'vault'),
  ),
  'vault:recover': changesVault(
    z.strictObject({ recoveryCode, newPassphrase, weakAccepted, way: z.literal('take over').optional() }),
    nothing,
    audited('recovered', 'vault'),
  ),
  /** A new recovery code in place of the old one, which stops working. */
  'vault:renewRecoveryCode': changesVault(
    nothing,
    z.strictObject({ recoveryCode: z.string() }),
    audited('recovery code renewed', 'vault'),
  ),
  'vault:confirmRecoveryCode': changesVault(nothing, nothing, notAudited('the code itself stays as it is')),
  'vault:acknowledgeNotices': changesVault(
    nothing,
    nothing,
    notAudited('a notice is kept with the time when it was read'),
  ),
  'vault:checkState': read(nothing, checkState),
  /** Checks the whole file, or waits for the end of a running check. */
  'vault:startCheck': asJob(
    'file check',
    changesVault(nothing, checkState, notAudited('it only reads the file'), ['vault:checkState']),
  ),
  /** Asks for the folder of another vault, and switches to it, locked. */
  'vault:openOther': shell(nothing, nothing, ['vault:status']),
  /** Looks for vaults in the usual places of this computer. Network shares are not searched. */
  'vault:search': asJob(
    'vault search',
    shell(
      nothing,
      z.strictObject({
        found: z.array(
          z.strictObject({
            id: z.int(),
            /** Absolute. */
            folder: z.string(),
            /** When it was written last, UTC. */
            writtenAt: z.string(),
            /** A backup, which is restored and not opened. */
            isBackup: z.boolean(),
            /** Whether it was opened on this computer before. */
            isRemembered: z.boolean(),
          }),
        ),
        /** Whether every folder was seen. */
        isComplete: z.boolean(),
      }),
    ),
  ),
  /** Switches to a vault that was found, locked. */
  'vault:openFound': shell(z.strictObject({ id: z.int().min(0) }), nothing, ['vault:status']),
  /**
   * Asks for a place, and writes all that is open and on screen there: a vault of its own. `isScreenIn` is false when some
   * of what is on screen could not be collected; it stays on screen.
   */
  'vault:rescueCopy': shell(nothing, z.strictObject({ folder: z.string(), isScreenIn: z.boolean() })),
  /** Locks, and switches to the latest rescue copy. */
  'vault:openRescue': shell(nothing, nothing),
  /** What stands in the way of unlocking with this computer, and whether it is turned on. */
  'vault:computer': shell(nothing, computerUnlock),
  /** Proves the passphrase; {@link 'vault:keepOnComputer'} comes next. */
  'vault:allowComputer': changesVault(
    z.strictObject({ passphrase: existingPassphrase }),
    nothing,
    notAudited('nothing is kept yet'),
  ),
  /** Has the system's keyring keep the key. Throws CONFLICT where the passphrase was not proven, or the keyring protects nothing. */
  'vault:keepOnComputer': shell(nothing, nothing),
  /** Unlocks by the system's keyring; `isOpen` is false when that no longer has the key. */
  'vault:unlockWithComputer': shell(nothing, z.strictObject({ isOpen: z.boolean() })),
  /** Overwrites and removes what was kept. */
  'vault:forgetComputer': changesVault(nothing, nothing, audited('settings changed', 'vault')),
  /** For main only, like the following three: the secret for the keyring, once. */
  'vault:takeComputerSecret': changesVault(
    nothing,
    z.strictObject({ secret: z.string() }),
    notAudited('nothing is kept yet'),
  ),
  'vault:keepComputerKey': changesVault(
    z.strictObject({ sealed: z.string().min(1).max(20_000) }),
    nothing,
    audited('settings changed', 'vault'),
  ),
  'vault:computerKey': read(nothing, z.strictObject({ sealed: z.string().nullable() })),
  'vault:unlockWithSecret': changesVault(
    z.strictObject({ secret: z.string().min(1).max(200) }),
    nothing,
    audited('unlocked', 'vault'),
  ),
  'vault:changePassphrase': changesVault(
    z.strictObject({ current: existingPassphrase, next: newPassphrase, weakAccepted }),
    nothing,
    audited('passphrase changed', 'vault'),
  ),
  /**
   * A new database key and a new recovery code. Copies from before still open with their old passphrase. All other
   * calls wait meanwhile.
   */
  'vault:makeNewKeys': asJob(
    'new keys',
    changesVault(
      z.strictObject({ passphrase: existingPassphrase }),
      z.strictObject({ recoveryCode: z.string() }),
      audited('keys renewed', 'vault'),
    ),
  ),
  /**
   * Puts a new vault with all that can be read of a damaged one in its place, and opens it. The damaged one is set aside beside
   * it, never deleted. The secret is null for the vault that is open.
   */
  'vault:salvage': asJob(
    'salvage',
    changesVault(
      z.strictObject({ secret: vaultSecret.nullable() }),
      /** Where the damaged vault is now, absolute. */
      z.strictObject({ setAside: z.string() }),
      audited('salvaged', 'vault'),
      ['vault:status'],
    ),
  ),
  /** Opens what can be read of a damaged vault. Nothing is written. */
  'vault:readDamaged': asJob(
    'salvage',
    changesVault(z.strictObject({ secret: vaultSecret }), nothing, notAudited('the log cannot be written'), [
      'vault:status',
    ]),
  ),
  /**
   * Says in the vault that the practice goes on elsewhere, or takes that back. CONFLICT where something was changed that is not
   * in the file that was made for another computer.
   */
  'vault:setMoved': changesVault(
    z.strictObject({ isMoved: z.boolean() }),
    nothing,
    notAudited('it is no part of the record, and the vault is locked next'),
  ),
  /** Saves, says in the vault that the practice goes on elsewhere, and locks. */
  'vault:stopWriting': shell(nothing, nothing),
  'vault:lock': shell(nothing, nothing),
  /** Copies the code to the clipboard, which is cleared after a minute. */
  'vault:copyRecoveryCode': shell(z.strictObject({ recoveryCode }), nothing),
  /** Shows the vault's folder in the system's file manager. */
  'vault:showFolder': shell(nothing, nothing),
} as const
