// Whether controls have the size of a finger: as set on this computer, or by the input that is used.
import { useSyncExternalStore } from 'react'
import { keepHere, keptHere, onKeptElsewhere } from '../machineStore.ts'
import { afterPress, type InputInUse } from './inputInUse.ts'

export type TouchSetting = 'auto' | 'on' | 'off'

const settingKey = 'palpate-touch-sizes'
/** What was used last, so that a tablet begins as it ended. */
const inputKey = 'palpate-last-input'
const attribute = 'data-touch'

let input: InputInUse = { isTouch: false, mousePresses: 0 }
const listeners = new Set<() => void>()

export function touchSetting(): TouchSetting {
  const kept = keptHere(settingKey)
  return kept === 'on' || kept === 'off' ? kept : 'auto'
}

/** Whether controls have the size of a finger now. */
export const hasTouchSizes = (): boolean => document.documentElement.hasAttribute(attribute)

function apply(): void {
  const setting = touchSetting()
  const isTouch = setting === 'auto' ? input.isTouch : setting === 'on'
  if (isTouch === hasTouchSizes()) return
  document.documentElement.toggleAttribute(attribute, isTouch)
}

const changed = () => {
  apply()
  for (const listener of listeners) listener()
}

export function setTouchSetting(setting: TouchSetting): void {
  keepHere(settingKey, setting)
  changed()
}

/** Follows the input from now on. Called once, before anything is drawn. */
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
    // What is pressed must not move away before it has heard of the press.
    const onEnd = () => {
      for (const type of ends) removeEventListener(type, onEnd, true)
      setTimeout(changed)
    }
    for (const type of ends) addEventListener(type, onEnd, true)
  }
  addEventListener('pointerdown', onPress, { capture: true, passive: true })
  onKeptElsewhere([settingKey], changed)
}

const ends = ['pointerup', 'pointercancel'] as const

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

export const useTouchSizes = (): boolean => useSyncExternalStore(subscribe, hasTouchSizes)
export const useTouchSetting = (): TouchSetting => useSyncExternalStore(subscribe, touchSetting)
