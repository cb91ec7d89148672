// Signing: everything is saved first, then shown as it is stored, then locked.
import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { PracticeFields } from '#shared/domain/practice.ts'
import { signerName } from '#shared/domain/practice.ts'
import type { SessionRecord } from '#shared/contract/sessions.ts'
import { ask, failureOf, type Failure } from '#renderer/bridge/bridge.ts'
import { FailureNotice } from '#renderer/ui/FailureNotice.tsx'
import { draftSettled } from './openDrafts.ts'
import classes from './SignDialog.module.css'
import { isEmptyNote, signWarnings } from './signSummary.ts'
import { SignNotices } from './SignNotices.tsx'
import { SignSummary } from './SignSummary.tsx'
import { sessionAnswers } from './useDraft.ts'

interface Props {
  sessionId: string
  opened: boolean
  onClose: () => void
  /** The therapist goes back to the body map. Called when the dialog is gone. */
  onShowMap: () => void
}

export function SignDialog({ sessionId, opened, onClose, onShowMap }: Props) {
  const [isGoingToMap, setIsGoingToMap] = useState(false)
  const goToMap = () => {
    setIsGoingToMap(true)
    onClose()
  }
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title="Sign this note"
      size={620}
      classNames={{ body: classes.body ?? '', title: classes.title ?? '' }}
      returnFocus={!isGoingToMap}
      onExitTransitionEnd={() => {
        if (!isGoingToMap) return
        setIsGoingToMap(false)
        onShowMap()
      }}
    >
      <Signing sessionId={sessionId} onClose={onClose} onShowMap={goToMap} />
    </Modal>
  )
}

interface Stored {
  record: SessionRecord
  practice: PracticeFields
}

function Signing({ sessionId, onClose, onShowMap }: Omit<Props, 'opened'>) {
  const stored = useQuery<Stored, Failure>({
    queryKey: ['signing', sessionId],
    queryFn: async () => {
      await draftSettled(sessionId)
      const [record, { practice }] = await Promise.all([ask('session:get', { id: sessionId }), ask('practice:get', {})])
      return { record, practice }
    },
    gcTime: 0,
    staleTime: 0,
  })
  if (stored.error) return <FailureNotice failure={stored.error} onRetry={() => void stored.refetch()} />
  if (!stored.data || stored.isFetching) return <Text c="dimmed">Saving…</Text>
  if (isEmptyNote(stored.data.record)) return <NothingToSign onClose={onClose} />
  if (isOfNewerVersion(stored.data.record)) return <NotReadable onClose={onClose} />
  return <Confirmation {...stored.data} onClose={onClose} onShowMap={onShowMap} />
}

/** Nobody signs what they cannot see as it is. */
const isOfNewerVersion = ({ unknownMarks, sections }: SessionRecord) =>
  unknownMarks.length > 0 || sections.some(({ document }) => document === null)

const NotReadable = ({ onClose }: { onClose: () => void }) => (
  <Stack>
    <Text>
      A part of this note was written by a newer version of Palpate, or is damaged. It is kept as it is, but cannot be
      signed here. Open it in the newest version.
    </Text>
    <Group justify="flex-end">
      <Button variant="default" onClick={onClose}>
        Back to the note
      </Button>
    </Group>
  </Stack>
)

const NothingToSign = ({ onClose }: { onClose: () => void }) => (
  <Stack>
    <Text>There is nothing to sign yet. Write a section, mark a finding or record the pain first.</Text>
    <Group justify="flex-end">
      <Button variant="default" onClick={onClose}>
        Back to the note
      </Button>
    </Group>
  </Stack>
)

function Confirmation({ record, practice, onClose, onShowMap }: Stored & Pick<Props, 'onClose' | 'onShowMap'>) {
  const cache = useQueryClient()
  const sign = useMutation<unknown, Failure>({
    mutationFn: async () => {
      await draftSettled(record.id).catch((thrown: unknown) => {
        throw failureOf(thrown)
      })
      return ask('session:sign', { id: record.id })
    },
    onSuccess: async () => {
      await cache.invalidateQueries({ queryKey: ['session:get', { id: record.id }] })
      for (const name of sessionAnswers) void cache.invalidateQueries({ queryKey: [name] })
    },
    retry: false,
  })
  const credentials = [practice.credentials, practice.licenceNumber && `licence ${practice.licenceNumber}`]
  return (
    <Stack gap="md">
      <SignSummary record={record} />
      <SignNotices {...signWarnings(record)} onShowMap={onShowMap} />
      <div className={classes.signer}>
        <Text size="md">
          Signing locks the note for good: nobody can change it afterwards, an addendum can be added.
        </Text>
        <div className={classes.name} dir="auto">
          {signerName(practice)}
        </div>
        <Text size="sm" c="dimmed" dir="auto">
          {credentials.filter(Boolean).join(' · ') ||
            'Credentials and licence are not filled in; they can be in Settings.'}
        </Text>
      </div>
      {sign.error && <FailureNotice failure={sign.error} />}
      <Group justify="flex-end" gap="sm">
        <Button variant="default" onClick={onClose}>
          Not yet
        </Button>
        <Button onClick={() => sign.mutate()} loading={sign.isPending} data-autofocus>
          Sign and lock
        </Button>
      </Group>
    </Stack>
  )
}
