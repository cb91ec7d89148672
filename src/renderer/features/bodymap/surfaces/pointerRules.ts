// Which pointer draws: one at a time, a pen before fingers, two fingers never. Pure rules, without a screen.

export const devices = ['mouse', 'pen', 'touch'] as const
export type Device = (typeof devices)[number]

/** The state of the rules between events. */
export interface Hand {
  /** A pen was seen: from then on fingers and the palm never draw, they move the map. */
  readonly hasPen: boolean
  readonly drawing: { readonly pointerId: number; readonly device: Device; readonly since: number } | null
  /** Every finger that is down, whether it draws or not. */
  readonly touches: readonly number[]
}

export interface PointerDown {
  readonly pointerId: number
  readonly device: Device
  /** The mouse's main button, or an end of a pen; always true for a finger. */
  readonly isPrimaryButton: boolean
  /** For a finger: the first of those that are down. */
  readonly isFirst: boolean
  /** Milliseconds on the clock of the events. */
  readonly time: number
}

/**
 * The action to take. `restart`: what is being drawn is dropped and this pointer begins; `drop`: what
 * is being drawn is dropped; `finish`: it is complete.
 */
export type Verdict = 'begin' | 'restart' | 'drop' | 'finish' | 'ignore'

interface Ruling {
  readonly hand: Hand
  readonly verdict: Verdict
}

/** A second finger this soon after the first means two fingers that zoom, in milliseconds. */
export const pinchTime = 150

export const restingHand: Hand = { hasPen: false, drawing: null, touches: [] }

/** A pen came near, touching or hovering. */
export const penSeen = (hand: Hand): Hand => (hand.hasPen ? hand : { ...hand, hasPen: true })

export function pointerDown(hand: Hand, down: PointerDown): Ruling {
  if (down.device === 'touch') return touchDown(hand, down)
  const next = down.device === 'pen' ? penSeen(hand) : hand
  // Only a palm that touched before its pen gives way.
  const givesWay = hand.drawing === null || (hand.drawing.device === 'touch' && down.device === 'pen')
  if (!down.isPrimaryButton || !givesWay) return { hand: next, verdict: 'ignore' }
  return { hand: { ...next, drawing: drawingOf(down) }, verdict: hand.drawing ? 'restart' : 'begin' }
}

function touchDown(hand: Hand, down: PointerDown): Ruling {
  // The first finger clears those whose end was never reported.
  const touches = down.isFirst ? [down.pointerId] : [...hand.touches, down.pointerId]
  const next = { ...hand, touches }
  const { drawing } = hand
  if (drawing?.device === 'touch' && down.time - drawing.since <= pinchTime && !down.isFirst) {
    return { hand: { ...next, drawing: null }, verdict: 'drop' }
  }
  if (drawing || hand.hasPen || touches.length > 1) return { hand: next, verdict: 'ignore' }
  return { hand: { ...next, drawing: drawingOf(down) }, verdict: 'begin' }
}

const drawingOf = ({ pointerId, device, time }: PointerDown) => ({ pointerId, device, since: time })

/** A pointer was lifted, or a mouse button let go. */
export function pointerUp(hand: Hand, pointerId: number): Ruling {
  const isDrawing = hand.drawing?.pointerId === pointerId
  return {
    hand: {
      ...hand,
      touches: hand.touches.filter((id) => id !== pointerId),
      drawing: isDrawing ? null : hand.drawing,
    },
    verdict: isDrawing ? 'finish' : 'ignore',
  }
}

/**
 * The system took a pointer away. What a pen or mouse drew is kept; so is a finger's line, unless it is so young that
 * the system took it for the begin of a pinch.
 * @param time milliseconds on the clock of the events
 */
export function pointerCancelled(hand: Hand, pointerId: number, time: number): Ruling {
  const { drawing } = hand
  const ruling = pointerUp(hand, pointerId)
  const isPinch = drawing?.device === 'touch' && (time - drawing.since <= pinchTime || hand.touches.length > 1)
  return ruling.verdict === 'finish' && isPinch ? { ...ruling, verdict: 'drop' } : ruling
}
