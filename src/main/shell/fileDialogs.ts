// The dialogs for choosing where a file is saved, or which one is read.
import { dialog, type BrowserWindow } from 'electron'
import { freeFile } from '../freePath.ts'

/** A kind of file as a dialog offers it. */
export interface FileKind {
  readonly name: string
  readonly extensions: string[]
}

export interface FileDialogs {
  /** A place for a file, suggested under a free name; null when cancelled. */
  askForTarget(suggestedPath: string, kind: FileKind): Promise<string | null>
  /** A file to read; null when cancelled. */
  askForSource(folder: string, kind: FileKind): Promise<string | null>
  /** A folder; null when cancelled. */
  askForFolder(title: string, folder: string): Promise<string | null>
}

/** @param window the window that the dialogs belong to, while there is one */
export function makeFileDialogs(window: () => BrowserWindow | undefined): FileDialogs {
  return {
    async askForTarget(suggestedPath, kind) {
      const options = { defaultPath: freeFile(suggestedPath), filters: [kind] }
      const parent = window()
      const { canceled, filePath } = await (parent
        ? dialog.showSaveDialog(parent, options)
        : dialog.showSaveDialog(options))
      return canceled || !filePath ? null : filePath
    },
    async askForSource(defaultPath, kind) {
      const options = { defaultPath, filters: [kind], properties: ['openFile' as const] }
      const parent = window()
      const { canceled, filePaths } = await (parent
        ? dialog.showOpenDialog(parent, options)
        : dialog.showOpenDialog(options))
      return canceled ? null : (filePaths[0] ?? null)
    },
    async askForFolder(title, defaultPath) {
      const options = { title, defaultPath, properties: ['openDirectory' as const, 'createDirectory' as const] }
      const parent = window()
      const { canceled, filePaths } = await (parent
        ? dialog.showOpenDialog(parent, options)
        : dialog.showOpenDialog(options))
      return canceled ? null : (filePaths[0] ?? null)
    },
  }
}
