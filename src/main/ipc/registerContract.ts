// Registers the contract: every operation passes the same gate (sender, size, schema) before anything happens.
import { ipcMain, type IpcMainInvokeEvent } from 'electron'
import type { Channel, Result } from '#shared/contract/contract.ts'
import { channels } from '#shared/contract/channels.ts'
import { AppError } from '#main/appError.ts'
import { answer, fail, type Answerers } from './answer.ts'

export interface Gate extends Answerers {
  /** Whether this sender may use this channel: the main frame of a window of ours, at our exact origin. */
  isAllowed(sender: { webContentsId: number; isMainFrame: boolean; address: string }, channel: Channel): boolean
}

/** Registers every operation of the contract on Electron's ipcMain. */
export function registerContract(gate: Gate): void {
  for (const channel of channels) {
    ipcMain.handle(channel, async (event: IpcMainInvokeEvent, input: unknown): Promise<Result<unknown>> => {
      const frame = event.senderFrame
      const sender = {
        webContentsId: event.sender.id,
        isMainFrame: frame !== null && frame === event.sender.mainFrame,
        address: frame?.url ?? '',
      }
      if (!gate.isAllowed(sender, channel)) return fail(new AppError('FORBIDDEN'))
      return answer(gate, channel, input, sender.webContentsId)
    })
  }
}
