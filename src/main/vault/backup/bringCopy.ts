// Brings a copy of a vault beside the vault that is here, as its files are at one moment.
import { existsSync, mkdirSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { AppError } from '../../appError.ts'
import { logOf } from '../../database/file/log.ts'
import type { JobControl } from '../../jobs/jobs.ts'
import { copyDurably, hashOf } from '../../largeFiles.ts'
import { bytesOf, refuseWithoutRoom } from '../room.ts'
import { makingFolder, placeOf, removeCopyIfPossible, vaultFiles } from '../vaultFolder.ts'
import type { CopyInFolder } from './findCopies.ts'
import { unpackMoveFile } from './moveFile.ts'

interface Target {
  /** The vault's folder. */
  readonly folder: string
  readonly freeBytes: (folder: string) => number
  readonly newId: () => string
}

type Control = Pick<JobControl<'restore'>, 'report' | 'signal'>

/**
 * Brings the files of a copy beside this vault, as they are at one moment: where somebody writes in them meanwhile, once more.
 * @throws AppError NOT_FOUND where they are gone, IN_USE where they do not come to rest, DB_CORRUPT, NO_ROOM
 */
export async function bringCopy(copy: CopyInFolder, to: Target, control: Control): Promise<string> {
  const source = vaultFiles(copy.folder)
  const files = copy.isFile ? [copy.folder] : [source.database, logOf(source.database), ...Object.values(source)]
  const bringAll = copy.isFile ? bringFile : bringFolder
  for (let isLast = false; ; isLast = true) {
    if (!existsSync(files[0] ?? '')) throw new AppError('NOT_FOUND')
    const before = factsOf(files)
    let making: string | null = null
    try {
      // oxlint-disable-next-line no-await-in-loop -- the second try
      making = await bringAll(copy, to, control)
    } catch (error) {
      if (control.signal.aborted || factsOf(files) === before) throw error
    }
    if (making !== null && factsOf(files) === before) return making
    // oxlint-disable-next-line no-await-in-loop -- see above
    if (making !== null) await removeCopyIfPossible(making)
    if (isLast) throw new AppError(existsSync(files[0] ?? '') ? 'IN_USE' : 'NOT_FOUND')
  }
}

/** Copies the files of a vault into a new folder beside this one, and compares them with what was once written. */
async function bringFolder(
  { folder: from, manifest }: CopyInFolder,
  { folder, freeBytes, newId }: Target,
  { report, signal }: Control,
): Promise<string> {
  const place = placeOf(folder)
  const source = vaultFiles(from)
  const files = [...Object.values(source), logOf(source.database)].filter((file) => existsSync(file))
  refuseWithoutRoom(place, files, freeBytes)
  const making = makingFolder(place, `restore-${newId()}`)
  try {
    mkdirSync(making, { recursive: true, mode: 0o700 })
    const total = bytesOf(files)
    for (const file of files) {
      // oxlint-disable-next-line no-await-in-loop -- one file after the other
      await copyDurably(file, join(making, basename(file)), (done) => {
        signal.throwIfAborted()
        if (file === source.database) report({ stage: 'copying', done, total })
      })
    }
    if (manifest !== null) {
      const hash = await hashOf(vaultFiles(making).database, () => signal.throwIfAborted())
      if (hash !== manifest.sha256) throw new AppError('DB_CORRUPT')
    }
    return making
  } catch (error) {
    await removeCopyIfPossible(making)
    throw error
  }
}

/** The same of a file that was made for another computer. */
async function bringFile(
  { folder: file, bytes }: CopyInFolder,
  { folder, freeBytes, newId }: Target,
  { report, signal }: Control,
): Promise<string> {
  const place = placeOf(folder)
  refuseWithoutRoom(place, [file], freeBytes)
  const making = makingFolder(place, `restore-${newId()}`)
  try {
    mkdirSync(making, { recursive: true, mode: 0o700 })
    await unpackMoveFile(file, making, (done) => {
      signal.throwIfAborted()
      report({ stage: 'copying', done, total: bytes })
    })
    return making
  } catch (error) {
    await removeCopyIfPossible(making)
    throw error
  }
}

/** What changes whenever one of the files is written, replaced, or removed. */
const factsOf = (files: readonly string[]): string =>
  files
    .map((file) => {
      const found = statSync(file, { bigint: true, throwIfNoEntry: false })
      return found === undefined ? 'none' : `${found.ino} ${found.size} ${found.mtimeNs} ${found.ctimeNs}`
    })
    .join()
