// The button that opens the comparison of a client's visits, with its dialog.
import { Button, Tooltip, type ButtonProps } from '@mantine/core'
import { useId, useState } from 'react'
import { CompareVisits } from './CompareVisits.tsx'

interface Props extends ButtonProps {
  clientId: string
  clientName: string
  /** The session whose visit is shown first; without it the newest. */
  startAt?: string | undefined
  /** Why there is nothing to compare; without it the button can be pressed. */
  unavailable?: string | undefined
}

/** Stays focusable while it cannot be pressed, so that everybody learns why. */
export function CompareVisitsButton({ clientId, clientName, startAt, unavailable, ...button }: Props) {
  const [isOpen, setIsOpen] = useState(false)
  const reason = useId()
  return (
    <>
      <Tooltip label={unavailable} disabled={unavailable === undefined}>
        <Button
          variant="default"
          {...button}
          {...(unavailable !== undefined && {
            'aria-disabled': true,
            'data-disabled': true,
            'aria-describedby': reason,
          })}
          onClick={() => {
            if (unavailable === undefined) setIsOpen(true)
          }}
        >
          Compare visits
        </Button>
      </Tooltip>
      {unavailable !== undefined && (
        <span id={reason} hidden>
          {unavailable}
        </span>
      )}
      <CompareVisits
        clientId={clientId}
        clientName={clientName}
        startAt={startAt}
        opened={isOpen}
        onClose={() => setIsOpen(false)}
      />
    </>
  )
}
