// The demo: an invented practice in a temporary folder, deleted when the app ends.
import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { app } from 'electron'

/** Whether the app was started with `--demo`. */
export const isDemo = (): boolean => process.argv.includes('--demo')

/** Puts all of the app's data into a fresh temporary folder. Must run before anything is opened. */
export function useTemporaryFolder(): void {
  const folder = mkdtempSync(join(app.getPath('temp'), 'palpate-demo-'))
  app.setPath('userData', folder)
  app.setPath('sessionData', folder)
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
}
