// What was saved from the screen for a rescue copy, in case that copy has to begin with an older day.
import { contract } from '#shared/contract/contract.ts'
import type { Handlers } from '../services.ts'
import type { DatabaseChannel } from './channels.ts'

/** The handlers of all operations that need the open database. */
export type DatabaseHandlers = Handlers<DatabaseChannel>

export interface OnScreen {
  /** Keeps an operation; one that only reads is not kept. */
  keep(name: keyof DatabaseHandlers, input: unknown): void
  forget(): void
  /** Runs all of them once more, on another database. Whether all succeeded. */
  putInto(services: DatabaseHandlers): boolean
}

export function makeOnScreen(): OnScreen {
  let kept: readonly { readonly name: keyof DatabaseHandlers; readonly input: unknown }[] = []

  return {
    keep(name, input) {
      if (contract[name].effect !== 'read') kept = [...kept, { name, input }]
    },
    forget: () => void (kept = []),
    putInto(services) {
      const outcomes = kept.map(({ name, input }) => {
        try {
          if (contract[name].job !== null) return false
          ;(services[name] as (given: unknown) => unknown)(input)
          return true
        } catch {
          // What it belongs to may not have been there on that day.
          return false
        }
      })
      return outcomes.every(Boolean)
    },
  }
}
