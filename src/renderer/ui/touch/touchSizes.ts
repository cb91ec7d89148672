// Whether controls have the size of a finger: as set on this computer, or by the input that is used.
import { createStore, useStore } from 'zustand'
import { keepHere, keptHere, onKeptElsewhere } from '../machineStore.ts'

export type TouchSetting = 'auto' | 'on' | 'off'

const settingKey = 'palpate-touch-sizes'
/** What was used last, so that a tablet begins as it ended. */
const inputKey = 'palpate-last-input'
const attribute = 'data-touch'

let input: InputInUse = { isTouch: false, mousePresses: 0 }

function touchSetting(): TouchSetting {
  const kept = keptHere(settingKey)
  return kept === 'on' || kept === 'off' ? kept : 'auto'
}

interface TouchSizes {
  readonly setting: TouchSetting
  /** Whether controls have the size of a finger now. */
  readonly isTouch: boolean
}
const store = createStore<TouchSizes>(() => ({ setting: 'auto', isTouch: false }))

/** Whether controls have the size of a finger now. */
export const hasTouchSizes = (): boolean => store.getState().isTouch

/** Applies the setting and the input as they are now. */
function apply(): void {
  const setting = touchSetting()
  const isTouch = setting === 'auto' ? input.isTouch : setting === 'on'
  document.documentElement.toggleAttribute(attribute, isTouch)
  store.setState({ setting, isTouch })
}

export function setTouchSetting(setting: TouchSetting): void {
  keepHere(settingKey, setting)
  apply()
}

/** Follows the input from now on. Call once, before the first render. */
export function followTouch(): void {
  const last = keptHere(inputKey)
  const isTouch = last === null ? matchMedia('(hover: none)').matches : last === 'touch'
  input = { isTouch, mousePresses: 0 }
  apply()
  const onPress = ({ pointerType }: PointerEvent) => {
    const next = afterPress(input, pointerType)
    const isOther = next.isTouch !== input.isTouch
    input = next
    if (!isOther) return
    keepHere(inputKey, next.isTouch ? 'touch' : 'mouse')
    // The pressed control must not move before its own handler has run.
    const onEnd = () => {
      for (const type of ends) removeEventListener(type, onEnd, true)
      setTimeout(apply)
    }
    for (const type of ends) addEventListener(type, onEnd, true)
  }
  addEventListener('pointerdown', onPress, { capture: true, passive: true })
  onKeptElsewhere([settingKey], apply)
}

const ends = ['pointerup', 'pointercancel'] as const

export const useTouchSizes = (): boolean => useStore(store, ({ isTouch }) => isTouch)
export const useTouchSetting = (): TouchSetting => useStore(store, ({ setting }) => setting)

/** Which input is in use, by the last presses: touch at once, the mouse only after several. */
export interface InputInUse {
  readonly isTouch: boolean
  /** Presses of the mouse since the last one of a finger or pen. */
  readonly mousePresses: number
}

/** More than one: a mouse that is only nudged between two taps changes nothing. */
export const pressesUntilMouse = 3

/**
 * The input after one more press.
 * @param pointerType of the press; what is neither finger nor pen counts as a mouse
 */
export function afterPress({ isTouch, mousePresses }: InputInUse, pointerType: string): InputInUse {
  if (pointerType === 'touch' || pointerType === 'pen') return { isTouch: true, mousePresses: 0 }
  const presses = mousePresses + 1
  return { isTouch: isTouch && presses < pressesUntilMouse, mousePresses: presses }
}
