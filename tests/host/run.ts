// Runs the built app in Chromium instead of Electron: `node tests/host/run.ts [--user-data-dir=…] [--demo] [--headed]`.
// Main, preload and renderer are the files of the build; only the module `electron` is stood in for.
import { existsSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser } from '@playwright/test'
import { projectRoot } from '../../scripts/runtimes.ts'
import { freePort, launchBrowser } from './browser.ts'
import { setSurroundings } from './browserWindow.ts'
import { runSource, type FromHost, type ToHost } from './control.ts'
import * as electron from './electron.ts'
import { requestLog } from './session.ts'

const mainFile = join(projectRoot, 'out/main/index.js')
const isTested = process.send !== undefined
const isHeaded = process.argv.includes('--headed')

const send = (message: FromHost) => process.send?.(message)

if (!existsSync(mainFile)) {
  console.error('nothing is built yet: npm run build')
  process.exit(1)
}

let browser: Promise<Browser> | null = null
let endpoint = ''

async function openBrowser(): Promise<Browser> {
  const debuggingPort = isTested ? await freePort() : null
  endpoint = `http://127.0.0.1:${debuggingPort}`
  const launched = await launchBrowser(debuggingPort)
  launched.on('disconnected', () => electron.app.exit(1))
  return launched
}

setSurroundings({
  visibility: isHeaded ? 'headed' : 'headless',
  browser: () => (browser ??= openBrowser()),
  onCreated: (contents) => electron.app.emit('web-contents-created', {}, contents),
  onAllClosed: () => electron.app.allWindowsClosed(),
  onFirstLoad: () => send({ kind: 'ready', endpoint }),
})
electron.dialog.isInteractive = isHeaded && !isTested

async function answer(id: number, value: () => unknown): Promise<void> {
  try {
    send({ kind: 'answer', id, ok: true, value: await value() })
  } catch (error) {
    send({ kind: 'answer', id, ok: false, message: error instanceof Error ? (error.stack ?? error.message) : 'failed' })
  }
}

process.on('message', (message: ToHost) => {
  if (message.kind === 'quit') return electron.app.quit()
  if (message.kind === 'requests') return void answer(message.id, () => [...requestLog()])
  void answer(message.id, () => runSource(message.source, electron, message.arg))
})
process.on('disconnect', () => electron.app.exit(1))
process.on('SIGINT', () => electron.app.quit())
process.on('SIGTERM', () => electron.app.quit())

const standIn = new URL('./electron.ts', import.meta.url).href
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron' ? { url: standIn, shortCircuit: true } : next(specifier, context),
})
// Electron's argv begins with the executable and the app's folder.
process.argv = [process.argv[0] ?? 'node', projectRoot, ...process.argv.slice(2)]
await import(pathToFileURL(mainFile).href)
electron.app.becomeReady()
