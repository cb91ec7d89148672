// The search for vaults in the usual places, as a job of the shell, and opening one that was found.
import type { Input, Output } from '#shared/contract/contract.ts'
import { AppError } from '#main/appError.ts'
import { findVaults } from '../vault/findVaults.ts'
import type { JobBoard } from './jobBoard.ts'
import type { UsualPlaces } from './usualPlaces.ts'

export interface VaultSearcher {
  /** Throws AppError CANCELLED. */
  search(windowId: number): Promise<Output<'vault:search'>>
  /** Throws AppError NOT_FOUND, and those of opening another vault. */
  open(found: Input<'vault:openFound'>): Promise<void>
}

interface Parts {
  readonly jobs: Pick<JobBoard, 'run'>
  places(): UsualPlaces
  /** The folder in which the vault is looked for now: it is no find. */
  folder(): string
  /** Whether a vault was opened on this computer before. */
  isRemembered(vaultId: string): boolean
  openFolder(folder: string): Promise<void>
}

/** The upper folders are seen first: what lies near the top of a place is found in the first seconds. */
const mostFolders = 20_000
const longestMilliseconds = 15_000

export function makeVaultSearch({ jobs, places, folder, isRemembered, openFolder }: Parts): VaultSearcher {
  let known: readonly string[] = []
  return {
    search: (windowId) =>
      jobs.run(
        'vault search',
        async ({ step }) => {
          const began = performance.now()
          const { found, isComplete } = await findVaults({
            ...places(),
            mostFolders,
            isOver: () => performance.now() - began > longestMilliseconds,
            step: (done) => step({ stage: 'looking', done, total: 0 }),
          })
          const others = found.filter((vault) => vault.folder !== folder())
          known = others.map((vault) => vault.folder)
          return {
            found: others.map(({ vaultId, ...vault }, id) => ({
              id,
              ...vault,
              isRemembered: vaultId !== null && isRemembered(vaultId),
            })),
            isComplete,
          }
        },
        windowId,
      ),
    async open({ id }) {
      const chosen = known[id]
      if (chosen === undefined) throw new AppError('NOT_FOUND')
      await openFolder(chosen)
    },
  }
}
