// A listener on this machine that hears whatever comes to one port, by TCP and UDP alike.
import { createSocket } from 'node:dgram'
import { createServer, type AddressInfo } from 'node:net'

export interface Listener {
  readonly port: number
  /** What came so far: one entry for each connection and each packet. */
  heard(): readonly string[]
  close(): Promise<void>
}

/**
 * Opens a listener.
 * @param host the address to listen at, `127.0.0.1` or `0.0.0.0`
 * @param port 0 for any that is free for both
 */
export async function listen(host: string, port = 0): Promise<Listener> {
  const heard: string[] = []
  const tcp = createServer((socket) => {
    heard.push('TCP connection')
    socket.on('error', () => undefined)
    socket.once('data', (bytes) => {
      heard.push(`TCP ${bytes.length} bytes`)
      socket.end('HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n')
    })
  })
  await new Promise<void>((done, failed) => tcp.once('error', failed).listen(port, host, done))
  const chosen = (tcp.address() as AddressInfo).port
  const udp = createSocket('udp4', (bytes) => void heard.push(`UDP ${bytes.length} bytes`))
  try {
    await new Promise<void>((done, failed) => udp.once('error', failed).bind(chosen, host, done))
  } catch (error) {
    tcp.close()
    // Somebody has the same number for UDP: try another one.
    if (port === 0) return listen(host)
    throw error
  }
  return {
    port: chosen,
    heard: () => heard,
    async close() {
      udp.close()
      await new Promise((done) => tcp.close(done))
    },
  }
}
