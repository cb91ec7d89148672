// Whether this window writes in a session: asked when it is shown, let go when it is left, given up when another
// window wants it.
import { useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { ask, listen } from '#renderer/bridge/bridge.ts'
import { finishTyping } from '#renderer/bridge/unsavedWork.ts'
import { draftLeft, draftSettled } from '../saving/openDrafts.ts'

/** `asking` until main has answered; `elsewhere` while another window writes. */
type LeaseState = 'asking' | 'here' | 'elsewhere'

export interface SessionLease {
  readonly state: LeaseState
  /** Counts how often the writing has come or gone: what was read before is then out of date. */
  readonly turn: number
  /** Makes this window the one that writes. @returns whether it is now; the other one could not save otherwise */
  takeOver(): Promise<boolean>
}

/** On how many screens of this window a session is; a screen that comes again at once keeps the lease. */
const shown = new Map<string, number>()
const enter = (id: string) => void shown.set(id, (shown.get(id) ?? 0) + 1)

async function leave(id: string): Promise<void> {
  const left = (shown.get(id) ?? 1) - 1
  if (left > 0) shown.set(id, left)
  else shown.delete(id)
  // The draft on the screen begins to save its rest in the same turn.
  await Promise.resolve()
  await draftLeft(id)
  if (!shown.has(id)) await ask('draft:release', { sessionId: id })
}

export function useSessionLease(sessionId: string): SessionLease {
  const [{ state, turn }, setLease] = useState({ state: 'asking' as LeaseState, turn: 0 })
  const isGivenUp = useRef(false)

  useEffect(() => {
    let isOn = true
    const become = (next: LeaseState) => {
      if (!isOn) return
      setLease((now) => (now.state === next ? now : { state: next, turn: now.turn + 1 }))
    }
    const hold = async () => {
      isGivenUp.current = false
      // Whoever cannot be asked must not write.
      const { held } = await ask('draft:hold', { sessionId }).catch(() => ({ held: false }))
      become(held && !isGivenUp.current ? 'here' : 'elsewhere')
    }
    const giveUp = async () => {
      // What cannot be saved must stay where it can be seen; the other window is told after a while.
      finishTyping()
      await draftSettled(sessionId)
      isGivenUp.current = true
      flushSync(() => become('elsewhere'))
    }
    enter(sessionId)
    void hold()
    const stopListening = [
      listen('draftWanted', (wanted) => {
        if (wanted.sessionId === sessionId) void giveUp().catch(() => undefined)
      }),
      listen('draftFree', (free) => {
        if (free.sessionId === sessionId) void hold()
      }),
    ]
    return () => {
      isOn = false
      for (const stop of stopListening) stop()
      void leave(sessionId).catch(() => undefined)
    }
  }, [sessionId])

  // Runs after the editors are gone and have sent what was typed last.
  useEffect(() => {
    if (state !== 'elsewhere' || !isGivenUp.current) return
    void draftLeft(sessionId)
      .then(() => (isGivenUp.current ? ask('draft:release', { sessionId }) : undefined))
      .catch(() => undefined)
  }, [state, sessionId])

  return {
    state,
    turn,
    async takeOver() {
      isGivenUp.current = false
      const { held } = await ask('draft:takeOver', { sessionId })
      if (held) setLease((now) => (now.state === 'here' ? now : { state: 'here', turn: now.turn + 1 }))
      return held
    },
  }
}
