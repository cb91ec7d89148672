// What `import … from 'electron'` gives in the host: as much of the module as main uses, and nothing more.
export { app } from './app.ts'
export { BrowserWindow } from './browserWindow.ts'
export { clipboard, dialog, Menu, nativeTheme, powerMonitor, screen, shell } from './desktop.ts'
export { ipcMain } from './ipcMain.ts'
export { safeStorage } from './safeStorage.ts'
export { protocol, session } from './session.ts'
export { utilityProcess } from './utilityProcess.ts'
