// The question before unsaved text is discarded.
import { dialog } from 'electron'
import type { Unsaved } from './flushRenderer.ts'

const reasons: Readonly<Record<Unsaved, string>> = {
  unsaved: 'It could not be written, for example because the disk is full or the vault was removed.',
  unstored: 'A field holds something that Palpate cannot read, such as half a date.',
}

/** Asks whether to go on although some text is not saved. */
export async function isLossTaken(act: 'Quit' | 'Close' | 'Lock', unsaved: Unsaved): Promise<boolean> {
  const { response } = await dialog.showMessageBox({
    type: 'warning',
    message: 'Some of your work is not saved.',
    detail: `${reasons[unsaved]} If you ${act.toLowerCase()} now, it is lost.`,
    buttons: ['Go back', `${act} and lose it`],
    defaultId: 0,
    cancelId: 0,
  })
  return response === 1
}
