// The lease in a vault's folder: written while it is open, renewed, given back at the end. Where it can't be written (a disk that is
// full or read-only) it is in nobody's way.
import { statSync, rmSync, writeFileSync } from 'node:fs'
import { z } from 'zod'
import { inTheWay, leaseSchema, takenBy, type FoundLease, type Lease, type LeaseHolder } from '#shared/domain/lease.ts'
import { AppError } from '../appError.ts'
import { errnoOf } from '../fileErrors.ts'
import { readOrdinary } from '../ordinaryFile.ts'
import { writeFileSafely } from './writeFileSafely.ts'

/** Who this is, as its leases name it. */
export interface LeaseOwner {
  readonly computer: string
  readonly install: string
}

/** How a vault is opened that another computer has open, or that was moved: only to be read, or knowingly to write. */
export type WayIn = 'read' | 'take over'

/** Where nobody says who opens a vault: each opening in this process is the same computer's. */
export const thisProcess: LeaseOwner = { computer: 'this computer', install: '00000000-0000-4000-8000-000000000000' }

/** No lease has more. */
const largestFile = 4096

export function readLease(file: string): FoundLease {
  const text = textIn(file)
  return text === null ? 'none' : leaseOf(text)
}

function leaseOf(text: string): FoundLease {
  try {
    return leaseSchema.safeParse(JSON.parse(text)).data ?? 'unreadable'
  } catch {
    return 'unreadable'
  }
}

/** What lies in the lease's place: null for nothing; no text, which is nobody's lease, for what can't be read. */
function textIn(file: string): string | null {
  try {
    return statSync(file).size > largestFile ? '' : readOrdinary(file)
  } catch (error) {
    return ['ENOENT', 'ENOTDIR'].includes(errnoOf(error) ?? '') ? null : ''
  }
}

/** Who stands in the way of opening a vault to write; null for nobody. */
export const leaseInTheWay = (file: string, { install }: LeaseOwner): LeaseHolder | null =>
  inTheWay(readLease(file), install)

/** The lease of an open vault. */
export interface HeldLease {
  /** @throws AppError VAULT_MOVED when another computer has taken over. One look at the file's facts; read when they differ. */
  refuseIfTaken(): void
  /** Who has taken over; null while nobody has. */
  takenBy(): LeaseHolder | null
  /** Writes the time anew, unless somebody has taken over. Never throws. */
  renew(): void
  /**
   * Says in the vault that the practice goes on elsewhere, or takes that back. It stays when the vault is closed.
   * @throws AppError VAULT_MOVED; the node error of what failed
   */
  setMoved(isMoved: boolean): void
  /** Gives it back. Never throws. */
  release(): void
  /**
   * Gives it back where the vault could not be opened: what was there before is there again, a mark that it was moved too. Never throws.
   * @param isUntouched nothing was written in the database. Otherwise another computer that has it open must not go on
   * with what it knows of the file: its lease stays away, as when somebody has written in between.
   */
  undo(isUntouched: boolean): void
}

/**
 * Takes the lease, whoever has it.
 * @param opening a new id
 * @param now UTC
 */
export function takeLease(file: string, owner: LeaseOwner, opening: string, now: () => string): HeldLease {
  let state: Lease['state'] = 'open'
  let isWritten = false
  /** The file's facts when it was read last; null: it has to be read. */
  let seen: string | null = null
  let taken: LeaseHolder | null = null
  const before = textIn(file)
  // What is there where nothing can be written is not in the way.
  if (!tryToWrite()) seen = factsOf(file)

  function write(): void {
    const lease: Lease = { format: 'palpate-lease', version: 1, ...owner, opening, state, at: now() }
    writeFileSafely(file, `${JSON.stringify(lease, null, 2)}\n`)
    isWritten = true
    // It is read once: another one may have written at the same time, and the last one has it.
    seen = null
  }

  function tryToWrite(): boolean {
    try {
      write()
      return true
    } catch {
      return false
    }
  }

  function look(): LeaseHolder | null {
    // Before reading: what is written in between has other facts, and is read the next time.
    const facts = factsOf(file)
    if (facts === seen) return taken
    const found = readLease(file)
    seen = facts
    taken = isWritten ? takenBy(found, opening) : inTheWay(found, owner.install)
    return taken
  }

  function refuseIfTaken(): void {
    if (look() !== null) throw new AppError('VAULT_MOVED')
  }

  return {
    refuseIfTaken,
    takenBy: look,
    renew() {
      if (look() === null) tryToWrite()
    },
    setMoved(isMoved) {
      refuseIfTaken()
      const stateBefore = state
      state = isMoved ? 'moved' : 'open'
      try {
        write()
      } catch (error) {
        state = stateBefore
        throw error
      }
    },
    release,
    undo(isUntouched) {
      if (!isWritten || look() !== null) return
      const found = before === null ? 'none' : leaseOf(before)
      const isMoved = found !== 'none' && found !== 'unreadable' && found.state === 'moved'
      if (before === null || !(isUntouched || isMoved)) return release()
      putBack(file, before)
    },
  }

  function release(): void {
    if (!isWritten || state === 'moved' || look() !== null) return
    try {
      rmSync(file)
    } catch {
      // It stays: this computer takes its own back, another one takes over.
    }
  }
}

function putBack(file: string, text: string): void {
  try {
    writeFileSafely(file, text)
  } catch {
    try {
      // On a full disk: in the place that the lease has already.
      writeFileSync(file, text)
    } catch {
      // Ours stays: another computer is still asked.
    }
  }
}

/** What changes whenever a file is replaced or written. */
function factsOf(file: string): string | null {
  try {
    const found = statSync(file, { bigint: true, throwIfNoEntry: false })
    return found === undefined ? 'none' : `${found.dev} ${found.ino} ${found.size} ${found.mtimeNs} ${found.ctimeNs}`
  } catch {
    return 'none'
  }
}

const installSchema = z.strictObject({ format: z.literal('palpate-install'), version: z.literal(1), id: z.uuid() })

/**
 * The id of this installation, from a file of its profile; it is made with the first one.
 * @returns a new one each time where it cannot be stored
 */
export function installIn(file: string, newId: () => string): string {
  try {
    return installSchema.parse(JSON.parse(readOrdinary(file))).id
  } catch {
    const install: z.infer<typeof installSchema> = { format: 'palpate-install', version: 1, id: newId() }
    try {
      writeFileSafely(file, `${JSON.stringify(install, null, 2)}\n`)
    } catch {
      // A read-only profile keeps nobody from the records.
    }
    return install.id
  }
}
