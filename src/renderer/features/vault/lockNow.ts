// Locks the app at the therapist's wish.
import { ask } from '#renderer/bridge/bridge.ts'
import { tellFailure } from '#renderer/ui/tellFailure.ts'

/** Asks main to lock. The page goes away then; what could not be saved keeps it, and is told. */
export const lockNow = (): void => void ask('vault:lock', {}).catch(tellFailure)
