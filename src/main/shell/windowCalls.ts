// A window's calls to the services: in a session only its one writer writes, and the other windows are notified of changes.
import { contract, type Channel } from '#shared/contract/contract.ts'
import type { PageReply, SealedRequest } from '#shared/contract/sealing.ts'
import type { DraftLeases } from './draftLeases.ts'
import type { WatchedServices } from './services.ts'
import type { AppWindow, Windows } from './windows.ts'

interface Parts {
  readonly services: Pick<WatchedServices, 'callSealed' | 'isUnlocked'>
  readonly windows: Pick<Windows<AppWindow>, 'of' | 'sendToOthers' | 'reload'>
  readonly leases: Pick<DraftLeases, 'mayWrite'>
}

/** Whether other windows may show what an operation changes. */
const concernsOthers = (channel: Channel) => ['practice', 'session'].includes(contract[channel].effect)

/**
 * Makes the way from windows to the services. A write in a session that another window writes in is CONFLICT. The
 * session is stated on the sealed message; a message that states it wrongly is FORBIDDEN where it is opened.
 */
export function makeWindowCalls({ services, windows, leases }: Parts) {
  return async (channel: Channel, request: SealedRequest, windowId: number): Promise<PageReply> => {
    windows.of(windowId)?.hears()
    const { sessionId } = request
    if (sessionId !== null && !leases.mayWrite(sessionId, windowId)) return { ok: false, error: { code: 'CONFLICT' } }
    const wasUnlocked = services.isUnlocked
    const { code, reply } = await services.callSealed(windowId, channel, request)
    // The window that opened the vault goes on; the lock screens of the other windows return to their places.
    if (!wasUnlocked && services.isUnlocked) void windows.reload(windowId)
    const isDone = code === null && 'sealed' in reply
    if (isDone && concernsOthers(channel)) windows.sendToOthers(windowId, 'changedElsewhere', { sessionId })
    return reply
  }
}
