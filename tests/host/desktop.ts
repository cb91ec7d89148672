// Stand-ins for what Electron gives of the desktop: dialogs, menu, clipboard, shell, power and colour scheme.
import { EventEmitter } from 'node:events'
import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { basename, extname, join } from 'node:path'

interface SaveOptions {
  defaultPath?: string
}
interface MessageOptions {
  message?: string
  defaultId?: number
}

/** With a window or without one, options come last. */
const optionsOf = <T>(args: unknown[]): T => (args.at(-1) ?? {}) as T

function freshPath(folder: string, name: string): string {
  const extension = extname(name)
  const stem = basename(name, extension)
  const numbered = (count: number) => join(folder, count === 1 ? name : `${stem} (${count})${extension}`)
  let count = 1
  while (existsSync(numbered(count))) count += 1
  return numbered(count)
}

/**
 * Dialogs as a person at a terminal can have them: a file goes into Downloads (or Documents, or the home folder) under
 * the suggested name, and the terminal says so. Without a window everything is cancelled; tests put their own answer in
 * the place of a function.
 */
export const dialog = {
  isInteractive: false,
  async showSaveDialog(...args: unknown[]): Promise<{ canceled: boolean; filePath: string }> {
    if (!dialog.isInteractive) return { canceled: true, filePath: '' }
    const folders = [join(homedir(), 'Downloads'), join(homedir(), 'Documents'), homedir()]
    const folder = folders.find((candidate) => existsSync(candidate)) ?? homedir()
    const filePath = freshPath(folder, basename(optionsOf<SaveOptions>(args).defaultPath ?? 'palpate'))
    console.log(`saving to ${filePath}`)
    return { canceled: false, filePath }
  },
  /** Nobody at a terminal points at a file: always cancelled. */
  async showOpenDialog(..._args: unknown[]): Promise<{ canceled: boolean; filePaths: string[] }> {
    return { canceled: true, filePaths: [] }
  },
  async showMessageBox(...args: unknown[]): Promise<{ response: number; checkboxChecked: boolean }> {
    const { message, defaultId } = optionsOf<MessageOptions>(args)
    if (dialog.isInteractive && message) console.log(message)
    return { response: defaultId ?? 0, checkboxChecked: false }
  },
  showErrorBox(title: string, content: string): void {
    console.error(`${title}\n${content}`)
  },
}

interface MenuTemplate {
  label?: string
  role?: string
  accelerator?: string
  click?: (...args: unknown[]) => void
  submenu?: MenuTemplate[]
}

let applicationMenu: Menu | null = null

/** Keeps the template, so that a test can find an entry and choose it. There is no menu to look at. */
export class Menu {
  readonly items: readonly MenuTemplate[]

  constructor(items: readonly MenuTemplate[] = []) {
    this.items = items
  }

  static buildFromTemplate = (template: MenuTemplate[]) => new Menu(template)
  static setApplicationMenu = (menu: Menu | null) => void (applicationMenu = menu)
  static getApplicationMenu = () => applicationMenu
}

let clipboardText = ''
export const clipboard = {
  writeText: (text: string) => void (clipboardText = text),
  readText: () => clipboardText,
  clear: () => void (clipboardText = ''),
}

export const shell = {
  showItemInFolder: (path: string) => dialog.isInteractive && console.log(`saved at ${path}`),
  openPath: async (path: string) => {
    if (dialog.isInteractive) console.log(`folder: ${path}`)
    return ''
  },
}

const display = { id: 1, workArea: { x: 0, y: 0, width: 1920, height: 1080 } }
/** One display: a browser without a screen has none of its own. */
export const screen = {
  getAllDisplays: () => [display],
  getPrimaryDisplay: () => display,
  getDisplayMatching: (_bounds: unknown) => display,
}

/** Silent unless a test emits `suspend` or `lock-screen`. */
export const powerMonitor = new EventEmitter()

class NativeTheme extends EventEmitter {
  shouldUseDarkColors = false
  themeSource: 'system' | 'light' | 'dark' = 'system'
}
export const nativeTheme = new NativeTheme()
