// Starts the built app in the Chromium host and looks on over a second connection to the same browser.
import { fork, type ChildProcess } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { projectRoot } from '../../scripts/runtimes.ts'
import type { Answer, FromHost, Ready, ToHost } from '../host/control.ts'
import {
  answerOpenDialogs,
  answerSaveDialogs,
  ended,
  endedWell,
  environmentIn,
  inBritain,
  type ElectronModule,
  type LaunchOptions,
  type PalpateApp,
} from './palpateApp.ts'

const hostFile = join(projectRoot, 'tests/host/run.ts')

/** Starts the host without anybody looking on. Its browser's temporary files lie beside the data, and go with them. */
export function startHost({ userData, args, ...place }: LaunchOptions): ChildProcess {
  const temporary = `${userData}.tmp`
  mkdirSync(temporary, { recursive: true })
  const env = { ...environmentIn(place), TMPDIR: temporary, TEMP: temporary }
  return fork(hostFile, [`--user-data-dir=${userData}`, ...inBritain(args)], {
    serialization: 'advanced',
    execArgv: [],
    env,
  })
}

function ready(child: ChildProcess): Promise<Ready> {
  return new Promise((resolve, reject) => {
    const onExit = (code: number | null) =>
      reject(new Error(`the host ended with code ${code} before its window was there`))
    child.once('exit', onExit)
    child.on('message', (message: FromHost) => {
      if (message.kind !== 'ready') return
      child.off('exit', onExit)
      resolve(message)
    })
  })
}

type Question = { kind: 'requests' } | { kind: 'evaluate'; source: string; arg: unknown }

/** Questions to the host, each with its own answer. */
function makeAsk(child: ChildProcess): (question: Question) => Promise<unknown> {
  const waiting = new Map<number, (answer: Answer) => void>()
  let count = 0
  child.on('message', (message: FromHost) => {
    if (message.kind === 'answer') waiting.get(message.id)?.(message)
  })
  return (question) =>
    new Promise((resolve, reject) => {
      const id = (count += 1)
      child.once('exit', () => reject(new Error('the host ended before it answered')))
      waiting.set(id, (answer) => {
        waiting.delete(id)
        if (answer.ok) resolve(answer.value)
        else reject(new Error(answer.message))
      })
      child.send({ ...question, id } satisfies ToHost)
    })
}

export async function launchHost(options: LaunchOptions): Promise<PalpateApp> {
  const child = startHost(options)
  child.setMaxListeners(0)
  const { endpoint } = await ready(child)
  const browser = await chromium.connectOverCDP(endpoint)
  const page = browser.contexts()[0]?.pages()[0]
  if (!page) throw new Error('the host has no window')
  const ask = makeAsk(child)

  const evaluate = (run: (electron: ElectronModule, arg: never) => unknown, arg?: unknown) =>
    ask({ kind: 'evaluate', source: run.toString(), arg })
  return {
    runtime: 'host',
    page,
    async nextWindow(open) {
      const [next] = await Promise.all([page.context().waitForEvent('page'), open()])
      await next.waitForLoadState('load')
      return next
    },
    userData: options.userData,
    evaluate: evaluate as PalpateApp['evaluate'],
    nextOpenPath: async (path) => void (await evaluate(answerOpenDialogs, path)),
    nextSavePath: async (path) => void (await evaluate(answerSaveDialogs, path)),
    requests: () => ask({ kind: 'requests' }) as Promise<string[]>,
    async close() {
      if (child.connected) child.send({ kind: 'quit' } satisfies ToHost)
      await endedWell(child)
    },
    async kill() {
      child.kill('SIGKILL')
      await ended(child)
    },
  }
}
