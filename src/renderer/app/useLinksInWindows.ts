// A link that is pressed with Ctrl or ⌘, or with the middle button, opens in a window of its own.
import { useEffect } from 'react'
import { openWindow } from '#renderer/bridge/otherWindows.ts'
import { hasModKey } from '#renderer/ui/keys.ts'
import { tellFailure } from '#renderer/ui/tellFailure.ts'

const middleButton = 1

/** The route of a link of ours, or null for anything else. */
const routeOf = (target: EventTarget | null): string | null =>
  target instanceof Element ? (target.closest('a[href^="#/"]')?.getAttribute('href')?.slice(1) ?? null) : null

export function useLinksInWindows(): void {
  useEffect(() => {
    const onPress = (event: MouseEvent) => {
      if (event.type === 'auxclick' ? event.button !== middleButton : !hasModKey(event)) return
      const route = routeOf(event.target)
      if (route === null) return
      event.preventDefault()
      event.stopPropagation()
      void openWindow(route).catch(tellFailure)
    }
    window.addEventListener('click', onPress, { capture: true })
    window.addEventListener('auxclick', onPress, { capture: true })
    return () => {
      window.removeEventListener('click', onPress, { capture: true })
      window.removeEventListener('auxclick', onPress, { capture: true })
    }
  }, [])
}
