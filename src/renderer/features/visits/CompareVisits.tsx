// The dialog that compares all visits of a client on one map. It fills the window; the note behind it stays open.
import { Modal } from '@mantine/core'
import { useState } from 'react'
import type { Phase } from '#shared/domain/bodymap/finding.ts'
import { FailureNotice } from '#renderer/ui/FailureNotice.tsx'
import { RadioTabs } from '#renderer/ui/RadioTabs.tsx'
import changes from './change.module.css'
import classes from './CompareVisits.module.css'
import { Comparing, type Mode } from './Comparing.tsx'
import { useVisits } from './useVisits.ts'

interface Props {
  clientId: string
  clientName: string
  opened: boolean
  onClose: () => void
  /** The session whose visit is shown first; without it the newest. */
  startAt?: string | undefined
}

const modes: readonly { id: Mode; name: string }[] = [
  { id: 'differences', name: 'Differences' },
  { id: 'heat', name: 'Heat map' },
]

export function CompareVisits({ clientId, clientName, opened, onClose, startAt }: Props) {
  const [mode, setMode] = useState<Mode>('differences')
  const [isZoomed, setIsZoomed] = useState(false)
  return (
    // While the figure is enlarged, Esc leads back to the whole of it first.
    <Modal.Root
      opened={opened}
      onClose={onClose}
      fullScreen
      closeOnEscape={!isZoomed}
      transitionProps={{ transition: 'fade', duration: 120 }}
    >
      <Modal.Content classNames={{ content: `${changes.tokens} ${classes.content}` }} radius={0}>
        <Modal.Header className={classes.header ?? ''}>
          <Modal.Title className={classes.title ?? ''}>Compare visits</Modal.Title>
          <span className={classes.client} dir="auto" title={clientName}>
            {clientName}
          </span>
          <RadioTabs label="Show" value={mode} choices={modes} onChange={setMode} />
          <Modal.CloseButton aria-label="Close" className={classes.close ?? ''} />
        </Modal.Header>
        <Modal.Body className={classes.body ?? ''}>
          <Content clientId={clientId} startAt={startAt} mode={mode} onZoom={setIsZoomed} />
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  )
}

interface ContentProps {
  clientId: string
  startAt: string | undefined
  mode: Mode
  onZoom: (isZoomed: boolean) => void
}

function Content({ clientId, startAt, mode, onZoom }: ContentProps) {
  const [phase, setPhase] = useState<Phase>('before')
  const { shown, before, after, failure, retry } = useVisits(clientId, phase)
  if (failure) {
    return (
      <div className={classes.notice}>
        <FailureNotice failure={failure} onRetry={retry} />
      </div>
    )
  }
  if (!shown || !before) return <p className={classes.loading}>Loading the visits…</p>
  if (shown.length === 0) {
    return (
      <p className={classes.empty}>
        <b>No visit yet.</b> From the second visit on, this shows what changed.
      </p>
    )
  }
  const start = shown.findIndex(({ sessionId }) => sessionId === startAt)
  return (
    <Comparing
      mode={mode}
      visits={shown}
      before={before}
      after={after}
      phase={phase}
      onPhase={setPhase}
      start={start < 0 ? shown.length - 1 : start}
      onZoom={onZoom}
    />
  )
}
