// The operations on backups of the vault that is open, and the backups that begin by themselves.
import type { Input, Output } from '#shared/contract/contract.ts'
import { AppError } from '../../appError.ts'
import type { JobControl, Jobs } from '../../jobs/jobs.ts'
import type { BackupState, FoundCopies, MoveFile } from '#shared/contract/backups.ts'
import { makeBackups, type Backups } from '../../vault/backup/backups.ts'
import { vaultsSetAside } from '../../vault/backup/restoreSwap.ts'
import { makeRestoring } from '../../vault/backup/restoring.ts'
import type { EmergencySheet } from '#shared/domain/emergencySheet.ts'
import type { OpenDatabase } from '../../database/openDatabase.ts'
import { createPracticeRepository } from '../../database/repositories/practiceRepository.ts'
import { found } from '../../records/found.ts'
import { thisProcess } from '../../vault/lease.ts'
import type { OpenVault } from '../../vault/openedVault.ts'
import { freeBytesIn } from '../../vault/room.ts'
import type { VaultOptions } from '../../vault/vaultOptions.ts'
import type { OpenCopies, Surroundings } from '../services.ts'
import type { BackupChannel } from './channels.ts'
import { makeBackupTimer } from './backupTimer.ts'
import { toAppError } from './toAppError.ts'
import { addEntryTo, addVaultEntry, logVaultOperation, missingFrom } from './vaultAudit.ts'

type BackupHandlers = { [K in BackupChannel]: (input: Input<K>, wish?: AbortSignal) => Output<K> | Promise<Output<K>> }

/** Where backups are remembered, and what makes them. */
export interface BackupOptions {
  /** The built thread that copies and verifies. */
  readonly backupThread?: string | URL
  /** The file in the profile that remembers the places; none unless given. */
  readonly backupPlacesFile?: string | null
}

export interface BackupOperations {
  readonly handlers: BackupHandlers
  /** Copies in a folder, or in a file, that somebody has chosen. Throws nothing but AppError. */
  findCopies(folder: string): Promise<FoundCopies>
  /** Writes the whole vault into one file, as a job. Throws nothing but AppError. */
  writeMoveFile(target: string): Promise<MoveFile>
  /** The vault whose backups are made from now on. */
  begin(vault: OpenVault): void
  /** It is about to be closed. */
  end(): void
  /** The copies that are kept open to be compared with it. */
  readonly openCopies: OpenCopies
  /** Whether everything is in the file that was made for another computer last. */
  isAllMoved(): boolean
  /** Something in it was changed. */
  changed(): void
  /**
   * Makes a folder a place for backups.
   * @returns the place's id. Throws nothing but AppError.
   */
  addPlace(folder: string): Promise<{ id: string }>
  /** The folder of a place. Throws nothing but AppError. */
  folderOf(id: string): { folder: string }
  /** The folder of a copy that was found. Throws nothing but AppError. */
  folderOfCopy(id: string): { folder: string }
}

const builtThread = new URL('../process/backupThread.ts', import.meta.url)

