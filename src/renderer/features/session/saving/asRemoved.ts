// Removing what may never have been stored, because its saving had failed.
import { failureOf } from '#renderer/bridge/bridge.ts'

/** What is not there any more, or never was, is as good as removed. */
export const asRemoved = (removal: Promise<{ savedAt: string }>): Promise<{ savedAt: string }> =>
  removal.catch((thrown: unknown) => {
    if (failureOf(thrown).code !== 'NOT_FOUND') throw thrown
    return { savedAt: new Date().toISOString() }
  })
