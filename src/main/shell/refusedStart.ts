// A packaged app that was started with an unknown switch or variable says so, and ends.
import { app, dialog } from 'electron'
import { refusedInStart } from './startRules.ts'

/** How long the dialog waits for somebody to read it. */
const longestReading = 5 * 60_000

/**
 * Whether the app may not start with its switches and variables. Refused ones are removed before Chromium acts on them,
 * so this must run first of all. Unpackaged builds start with everything: tests and tools drive them.
 */
export function isStartRefused(): boolean {
  if (!app.isPackaged) return false
  const refused = refusedInStart({
    args: process.argv.slice(1),
    environment: process.env,
    platform: process.platform,
    isRoot: process.getuid?.() === 0,
  })
  if (refused.length === 0) return false
  for (const name of refused) app.commandLine.removeSwitch(name.replace(/^--/, ''))
  void showAndEnd(refused)
  return true
}

async function showAndEnd(refused: readonly string[]): Promise<void> {
  const end = () => app.exit(1)
  const text = `Palpate does not start with ${refused.join(', ')}.`
  const advice = 'Start Palpate without it. Nothing was opened.'
  console.error(`${text} ${advice}`)
  app.once('before-quit', end)
  app.once('window-all-closed', end)
  // A dialog can be shown only when the app is ready; what was refused has been removed by then.
  await app.whenReady()
  setTimeout(end, longestReading)
  await dialog.showMessageBox({ type: 'error', title: 'Palpate', message: text, detail: advice, buttons: ['Close'] })
  end()
}