export function makeBackupOperations(
  options: BackupOptions & Pick<VaultOptions, 'folder' | 'markerFile' | 'migrations' | 'freeBytes' | 'owner'>,
  surroundings: Surroundings,
  jobs: Pick<Jobs, 'run'>,
): BackupOperations {
  const { folder, backupThread: thread = builtThread, backupPlacesFile: placesFile = null } = options
  const { markerFile = null, migrations, freeBytes = freeBytesIn } = options
  const { install } = options.owner ?? thisProcess
  const { clock } = surroundings
  const logRestored = (copy: OpenDatabase, madeAt: string | null, missing: number) => {
    addEntryTo(copy, clock, { act: 'restored', record: { kind: 'backup', id: madeAt } })
    if (missing > 0) addEntryTo(copy, clock, missingFrom(missing))
  }
  const files = { folder, markerFile, placesFile, thread, migrations, freeBytes, owner: options.owner }
  const restoring = makeRestoring({ ...files, surroundings, logRestored })
  let backups: Backups | null = null
  let vault: OpenVault | null = null

  const open = () => {
    if (backups === null) throw new AppError('LOCKED')
    return backups
  }
  const besideOpen = () => {
    if (vault === null) throw new AppError('LOCKED')
    return vault.beside
  }
  /** Done, and an entry of the audit log. */
  const log = <C extends BackupChannel>(channel: C, input: Input<C>) => {
    if (vault !== null) logVaultOperation(vault, clock, channel, input)
  }
  const makeBackup = async (control: JobControl<'backup'>) => {
    // It may be the state of last week, or what is left of a damaged one: as the newest backup it would stand for the vault.
    if (vault !== null && vault.onlyRead !== null) throw new AppError('READ_ONLY')
    const { state, written } = await open().run(control)
    if (written > 0) log('backup:run', {})
    return state
  }
  function sheetOf({ places }: BackupState): EmergencySheet {
    if (vault === null) throw new AppError('LOCKED')
    const { name, therapistName, phone, emergencyPerson, paperSize } = found(
      createPracticeRepository(vault.database).get(),
    )
    return {
      practiceName: name,
      therapistName,
      phone,
      person: emergencyPerson,
      vaultFolder: folder,
      places: places.map(({ folder: chosen, last }) => ({ folder: chosen, verifiedAt: last?.verifiedAt ?? null })),
      madeAt: clock.now(),
      paperSize,
    }
  }
  // Like a check of the file: its result lies in the places, so it goes on whichever window leaves.
  const run = () => jobs.run('backup', makeBackup, { same: 'the vault' })
  const timer = makeBackupTimer(
    () => backups?.lastTry(),
    clock,
    // What went wrong is in the state, which the screens show.
    () => void run().catch(() => undefined),
  )

  return {
    handlers: {
      'backup:state': () => open().state(),
      'backup:run': run,
      'backup:emergencySheet': async () => sheetOf(await open().state()),
      'backup:olderThan': ({ at }) => open().olderThan(at),
      'backup:leftBehind': () => ({
        vaults: vaultsSetAside(folder),
        places: open()
          .removedPlaces()
          .map(({ folder: chosen, removedAt }) => ({ folder: chosen, removedAt })),
      }),
      async 'backup:acceptPlace'({ id }) {
        await open().acceptPlace(id)
        log('backup:acceptPlace', { id })
        return {}
      },
      'backup:removePlace'({ id }) {
        open().removePlace(id)
        log('backup:removePlace', { id })
        return {}
      },
      'backup:putOff'() {
        open().putOff()
        return {}
      },
      'backup:knownCopies': async () => ({ copies: await restoring.known(), hasUnfinished: false }),
      async 'backup:look'({ id, secret, to }, wish) {
        if (to === 'bring in') open()
        const opensIt = secret ?? besideOpen()
        const look = to === 'bring in' ? restoring.lookAndKeepOpen : restoring.look
        const content = await jobs.run('restore', (control) => look(id, opensIt, control), { wish })
        const record = { kind: 'backup', id: restoring.madeAt(id) } as const
        if (vault !== null) addVaultEntry(vault, clock, { act: 'viewed', record })
        return content
      },
      async 'backup:forgetLook'({ id }) {
        await restoring.forget(id)
        return {}
      },
      'backup:restore'({ id, problemAccepted = false }) {
        if (vault !== null) throw new AppError('CONFLICT')
        return { setAside: restoring.restore(id, problemAccepted) }
      },
    },
    begin(opened) {
      vault = opened
      backups = makeBackups({ vault: opened, folder, install, placesFile, thread, surroundings, freeBytes })
      if (opened.onlyRead === null) timer.start()
    },
    end() {
      timer.stop()
      restoring.closeOpened()
      backups = null
      vault = null
    },
    openCopies: (id) => restoring.opened(id),
    changed() {
      // What only tried to change a vault that can be read alone.
      if (vault?.onlyRead !== null) return
      timer.changed()
      backups?.changed()
    },
    isAllMoved: () => backups?.isAllMoved() === true,
    async addPlace(chosen) {
      try {
        const added = await open().addPlace(chosen)
        log('backup:acceptPlace', added)
        return added
      } catch (error) {
        throw toAppError(error)
      }
    },
    async findCopies(chosen) {
      try {
        return await restoring.find(chosen)
      } catch (error) {
        throw toAppError(error)
      }
    },
    async writeMoveFile(target) {
      try {
        // What could be read of a damaged vault is not the vault.
        if (vault?.onlyRead === 'damaged') throw new AppError('READ_ONLY')
        const made = await jobs.run('move', (control) => open().writeMoveFile(target, control))
        if (vault !== null) addVaultEntry(vault, surroundings.clock, { act: 'exported' })
        return made
      } catch (error) {
        throw toAppError(error)
      }
    },
    folderOfCopy: (id) => ({ folder: restoring.folderOf(id) }),
    folderOf: (id) => ({ folder: open().folderOf(id) }),
  }
}
