// Which input is in use, by the last presses: touch at once, the mouse only after several. Pure.

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
