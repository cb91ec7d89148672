// Tells main that somebody is there, so that the idle lock waits; at most once in a few seconds.
import { useEffect } from 'react'
import { ask } from '#renderer/bridge/bridge.ts'

const quietMilliseconds = 5000
const signs = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const

export function useActivity(): void {
  useEffect(() => {
    let last = -Infinity
    const tell = () => {
      const now = performance.now()
      if (now - last < quietMilliseconds) return
      last = now
      void ask('app:activity', {}).catch(() => undefined)
    }
    for (const sign of signs) window.addEventListener(sign, tell, { capture: true, passive: true })
    return () => {
      for (const sign of signs) window.removeEventListener(sign, tell, { capture: true })
    }
  }, [])
}
