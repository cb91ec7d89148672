// The application menu. Its keys are shown here and handled in the page, so that every way to run the app has them.
import { Menu, type MenuItemConstructorOptions } from 'electron'
import type { MenuCommand } from '#shared/contract/contract.ts'

export interface MenuActions {
  send(command: MenuCommand): void
  newWindow(): void
  lock(): void
}

/** Sets the application menu. */
export function setMenu({ send, newWindow, lock }: MenuActions): void {
  const isMac = process.platform === 'darwin'
  const item = (label: string, accelerator: string, click: () => void): MenuItemConstructorOptions => ({
    label,
    accelerator,
    registerAccelerator: false,
    click,
  })
  const template: MenuItemConstructorOptions[] = [
    ...(isMac ? [{ role: 'appMenu' } as const] : []),
    {
      label: '&File',
      submenu: [
        item('&New client', 'CmdOrCtrl+N', () => send('newClient')),
        item('&Find a client', 'CmdOrCtrl+K', () => send('findClient')),
        item('New &window', 'CmdOrCtrl+Shift+N', newWindow),
        { type: 'separator' },
        item('&Settings', 'CmdOrCtrl+,', () => send('settings')),
        item('&Lock', 'CmdOrCtrl+L', lock),
        { type: 'separator' },
        isMac ? { role: 'close' } : { role: 'quit' },
      ],
    },
    { role: 'editMenu' },
    {
      label: '&View',
      submenu: [{ role: 'resetZoom' }, { role: 'zoomIn' }, { role: 'zoomOut' }, { role: 'togglefullscreen' }],
    },
    { role: 'windowMenu' },
    {
      role: 'help',
      submenu: [item('&Keyboard shortcuts', 'F1', () => send('shortcuts'))],
    },
  ]
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}
