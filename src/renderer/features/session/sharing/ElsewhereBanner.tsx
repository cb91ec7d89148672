// Says that another window writes in this note, and offers to write here instead.
import { Button } from '@mantine/core'
import { IconAppWindow } from '@tabler/icons-react'
import { useState } from 'react'
import { tellFailure } from '#renderer/ui/tellFailure.ts'
import classes from './ElsewhereBanner.module.css'

interface Props {
  /** Makes this window the one that writes; answers whether it is. */
  onTakeOver: () => Promise<boolean>
}

export function ElsewhereBanner({ onTakeOver }: Props) {
  const [asking, setAsking] = useState<'no' | 'now' | 'in vain'>('no')
  const takeOver = async () => {
    setAsking('now')
    setAsking((await onTakeOver()) ? 'no' : 'in vain')
  }
  return (
    <div role="group" aria-label="Open in another window" className={classes.banner}>
      <IconAppWindow size={17} stroke={1.7} aria-hidden />
      <span role="status">This note is open in another window. It is read-only here.</span>
      <Button
        variant="default"
        size="compact-sm"
        loading={asking === 'now'}
        onClick={() => {
          void takeOver().catch((thrown: unknown) => {
            setAsking('no')
            tellFailure(thrown)
          })
        }}
      >
        Edit here
      </Button>
      {asking === 'in vain' && (
        <span role="alert" className={classes.failed}>
          The other window still holds something that it could not save, so the note stays there. Nothing is lost. Look
          there, or try again.
        </span>
      )}
    </div>
  )
}
