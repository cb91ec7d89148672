// Asks before a region is marked that the client's safety record forbids or limits; the answer goes into the note.
import { Button, Group, Modal, Text, TextInput } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { fieldTextLimit } from '#shared/domain/text.ts'
import { regionInSentence } from '#shared/domain/bodymap/regions.ts'
import { useKeptTyping } from '#renderer/bridge/keptTexts.ts'
import { useUnstored } from '#renderer/ui/unstoredFields.ts'
import type { NoGoQuestion } from '../marking/useMarking.ts'

/** The answer, with the current reason. */
type Answer = Parameters<NoGoQuestion['decide']>[0]

export function NoGoDialog({ sessionId, question }: { sessionId: string; question: NoGoQuestion | null }) {
  // Kept here: closing the dialog is an answer too, and keeps the reason. A lock is none: the reason is there
  // again when the region is asked about again.
  const keptIn = `no-go answer ${question?.area.regionId ?? ''} ${sessionId}`
  const [{ remark = '' }, setTyping] = useKeptTyping<'remark'>(keptIn)
  const decide = (answer: Answer) => {
    question?.decide(answer, remark.trim())
    setTyping({})
  }
  return (
    <Modal
      opened={question !== null}
      onClose={() => decide('left out')}
      title={question?.area.level === 'forbidden' ? 'Forbidden area' : 'Limited area'}
      withCloseButton={false}
      centered
    >
      {question && (
        <Question
          key={question.area.id}
          area={question.area}
          keptIn={keptIn}
          remark={remark}
          onRemark={(text) => setTyping({ remark: text })}
          onDecide={decide}
        />
      )}
    </Modal>
  )
}

interface QuestionProps extends Pick<NoGoQuestion, 'area'> {
  keptIn: string
  remark: string
  onRemark: (text: string) => void
  onDecide: (answer: Answer) => void
}

function Question({ area, keptIn, remark, onRemark, onDecide }: QuestionProps) {
  const safe = useRef<HTMLButtonElement>(null)
  const box = useRef<HTMLInputElement>(null)
  useUnstored({
    name: 'Why (optional)',
    isUnstored: remark.trim() !== '',
    show: () => box.current?.focus(),
    keptIn,
    // Each way out of the question keeps it.
    lostWords: null,
  })
  // One question may follow another in the same dialog.
  useEffect(() => safe.current?.focus(), [])
  return (
    <>
      <Text mb="xs">
        The safety record {area.level === 'forbidden' ? 'forbids' : 'limits'} <b>{regionInSentence(area.regionId)}</b>:{' '}
        <span dir="auto">{area.reason}</span>. Your answer is kept with this note.
      </Text>
      <TextInput
        ref={box}
        label="Why (optional)"
        maxLength={fieldTextLimit}
        value={remark}
        onChange={(event) => onRemark(event.currentTarget.value)}
      />
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={() => onDecide('marked')}>
          Mark it anyway
        </Button>
        <Button ref={safe} data-autofocus onClick={() => onDecide('left out')}>
          Leave it out
        </Button>
      </Group>
    </>
  )
}
