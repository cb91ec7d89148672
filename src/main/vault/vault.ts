// The vault: an encrypted database and the envelope that holds its key. Made, unlocked, recovered; never erased.
import { mkdirSync, existsSync, rmSync } from 'node:fs'
import { AppError } from '../appError.ts'
import type { Migration } from '../database/migrations/migrations.ts'
import { checkpointAndClose, createDatabase, openDatabase, type OpenDatabase } from '../database/openDatabase.ts'
import type { Surroundings } from '../services/services.ts'
import { attemptsIn, noAttempts, type Attempts } from './attempts.ts'
import {
  envelopeOf,
  openWithPassphrase,
  openWithRecoveryCode,
  passphraseSlotFor,
  recoverySlotFor,
  type Envelope,
} from './envelope.ts'
import { catchUpCopy, loadEnvelope, storeEnvelope } from './envelopeFiles.ts'
import { finishSwap, isStranded, removeOld, swapBack, swapIn } from './keySwap.ts'
import { freeBytesIn, makeNewKeys, type NewKeys, type TellStage } from './newKeys.ts'
import { calibratedCost, fixedCost, type Stopwatch } from './costOfTry.ts'
import { keyBytes, type Argon2Cost } from './keyDerivation.ts'
import { readRecoveryCode, recoveryCodeBytes, recoveryCodeFrom } from './recoveryCode.ts'
import { isOccupied, makingFolder, putInPlace, removeUnfinished, vaultFiles } from './vaultFolder.ts'
import { writeFileSafely } from './writeFileSafely.ts'

export interface VaultOptions {
  /** The vault's own folder. It is made with the vault. */
  readonly folder: string
  readonly surroundings: Surroundings
  /** What a new passphrase costs to try; calibrated on this machine unless given. */
  readonly cost?: Argon2Cost | undefined
  /** What the machine is measured with; the real time unless given. */
  readonly stopwatch?: Stopwatch
  /** How many bytes may still be written in a folder; what the disk says unless given. */
  readonly freeBytes?: (folder: string) => number
  /** The schema's steps; the shipped ones unless given. */
  readonly migrations?: readonly Migration[]
}

/** A vault that is open. */
export interface OpenVault {
  readonly database: OpenDatabase
  /** Writes everything into the database's file, closes it and overwrites the key. */
  close(): void
  /**
   * Wraps the key under a new recovery code; the old one stops working.
   * @returns the code, which is kept nowhere
   */
  renewRecoveryCode(): string
  /**
   * Makes the vault anew beside this one, under a new database key, while this one stays open and must not be written.
   * @param finish puts the last rows into the new database
   * @returns what exchanges the two; until it is called nothing has changed
   * @throws AppError WRONG_PASSPHRASE, THROTTLED, NO_ROOM, and what `tell` throws
   */
  prepareNewKeys(passphrase: string, tell: TellStage, finish: (copy: OpenDatabase) => void): Promise<ExchangeVaults>
}

/**
 * Closes this vault and overwrites its key, puts the new one in its place and opens it. When that fails, this one is back in its place and open
 * again.
 * @returns the vault that is open now; the recovery code is kept nowhere
 */
export type ExchangeVaults = () => { vault: OpenVault; recoveryCode: string } | { vault: OpenVault; failure: unknown }

/** A vault's folder, whether there is a vault in it or not. Only one operation may run at a time. */
export interface Vault {
  /** Whether there is anything that a new vault must not take the place of. */
  exists(): boolean
  /** Whole seconds until another try is taken; 0 when one is taken now. */
  retryAfterSeconds(): number
  /** Reads the envelope, which puts a damaged file back from its copy; true when the main file was put back. */
  repairEnvelope(): boolean
  /**
   * Makes a vault in one step: whatever happens in between, there is a whole one or none.
   * @param fill puts the first rows into the new database
   * @returns the recovery code, which is kept nowhere
   * @throws AppError ALREADY_EXISTS
   */
  create(passphrase: string, fill: (database: OpenDatabase) => void): Promise<{ recoveryCode: string }>
  /** @throws AppError WRONG_PASSPHRASE, THROTTLED, ENVELOPE_DAMAGED, ENVELOPE_MISSING, and what `openDatabase` throws */
  unlock(passphrase: string): Promise<OpenVault>
  /**
   * Opens with the recovery code and sets a new passphrase; the code stays valid.
   * @throws AppError MISTYPED_RECOVERY_CODE (not counted as a try), WRONG_RECOVERY_CODE, and what `unlock` throws
   */
  recover(recoveryCode: string, newPassphrase: string): Promise<OpenVault>
  /** @throws AppError WRONG_PASSPHRASE, THROTTLED */
  changePassphrase(current: string, next: string): Promise<void>
}

