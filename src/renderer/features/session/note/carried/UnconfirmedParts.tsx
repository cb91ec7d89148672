// In the footer: how many parts of the note hold what nobody has confirmed, the way to the next one, and "Confirm all".
import { Button, UnstyledButton } from '@mantine/core'
import { useSyncExternalStore } from 'react'
import { usePlaces } from '#renderer/ui/places.tsx'
import { shortcutForAria, shortcutKeys, useShortcut } from '#renderer/ui/shortcuts.ts'
import type { CarryForward } from './carryForward.ts'
import classes from './UnconfirmedParts.module.css'
import { useCarryForward } from './useCarryForward.ts'

/** The name of the place where the note is signed. */
export const signPlace = 'sign'

export function UnconfirmedParts() {
  const carry = useCarryForward()
  return carry && <Parts carry={carry} />
}

function Parts({ carry }: { carry: CarryForward }) {
  const parts = useSyncExternalStore(carry.subscribe, carry.unconfirmed)
  useShortcut('confirm', parts.length > 0 ? carry.confirmFocused : null)
  useShortcut('confirmAll', parts.length > 0 ? carry.confirmAll : null)
  const places = usePlaces()
  const confirmAll = () => {
    carry.confirmAll()
    // This button disappears; the next action is to sign.
    places.focus(signPlace)
  }
  return (
    <div role="status" className={classes.parts}>
      {parts.length > 0 && (
        <>
          <UnstyledButton
            className={classes.count}
            title="Go to the next one"
            // The focus stays in its part: the next one is the one after it.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => carry.showNext()}
          >
            {parts.length}
            <span className={classes.words}> {parts.length === 1 ? 'part' : 'parts'} not confirmed</span>
          </UnstyledButton>
          <Button
            variant="subtle"
            size="compact-sm"
            title={`Confirm all that was taken over (${shortcutKeys('confirmAll')})`}
            aria-keyshortcuts={shortcutForAria('confirmAll')}
            onClick={confirmAll}
          >
            Confirm all
          </Button>
        </>
      )}
    </div>
  )
}
