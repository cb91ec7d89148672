// Reading what is left of a damaged vault, and salvaging it, also where it is open.
import type { Input, Output } from '#shared/contract/contract.ts'
import { AppError } from '../../appError.ts'
import type { JobControl, Jobs } from '../../jobs/jobs.ts'
import type { OpenVault } from '../../vault/openedVault.ts'
import type { Vault } from '../../vault/vaultOptions.ts'

/** Who holds the vault that is open. */
interface Holder {
  readonly vault: Pick<Vault, 'salvage' | 'readDamaged' | 'reopen'>
  readonly jobs: Pick<Jobs, 'run'>
  opened(): OpenVault | null
  /** Closes the vault that is open. @returns lets the requests go on that wait meanwhile for the next one */
  release(): () => void
  /** Changes with every lock: what was begun before one is not used after it. */
  locks(): number
  /** Uses what was opened, unless there was a lock meanwhile. */
  use(opening: Promise<OpenVault>, locksBefore: number): Promise<void>
}

type SalvageHandlers = {
  [K in 'vault:salvage' | 'vault:readDamaged']: (input: Input<K>, wish?: AbortSignal) => Promise<Output<K>>
}

export function makeSalvageOperations({ vault, jobs, opened, release, locks, use }: Holder): SalvageHandlers {
  /** The vault that is open is closed meanwhile, and opened again if it can't be salvaged. */
  async function salvageOpen(old: OpenVault, control: JobControl<'salvage'>): Promise<{ setAside: string }> {
    const locksBefore = locks()
    const key = await old.beside((location) => Promise.resolve(Buffer.from(location.key)))
    const goOn = release()
    try {
      const { vault: next, setAside } = await vault.salvage({ key }, control)
      await use(Promise.resolve(next), locksBefore)
      return { setAside }
    } catch (error) {
      if (opened() === null && locks() === locksBefore) {
        await use(Promise.resolve(vault.reopen(Buffer.from(key))), locksBefore)
      }
      throw error
    } finally {
      key.fill(0)
      goOn()
    }
  }

  return {
    async 'vault:salvage'({ secret }, wish) {
      const old = opened()
      if (old !== null) return jobs.run('salvage', (control) => salvageOpen(old, control), { wish })
      if (secret === null) throw new AppError('LOCKED')
      const locksBefore = locks()
      const work = async (control: JobControl<'salvage'>) => {
        const { vault: next, setAside } = await vault.salvage(secret, control)
        await use(Promise.resolve(next), locksBefore)
        return { setAside }
      }
      return jobs.run('salvage', work, { wish })
    },
    async 'vault:readDamaged'({ secret }, wish) {
      if (opened() !== null) throw new AppError('CONFLICT')
      const locksBefore = locks()
      const work = async (control: JobControl<'salvage'>) => {
        await use(vault.readDamaged(secret, control), locksBefore)
        return {}
      }
      return jobs.run('salvage', work, { wish })
    },
  }
}