/** The vault in a folder. Clears away what an earlier crash left half made beside it. */
export function vaultIn(options: VaultOptions): Vault {
  const { folder, surroundings, migrations, stopwatch = () => performance.now() } = options
  const { randomBytes, newId, clock } = surroundings
  const files = vaultFiles(folder)
  const costs = options.cost === undefined ? calibratedCost(stopwatch) : fixedCost(options.cost)
  let attempts: Attempts | undefined
  // Loaded when there is a vault, because a missing count is not the same as no wrong tries.
  const throttle = () => (attempts ??= attemptsIn(files.attempts, clock))
  try {
    finishSwap(folder)
  } catch {
    // Said when somebody unlocks.
  }
  removeUnfinished(folder)

  function envelopeHere(): Envelope {
    finishSwap(folder)
    const loaded = loadEnvelope(files)
    if (loaded === null) throw new AppError(isOccupied(folder) ? 'ENVELOPE_MISSING' : 'NOT_FOUND')
    return loaded.envelope
  }

  /** Counts as a wrong try until it was a right one. */
  async function tryKey(open: () => Buffer | Promise<Buffer>): Promise<Buffer> {
    throttle().charge()
    const key = await open()
    throttle().forgive()
    return key
  }

  function openWith(key: Buffer, { vaultId }: Envelope): OpenVault {
    try {
      const database = openDatabase({ file: files.database, key, vaultId }, migrations)
      catchUpCopy(files)
      removeOld(folder)
      const close = () => {
        key.fill(0)
        checkpointAndClose(database)
      }
      return {
        database,
        close,
        renewRecoveryCode() {
          const { text, slot } = newRecovery(vaultId, key)
          storeEnvelope(files, { ...envelopeHere(), recovery: slot })
          return text
        },
        prepareNewKeys: (passphrase, tell, finish) =>
          prepareNewKeys({ vaultId, database, close }, passphrase, tell, finish),
      }
    } catch (error) {
      key.fill(0)
      throw error
    }
  }

  async function prepareNewKeys(
    old: { vaultId: string; database: OpenDatabase; close: () => void },
    passphrase: string,
    tell: TellStage,
    finish: (copy: OpenDatabase) => void,
  ): Promise<ExchangeVaults> {
    const envelope = envelopeHere()
    const oldKey = await tryKey(() => openWithPassphrase(envelope, passphrase))
    async function wrap(key: Buffer) {
      const { text: recoveryCode, slot } = newRecovery(old.vaultId, key)
      const cost = await costs.forNew(envelope.passphrase.derivation)
      const wrapped = await passphraseSlotFor(old.vaultId, key, passphrase, cost, randomBytes)
      return { envelope: envelopeOf(old.vaultId, wrapped, slot), recoveryCode }
    }
    try {
      const { freeBytes = freeBytesIn } = options
      const tools = { surroundings, migrations, freeBytes, wrap, finish, tell }
      const made = await makeNewKeys({ ...old, folder, key: oldKey }, tools)
      return () => exchange(old.close, envelope, oldKey, made)
    } catch (error) {
      oldKey.fill(0)
      throw error
    }
  }

  function exchange(
    closeOld: () => void,
    envelope: Envelope,
    oldKey: Buffer,
    made: NewKeys,
  ): ReturnType<ExchangeVaults> {
    closeOld()
    try {
      swapIn(folder)
    } catch (failure) {
      made.key.fill(0)
      return { vault: openWith(oldKey, envelope), failure }
    }
    attempts = undefined
    try {
      const vault = openWith(made.key, envelope)
      oldKey.fill(0)
      return { vault, recoveryCode: made.recoveryCode }
    } catch (failure) {
      swapBack(folder)
      return { vault: openWith(oldKey, envelope), failure }
    }
  }

  function newRecovery(vaultId: string, key: Buffer) {
    const random = randomBytes(recoveryCodeBytes)
    const text = recoveryCodeFrom(random)
    random.fill(0)
    return { text, slot: recoverySlotFor(vaultId, key, text, randomBytes) }
  }

  async function storePassphrase(envelope: Envelope, key: Buffer, passphrase: string): Promise<void> {
    const cost = await costs.forNew(envelope.passphrase.derivation)
    const slot = await passphraseSlotFor(envelope.vaultId, key, passphrase, cost, randomBytes)
    storeEnvelope(files, { ...envelope, passphrase: slot })
  }

  /** Wraps the key anew where this machine can afford clearly more than the envelope asks for. Keeps nobody out. */
  async function raiseCost(envelope: Envelope, key: Buffer, passphrase: string, took: number): Promise<void> {
    try {
      const cost = await costs.raised(envelope.passphrase.derivation, took)
      if (cost === null) return
      const slot = await passphraseSlotFor(envelope.vaultId, key, passphrase, cost, randomBytes)
      storeEnvelope(files, { ...envelope, passphrase: slot })
    } catch {
      // A folder that cannot be written to, or too little memory: the envelope of now opens as before.
    }
  }

  function refuseWithoutDatabase(): void {
    if (!existsSync(files.database)) throw new AppError('DB_MISSING')
  }

  return {
    exists: () => isOccupied(folder) || isStranded(folder),
    retryAfterSeconds: () => (isOccupied(folder) ? throttle().retryAfterSeconds() : 0),
    repairEnvelope: () => loadEnvelope(files)?.repaired ?? false,

    async create(passphrase, fill) {
      if (isOccupied(folder) || isStranded(folder)) throw new AppError('ALREADY_EXISTS')
      removeUnfinished(folder)
      const making = makingFolder(folder, newId())
      const random = randomBytes(keyBytes)
      const key = Buffer.from(random.buffer, random.byteOffset, random.byteLength)
      try {
        mkdirSync(making, { recursive: true, mode: 0o700 })
        const recoveryCode = await makeIn(making, key, passphrase, fill)
        putInPlace(making, folder)
        attempts = undefined
        return { recoveryCode }
      } catch (error) {
        rmSync(making, { recursive: true, force: true })
        throw error
      } finally {
        key.fill(0)
      }
    },

    async unlock(passphrase) {
      const envelope = envelopeHere()
      refuseWithoutDatabase()
      const started = stopwatch()
      const key = await tryKey(() => openWithPassphrase(envelope, passphrase))
      const took = stopwatch() - started
      const opened = openWith(key, envelope)
      await raiseCost(envelope, key, passphrase, took)
      return opened
    },

    async recover(recoveryCode, newPassphrase) {
      const envelope = envelopeHere()
      refuseWithoutDatabase()
      throttle().refuseWhileRunning()
      const code = readRecoveryCode(recoveryCode)
      const key = await tryKey(() => openWithRecoveryCode(envelope, code))
      const opened = openWith(key, envelope)
      try {
        await storePassphrase(envelope, key, newPassphrase)
        return opened
      } catch (error) {
        opened.close()
        throw error
      }
    },

    async changePassphrase(current, next) {
      const envelope = envelopeHere()
      const key = await tryKey(() => openWithPassphrase(envelope, current))
      try {
        await storePassphrase(envelope, key, next)
      } finally {
        key.fill(0)
      }
    },
  }

  async function makeIn(
    making: string,
    key: Buffer,
    passphrase: string,
    fill: (database: OpenDatabase) => void,
  ): Promise<string> {
    const inMaking = vaultFiles(making)
    const vaultId = newId()
    const { text, slot } = newRecovery(vaultId, key)
    const database = createDatabase({ file: inMaking.database, key, vaultId }, migrations)
    try {
      fill(database)
    } finally {
      checkpointAndClose(database)
    }
    const wrapped = await passphraseSlotFor(vaultId, key, passphrase, await costs.forNew(), randomBytes)
    storeEnvelope(inMaking, envelopeOf(vaultId, wrapped, slot))
    writeFileSafely(inMaking.attempts, noAttempts())
    return text
  }
}
