// The bridge into the page: the contract's channels and events by name, nothing of Electron's own.
import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron'
import { channels, events } from '#shared/contract/channels.ts'
import { textOf } from '#shared/contract/messageText.ts'
import { connectChannel, portChannel } from '#shared/contract/pagePort.ts'
import { isServiceChannel } from '#shared/contract/sessionWrites.ts'
import { closePage } from './closePage.ts'
import { makePortCalls, type OwnPort } from './portCalls.ts'

closePage()

const knownChannels: ReadonlySet<string> = new Set(channels)
const knownEvents: ReadonlySet<string> = new Set(events)

const askServices = makePortCalls(connect)

/** Has main connect this page with the services. */
async function connect(): Promise<OwnPort | null> {
  const { promise, resolve } = Promise.withResolvers<OwnPort | null>()
  const take = ({ ports }: IpcRendererEvent) => resolve((ports[0] as OwnPort | undefined) ?? null)
  ipcRenderer.once(portChannel, take)
  const isConnected: unknown = await ipcRenderer.invoke(connectChannel)
  if (isConnected === true) return promise
  ipcRenderer.off(portChannel, take)
  return null
}

contextBridge.exposeInMainWorld('palpate', {
  async invoke(channel: string, input: unknown): Promise<unknown> {
    if (!knownChannels.has(channel)) return { ok: false, error: { code: 'FORBIDDEN' } }
    const text = textOf(input)
    if (!text.ok) return text
    return isServiceChannel(channel) ? askServices(channel, text.data) : ipcRenderer.invoke(channel, text.data)
  },
  on(event: string, listener: (payload: unknown) => void): () => void {
    if (!knownEvents.has(event)) return () => undefined
    const forward = (_: IpcRendererEvent, payload: unknown) => listener(payload)
    ipcRenderer.on(event, forward)
    return () => void ipcRenderer.off(event, forward)
  },
})
