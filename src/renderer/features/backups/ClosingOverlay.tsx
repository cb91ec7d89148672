// Over everything while the app backs up before it ends: how far it is, and the way to end at once.
import { Button } from '@mantine/core'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { createStore, useStore } from 'zustand'
import { ask, listen } from '#renderer/bridge/bridge.ts'
import { useJobProgress } from '#renderer/bridge/jobs.ts'
import { JobProgress } from '#renderer/ui/JobProgress.tsx'
import { Logo } from '#renderer/ui/Logo.tsx'
import { notifyFailure } from '#renderer/ui/notifyFailure.ts'
import { stageWords } from './backupWords.ts'
import classes from './ClosingOverlay.module.css'

const store = createStore(() => ({ isClosing: false }))

/** Whether the app makes a backup before it ends. */
export const useIsClosing = (): boolean => useStore(store, ({ isClosing }) => isClosing)

export function ClosingOverlay() {
  useEffect(() => listen('closing', ({ isClosing }) => store.setState({ isClosing })), [])
  return useIsClosing() ? <Overlay /> : null
}

/** A modal dialog of the browser's own: everything else, other dialogs too, is inert under it. */
function Overlay() {
  const dialog = useRef<HTMLDialogElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const progress = useJobProgress('backup')
  const [isEnding, setIsEnding] = useState(false)

  useLayoutEffect(() => {
    const element = dialog.current
    element?.showModal()
    button.current?.focus()
    // Gives the focus back to where it was.
    return () => element?.close()
  }, [])

  function end() {
    setIsEnding(true)
    ask('job:cancel', { kind: 'backup' }).catch((thrown: unknown) => {
      setIsEnding(false)
      notifyFailure(thrown)
    })
  }

  return (
    <dialog
      ref={dialog}
      // oxlint-disable-next-line jsx-a11y/no-redundant-roles -- shortcuts look for the attribute
      role="dialog"
      aria-modal="true"
      aria-labelledby="closing-title"
      className={classes.overlay}
      onCancel={(event) => event.preventDefault()}
    >
      <div className={classes.panel}>
        <Logo size={32} />
        <h1 id="closing-title">Backing up before Palpate closes</h1>
        <p>Everything is saved. The copy is verified, so that you can rely on it.</p>
        <JobProgress
          kind="backup"
          progress={progress}
          label="Backup"
          words={isEnding ? 'Closing' : progress ? stageWords[progress.stage as keyof typeof stageWords] : 'Beginning'}
          isAnnounced
        />
        <Button ref={button} variant="default" aria-disabled={isEnding || undefined} onClick={end}>
          Close now
        </Button>
      </div>
    </dialog>
  )
}
