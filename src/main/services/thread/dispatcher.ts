// Handles every service operation: the vault's own here, all others by the services on the open database.
import { contract, type Input } from '#shared/contract/contract.ts'
import type { JobStage, JobUpdate } from '#shared/contract/jobs.ts'
import { isWeak, passphraseStrength } from '#shared/domain/passphraseStrength.ts'
import type { PracticeFields } from '#shared/domain/practice.ts'
import { AppError, fieldError } from '../../appError.ts'
import type { OpenDatabase } from '../../database/openDatabase.ts'
import { createPracticeRepository, type PracticeRow } from '../../database/repositories/practiceRepository.ts'
import { makeJobs, type JobControl, type Steps } from '../../jobs/jobs.ts'
import type { OpenVault } from '../../vault/openedVault.ts'
import { vaultIn } from '../../vault/vault.ts'
import type { VaultOptions } from '../../vault/vaultOptions.ts'
import type { OpenCopies, Surroundings } from '../services.ts'
import { makeBackupOperations, type BackupOperations, type BackupOptions } from './backupOperations.ts'
import { makeComputerUnlock } from './computerUnlock.ts'
import { isChannelOf, untroubled, type VaultChannel, type VaultHandlers } from './channels.ts'
import { makeFileCheck } from './fileCheck.ts'
import type { DatabaseHandlers } from './onScreen.ts'
import { makeRescue, type RescueSteps } from './rescue.ts'
import { makeOnlyOne, makeRequests, type Requests } from './requests.ts'
import { makeSalvageOperations } from './salvageOperations.ts'
import { makeTraceClearing } from './traceClearing.ts'
import { addVaultEntry, logMissingEntries, logVaultOperation } from './vaultAudit.ts'
import { makeVaultStatus } from './vaultStatus.ts'

/** A demo vault, filled with invented people. */
export interface Demo {
  readonly passphrase: string
  readonly practice: PracticeFields
  readonly fill: (database: OpenDatabase, surroundings: Surroundings) => void
}

export interface DispatcherOptions extends VaultOptions, BackupOptions {
  /** The file in the profile for unlocking with this computer; none unless given. */
  readonly computerKeyFile?: string | null
  /** Makes the handlers of all operations that need the open database. */
  readonly makeServices: (database: OpenDatabase, surroundings: Surroundings, copies: OpenCopies) => DatabaseHandlers
  readonly demo?: Demo | undefined
  /** Receives the progress of jobs, and their ends. */
  readonly onJob?: (update: JobUpdate) => void
  /** The clock by which jobs let others go first, milliseconds; the computer's unless given. */
  readonly jobClock?: () => number
}

export interface Dispatcher extends Requests, RescueSteps {
  /** Closes the database and overwrites the key. An unlock under way ends in LOCKED. */
  lock(): void
  readonly backups: Pick<BackupOperations, 'addPlace' | 'folderOf' | 'folderOfCopy' | 'findCopies' | 'writeMoveFile'>
  /** Locks for good: every later call is refused. */
  close(): void
}

