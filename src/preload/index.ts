// The bridge into the page: the contract's channels and events by name, nothing of Electron's own.
import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron'
import { channels, events } from '#shared/contract/channels.ts'
import { textOf } from '#shared/contract/messageText.ts'
import { isServiceChannel } from '#shared/contract/sessionWrites.ts'
import { closePage } from './closePage.ts'
import { makeSealedCalls } from './sealedCalls.ts'

closePage()

const knownChannels: ReadonlySet<string> = new Set(channels)
const knownEvents: ReadonlySet<string> = new Set(events)

const sealed = makeSealedCalls((channel, message) => ipcRenderer.invoke(channel, message))

contextBridge.exposeInMainWorld('palpate', {
  async invoke(channel: string, input: unknown): Promise<unknown> {
    if (!knownChannels.has(channel)) return { ok: false, error: { code: 'FORBIDDEN' } }
    const text = textOf(input)
    if (!text.ok) return text
    return isServiceChannel(channel) ? sealed.ask(channel, text.data, input) : sealed.pass(channel, text.data)
  },
  on(event: string, listener: (payload: unknown) => void): () => void {
    if (!knownEvents.has(event)) return () => undefined
    const forward = (_: IpcRendererEvent, payload: unknown) => listener(payload)
    ipcRenderer.on(event, forward)
    return () => void ipcRenderer.off(event, forward)
  },
})
