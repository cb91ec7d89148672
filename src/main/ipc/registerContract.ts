// Registers what pages may ask main for: every message passes the same gate (sender, size, form) before anything happens.
import { ipcMain, MessageChannelMain, type IpcMainInvokeEvent, type MessagePortMain } from 'electron'
import { contract, type Channel, type ShellChannel } from '#shared/contract/contract.ts'
import { channels } from '#shared/contract/channels.ts'
import { connectChannel, portChannel } from '#shared/contract/pagePort.ts'
import { AppError } from '#main/appError.ts'
import type { ShellHandlers } from '#main/shell/shellHandlers.ts'
import { answer, fail } from './answer.ts'

export interface Gate {
  /** Whether this sender may use this channel: the main frame of a window of ours, at our exact origin. */
  isAllowed(sender: { webContentsId: number; isMainFrame: boolean; address: string }, channel: string): boolean
  /** Gives the services one end of a page's port. @returns false when there are no services any more */
  connect(windowId: number, port: MessagePortMain): Promise<boolean>
  readonly shell: ShellHandlers
}

/** Registers every operation of the shell on Electron's ipcMain, and the handing out of ports to the services. */
export function registerContract(gate: Gate): void {
  const handle = (channel: string, run: (message: unknown, event: IpcMainInvokeEvent) => Promise<unknown>) => {
    ipcMain.handle(channel, async (event: IpcMainInvokeEvent, message: unknown): Promise<unknown> => {
      const frame = event.senderFrame
      const sender = {
        webContentsId: event.sender.id,
        isMainFrame: frame !== null && frame === event.sender.mainFrame,
        address: frame?.url ?? '',
      }
      if (!gate.isAllowed(sender, channel)) return fail(new AppError('FORBIDDEN'))
      return run(message, event)
    })
  }
  for (const channel of channels.filter(isShellChannel)) {
    handle(channel, (message, { sender }) => answer(gate.shell, channel, message, sender.id))
  }
  handle(connectChannel, async (_, { sender }) => {
    const { port1, port2 } = new MessageChannelMain()
    if (!(await gate.connect(sender.id, port1))) return false
    // The page may have gone while a process ended and the next one began; what it was given closes with it.
    if (sender.isDestroyed()) return false
    sender.mainFrame.postMessage(portChannel, null, [port2])
    return true
  })
}

const isShellChannel = (channel: Channel): channel is ShellChannel => contract[channel].handledBy === 'shell'
