// The vault: an encrypted database and the envelope that holds its key. Made, unlocked, recovered; never erased.
import { mkdirSync, existsSync, rmSync, statSync } from 'node:fs'
import type { OnlyRead } from '#shared/contract/vault.ts'
import { AppError } from '../appError.ts'
import type { OpenDatabase } from '../database/openDatabase.ts'
import { attemptsIn, type Attempts, type FailedTries } from './attempts.ts'
import { envelopeOf, openWithPassphrase, openWithRecoveryCode, passphraseSlotFor, type Envelope } from './envelope.ts'
import { catchUpCopy, loadEnvelope, storeEnvelope } from './envelopeFiles.ts'
import { finishRestore } from './backup/restoreSwap.ts'
import { finishSwap, isStranded, removeOld, swapBack, swapIn } from './keySwap.ts'
import { makeNewKeys, type NewKeys, type ReportStage } from './newKeys.ts'
import { freeBytesIn } from './room.ts'
import { calibratedCost, fixedCost } from './costOfTry.ts'
import { keyBytes } from './keyDerivation.ts'
import { isKeyOf, keepOldKeyFile, otherKeyFiles } from './keyFit.ts'
import { leaseInTheWay, thisProcess, type WayIn } from './lease.ts'
import { markerIn } from './marker.ts'
import { makeVaultIn, newRecovery } from './newVault.ts'
import type { ExchangeVaults, OpenVault } from './openedVault.ts'
import { openVaultWith } from './openVault.ts'
import { readRecoveryCode } from './recoveryCode.ts'
import { namedDamage, openWhatCanBeRead, salvageInPlace } from './salvage/salvaging.ts'
import {
  isOccupied,
  leaseFile,
  makingFolder,
  placeOf,
  putInPlace,
  removeUnfinished,
  vaultFiles,
} from './vaultFolder.ts'
import { defaultCheckThread, defaultSalvageThread, type Opener, type Vault, type VaultOptions } from './vaultOptions.ts'

