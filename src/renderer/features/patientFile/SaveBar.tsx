// The foot of the dialog: what goes in, the one action, how far it is, and how it ended.
import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import type { JobProgress as Report, JobStage } from '#shared/contract/jobs.ts'
import type { Output } from '#shared/contract/contract.ts'
import { ask, type Failure } from '#renderer/bridge/bridge.ts'
import { countWords } from '#shared/domain/wordLists.ts'
import { JobProgress } from '#renderer/ui/JobProgress.tsx'
import { notifyFailure } from '#renderer/ui/notifyFailure.ts'
import classes from './PatientFileDialog.module.css'
import { exportWordsOf } from './exportWords.ts'
import type { Tally } from './fileChoices.ts'

interface Props {
  /** Making the file is under way. */
  isWorking: boolean
  progress: Report | null
  saved: Output<'patientFile:save'> | undefined
  failure: Failure | null
  /** Null where there is nothing to save. */
  onSave: (() => void) | null
  onCancel: () => void
  tally: Tally | null
}

const stageWords: Readonly<Record<JobStage<'patient file'>, string>> = {
  collecting: 'Collecting…',
  composing: 'Composing…',
  'laying out': 'Laying out…',
  printing: 'Printing…',
  writing: 'Writing…',
}

export function SaveBar({ isWorking, progress, saved, failure, onSave, onCancel, tally }: Props) {
  const saveButton = useRef<HTMLButtonElement>(null)
  const cancelButton = useRef<HTMLButtonElement>(null)
  const wasWorking = useRef(false)
  // The focused button is removed with the change of state: the focus is put back.
  useEffect(() => {
    if (isWorking) cancelButton.current?.focus()
    else if (wasWorking.current) saveButton.current?.focus()
    wasWorking.current = isWorking
  }, [isWorking])
  return (
    <Stack gap="md" className={classes.saveBar ?? ''}>
      <div role="status" className={classes.status}>
        {isWorking ? (
          <Text>{workWords(progress)}</Text>
        ) : saved ? (
          <Saved fileName={saved.fileName} bytes={saved.bytes} />
        ) : (
          tally && <TallyWords tally={tally} />
        )}
      </div>
      {isWorking && <JobProgress kind="patient file" progress={progress} label="Patient file" />}
      {failure && (
        <Alert role="alert" color="ember" icon={<IconAlertTriangle aria-hidden />} title={exportWordsOf(failure).title}>
          {exportWordsOf(failure).text}
        </Alert>
      )}
      <Stack gap="sm">
        {isWorking ? (
          <Button ref={cancelButton} variant="default" fullWidth onClick={onCancel}>
            Cancel
          </Button>
        ) : (
          <>
            <Button
              ref={saveButton}
              fullWidth
              variant={saved ? 'default' : 'filled'}
              disabled={onSave === null || !tally || tally.included === 0}
              onClick={() => onSave?.()}
            >
              Save PDF
            </Button>
            {saved && (
              <Button fullWidth onClick={() => void ask('patientFile:showSaved', {}).catch(notifyFailure)}>
                Show in folder
              </Button>
            )}
          </>
        )}
      </Stack>
    </Stack>
  )
}

function Saved({ fileName, bytes }: { fileName: string; bytes: number }) {
  return (
    <Group gap="sm" wrap="nowrap" align="start">
      <IconCheck size={18} aria-hidden className={classes.check} />
      <Text className={classes.savedName ?? ''}>
        Saved as <bdi>{fileName}</bdi> <span className={classes.size}>{sizeWords(bytes)}</span>
      </Text>
    </Group>
  )
}

function workWords(progress: Report | null): string {
  if (progress === null) return stageWords.collecting
  const { stage, done, total } = progress as Report<'patient file'>
  return total > 0 ? `${stageWords[stage]} ${done} of ${countWords(total, 'session')}` : stageWords[stage]
}

const sizeWords = (bytes: number): string =>
  bytes < 950_000 ? `${Math.max(1, Math.round(bytes / 1000))} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`

function TallyWords({ tally }: { tally: Tally }) {
  const { included, draftsIncluded, draftsLeftOut } = tally
  return (
    <>
      <Text fw={600}>{countWords(included, 'session')}</Text>
      {draftsIncluded > 0 && (
        <Text size="sm" c="dimmed">
          {countWords(draftsIncluded, 'unsigned draft')} among them
        </Text>
      )}
      {draftsLeftOut > 0 && (
        <Text size="sm" c="dimmed">
          {countWords(draftsLeftOut, 'unsigned draft')} left out
        </Text>
      )}
    </>
  )
}
