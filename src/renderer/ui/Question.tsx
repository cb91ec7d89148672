// A question before something is done. The keyboard starts on the answer that leaves everything as it is.
import { Button, Group, Modal, Stack } from '@mantine/core'
import type { ReactNode } from 'react'
import type { Failure } from '#renderer/bridge/bridge.ts'
import { FailureNotice } from './FailureNotice.tsx'

interface Props {
  isOpen: boolean
  title: string
  /** What it means. */
  children: ReactNode
  /** The answer that leaves everything as it is, also by Escape. */
  keep?: string
  onKeep: () => void
  act: string
  onAct: () => void
  /** What is done cannot be undone. */
  isForGood?: boolean
  isActing?: boolean
  failure?: Failure | null
}

export function Question({ isOpen, title, children, keep = 'Cancel', onKeep, act, onAct, ...rest }: Props) {
  const { isForGood = false, isActing = false, failure } = rest
  return (
    <Modal opened={isOpen} onClose={onKeep} title={title} size={460}>
      <Stack gap="md">
        {children}
        {failure && <FailureNotice failure={failure} />}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onKeep} data-autofocus>
            {keep}
          </Button>
          <Button loading={isActing} onClick={onAct} {...(isForGood && { color: 'ember' })}>
            {act}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
