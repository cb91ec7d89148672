// Tries ways out of a running page, each against a listener of its own.
import { createSocket } from 'node:dgram'
import { connect } from 'node:net'
import type { CDPSession, Page } from '@playwright/test'
import { listen, type Listener } from './listener.ts'
import { asExpression, type Way } from './waysOut.ts'

/** `page`: the page's own world. `pristine`: one beside it, in which nothing was taken away before. */
export type World = 'page' | 'pristine'

export interface Outcome {
  readonly name: string
  /** What the listener heard. */
  readonly heard: readonly string[]
  /** What the page answered. */
  readonly answer: string
}

/** In milliseconds. WebRTC looks for the machine's networks first. */
const patienceOf = ({ name }: Way) => (name.startsWith('WebRTC') ? 2500 : 700)
const atOnce = 8

/** The execution context to evaluate in; undefined is the page's own. */
async function contextOf(cdp: CDPSession, world: World): Promise<number | undefined> {
  if (world === 'page') return undefined
  const { frameTree } = await cdp.send('Page.getFrameTree')
  const made = await cdp.send('Page.createIsolatedWorld', { frameId: frameTree.frame.id, worldName: 'pristine' })
  return made.executionContextId
}

async function tryOne(
  cdp: CDPSession,
  world: World,
  host: string,
  way: Way,
): Promise<Outcome & { listener: Listener }> {
  const listener = await listen(host === '127.0.0.1' ? host : '0.0.0.0')
  const contextId = await contextOf(cdp, world)
  const evaluation = cdp.send('Runtime.evaluate', {
    expression: asExpression(way, { host, port: listener.port, patience: patienceOf(way) }),
    awaitPromise: true,
    userGesture: true,
    ...(contextId === undefined ? {} : { contextId }),
  })
  // A page that is led away never answers.
  const late = new Promise<string>((done) => setTimeout(() => done('no answer'), 4 * patienceOf(way)))
  const answered = evaluation.then(
    ({ exceptionDetails: thrown }) => (thrown ? `threw ${thrown.exception?.description?.split('\n')[0]}` : 'ended'),
    (error: Error) => error.message,
  )
  const answer = await Promise.race([answered, late])
  return { name: way.name, heard: listener.heard(), answer, listener }
}

/**
 * Tries all ways, some at a time.
 * @param host an address of this machine, or one that leads to it
 * @returns what each listener had heard at the end of all
 */
export async function tryWaysOut(page: Page, world: World, host: string, ways: readonly Way[]): Promise<Outcome[]> {
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('Page.enable')
  const tried: (Outcome & { listener: Listener })[] = []
  for (let first = 0; first < ways.length; first += atOnce) {
    // oxlint-disable-next-line no-await-in-loop -- some at a time: the page has to stay able to answer
    tried.push(...(await Promise.all(ways.slice(first, first + atOnce).map((way) => tryOne(cdp, world, host, way)))))
  }
  await cdp.detach().catch(() => undefined)
  const outcomes = tried.map(({ name, answer, listener }) => ({ name, answer, heard: [...listener.heard()] }))
  await Promise.all(tried.map(({ listener }) => listener.close()))
  return outcomes
}

/** Whether a listener hears what is sent to it: without that its silence would mean nothing. */
export async function listenerHears(host: string): Promise<boolean> {
  const listener = await listen(host === '127.0.0.1' ? host : '0.0.0.0')
  await new Promise((done) => connect(listener.port, host).once('data', done).once('error', done).write('x'))
  const socket = createSocket('udp4')
  const heardPacket = new Promise<boolean>((done) => {
    const look = () => (listener.heard().some((line) => line.startsWith('UDP')) ? done(true) : setImmediate(look))
    socket.send('x', listener.port, host, look)
    setTimeout(() => done(false), 2000).unref()
  })
  const isHeard = await heardPacket
  socket.close()
  await listener.close()
  return isHeard && listener.heard().some((line) => line.startsWith('TCP 1'))
}
