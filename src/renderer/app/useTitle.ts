// The window's title, while something is on screen. Others see it: it never says whom a screen is about.
import { useEffect } from 'react'

export function useTitle(title: string): void {
  useEffect(() => {
    document.title = title
    return () => void (document.title = 'Palpate')
  }, [title])
}
