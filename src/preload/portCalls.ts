// The page's side of its port to the services: questions go out in the order of asking, answers find their question.
import type { Result } from '#shared/contract/errors.ts'
import { failedWith, type PageQuestion, type ToPage } from '#shared/contract/pagePort.ts'

/** The page's end of its port, as a page has it. */
export interface OwnPort {
  postMessage(message: PageQuestion): void
  addEventListener(event: 'message', listener: (event: { readonly data: unknown }) => void): void
  addEventListener(event: 'close', listener: () => void): void
  start(): void
}

interface Asked {
  readonly question: PageQuestion
  readonly settle: (result: Result<unknown>) => void
}

/** A port that is ready. */
interface Connection {
  say(asked: Asked): void
}

/**
 * Makes the calls of one page.
 * @param connect gets a port from main; null when there are no services any more
 * @returns asks the services: a channel, and the input as JSON. Never throws. INTERNAL when they die over it
 */
export function makePortCalls(connect: () => Promise<OwnPort | null>) {
  // Asked, and not said yet: the port is still on its way.
  const waiting: Asked[] = []
  let connection: Connection | null = null
  let isConnecting = false
  let count = 0

  async function open(): Promise<void> {
    isConnecting = true
    const port = await connect().catch(() => null)
    if (port !== null) return use(port)
    isConnecting = false
    settleAll(waiting.splice(0), 'LOCKED')
  }

  function use(port: OwnPort): void {
    const answering = new Map<number, Asked>()
    let isReady = false
    let isClosing = false
    const own: Connection = {
      say(asked) {
        answering.set(asked.question.number, asked)
        port.postMessage(asked.question)
      },
    }
    const leave = () => {
      if (connection === own) connection = null
    }
    const hear = (message: ToPage) => {
      if ('isReady' in message) {
        isReady = true
        isConnecting = false
        connection = own
        for (const asked of waiting.splice(0)) own.say(asked)
      } else if ('isClosing' in message) {
        isClosing = true
        leave()
      } else {
        answering.get(message.number)?.settle(JSON.parse(message.text) as Result<unknown>)
        answering.delete(message.number)
      }
    }
    port.addEventListener('message', ({ data }) => hear(data as ToPage))
    port.addEventListener('close', () => {
      leave()
      settleAll([...answering.values()], isClosing ? 'LOCKED' : 'INTERNAL')
      answering.clear()
      // Closed before it was ready: nothing was asked yet, so whoever waits asks over the next one.
      if (!isReady) void open()
    })
    port.start()
  }

  return (channel: string, text: string): Promise<Result<unknown>> =>
    new Promise((settle) => {
      const asked: Asked = { question: { number: (count += 1), channel, text }, settle }
      if (connection !== null) return connection.say(asked)
      waiting.push(asked)
      if (!isConnecting) void open()
    })
}

function settleAll(asked: readonly Asked[], code: 'LOCKED' | 'INTERNAL'): void {
  for (const { settle } of asked) settle(failedWith(code))
}
