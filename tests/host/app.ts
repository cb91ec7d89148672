// Stand-in for Electron's `app`: paths, switches, and the order of events from start to exit.
import { EventEmitter } from 'node:events'
import { mkdirSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { manifest, projectRoot } from '../../scripts/runtimes.ts'
import { BrowserWindow } from './browserWindow.ts'
import { claimSingleInstance, type InstanceClaim } from './singleInstance.ts'
import { refusable } from './webContents.ts'

const { productName, version } = manifest()

function applicationData(): string {
  if (process.platform === 'win32') return process.env['APPDATA'] ?? join(homedir(), 'AppData/Roaming')
  if (process.platform === 'darwin') return join(homedir(), 'Library/Application Support')
  return process.env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config')
}

const commandLine = {
  hasSwitch: (name: string) => process.argv.some((arg) => arg === `--${name}` || arg.startsWith(`--${name}=`)),
  getSwitchValue: (name: string) =>
    process.argv.find((arg) => arg.startsWith(`--${name}=`))?.slice(name.length + 3) ?? '',
  appendSwitch: (_name: string, _value?: string) => {},
}

class App extends EventEmitter {
  readonly isPackaged = false
  readonly commandLine = commandLine
  readonly #paths = new Map<string, string>([
    ['appData', applicationData()],
    ['userData', commandLine.getSwitchValue('user-data-dir') || join(applicationData(), productName)],
    ['temp', tmpdir()],
    ['home', homedir()],
    ['documents', join(homedir(), 'Documents')],
    ['downloads', join(homedir(), 'Downloads')],
  ])
  #claim: InstanceClaim | null = null
  #whenReady = Promise.withResolvers<void>()
  #isReady = false
  #isExiting = false

  /** Main is loaded: `whenReady` resolves. */
  becomeReady(): void {
    this.#isReady = true
    this.emit('ready', {}, {})
    this.#whenReady.resolve()
  }

  isReady = () => this.#isReady
  whenReady = () => this.#whenReady.promise
  getName = () => productName
  getVersion = () => version
  getAppPath = () => projectRoot
  getLocale = () => 'en-GB'
  getSystemLocale = () => 'en-GB'
  getLocaleCountryCode = () => 'GB'
  getPreferredSystemLanguages = () => ['en-GB']
  setAppUserModelId = (_id: string) => {}
  setName = (_name: string) => {}
  enableSandbox = () => {}
  disableHardwareAcceleration = () => {}
  focus = () => {}

  getPath(name: string): string {
    const path = this.#paths.get(name)
    if (path === undefined) throw new Error(`Failed to get '${name}' path`)
    if (name === 'userData') mkdirSync(path, { recursive: true })
    return path
  }

  setPath(name: string, path: string): void {
    this.#paths.set(name, path)
  }

  requestSingleInstanceLock(): boolean {
    this.#claim ??= claimSingleInstance(this.getPath('userData'), () => {
      this.emit('second-instance', {}, [...process.argv], process.cwd(), undefined)
    })
    return this.#claim.isFirst
  }

  releaseSingleInstanceLock(): void {
    this.#claim?.release()
    this.#claim = null
  }

  /** Asks everybody, closes all windows, ends the process. Any refusal stops it. */
  quit(): void {
    const event = refusable({})
    this.emit('before-quit', event)
    if (event.defaultPrevented) return
    const open = BrowserWindow.getAllWindows()
    for (const window of open) window.close()
    if (BrowserWindow.getAllWindows().length === 0) this.exit(0)
  }

  /** The last window is gone: main decides; without a listener the app quits. */
  allWindowsClosed(): void {
    if (this.#isExiting) return
    if (!this.emit('window-all-closed')) this.quit()
  }

  exit(code = 0): void {
    if (this.#isExiting) return
    this.#isExiting = true
    this.emit('will-quit', refusable({}))
    this.emit('quit', {}, code)
    this.releaseSingleInstanceLock()
    // At once, as in Electron: nothing of main runs any more. Chromium ends with the process.
    process.exit(code)
  }
}

export const app = new App()
