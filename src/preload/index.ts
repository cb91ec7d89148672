// The bridge into the page: the contract's channels and events by name, nothing of Electron's own.
import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron'
import { channels, events } from '#shared/contract/channels.ts'
import { closePage } from './closePage.ts'

closePage()

const knownChannels: ReadonlySet<string> = new Set(channels)
const knownEvents: ReadonlySet<string> = new Set(events)

contextBridge.exposeInMainWorld('palpate', {
  invoke(channel: string, input: unknown): Promise<unknown> {
    if (!knownChannels.has(channel)) return Promise.resolve({ ok: false, error: { code: 'FORBIDDEN' } })
    return ipcRenderer.invoke(channel, input)
  },
  on(event: string, listener: (payload: unknown) => void): () => void {
    if (!knownEvents.has(event)) return () => undefined
    const forward = (_: IpcRendererEvent, payload: unknown) => listener(payload)
    ipcRenderer.on(event, forward)
    return () => void ipcRenderer.off(event, forward)
  },
})
