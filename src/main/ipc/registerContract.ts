// Registers the contract: every message is checked the same way (sender, size, form) before anything happens.
import { ipcMain, type IpcMainInvokeEvent } from 'electron'
import { channels, type Result } from '#shared/contract/contract.ts'
import { agreeChannel } from '#shared/contract/sealing.ts'
import { AppError } from '#main/appError.ts'
import type { Sender } from '#main/shell/origin.ts'
import { answer, fail, type Answerers } from './answer.ts'

export interface Gate extends Answerers {
  /** Whether this sender may use this channel: the main frame of a window of ours, at our exact origin. */
  isAllowed(sender: Sender, channel: string): boolean
  /** Forwards the public key of a page that was just loaded to the services, and theirs back. */
  agree(windowId: number, publicKey: Uint8Array): Promise<Result<unknown>>
}

/** A point on P-256, uncompressed. */
const publicKeyBytes = 65

/** Registers every operation of the contract on Electron's ipcMain, and the agreement on a key. */
export function registerContract(gate: Gate): void {
  const handle = (channel: string, run: (message: unknown, windowId: number) => Promise<unknown>) => {
    ipcMain.handle(channel, async (event: IpcMainInvokeEvent, message: unknown): Promise<unknown> => {
      const frame = event.senderFrame
      const sender = {
        webContentsId: event.sender.id,
        isMainFrame: frame !== null && frame === event.sender.mainFrame,
        address: frame?.url ?? '',
      }
      if (!gate.isAllowed(sender, channel)) return fail(new AppError('FORBIDDEN'))
      return run(message, sender.webContentsId)
    })
  }
  for (const channel of channels) handle(channel, (message, windowId) => answer(gate, channel, message, windowId))
  handle(agreeChannel, async (message, windowId) =>
    message instanceof Uint8Array && message.byteLength === publicKeyBytes
      ? gate.agree(windowId, message)
      : fail(new AppError('VALIDATION')),
  )
}
