// The rescue copy of the open vault, step by step: what is on screen is collected, then everything is written to another place.
import type { OpenDatabase } from '../../database/openDatabase.ts'
import type { OpenVault } from '../../vault/openedVault.ts'
import { makeOnScreen, type DatabaseHandlers } from './onScreen.ts'
import type { Surroundings } from '../services.ts'
import { toAppError } from './toAppError.ts'
import { logRescueCopy } from './vaultAudit.ts'

export interface RescueSteps {
  /**
   * Allows writes although the vault's files are not where they were, so that what is on screen can be collected
   * for a rescue copy; until {@link writeRescue} begins, or {@link endRescue}. Throws nothing but AppError.
   */
  beginRescue(): void
  endRescue(): void
  /**
   * Writes all that the open vault holds into a new folder, and allows no more writes; see `OpenVault.writeRescue`.
   * Throws nothing but AppError.
   * @returns whether all that was saved since {@link beginRescue} is in it
   */
  writeRescue(folder: string): boolean
}

export interface Rescue {
  readonly steps: RescueSteps
  /** What answers while one is collected; null at any other time. */
  services(): DatabaseHandlers | null
  /** Whether one was written since: nothing is committed after it until the next one begins. */
  isWritten(): boolean
  /** Keeps an operation that is run while one is collected, in case that has to be run once more. */
  keep(name: keyof DatabaseHandlers, input: unknown): void
  /** The vault is closed. */
  forget(): void
}

interface Opened {
  readonly vault: OpenVault
  readonly services: DatabaseHandlers
}

/** @param opened throws LOCKED while no vault is open */
export function makeRescue(
  opened: () => Opened,
  isOpen: () => boolean,
  surroundings: Pick<Surroundings, 'clock'>,
  makeServices: (database: OpenDatabase) => DatabaseHandlers,
): Rescue {
  const onScreen = makeOnScreen()
  let collecting: DatabaseHandlers | null = null
  let isWritten = false

  function end(): void {
    collecting = null
    onScreen.forget()
    if (isOpen()) opened().vault.endRescue()
  }

  return {
    steps: {
      beginRescue() {
        if (!isOpen()) return
        const { vault, services } = opened()
        isWritten = false
        onScreen.forget()
        try {
          const database = vault.beginRescue()
          collecting = database === vault.database ? services : makeServices(database)
        } catch (error) {
          throw toAppError(error)
        }
      },
      endRescue: end,
      writeRescue(folder) {
        // Later writes are not in the copy, so they must not be acknowledged.
        collecting = null
        try {
          const isScreenIn = opened().vault.writeRescue(folder, {
            putOnScreen: (copy) => onScreen.putInto(makeServices(copy)),
            log: (copy) => logRescueCopy(copy, surroundings.clock),
          })
          isWritten = true
          return isScreenIn
        } catch (error) {
          throw toAppError(error)
        }
      },
    },
    services: () => collecting,
    isWritten: () => isWritten,
    keep(name, input) {
      if (collecting !== null) onScreen.keep(name, input)
    },
    forget() {
      collecting = null
      isWritten = false
      onScreen.forget()
    },
  }
}
