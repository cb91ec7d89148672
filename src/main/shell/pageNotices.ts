// What the shell does when the services tell of what a page has asked: the other windows hear of changes.
import type { Channel, ServiceChannel } from '#shared/contract/contract.ts'
import type { PageNotice } from '#main/services/process/messages.ts'
import { reads } from '#shared/contract/sessionWrites.ts'
import type { WatchedServices } from './services.ts'
import type { AppWindow, Windows } from './windows.ts'

interface Parts {
  readonly services: Pick<WatchedServices, 'hear' | 'isUnlocked'>
  readonly windows: Pick<Windows<AppWindow>, 'sendToOthers' | 'reload'>
  /** Hears that a page has written something. */
  readonly onWritten: () => void
}

const concernsOthers = (channel: Channel) =>
  !reads.has(channel as ServiceChannel) && !channel.startsWith('vault:') && !channel.startsWith('workspace:')

/** Makes the ear for notices. */
export function makePageNotices({ services, windows, onWritten }: Parts) {
  return (notice: PageNotice): void => {
    const { page, stage, code, sessionId } = notice
    const wasUnlocked = services.isUnlocked
    services.hear(notice)
    // Whoever opened the vault goes on; the lock screens of the other windows come back to their places.
    if (!wasUnlocked && services.isUnlocked) void windows.reload(page)
    const isDone = stage === 'done' && code === null
    if (isDone && !reads.has(notice.channel as ServiceChannel)) onWritten()
    if (isDone && concernsOthers(notice.channel as Channel)) {
      windows.sendToOthers(page, 'changedElsewhere', { sessionId })
    }
  }
}