/** Makes the dispatcher of the vault in a folder, locked. */
export function createDispatcher(options: DispatcherOptions): Dispatcher {
  const { surroundings, makeServices, demo } = options
  const vault = vaultIn(options)
  let opened: { vault: OpenVault; services: DatabaseHandlers } | null = null
  let isClosed = false
  // Counts the locks, so that a key that was derived across one is not used.
  let locks = 0
  const vaultStatus = makeVaultStatus(vault, options.folder, demo?.passphrase ?? null)
  // Vault operations run one after another: two at once would both use the same throttle and envelope.
  let running: Promise<unknown> = Promise.resolve()
  const { onJob = () => undefined, jobClock } = options
  const jobs = makeJobs({ onUpdate: onJob, now: jobClock })
  const backups = makeBackupOperations(options, surroundings, jobs)
  // Two in turn would leave the first window with a recovery code that no longer opens anything.
  const onlyOneMakesKeys = makeOnlyOne()
  // Two in turn would salvage the vault that the first one has just made, and set that aside too.
  const onlyOneSalvages = makeOnlyOne()
  // Resolves when new keys were made or the attempt failed: until then everything waits for the database that will be open.
  let newDatabase: Promise<void> | null = null

  const open = () => {
    if (opened === null) throw new AppError('LOCKED')
    return opened
  }
  const computer = makeComputerUnlock(vault, options.computerKeyFile ?? null, surroundings, open)
  const fileCheck = makeFileCheck(() => open().vault, jobs, checkDelayMilliseconds)
  const rescue = makeRescue(
    open,
    () => opened !== null,
    surroundings,
    (database) => makeServices(database, surroundings, backups.openCopies),
  )
  const traces = makeTraceClearing(() => open().vault, jobs, checkDelayMilliseconds)

  /** One vault is open at a time: two keepers of the same files would each write their own head. */
  function refuseWhileOpen(code: 'ALREADY_EXISTS' | 'CONFLICT'): void {
    if (opened !== null) throw new AppError(code)
  }

  function lock(): void {
    locks += 1
    const closing = opened
    opened = null
    rescue.forget()
    fileCheck.stop()
    traces.stop()
    backups.end()
    void jobs.endAll(new AppError('LOCKED'))
    if (closing) addVaultEntry(closing.vault, surroundings.clock, { act: 'locked' })
    closing?.vault.close()
  }

  /** Starts using an opened vault, unless it was locked in the meantime. */
  async function use(opening: Promise<OpenVault>, locksBefore: number): Promise<void> {
    const next = await opening
    if (isClosed || locks !== locksBefore) {
      next.close('unused')
      throw new AppError('LOCKED')
    }
    putToUse(next)
  }

  function putToUse(next: OpenVault): void {
    try {
      logMissingEntries(next, surroundings.clock)
      opened = { vault: next, services: makeServices(next.database, surroundings, backups.openCopies) }
      backups.begin(next)
      fileCheck.later(next)
      traces.clearLater(next)
    } catch (error) {
      opened = null
      next.close('unused')
      throw error
    }
  }

  async function create(
    fields: PracticeFields,
    passphrase: string,
    made: Pick<PracticeRow, 'recoveryConfirmedAt'> & Partial<Pick<PracticeRow, 'paperSize'>>,
  ) {
    const locksBefore = locks
    const createdAt = surroundings.clock.now()
    const created = await vault.create(passphrase, (database) =>
      createPracticeRepository(database).insert(fields, { ...made, createdAt }),
    )
    // Opened as on every later day, so that a vault that its passphrase does not open is never reported as made.
    await use(vault.unlock(passphrase), locksBefore)
    return created
  }

  const practiceRow = () => createPracticeRepository(open().vault.database)

  /** A demo that is gone later is missing like any other vault, and not made anew. */
  const isDemoDue = () => opened === null && vault.presence() === 'absent'

  async function makeDemo({ passphrase, practice, fill }: Demo): Promise<void> {
    await create(practice, passphrase, { recoveryConfirmedAt: surroundings.clock.now() })
    fill(open().vault.database, surroundings)
  }

  /** Copies, then exchanges. Nothing is written meanwhile: requests wait, and go to the new database. */
  function makeNewKeys(passphrase: string, wish: AbortSignal | undefined): Promise<{ recoveryCode: string }> {
    const { vault: old } = open()
    fileCheck.stop()
    const work = async ({ step }: JobControl<'new keys'>) => {
      const { promise: made, resolve: end } = Promise.withResolvers<void>()
      const report = (stage: JobStage<'new keys'>) => {
        if (newDatabase === null) void jobs.endAll(databaseIsGone, 'new keys')
        newDatabase = made
        return step({ stage, done: 0, total: 0 })
      }
      try {
        const prepared = old.prepareNewKeys(passphrase, report, (copy) =>
          // As with a renewed code: if it is lost on its way to the screen, the app must know that nobody has it.
          createPracticeRepository(copy).update({ recoveryConfirmedAt: null }),
        )
        const exchange = await prepared.catch((error: unknown) => {
          if (opened?.vault === old) fileCheck.later(old)
          throw error
        })
        // Nothing is awaited after the last stage begins, so no lock comes in between.
        opened = null
        const exchanged = exchange()
        computer.forget()
        putToUse(exchanged.vault)
        if ('failure' in exchanged) throw exchanged.failure
        return { recoveryCode: exchanged.recoveryCode }
      } finally {
        newDatabase = null
        end()
      }
    }
    return jobs.run('new keys', work, { wish })
  }

  /** Closes the open vault for another one. @returns lets requests go on, which wait meanwhile */
  function release(): () => void {
    const { promise, resolve } = Promise.withResolvers<void>()
    newDatabase = promise
    fileCheck.stop()
    void jobs.endAll(databaseIsGone, 'salvage')
    backups.end()
    const old = opened
    opened = null
    old?.vault.close()
    return () => {
      newDatabase = null
      resolve()
    }
  }
  const salvaging = makeSalvageOperations({
    vault,
    jobs,
    release,
    use,
    opened: () => opened?.vault ?? null,
    locks: () => locks,
  })

  const handlers: VaultHandlers = {
    'vault:status': () => vaultStatus.of(opened?.vault ?? null, rescue.isWritten()),
    async 'vault:create'({ practice: fields, paperSize, passphrase, weakAccepted, insteadOfMissing = false }) {
      await refuseWeak('passphrase', passphrase, [fields.name, fields.therapistName], weakAccepted)
      refuseWhileOpen('ALREADY_EXISTS')
      if (vault.presence() === 'missing' && !insteadOfMissing) throw new AppError('VAULT_MISSING')
      return create(fields, passphrase, { recoveryConfirmedAt: null, ...(paperSize && { paperSize }) })
    },
    async 'vault:unlock'({ passphrase, way }) {
      // As from another window's lock screen a moment later: its request is already fulfilled.
      if (opened !== null) return {}
      vaultStatus.repairEnvelope()
      await use(vault.unlock(passphrase, way), locks)
      return {}
    },
    async 'vault:recover'({ recoveryCode, newPassphrase, weakAccepted, way }) {
      await refuseWeak('newPassphrase', newPassphrase, [], weakAccepted)
      refuseWhileOpen('CONFLICT')
      vaultStatus.repairEnvelope()
      await use(vault.recover(recoveryCode, newPassphrase, way), locks)
      computer.forget()
      return {}
    },
    ...computer.handlers,
    async 'vault:unlockWithSecret'({ secret }) {
      if (opened === null) await use(computer.unlock(secret), locks)
      return {}
    },
    'vault:renewRecoveryCode'() {
      // First: if the new code is lost before the screen shows it, the app must know that nobody has one.
      practiceRow().update({ recoveryConfirmedAt: null })
      return { recoveryCode: open().vault.renewRecoveryCode() }
    },
    'vault:confirmRecoveryCode'() {
      practiceRow().update({ recoveryConfirmedAt: surroundings.clock.now() })
      return {}
    },
    'vault:acknowledgeNotices'() {
      open().vault.acknowledgeNotices()
      return {}
    },
    'vault:setMoved'({ isMoved }) {
      if (isMoved && !backups.isAllMoved()) throw new AppError('CONFLICT')
      open().vault.setMoved(isMoved)
      return {}
    },
    'vault:tracesLeft': () => open().vault.tracesLeft(),
    'vault:clearTraces': traces.clear,
    'vault:checkState': fileCheck.state,
    'vault:startCheck': fileCheck.run,
    async 'vault:changePassphrase'({ current, next, weakAccepted }) {
      if (open().vault.onlyRead !== null) throw new AppError('READ_ONLY')
      const { name = '', therapistName = '' } = practiceRow().get() ?? {}
      await refuseWeak('next', next, [name, therapistName], weakAccepted)
      await vault.changePassphrase(current, next)
      computer.forget()
      return {}
    },
    ...salvaging,
    'vault:makeNewKeys': ({ passphrase }, wish) => makeNewKeys(passphrase, wish),
  }

  /** An operation on the vault, and its entry in the audit log; none where another window's request has opened it already. */
  async function logged<C extends VaultChannel>(channel: C, input: Input<C>, wish?: AbortSignal): Promise<unknown> {
    const isDone = openers.has(channel) && opened !== null
    const output = await handlers[channel](input, wish)
    if (opened !== null && !isDone) logVaultOperation(opened.vault, surroundings.clock, channel, input, vault)
    return output
  }

  function inTurn<T>(run: () => T | Promise<T>): Promise<T> {
    const mine = running.then(run)
    running = mine.catch(() => undefined)
    return mine
  }

  async function answer(channel: string, input: unknown, wish?: AbortSignal): Promise<unknown> {
    if (isClosed) throw new AppError('LOCKED')
    if (demo !== undefined) await inTurn(() => (isDemoDue() ? makeDemo(demo) : undefined))
    if (isChannelOf(channel, backups.handlers)) {
      const act = () => backups.handlers[channel](input as never, wish)
      if (channel !== 'backup:restore') return onDatabase(act)
      return inTurn(async () => {
        const restored = await act()
        vault.wasReplaced()
        computer.forget()
        return restored
      })
    }
    if (!isChannelOf(channel, handlers)) return onDatabase(() => answerOfServices(channel, input, wish))
    const run = () => logged(channel, input as never, wish)
    // It may take minutes, and blocks nobody.
    if (channel === 'vault:startCheck') return onDatabase(run)
    if (channel === 'vault:makeNewKeys') return onlyOneMakesKeys(() => inTurn(() => kept(run)))
    if (channel === 'vault:salvage') return onlyOneSalvages(() => inTurn(() => kept(run)))
    return inTurn(() => (untroubled.has(channel) ? run() : kept(run)))
  }

  /** On the database that is open, or will be open next; repeated if that one replaces the one it was begun on. */
  async function onDatabase(run: () => unknown): Promise<unknown> {
    // Without an await if there is nothing to wait for: a lock that comes next must find this begun.
    if (newDatabase !== null) await newDatabase
    try {
      return await kept(run)
    } catch (error) {
      if (error !== databaseIsGone) throw error
      return onDatabase(run)
    }
  }

  function answerOfServices(channel: string, input: unknown, wish: AbortSignal | undefined): unknown {
    const services = rescue.services() ?? open().services
    if (!Object.hasOwn(services, channel)) throw new AppError('INTERNAL')
    const name = channel as keyof DatabaseHandlers
    rescue.keep(name, input)
    const handle = services[name] as (input: unknown) => unknown
    const { job, effect } = contract[name]
    const isChanging = effect === 'practice' || effect === 'session'
    if (isChanging) backups.changed()
    if (job === null) return handle(input)
    const begun = handle(input) as Steps<unknown>
    const steps = isChanging ? afterEachStep(begun, backups.changed) : begun
    // The same request meanwhile shares the same result.
    const same = `${name} ${JSON.stringify(input)}`
    return job === 'unreported' ? jobs.runUnreported(steps, { wish }) : jobs.run(job, steps, { same, wish })
  }

  /** Acknowledges nothing that is not in the vault's own files. */
  async function kept(run: () => unknown): Promise<unknown> {
    if (rescue.services() !== null) return run()
    opened?.vault.refuseIfMoved()
    const answered = await run()
    opened?.vault.keep()
    if (opened?.vault.takeTouch()) fileCheck.later(opened.vault)
    return answered
  }

  return {
    ...makeRequests(answer, jobs),
    lock,
    ...rescue.steps,
    backups,
    close() {
      isClosed = true
      lock()
    },
  }
}

/**
 * Refuses a weak new passphrase of anybody who was not warned. The screen warns; here it is enforced for every caller.
 * @param field the input's field, for the refusal
 * @param known words that an attacker would try first
 * @param accepted true when somebody was warned and wants it all the same
 * @throws AppError VALIDATION with the code `weak`
 */
async function refuseWeak(
  field: string,
  passphrase: string,
  known: readonly string[],
  accepted: true | undefined,
): Promise<void> {
  if (accepted === true) return
  if (isWeak(await passphraseStrength(passphrase, known))) throw fieldError(field, 'weak')
}

const openers: ReadonlySet<VaultChannel> = new Set<VaultChannel>(['vault:unlock', 'vault:unlockWithSecret'])

/** The same steps, and something after each: a copy that is made in between has only what was done before it. */
function* afterEachStep<R>(steps: Steps<R>, then: () => void): Steps<R> {
  try {
    for (;;) {
      const step = steps.next()
      then()
      if (step.done === true) return step.value
      yield step.value
    }
  } finally {
    steps.return(undefined as R)
  }
}

/** Ends what reads a database that is about to be closed. */
const databaseIsGone = new AppError('CONFLICT')

const checkDelayMilliseconds = 3000
