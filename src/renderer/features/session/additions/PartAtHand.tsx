// Remembers the part of a signed note that was last pressed or focused: an amendment starts there.
import { createContext, useCallback, useContext, useRef, type ReactNode } from 'react'
import type { AmendedPart } from '#shared/domain/note/parts.ts'
import classes from './additions.module.css'

const TakeContext = createContext<(part: AmendedPart) => void>(() => undefined)
export const PartAtHandProvider = TakeContext.Provider

interface PartAtHand {
  /** The part that was pressed or focused last. What lies outside of all, such as the footer, changes nothing. */
  readonly partAtHand: () => AmendedPart
  /** For the provider around the parts. */
  readonly take: (part: AmendedPart) => void
}

/** @param otherwise the part at hand until one is pressed or focused */
export function usePartAtHand(otherwise: AmendedPart): PartAtHand {
  const last = useRef<AmendedPart>(otherwise)
  const take = useCallback((part: AmendedPart) => void (last.current = part), [])
  return { partAtHand: () => last.current, take }
}

interface Props {
  part: AmendedPart
  children: ReactNode
}

/** A part of the note that an amendment can begin with. Lies in the layout as if it were not there. */
export function Amendable({ part, children }: Props) {
  const take = useContext(TakeContext)
  return (
    <div className={classes.amendable} onPointerDown={() => take(part)} onFocus={() => take(part)}>
      {children}
    </div>
  )
}
