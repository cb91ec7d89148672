// Asks before a region is marked that the client's safety record forbids or limits; the answer goes into the note.
import { Button, Group, Modal, Text, TextInput } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { fieldTextLimit } from '#shared/domain/text.ts'
import { regionInSentence } from '#shared/domain/bodymap/regions.ts'
import type { NoGoQuestion } from '../marking/useMarking.ts'

export const NoGoDialog = ({ question }: { question: NoGoQuestion | null }) => (
  <Modal
    opened={question !== null}
    onClose={() => question?.decide('left out', '')}
    title={question?.area.level === 'forbidden' ? 'Forbidden area' : 'Limited area'}
    withCloseButton={false}
    centered
  >
    {question && <Question key={question.area.id} question={question} />}
  </Modal>
)

function Question({ question: { area, decide } }: { question: NoGoQuestion }) {
  const [remark, setRemark] = useState('')
  const safe = useRef<HTMLButtonElement>(null)
  // One question may follow another in the same dialog.
  useEffect(() => safe.current?.focus(), [])
  return (
    <>
      <Text mb="xs">
        The safety record {area.level === 'forbidden' ? 'forbids' : 'limits'} <b>{regionInSentence(area.regionId)}</b>:{' '}
        <span dir="auto">{area.reason}</span>. Your answer is kept with this note.
      </Text>
      <TextInput
        label="Why (optional)"
        maxLength={fieldTextLimit}
        value={remark}
        onChange={(event) => setRemark(event.currentTarget.value)}
      />
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={() => decide('marked', remark.trim())}>
          Mark it anyway
        </Button>
        <Button ref={safe} data-autofocus onClick={() => decide('left out', remark.trim())}>
          Leave it out
        </Button>
      </Group>
    </>
  )
}
