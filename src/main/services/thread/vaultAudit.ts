// Entries of the audit log about the vault itself: it was opened, locked, copied, its secrets were changed.
import { contract, type Input } from '#shared/contract/contract.ts'
import type { Audited } from '#shared/contract/operation.ts'
import type { AuditAct, AuditedRecord } from '#shared/domain/audit/auditEntry.ts'
import type { Clock } from '#shared/domain/time.ts'
import type { OpenDatabase } from '../../database/openDatabase.ts'
import { createAuditRepository } from '../../database/repositories/auditRepository.ts'
import { addAuditEntry } from '../../records/auditLog.ts'
import type { OpenVault } from '../../vault/openedVault.ts'
import type { Vault } from '../../vault/vaultOptions.ts'
import type { BackupChannel, VaultChannel } from './channels.ts'

interface VaultEntry {
  readonly act: AuditAct
  /** The vault unless given. */
  readonly record?: AuditedRecord
  /** Instant, UTC; now unless given. */
  readonly at?: string
  readonly times?: number
}

/**
 * Adds an entry about what has been done already. Where that is impossible (a full disk, files that can only be read or are
 * not in their place) there is none: nobody is kept out of the vault, or in it, for that.
 */
export function addVaultEntry(vault: OpenVault, clock: Clock, entry: VaultEntry): void {
  if (vault.onlyRead !== null || vault.isMoved()) return
  try {
    addEntryTo(vault.database, clock, entry)
    vault.keep()
  } catch {
    // See above.
  }
}

/** Adds an entry to the log of a copy that is being made, in a vault of its own. */
export function addEntryTo(database: OpenDatabase, clock: Clock, entry: VaultEntry): void {
  const { act, record = { kind: 'vault', id: null }, at = clock.now(), times = 1 } = entry
  addAuditEntry({ audit: createAuditRepository(database) }, clock, { act, record, clientId: null, at, times })
}

/** Notes in the log of a rescue copy that it is one. No copy fails for that. */
export function logRescueCopy(copy: OpenDatabase, clock: Clock): void {
  try {
    addEntryTo(copy, clock, { act: 'created', record: { kind: 'rescue copy', id: null } })
  } catch {
    // Everything else is in it.
  }
}

/** Adds an entry where entries were missing when the vault was opened. */
export function logMissingEntries(vault: OpenVault, clock: Clock): void {
  if (vault.missingEntries > 0) addVaultEntry(vault, clock, missingFrom(vault.missingEntries))
}

/** The entry about so many, at least, that the log does not have. */
export const missingFrom = (times: number): VaultEntry => ({
  act: 'entries missing',
  record: { kind: 'audit log', id: null },
  times,
})

/**
 * Adds the entries that the contract states for an operation on the vault, after it was done.
 * @param tries where the wrong tries were counted that came before it; they have their entry first
 */
export function logVaultOperation<C extends VaultChannel | BackupChannel>(
  vault: OpenVault,
  clock: Clock,
  channel: C,
  input: Input<C>,
  tries?: Pick<Vault, 'takeFailedTries'>,
): void {
  const failed = tries?.takeFailedTries() ?? null
  if (failed !== null) addVaultEntry(vault, clock, { act: 'unlock failed', ...failed })
  const { audit } = contract[channel]
  if (audit?.act == null) return
  const { act, of } = audit as Audited<Input<C>>
  for (const record of of(input)) addVaultEntry(vault, clock, { act, record })
}
