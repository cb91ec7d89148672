// Stand-in for Electron's `session` and `protocol`: keeps what main registers and asks it about every request.
import type { Request as PageRequest, Route } from '@playwright/test'
import { toAppUrl, toPageHeader } from './origin.ts'

type ProtocolHandler = (request: Request) => Response | Promise<Response>
interface RequestDetails {
  id: number
  url: string
  method: string
  resourceType: string
  webContentsId: number
}
type Decision = { cancel?: boolean; redirectURL?: string }
type BeforeRequest = (details: RequestDetails, callback: (decision: Decision) => void) => void

const resourceTypes: Readonly<Record<string, string>> = { fetch: 'xhr', eventsource: 'xhr', document: 'mainFrame' }

const protocolHandlers = new Map<string, ProtocolHandler>()
const requestedUrls: string[] = []
let requestCount = 0

/** Every URL that any page asked for since the start, as main knows it, in order. */
export const requestLog = (): readonly string[] => requestedUrls

export const protocol = {
  registerSchemesAsPrivileged: (_schemes: unknown) => {},
  handle: (scheme: string, handler: ProtocolHandler) => void protocolHandlers.set(scheme, handler),
  isProtocolHandled: (scheme: string) => protocolHandlers.has(scheme),
}

export class Session {
  readonly protocol = protocol
  #beforeRequest: BeforeRequest | null = null

  readonly webRequest = {
    onBeforeRequest: (...args: [unknown, BeforeRequest | null] | [BeforeRequest | null]) => {
      this.#beforeRequest = args.length === 2 ? args[1] : args[0]
    },
  }

  /** What has no meaning here: the browser itself asks nobody for permission, spells nothing and downloads nothing. */
  setPermissionRequestHandler(_handler: unknown): void {}
  setPermissionCheckHandler(_handler: unknown): void {}
  setDevicePermissionHandler(_handler: unknown): void {}
  setBluetoothPairingHandler(_handler: unknown): void {}
  setDisplayMediaRequestHandler(_handler: unknown): void {}
  setUSBProtectedClassesHandler(_handler: unknown): void {}
  setCertificateVerifyProc(_verify: unknown): void {}
  setSpellCheckerEnabled(_enabled: boolean): void {}
  setSpellCheckerLanguages(_languages: string[]): void {}
  on(): this {
    return this
  }

  #decide(details: RequestDetails): Promise<Decision> {
    const listener = this.#beforeRequest
    return listener ? new Promise((decided) => listener(details, decided)) : Promise.resolve({})
  }

  /** Answers one request of a page: from main's protocol handler where main allows it, never from a network. */
  async answer(route: Route, webContentsId: number): Promise<void> {
    const asked = route.request()
    const url = toAppUrl(asked.url())
    requestedUrls.push(url)
    requestCount += 1
    const { cancel } = await this.#decide({
      id: requestCount,
      url,
      method: asked.method(),
      resourceType: resourceTypes[asked.resourceType()] ?? asked.resourceType(),
      webContentsId,
    })
    const handler = protocolHandlers.get(new URL(url).protocol.slice(0, -1))
    if (cancel || !handler) return route.abort(cancel ? 'blockedbyclient' : 'internetdisconnected')
    await fulfil(route, await handler(await toRequest(asked, url)))
  }
}

async function toRequest(asked: PageRequest, url: string): Promise<Request> {
  const body = asked.postDataBuffer()
  return new Request(url, {
    method: asked.method(),
    headers: await asked.allHeaders().then(withoutPseudoHeaders),
    ...(body === null ? {} : { body: new Uint8Array(body) }),
  })
}

const withoutPseudoHeaders = (headers: Record<string, string>) =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !name.startsWith(':')))

async function fulfil(route: Route, response: Response): Promise<void> {
  const headers = Object.fromEntries([...response.headers].map(([name, value]) => [name, toPageHeader(value)]))
  await route.fulfill({ status: response.status, headers, body: Buffer.from(await response.arrayBuffer()) })
}

const defaultSession = new Session()
const partitions = new Map<string, Session>()

/** The session of a window: the default one, or the partition that its options name. */
export function sessionOf(partition: string | undefined): Session {
  if (!partition) return defaultSession
  const known = partitions.get(partition) ?? new Session()
  partitions.set(partition, known)
  return known
}

export const session = { defaultSession, fromPartition: (partition: string) => sessionOf(partition) }
