// Remembers which part of a signed note was pressed or focused last, so that an amendment begins with it.
import { useEffect, useRef } from 'react'
import { amendedParts, type AmendedPart } from '#shared/domain/note/parts.ts'

const isPart = (name: string | undefined): name is AmendedPart => amendedParts.some((part) => part === name)

/**
 * Parts are elements with `data-part`. What lies outside of them, such as the buttons of the footer, changes nothing.
 * @returns the part at hand; at first that of the `otherwise`
 */
export function usePartAtHand(otherwise: AmendedPart): () => AmendedPart {
  const last = useRef<AmendedPart>(otherwise)
  useEffect(() => {
    const look = ({ target }: Event) => {
      const part = target instanceof Element ? target.closest<HTMLElement>('[data-part]')?.dataset.part : undefined
      if (isPart(part)) last.current = part
    }
    document.addEventListener('pointerdown', look)
    document.addEventListener('focusin', look)
    return () => {
      document.removeEventListener('pointerdown', look)
      document.removeEventListener('focusin', look)
    }
  }, [])
  return () => last.current
}
