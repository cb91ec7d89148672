// The one drawing hand of the window: the rules hold across all figures, so that two pens never draw on two of them.
import {
  penSeen,
  pointerCancelled,
  pointerDown,
  pointerUp,
  restingHand,
  type PointerDown,
  type Verdict,
} from './pointerRules.ts'

/** What happens on one surface. `finish` and `drop` each end what `begin` began. */
export interface Turn {
  begin(): void
  finish(): void
  drop(): void
}

export interface SharedHand {
  penSeen(): void
  /** True when this pointer now draws on the surface. */
  down(down: PointerDown, turn: Turn): boolean
  up(pointerId: number): void
  cancel(pointerId: number, time: number): void
  /** Whether some pointer draws, here or on another surface. */
  readonly isDrawing: boolean
  /** Whether a pen is what draws, so that even a single finger moves the map. */
  readonly hasPen: boolean
}

export function makeSharedHand(): SharedHand {
  let hand = restingHand
  let owner: Turn | null = null
  const end = (verdict: Verdict) => {
    const ended = owner
    if (verdict === 'finish' || verdict === 'drop') owner = null
    if (verdict === 'finish') ended?.finish()
    else if (verdict === 'drop' || verdict === 'restart') ended?.drop()
  }
  return {
    get isDrawing() {
      return hand.drawing !== null
    },
    get hasPen() {
      return hand.hasPen
    },
    penSeen: () => {
      hand = penSeen(hand)
    },
    down: (down, turn) => {
      const ruling = pointerDown(hand, down)
      hand = ruling.hand
      end(ruling.verdict)
      const begins = ruling.verdict === 'begin' || ruling.verdict === 'restart'
      if (begins) {
        owner = turn
        turn.begin()
      }
      return begins
    },
    up: (pointerId) => {
      const ruling = pointerUp(hand, pointerId)
      hand = ruling.hand
      end(ruling.verdict)
    },
    cancel: (pointerId, time) => {
      const ruling = pointerCancelled(hand, pointerId, time)
      hand = ruling.hand
      end(ruling.verdict)
    },
  }
}

/** Kept as long as the window: a pen that was used once stays the tool that draws. */
export const sharedHand = makeSharedHand()
