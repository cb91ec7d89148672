// The question before text that could not be saved is given up.
import { dialog } from 'electron'

/** Asks whether to go on although some text could not be saved. */
export async function isLossTaken(act: 'Quit' | 'Close'): Promise<boolean> {
  const { response } = await dialog.showMessageBox({
    type: 'warning',
    message: 'Some of your work is not saved.',
    detail: `It could not be written, for example because the disk is full or the vault was removed. If you ${act.toLowerCase()} now, it is lost.`,
    buttons: ['Go back', `${act} and lose it`],
    defaultId: 0,
    cancelId: 0,
  })
  return response === 1
}