/** The vault in a folder. Removes what an earlier crash left half made beside it. */
export function vaultIn(options: VaultOptions): Vault {
  const { folder, surroundings, migrations, stopwatch = () => performance.now() } = options
  const { checkThread = defaultCheckThread, salvageThread = defaultSalvageThread, owner = thisProcess } = options
  const { randomBytes, newId, clock } = surroundings
  const files = vaultFiles(folder)
  // Checked anew each time: a disk may be connected while the app runs.
  const place = () => placeOf(folder)
  const marker = markerIn(options.markerFile ?? null)
  const costs = options.cost === undefined ? calibratedCost(stopwatch) : fixedCost(options.cost)
  let attempts: Attempts | undefined
  let failed: FailedTries | null = null
  /** The key file in its place was found to be of other keys than the database. */
  let isOfOtherKeys = false
  // The key file of the open vault as it was stored last: if the file is deleted, this still opens the vault.
  let stored: Envelope | undefined
  // Loaded when there is a vault, because a missing count is not the same as no wrong attempts.
  const throttle = () => (attempts ??= attemptsIn(files.attempts, clock))
  const heldBy = () => leaseInTheWay(leaseFile(folder), owner)
  tidyUp()

  /** What another computer makes beside the vault while it has it open is left alone. */
  function tidyUp(): void {
    if (heldBy()?.kind === 'other') return
    try {
      finishSwap(place())
      finishRestore(place())
    } catch {
      // Reported at unlocking.
    }
    removeUnfinished(place())
  }

  function refuseInUse(way: WayIn | undefined): void {
    if (way === undefined && heldBy() !== null) throw new AppError('IN_USE')
  }

  function envelopeHere(): Envelope {
    if (heldBy()?.kind !== 'other') finishSwap(place())
    const loaded = loadEnvelope(files)
    if (loaded === null) throw new AppError(isOccupied(folder) ? 'ENVELOPE_MISSING' : 'NOT_FOUND')
    return loaded.envelope
  }

  function store(envelope: Envelope): void {
    storeEnvelope(files, envelope)
    stored = envelope
  }

  /** Counts as a wrong attempt until it was right. */
  async function tryKey(open: () => Buffer | Promise<Buffer>): Promise<Buffer> {
    const before = throttle().failed()
    throttle().charge()
    const key = await open()
    throttle().forgive()
    failed = before ?? failed
    return key
  }

  /** The key that a secret opens, for the caller to overwrite. */
  async function keyOf(envelope: Envelope, opener: Opener): Promise<Buffer> {
    if ('key' in opener) return Buffer.from(opener.key)
    if ('passphrase' in opener) return tryKey(() => openWithPassphrase(envelope, opener.passphrase))
    throttle().refuseWhileRunning()
    const code = readRecoveryCode(opener.recoveryCode)
    return tryKey(() => openWithRecoveryCode(envelope, code))
  }

  /**
   * The key of the database, and the key file that has it. An old key file beside new keys may open, and its key decrypts nothing: then
   * the others are tried with the same secret, and from then on first. The right one is put in its place.
   * @throws AppError KEY_FILE_OTHER where none has the key; what `keyOf` throws
   */
  async function keyThatFits(opener: Opener): Promise<{ key: Buffer; envelope: Envelope }> {
    const here = envelopeHere()
    const others = otherKeyFiles(folder, here)
    const first = isOfOtherKeys ? (others[0] ?? here) : here
    const key = await keyOf(first, opener)
    if (isKeyOf(folder, { key, vaultId: first.vaultId })) {
      if (first !== here) putBack(here, first)
      return { key, envelope: first }
    }
    key.fill(0)
    isOfOtherKeys = true
    for (const other of others) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      const found = await openQuietly(other, opener)
      if (found === null) continue
      if (isKeyOf(folder, { key: found, vaultId: other.vaultId })) {
        putBack(here, other)
        return { key: found, envelope: other }
      }
      found.fill(0)
    }
    throw new AppError('KEY_FILE_OTHER')
  }

  function putBack(wrong: Envelope, right: Envelope): void {
    isOfOtherKeys = false
    if (heldBy()?.kind === 'other') return
    keepOldKeyFile(folder, wrong)
    try {
      store(right)
    } catch {
      // A read-only folder does not keep anybody from opening the vault in it.
    }
  }

  function damaged(key: Buffer, envelope: Envelope) {
    const { freeBytes = freeBytesIn } = options
    const still = () => refuseInUse(undefined)
    return { folder, key, envelope, marker, thread: salvageThread, surroundings, freeBytes, refuseInUse: still }
  }

  function openWith(key: Buffer, envelope: Envelope, onlyRead?: OnlyRead, salvaged?: OpenDatabase): OpenVault {
    // Where it fails the key is overwritten.
    const own = Buffer.from(key)
    try {
      return openVault(key, envelope, onlyRead, salvaged)
    } catch (error) {
      throw namedDamage(error, { file: placeOf(files.database), key: own, vaultId: envelope.vaultId })
    } finally {
      own.fill(0)
    }
  }

  function openVault(key: Buffer, envelope: Envelope, onlyRead?: OnlyRead, salvaged?: OpenDatabase): OpenVault {
    const { vaultId } = envelope
    stored = envelope
    const opened = openVaultWith({
      folder,
      ...(salvaged && { salvaged }),
      key,
      vaultId,
      envelope: () => stored ?? envelope,
      surroundings,
      marker,
      checkThread,
      migrations,
      onlyRead,
      owner,
      renewRecoveryCode() {
        const { text, slot } = newRecovery(vaultId, key, randomBytes)
        store({ ...envelopeHere(), recovery: slot })
        return text
      },
      prepareNewKeys: (passphrase, report, finish) => prepareNewKeys(opened, passphrase, report, finish),
    })
    if (onlyRead !== undefined) return opened
    catchUpCopy(files)
    removeOld(place(), vaultId)
    return opened
  }

  async function prepareNewKeys(
    old: OpenVault,
    passphrase: string,
    report: ReportStage,
    finish: (copy: OpenDatabase) => void,
  ): Promise<ExchangeVaults> {
    const envelope = envelopeHere()
    const { vaultId } = envelope
    const oldKey = await tryKey(() => openWithPassphrase(envelope, passphrase))
    // Its result would go into the database that is about to be closed, and Windows renames no folder of an open file.
    old.check.stop()
    async function wrap(key: Buffer) {
      const { text: recoveryCode, slot } = newRecovery(vaultId, key, randomBytes)
      const cost = await costs.forNew(envelope.passphrase.derivation)
      const wrapped = await passphraseSlotFor(vaultId, key, passphrase, cost, randomBytes)
      return { envelope: envelopeOf(vaultId, wrapped, slot), recoveryCode }
    }
    try {
      const { freeBytes = freeBytesIn } = options
      const tools = { surroundings, migrations, freeBytes, wrap, finish, report }
      const made = await makeNewKeys({ vaultId, database: old.database, folder: place(), key: oldKey }, tools)
      return () => exchange(old, envelope, oldKey, made)
    } catch (error) {
      oldKey.fill(0)
      throw error
    }
  }

  function exchange(old: OpenVault, envelope: Envelope, oldKey: Buffer, made: NewKeys): ReturnType<ExchangeVaults> {
    old.close()
    try {
      swapIn(place())
    } catch (failure) {
      made.key.fill(0)
      return { vault: openWith(oldKey, envelope), failure }
    }
    attempts = undefined
    try {
      const vault = openWith(made.key, envelopeHere())
      oldKey.fill(0)
      return { vault, recoveryCode: made.recoveryCode }
    } catch (failure) {
      made.key.fill(0)
      swapBack(place())
      return { vault: openWith(oldKey, envelope), failure }
    }
  }

  async function storePassphrase(envelope: Envelope, key: Buffer, passphrase: string): Promise<void> {
    const cost = await costs.forNew(envelope.passphrase.derivation)
    const slot = await passphraseSlotFor(envelope.vaultId, key, passphrase, cost, randomBytes)
    store({ ...envelope, passphrase: slot })
  }

  /** Wraps the key anew where this machine can afford clearly more than the envelope's cost. A failure keeps nobody out. */
  async function raiseCost(envelope: Envelope, key: Buffer, passphrase: string, took: number): Promise<void> {
    try {
      const cost = await costs.raised(envelope.passphrase.derivation, took)
      if (cost === null) return
      const slot = await passphraseSlotFor(envelope.vaultId, key, passphrase, cost, randomBytes)
      store({ ...envelope, passphrase: slot })
    } catch {
      // A read-only folder, or too little memory: the current envelope opens as before.
    }
  }

  async function withKey(passphrase: string, use: (envelope: Envelope, key: Buffer) => void | Promise<void>) {
    const envelope = envelopeHere()
    const key = await tryKey(() => openWithPassphrase(envelope, passphrase))
    try {
      await use(envelope, key)
    } finally {
      key.fill(0)
    }
  }

  function refuseWithoutDatabase(): void {
    if (!existsSync(files.database)) throw new AppError('DB_MISSING')
  }

  return {
    presence() {
      if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() === false) throw new AppError('VAULT_NOT_A_FOLDER')
      if (isOccupied(folder) || isStranded(place())) return 'there'
      // A dangling link was made for a vault on a disk that is not there now.
      const leadsNowhere = place() !== folder && !existsSync(folder)
      return leadsNowhere || marker.knows(folder) ? 'missing' : 'absent'
    },
    heldBy,
    retryAfterSeconds: () => (isOccupied(folder) ? throttle().retryAfterSeconds() : 0),
    repairEnvelope: () => loadEnvelope(files)?.repaired ?? false,

    wasReplaced() {
      isOfOtherKeys = false
      attempts = undefined
      stored = undefined
    },

    async create(passphrase, fill) {
      if (isOccupied(folder) || isStranded(place())) throw new AppError('ALREADY_EXISTS')
      removeUnfinished(place())
      const making = makingFolder(place(), newId())
      const random = randomBytes(keyBytes)
      const key = Buffer.from(random.buffer, random.byteOffset, random.byteLength)
      try {
        mkdirSync(making, { recursive: true, mode: 0o700 })
        const recoveryCode = await makeVaultIn(making, key, { passphrase, fill, surroundings, migrations, costs })
        putInPlace(making, place())
        attempts = undefined
        return { recoveryCode }
      } catch (error) {
        rmSync(making, { recursive: true, force: true })
        throw error
      } finally {
        key.fill(0)
      }
    },

    async unlock(passphrase, way) {
      refuseInUse(way)
      envelopeHere()
      refuseWithoutDatabase()
      const started = stopwatch()
      const { key, envelope } = await keyThatFits({ passphrase })
      const took = stopwatch() - started
      refuseInUse(way)
      const onlyRead = heldBy()?.kind === 'moved' ? 'moved' : 'in use'
      const opened = openWith(key, envelope, way === 'read' ? onlyRead : undefined)
      if (options.costAtUnlock !== 'keep' && opened.onlyRead === null) await raiseCost(envelope, key, passphrase, took)
      return opened
    },

    async recover(recoveryCode, newPassphrase, way) {
      refuseInUse(way)
      envelopeHere()
      refuseWithoutDatabase()
      const { key, envelope } = await keyThatFits({ recoveryCode })
      const opened = openWith(key, envelope)
      try {
        await storePassphrase(envelope, key, newPassphrase)
        return opened
      } catch (error) {
        opened.close('unused')
        throw error
      }
    },

    async salvage(opener, control) {
      refuseInUse(undefined)
      envelopeHere()
      refuseWithoutDatabase()
      const { key, envelope } = await keyThatFits(opener)
      try {
        const setAside = await salvageInPlace(damaged(key, envelope), control)
        attempts = undefined
        return { vault: openWith(Buffer.from(key), envelope), setAside }
      } finally {
        key.fill(0)
      }
    },

    withKey,

    async readDamaged(secret, control) {
      envelopeHere()
      refuseWithoutDatabase()
      const { key, envelope } = await keyThatFits(secret)
      try {
        return openWith(key, envelope, 'damaged', await openWhatCanBeRead(damaged(key, envelope), control))
      } catch (error) {
        key.fill(0)
        throw error
      }
    },

    reopen(key) {
      refuseInUse(undefined)
      refuseWithoutDatabase()
      return openWith(key, envelopeHere())
    },

    envelope() {
      try {
        return envelopeHere()
      } catch {
        return null
      }
    },

    takeFailedTries() {
      const taken = failed
      failed = null
      return taken
    },

    changePassphrase: (current, next) => withKey(current, (envelope, key) => storePassphrase(envelope, key, next)),
  }
}

/** The key that a secret opens in a key file that is tried beside the one in its place; null where it does not. */
async function openQuietly(envelope: Envelope, opener: Opener): Promise<Buffer | null> {
  try {
    if ('key' in opener) return null
    if ('passphrase' in opener) return await openWithPassphrase(envelope, opener.passphrase)
    return openWithRecoveryCode(envelope, readRecoveryCode(opener.recoveryCode))
  } catch {
    return null
  }
}
