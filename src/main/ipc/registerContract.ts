// Registers the contract: every operation passes the same gate (sender, size, schema) before anything happens.
import { ipcMain, type IpcMainInvokeEvent } from 'electron'
import { contract, type Channel, type Result, type ShellChannel } from '#shared/contract/contract.ts'
import { channels } from '#shared/contract/channels.ts'
import { AppError } from '#main/appError.ts'
import type { ShellHandlers } from '#main/shell/shellHandlers.ts'
import { isTooLarge } from './payloadSize.ts'

export interface Gate {
  /** Whether this sender may use this channel: our window's main frame, at our exact origin. */
  isAllowed(sender: { webContentsId: number; isMainFrame: boolean; address: string }, channel: Channel): boolean
  /** Passes a checked input to the services. */
  callService(channel: Channel, input: unknown): Promise<Result<unknown>>
  shell: ShellHandlers
}

const fail = (error: AppError): Result<never> => ({ ok: false, error: error.toContract() })

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
      return answer(gate, channel, input)
    })
  }
}

/** Answers one message of an allowed sender: size, schema, then the handler. Never throws. */
export async function answer(
  gate: Omit<Gate, 'isAllowed'>,
  channel: Channel,
  input: unknown,
): Promise<Result<unknown>> {
  if (isTooLarge(input)) return fail(new AppError('TOO_LARGE'))
  const parsed = contract[channel].input.safeParse(input)
  if (!parsed.success) {
    // Only where and what kind: zod's messages can quote the value.
    const issues = parsed.error.issues.map((issue) => ({
      path: issue.path.join('.'),
      code: issue.code === 'custom' ? issue.message : issue.code,
    }))
    return fail(new AppError('VALIDATION', { issues: issues.slice(0, 20) }))
  }
  if (contract[channel].handledBy === 'services') return gate.callService(channel, parsed.data)
  try {
    const handler = gate.shell[channel as ShellChannel] as (input: unknown) => unknown
    return { ok: true, data: await handler(parsed.data) }
  } catch (error) {
    return fail(error instanceof AppError ? error : new AppError('INTERNAL'))
  }
}
