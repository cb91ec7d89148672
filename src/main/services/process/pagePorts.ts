// The services' side of the pages' ports: what a page asks is checked, guarded (one writer in a note) and answered. Main is
// told what it must know of it, and no text.
import { checkInput } from '#shared/contract/checkInput.ts'
import { serviceChannels, type Channel, type ServiceChannel } from '#shared/contract/contract.ts'
import type { Result } from '#shared/contract/errors.ts'
import { valueOf } from '#shared/contract/messageText.ts'
import { failedWith, type PageQuestion, type ToPage } from '#shared/contract/pagePort.ts'
import { openers, reads, sessionWrittenBy } from '#shared/contract/sessionWrites.ts'
import type { Connect, PageId, PageNotice, Writers } from './messages.ts'

/** The services' end of a page's port, as Electron gives it. */
export interface PagePort {
  on(event: 'message', listener: (message: { data: unknown }) => void): unknown
  on(event: 'close', listener: () => void): unknown
  start(): void
  postMessage(message: unknown): void
  close(): void
}

export interface PagePortsOptions {
  /** Runs an operation with checked input. Never throws. */
  readonly run: (channel: string, input: unknown) => Promise<Result<unknown>>
  readonly notify: (notice: PageNotice) => void
  /** Hears of every question that is being answered. */
  readonly onAnswering: (answering: Promise<void>) => void
}

export interface PagePorts {
  connect(page: Connect, port: PagePort): void
  setWriters(writers: Writers): void
  /** Tells every page that what it asks from now on is for the services that come after these. */
  close(): void
}

const knownChannels: ReadonlySet<string> = new Set(serviceChannels)

/** No page yet. */
export function makePagePorts({ run, notify, onAnswering }: PagePortsOptions): PagePorts {
  const ports = new Map<PageId, PagePort>()
  let writers: Writers = new Map()

  async function answer(page: PageId, question: Question): Promise<string> {
    const { channel } = question
    const input = checked(question)
    const sessionId = input.ok ? sessionWrittenBy(channel, input.data) : null
    const mayWrite = sessionId === null || (writers.get(sessionId) ?? page) === page
    const tell = (stage: PageNotice['stage'], result: Result<unknown> | null) => {
      const code = result === null || result.ok ? null : result.error.code
      notify({ page, channel, stage, code, isOpen: result !== null && isOpenAfter(channel, result), sessionId })
    }
    if (!input.ok) return JSON.stringify(input)
    if (!mayWrite) return JSON.stringify(failedWith('CONFLICT'))
    if (openers.has(channel)) tell('begun', null)
    const result = await run(channel, input.data)
    if (isWorthTelling(channel, result)) tell('done', result)
    return JSON.stringify(result)
  }

  return {
    connect({ connect: page, only }, port) {
      ports.get(page)?.close()
      ports.set(page, port)
      const post = (message: ToPage) => port.postMessage(message)
      const isAllowed = (channel: string): channel is ServiceChannel =>
        knownChannels.has(channel) && (only === null || only.includes(channel))
      port.on('message', ({ data }) => {
        const { number, channel, text } = (data ?? {}) as Partial<Record<keyof PageQuestion, unknown>>
        if (typeof number !== 'number' || typeof channel !== 'string' || typeof text !== 'string') return
        if (!isAllowed(channel)) return post({ number, text: JSON.stringify(failedWith('FORBIDDEN')) })
        onAnswering(answer(page, { channel, text }).then((result) => post({ number, text: result })))
      })
      port.on('close', () => {
        if (ports.get(page) === port) ports.delete(page)
      })
      port.start()
      post({ isReady: true })
    },
    setWriters(next) {
      writers = next
    },
    close() {
      for (const port of ports.values()) port.postMessage({ isClosing: true } satisfies ToPage)
    },
  }
}

interface Question {
  readonly channel: ServiceChannel
  readonly text: string
}

function checked({ channel, text }: Question): Result<unknown> {
  const value = valueOf(text)
  return value.ok ? checkInput(channel, value.data) : value
}

/** A read that was done changes nothing that main knows, except that the vault may have opened by itself (the demo). */
const isWorthTelling = (channel: ServiceChannel, result: Result<unknown>): boolean =>
  channel === 'vault:status' ||
  openers.has(channel) ||
  (result.ok ? !reads.has(channel) : result.error.code === 'LOCKED')

const isOpenAfter = (channel: Channel, result: Result<unknown>): boolean =>
  result.ok &&
  (openers.has(channel) || (channel === 'vault:status' && (result.data as { state: string }).state === 'unlocked'))
