// Asks before typed text is thrown away.
import { Button, Group, Text } from '@mantine/core'
import { useEffect, useRef } from 'react'
import classes from './DiscardQuestion.module.css'

interface Props {
  onDiscard: () => void
  onKeep: () => void
}

export function DiscardQuestion({ onDiscard, onKeep }: Props) {
  const keep = useRef<HTMLButtonElement>(null)
  /** The element that had the focus when the question opened. */
  const typedIn = useRef<Element | null>(null)
  useEffect(() => {
    typedIn.current = document.activeElement
    keep.current?.focus()
  }, [])

  function keepTyping() {
    if (typedIn.current instanceof HTMLElement && typedIn.current !== document.body) typedIn.current.focus()
    // The caller may have moved the focus already.
    onKeep()
  }

  return (
    <div className={classes.question} role="group" aria-label="Discard what you typed?">
      <Text fw={600}>Discard what you typed?</Text>
      <Group gap="sm">
        <Button variant="default" onClick={onDiscard}>
          Discard
        </Button>
        <Button ref={keep} onClick={keepTyping}>
          Keep typing
        </Button>
      </Group>
    </div>
  )
}
