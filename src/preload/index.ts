// The bridge into the page: the contract's channels and events by name, nothing of Electron's own.
import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron'
import { events } from '#shared/contract/events.ts'
import { textOf } from '#shared/contract/messageText.ts'
import { sessionAt } from '#shared/contract/sessionAt.ts'
import { namedError } from '#shared/contract/errorNames.ts'
import { closePage } from './closePage.ts'
import { makeSealedCalls } from './sealedCalls.ts'

closePage()

/** The parts of each operation's contract that are needed here, inserted by the build: its schemas are large. */
declare const OPERATIONS: Readonly<Record<string, { answeredBy: 'services' | 'shell'; session: string | null }>>

const operations = new Map(Object.entries(OPERATIONS))
const knownEvents: ReadonlySet<string> = new Set(events)

const sealed = makeSealedCalls(
  (channel, message) => ipcRenderer.invoke(channel, message),
  (operation, error) => {
    // The class of the error and no word of it: its message may quote what was sent.
    const errors = [{ name: namedError(error), frames: [] }]
    void ipcRenderer.invoke('diagnostics:report', JSON.stringify({ errors, operation })).catch(() => undefined)
  },
)

contextBridge.exposeInMainWorld('palpate', {
  async invoke(channel: string, input: unknown): Promise<unknown> {
    const operation = operations.get(channel)
    if (operation === undefined) return { ok: false, error: { code: 'FORBIDDEN' } }
    const text = textOf(input)
    if (!text.ok) return text
    if (operation.answeredBy === 'shell') return sealed.pass(channel, text.data)
    return sealed.ask(channel, text.data, sessionAt(operation.session, input))
  },
  on(event: string, listener: (payload: unknown) => void): () => void {
    if (!knownEvents.has(event)) return () => undefined
    const forward = (_: IpcRendererEvent, payload: unknown) => listener(payload)
    ipcRenderer.on(event, forward)
    return () => void ipcRenderer.off(event, forward)
  },
})
