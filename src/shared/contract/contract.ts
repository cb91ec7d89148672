// The whole contract between renderer and main: every operation once, and the types that follow from it.
import type { z } from 'zod'
import { appOperations } from './app.ts'
import { auditOperations } from './audit.ts'
import { backupOperations } from './backups.ts'
import { binOperations } from './bin.ts'
import { bodymapOperations } from './bodymap.ts'
import { clientOperations } from './clients.ts'
import { closingOperations } from './closing.ts'
import { consentOperations } from './consents.ts'
import { copyOperations } from './copies.ts'
import { diagnosticsOperations } from './diagnostics.ts'
import { draftOperations } from './drafts.ts'
import type { SavedPart } from '../domain/note/parts.ts'
import type { ErrorCode, Result } from './errors.ts'
import type { EventName } from './events.ts'
import { healthOperations } from './health.ts'
import { historyOperations } from './history.ts'
import { jobOperations, type JobKind, type JobUpdate } from './jobs.ts'
import type { Operation } from './operation.ts'
import { patientFileOperations } from './patientFile.ts'
import { peopleOperations } from './people.ts'
import { phraseOperations } from './phrases.ts'
import { practiceOperations } from './practice.ts'
import { recordOperations } from './record.ts'
import { retentionOperations } from './retention.ts'
import { salvageOperations } from './salvage.ts'
import { sessionAt } from './sessionAt.ts'
import { sessionOperations } from './sessions.ts'
import { suggestionOperations } from './suggestions.ts'
import { templateOperations } from './templates.ts'
import { vaultOperations } from './vault.ts'
import { windowOperations } from './windows.ts'

export const contract = {
  ...appOperations,
  ...vaultOperations,
  ...backupOperations,
  ...copyOperations,
  ...closingOperations,
  ...practiceOperations,
  ...clientOperations,
  ...peopleOperations,
  ...healthOperations,
  ...consentOperations,
  ...sessionOperations,
  ...draftOperations,
  ...recordOperations,
  ...retentionOperations,
  ...suggestionOperations,
  ...bodymapOperations,
  ...historyOperations,
  ...templateOperations,
  ...binOperations,
  ...patientFileOperations,
  ...phraseOperations,
  ...windowOperations,
  ...jobOperations,
  ...diagnosticsOperations,
  ...auditOperations,
  ...salvageOperations,
} as const satisfies Record<string, Operation>

export type Contract = typeof contract
export type Channel = keyof Contract
export type Input<C extends Channel> = z.infer<Contract[C]['input']>
export type Output<C extends Channel> = z.infer<Contract[C]['output']>

/** The operations with a property. */
type ChannelWith<Key extends keyof Operation, Value> = {
  [C in Channel]: Contract[C][Key] extends Value ? C : never
}[Channel]
export type ServiceChannel = ChannelWith<'answeredBy', 'services'>
export type ShellChannel = ChannelWith<'answeredBy', 'shell'>
export type ReadChannel = ChannelWith<'effect', 'read'>
/** The operations that are jobs, all or those of one kind. */
export type JobChannel<K extends JobKind = JobKind> = ChannelWith<'job', K>

export const channels = Object.keys(contract) as Channel[]

export const isChannel = (name: string): name is Channel => Object.hasOwn(contract, name)

/** The reads that an operation invalidates. A name that no read has does not compile. */
export const invalidatedBy = (channel: Channel): readonly ReadChannel[] => contract[channel].invalidates

/** The session itself: the window that writes in it has it on screen. */
const ofTheSession: readonly ReadChannel[] = ['session:get', 'history:list']

/** The reads beside the session that any write in it invalidates. */
export const invalidatedBySession: readonly ReadChannel[] = [
  ...new Set(channels.filter((channel) => contract[channel].effect === 'session').flatMap(invalidatedBy)),
].filter((channel) => !ofTheSession.includes(channel))

/**
 * The session that an operation is about to write in, or null when it writes in none.
 * @param input as the contract has validated it
 */
export const sessionWrittenBy = (channel: Channel, input: unknown): string | null =>
  sessionAt(contract[channel].session, input)

/** The part of a note that an operation saves, or `whole` for all of them; null when it saves none. */
export const partSavedBy = (channel: Channel, input: unknown): SavedPart | 'whole' | null =>
  (contract[channel].part as ((input: unknown) => SavedPart | 'whole') | null)?.(input) ?? null

export const menuCommands = ['newClient', 'findClient', 'settings', 'shortcuts'] as const
export type MenuCommand = (typeof menuCommands)[number]

export interface EventPayloads extends Record<EventName, unknown> {
  locking: Record<string, never>
  closing: { isClosing: boolean }
  flush: { request: number }
  job: JobUpdate
  menuCommand: { command: MenuCommand }
  /** The session that was written in, or null for anything else. */
  changedElsewhere: { sessionId: string | null }
  draftWanted: { sessionId: string }
  draftFree: { sessionId: string }
}

/** What the preload script puts on the window: one function, one subscription. */
export interface Bridge {
  /** Calls main; never throws, errors come as {@link Result}. */
  invoke<C extends Channel>(channel: C, input: Input<C>): Promise<Result<Output<C>>>
  /** Listens to main; the returned function stops it. */
  on<E extends EventName>(event: E, listener: (payload: EventPayloads[E]) => void): () => void
}

export type { ErrorCode, EventName, Result }
