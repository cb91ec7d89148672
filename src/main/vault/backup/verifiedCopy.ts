// A copy of the open vault in a folder beside it, verified: what a backup and a file for another computer are written from.
import { mkdirSync, statSync } from 'node:fs'
import type { CopyProblem } from '#shared/contract/backups.ts'
import { wallClock } from '#shared/domain/time.ts'
import { flushedWhile, hashOf } from '../../largeFiles.ts'
import type { Surroundings } from '../../services/services.ts'
import { noAttempts } from '../attempts.ts'
import type { OpenVault } from '../openedVault.ts'
import { makingFolder, placeOf, removeCopyIfPossible, vaultFiles } from '../vaultFolder.ts'
import { writeFileSafely } from '../writeFileSafely.ts'
import type { BackupManifest } from './backupFolder.ts'
import { copyInThread, type CopyContent, type CopyProgress } from './copyInThread.ts'

/** A copy beside the vault: a vault of its own. */
export interface Copy {
  readonly folder: string
  readonly manifest: BackupManifest
}

export interface VerifiedCopy {
  readonly copy: Copy
  readonly content: CopyContent
  /** Why it does not count as good; null when it does. */
  readonly problem: CopyProblem | null
}

export interface CopyParts {
  readonly vault: Pick<OpenVault, 'vaultId' | 'beside' | 'writeBeside'>
  /** The vault's folder. */
  readonly folder: string
  /** The built thread that copies and verifies. */
  readonly thread: string | URL
  readonly surroundings: Pick<Surroundings, 'clock' | 'newId'>
}

/**
 * Makes it; whoever asked removes its folder.
 * @throws AppError, SQLite's and node's errors: what made the copy impossible
 */
export async function makeVerifiedCopy(
  { vault, folder, thread, surroundings: { clock, newId } }: CopyParts,
  report: (progress: CopyProgress) => void,
  signal: AbortSignal,
): Promise<VerifiedCopy> {
  const making = makingFolder(placeOf(folder), `backup-${newId()}`)
  const files = vaultFiles(making)
  try {
    mkdirSync(making, { recursive: true, mode: 0o700 })
    const madeAt = clock.now()
    const content = await vault.beside((location) =>
      flushedWhile(files.database, copyInThread(thread, { location, target: files.database }, report, signal)),
    )
    signal.throwIfAborted()
    const { problem } = content
    vault.writeBeside(files, headOf(content, madeAt))
    writeFileSafely(files.attempts, noAttempts())
    const manifest: BackupManifest = {
      format: 'palpate-backup',
      version: 1,
      vaultId: vault.vaultId,
      madeAt,
      madeAtWall: wallClock(madeAt, clock.offsetAt(madeAt)),
      verifiedAt: problem === null ? clock.now() : null,
      generation: content.generation,
      sequence: content.sequence,
      fingerprint: content.fingerprint,
      bytes: statSync(files.database).size,
      sha256: await hashOf(files.database, () => signal.throwIfAborted()),
    }
    return { copy: { folder: making, manifest }, content, problem }
  } catch (error) {
    await removeCopyIfPossible(making)
    throw error
  }
}

const headOf = ({ generation, sequence, fingerprint }: CopyContent, madeAt: string) => ({
  generation,
  sequence,
  fingerprint,
  committedAt: madeAt,
  checkedAt: madeAt,
})
