// Stores where windows are, in a file of the profile that holds nothing else, and reopens them there.
import { readFileSync } from 'node:fs'
import { screen, type BrowserWindow } from 'electron'
import { writeFileSafely } from '../vault/writeFileSafely.ts'
import {
  firstPlace,
  furtherPlace,
  keptPlacesFormat,
  nothingKept,
  withPlace,
  type KeptPlace,
  type KeptPlaces,
} from './keptPlaces.ts'

/** How long a window rests before its place is written, in milliseconds. */
const rest = 400
/** The title bar, which Linux adds outside of a window's bounds. */
const titleBar = process.platform === 'linux' ? 37 : 0

export interface WindowPlaces {
  /** Where a window opens: beside the one in front, or where the last one was. */
  next(front: BrowserWindow | undefined): KeptPlace
  /** Stores the place of a window from now on. */
  follow(window: BrowserWindow): void
}

type Seen = Electron.Display
const toDisplay = ({ id, workArea }: Seen) => ({
  id,
  workArea: { ...workArea, height: Math.max(1, workArea.height - titleBar) },
})

/** @param file absolute path of the file in which places are stored */
export function makeWindowPlaces(file: string): WindowPlaces {
  const read = (): KeptPlaces => {
    try {
      return keptPlacesFormat.parse(JSON.parse(readFileSync(file, 'utf8')))
    } catch {
      return nothingKept
    }
  }
  const keep = (window: BrowserWindow) => {
    if (window.isDestroyed() || window.isMinimized() || window.isFullScreen()) return
    const display = toDisplay(screen.getDisplayMatching(window.getBounds()))
    const { x, y, width, height } = window.getNormalBounds()
    try {
      const place = { x, y, width, height, isMaximized: window.isMaximized() }
      writeFileSafely(file, `${JSON.stringify(withPlace(read(), display, place), null, 2)}\n`)
    } catch {
      // A place that cannot be stored is no reason for a message.
    }
  }
  return {
    next(front) {
      if (!front || front.isDestroyed()) {
        return firstPlace(read(), screen.getAllDisplays().map(toDisplay), toDisplay(screen.getPrimaryDisplay()))
      }
      const bounds = front.getNormalBounds()
      return { ...furtherPlace(bounds, toDisplay(screen.getDisplayMatching(bounds))), isMaximized: false }
    },
    follow(window) {
      let timer: NodeJS.Timeout | undefined
      const later = () => {
        clearTimeout(timer)
        timer = setTimeout(() => keep(window), rest)
      }
      window.on('resize', later)
      window.on('move', later)
      window.on('maximize', later)
      window.on('unmaximize', later)
      window.on('close', () => keep(window))
      window.on('closed', () => clearTimeout(timer))
    },
  }
}
