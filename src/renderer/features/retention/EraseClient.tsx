// "Erase client": what goes, what stays, the name that has to be typed, and a reason before the time to keep the record is over.
import { Button, Checkbox, Group, List, Modal, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState, type SubmitEvent } from 'react'
import { useLocation } from 'wouter'
import { paths } from '#renderer/app/routes.ts'
import { ask, Failure, failureOf } from '#renderer/bridge/bridge.ts'
import { useJob } from '#renderer/bridge/jobs.ts'
import { refreshAfter, useAnswer } from '#renderer/bridge/queries.ts'
import { flushUnsavedWork } from '#renderer/bridge/unsavedWork.ts'
import { useLeftBehind, wordsOfKept } from '#renderer/features/backups/index.ts'
import { FailureNotice } from '#renderer/ui/FailureNotice.tsx'
import { stopOfferingUndo } from '#renderer/ui/notifyWithUndo.tsx'
import type { ClientRecord } from '#shared/contract/clients.ts'
import { displayName } from '#shared/domain/client.ts'
import { isNameTyped, nameToType } from '#shared/domain/retention/erasure.ts'
import { longTextLimit } from '#shared/domain/text.ts'
import { isFree, timeWords, wordsOfIssue } from './retentionWords.ts'

interface Props {
  client: ClientRecord
  /** Called to save the patient file first. */
  onPatientFile: () => void
}

/** The button and its dialog, for a client who is archived. */
export function EraseClient({ client, onPatientFile }: Props) {
  const [isOpen, setIsOpen] = useState(false)
  const close = () => setIsOpen(false)
  return (
    <>
      <Button variant="subtle" color="gray" c="var(--p-warn)" onClick={() => setIsOpen(true)}>
        Erase client
      </Button>
      <Modal opened={isOpen} onClose={close} title="Erase this client?" size={560} closeOnClickOutside={false}>
        <EraseDialog
          client={client}
          onClose={close}
          onPatientFile={() => {
            close()
            onPatientFile()
          }}
        />
      </Modal>
    </>
  )
}

function EraseDialog({ client, onPatientFile, onClose }: Props & { onClose: () => void }) {
  const { id, fields } = client
  const answer = useAnswer('retention:ofClient', { id })
  const [typedName, setTypedName] = useState('')
  const [isDecided, setIsDecided] = useState(false)
  const [reason, setReason] = useState('')
  const erasing = useErasing(id)
  const left = useLeftBehind()
  if (answer.error) return <FailureNotice failure={answer.error} onRetry={() => void answer.refetch()} />
  if (!answer.data) return null
  const { retained } = answer.data
  const needsReason = !isFree(retained)
  const isReady = isNameTyped(fields, typedName) && (!needsReason || (isDecided && reason.trim() !== ''))
  const issue = (field: string) => wordsOfIssue(erasing.failure?.issueAt(field))

  function submit(event: SubmitEvent) {
    event.preventDefault()
    if (isReady && !erasing.isPending) void erasing.erase({ typedName, reason: needsReason ? reason : null })
  }

  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        <Text>
          <bdi>{displayName(fields)}</bdi>: {timeWords(retained)}
        </Text>
        <div>
          <Text fw={600}>What goes, for good</Text>
          <List size="sm">
            <List.Item>
              name, date of birth, contact data, alert, no-go areas, and what they said about their health
            </List.Item>
            <List.Item>every session: notes, body maps, measures, lists, private remarks, also in the bin</List.Item>
            <List.Item>addenda, amendments, the history of drafts, and what was half typed</List.Item>
          </List>
        </div>
        <div>
          <Text fw={600}>What stays</Text>
          <List size="sm">
            <List.Item>
              of each signed note its number, time and fingerprint and your signature, so that the record of everybody
              else can still be verified; nothing of it names the client
            </List.Item>
            <List.Item>that you erased a client today, signed by you</List.Item>
            <List.Item>patient files and printed pages that left Palpate, and backups from before today</List.Item>
            {wordsOfKept(left).map((words) => (
              <List.Item key={words}>{words}</List.Item>
            ))}
          </List>
        </div>
        <Group>
          <Button variant="default" onClick={onPatientFile}>
            Save the patient file first
          </Button>
        </Group>
        {needsReason && (
          <>
            <Checkbox
              label="I erase this record although it may still have to be kept"
              checked={isDecided}
              onChange={(event) => setIsDecided(event.currentTarget.checked)}
            />
            <Textarea
              label="Reason"
              description="It stays with the record of the erasure. Do not name the client in it."
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
              error={issue('reason')}
              maxLength={longTextLimit}
              autosize
              minRows={2}
              maxRows={6}
              dir="auto"
            />
          </>
        )}
        <TextInput
          label="The client’s last name, to confirm"
          description={
            <>
              Type <bdi>{nameToType(fields)}</bdi>
            </>
          }
          value={typedName}
          onChange={(event) => setTypedName(event.currentTarget.value)}
          error={issue('typedName')}
          autoComplete="off"
          spellCheck={false}
          dir="auto"
        />
        {erasing.failure && erasing.failure.code !== 'VALIDATION' && <FailureNotice failure={erasing.failure} />}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            Keep
          </Button>
          <Button type="submit" color="ember" disabled={!isReady} loading={erasing.isPending}>
            Erase for good
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

/** Erases, leads to the screen that shows what was erased, and has what is left in the files overwritten. */
function useErasing(id: string) {
  const [, navigate] = useLocation()
  const cache = useQueryClient()
  const clear = useJob('vault:clearTraces')
  const [failure, setFailure] = useState<Failure | null>(null)
  const [isPending, setIsPending] = useState(false)

  async function erase(given: { typedName: string; reason: string | null }): Promise<void> {
    setFailure(null)
    setIsPending(true)
    try {
      if ((await flushUnsavedWork()) === 'unsaved') throw new Failure({ code: 'UNSAVED' })
      await ask('retention:erase', { id, ...given })
    } catch (thrown) {
      setFailure(failureOf(thrown))
      setIsPending(false)
      return
    }
    // This screen is of a client who is no longer there, and so may be what could be undone.
    stopOfferingUndo()
    navigate(paths.retention, { replace: true })
    // What went wrong is on the screen that follows, with a way to try again.
    await clear.run({}).catch(() => undefined)
    await refreshAfter(cache, 'retention:erase')
    // Nothing of the client stays in the page's memory.
    cache.removeQueries({ type: 'inactive' })
  }
  return { erase, failure, isPending }
}
