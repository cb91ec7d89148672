// The whole contract between renderer and main: every operation once, and the types that follow from it.
import type { z } from 'zod'
import { appOperations } from './app.ts'
import { binOperations } from './bin.ts'
import { bodymapOperations } from './bodymap.ts'
import type { Channel, EventName } from './channels.ts'
import { clientOperations } from './clients.ts'
import type { ErrorCode, Result } from './errors.ts'
import { historyOperations } from './history.ts'
import type { Operation } from './operation.ts'
import { patientFileOperations, type PrintStage } from './patientFile.ts'
import { phraseOperations } from './phrases.ts'
import { practiceOperations } from './practice.ts'
import { recordOperations } from './record.ts'
import { sessionOperations } from './sessions.ts'
import { suggestionOperations } from './suggestions.ts'
import { templateOperations } from './templates.ts'
import { vaultOperations } from './vault.ts'
import { windowOperations } from './windows.ts'

export const contract = {
  ...appOperations,
  ...vaultOperations,
  ...practiceOperations,
  ...clientOperations,
  ...sessionOperations,
  ...recordOperations,
  ...suggestionOperations,
  ...bodymapOperations,
  ...historyOperations,
  ...templateOperations,
  ...binOperations,
  ...patientFileOperations,
  ...phraseOperations,
  ...windowOperations,
} as const satisfies Record<Channel, Operation>

export type Contract = typeof contract
export type Input<C extends Channel> = z.infer<Contract[C]['input']>
export type Output<C extends Channel> = z.infer<Contract[C]['output']>

type HandledBy<W extends Operation['handledBy']> = {
  [C in Channel]: Contract[C]['handledBy'] extends W ? C : never
}[Channel]
export type ServiceChannel = HandledBy<'services'>
export type ShellChannel = HandledBy<'shell'>

/** The operations that the services answer in their own process. */
export const serviceChannels = (Object.keys(contract) as Channel[]).filter(
  (channel): channel is ServiceChannel => contract[channel].handledBy === 'services',
)

export const menuCommands = ['newClient', 'findClient', 'settings', 'shortcuts'] as const
export type MenuCommand = (typeof menuCommands)[number]

export interface EventPayloads extends Record<EventName, unknown> {
  locking: Record<string, never>
  flush: { request: number }
  printProgress: { stage: PrintStage }
  menuCommand: { command: MenuCommand }
  /** The session that was written in, or null for anything else. */
  changedElsewhere: { sessionId: string | null }
  draftWanted: { sessionId: string }
  draftFree: { sessionId: string }
}

/** What the preload script puts on the window: one function, one subscription. */
export interface Bridge {
  /** Asks main; never throws, errors come as {@link Result}. */
  invoke<C extends Channel>(channel: C, input: Input<C>): Promise<Result<Output<C>>>
  /** Listens to main; the returned function stops it. */
  on<E extends EventName>(event: E, listener: (payload: EventPayloads[E]) => void): () => void
}

export type { Channel, ErrorCode, EventName, Result }
