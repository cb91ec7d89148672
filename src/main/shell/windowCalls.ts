// What a window asks of the services: in a session only its one writer writes, and the other windows hear of changes.
import type { Channel, Result, ServiceChannel } from '#shared/contract/contract.ts'
import { reads, sessionWrittenBy } from '#shared/contract/sessionWrites.ts'
import type { DraftLeases } from './draftLeases.ts'
import type { WatchedServices } from './services.ts'
import type { AppWindow, Windows } from './windows.ts'

interface Parts {
  readonly services: Pick<WatchedServices, 'call' | 'isUnlocked'>
  readonly windows: Pick<Windows<AppWindow>, 'of' | 'sendToOthers' | 'reload'>
  readonly leases: Pick<DraftLeases, 'mayWrite'>
}

const concernsOthers = (channel: Channel) =>
  !reads.has(channel as ServiceChannel) && !channel.startsWith('vault:') && !channel.startsWith('workspace:')

/** Makes the way from windows to the services. A write in a session that another window writes in is CONFLICT. */
export function makeWindowCalls({ services, windows, leases }: Parts) {
  return async (channel: Channel, input: unknown, windowId: number): Promise<Result<unknown>> => {
    windows.of(windowId)?.hears()
    const sessionId = sessionWrittenBy(channel, input)
    if (sessionId !== null && !leases.mayWrite(sessionId, windowId)) return { ok: false, error: { code: 'CONFLICT' } }
    const wasUnlocked = services.isUnlocked
    const result = await services.call(channel, input)
    // Whoever opened the vault goes on; the lock screens of the other windows come back to their places.
    if (!wasUnlocked && services.isUnlocked) void windows.reload(windowId)
    if (result.ok && concernsOthers(channel)) windows.sendToOthers(windowId, 'changedElsewhere', { sessionId })
    return result
  }
}
