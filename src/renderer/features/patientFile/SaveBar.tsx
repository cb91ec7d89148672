// The foot of the dialog: what goes in, the one action, how far it is, and how it ended.
import { Alert, Button, Group, Loader, Stack, Text } from '@mantine/core'
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import type { PatientFileOptions, PrintStage } from '#shared/contract/patientFile.ts'
import { ask } from '#renderer/bridge/bridge.ts'
import { countWords } from '#shared/domain/wordLists.ts'
import { tellFailure } from '#renderer/ui/tellFailure.ts'
import classes from './PatientFileDialog.module.css'
import { exportWordsOf } from './exportWords.ts'
import type { Tally } from './fileChoices.ts'
import type { PatientFileJob } from './usePatientFileJob.ts'

interface Props {
  job: PatientFileJob
  options: PatientFileOptions | null
  tally: Tally | null
}

const stageWords: Readonly<Record<PrintStage, string>> = {
  collecting: 'Collecting…',
  'laying out': 'Laying out…',
  printing: 'Printing…',
  writing: 'Writing…',
}

export function SaveBar({ job, options, tally }: Props) {
  const { state } = job
  const isWorking = state.kind === 'working'
  const saveButton = useRef<HTMLButtonElement>(null)
  const cancelButton = useRef<HTMLButtonElement>(null)
  const wasWorking = useRef(false)
  // The button that had the focus goes away with the change of state; the focus must not go with it.
  useEffect(() => {
    if (isWorking) cancelButton.current?.focus()
    else if (wasWorking.current) saveButton.current?.focus()
    wasWorking.current = isWorking
  }, [isWorking])
  return (
    <Stack gap="md" className={classes.saveBar ?? ''}>
      <div role="status" className={classes.status}>
        {isWorking ? (
          <Group gap="sm">
            <Loader size={14} aria-hidden />
            <Text>{stageWords[state.stage]}</Text>
          </Group>
        ) : state.kind === 'saved' ? (
          <Saved fileName={state.fileName} bytes={state.bytes} />
        ) : (
          tally && <TallyWords tally={tally} />
        )}
      </div>
      {state.kind === 'failed' && (
        <Alert
          role="alert"
          color="ember"
          icon={<IconAlertTriangle aria-hidden />}
          title={exportWordsOf(state.failure).title}
        >
          {exportWordsOf(state.failure).text}
        </Alert>
      )}
      <Stack gap="sm">
        {isWorking ? (
          <Button ref={cancelButton} variant="default" fullWidth onClick={job.cancel}>
            Cancel
          </Button>
        ) : (
          <>
            <Button
              ref={saveButton}
              fullWidth
              variant={state.kind === 'saved' ? 'default' : 'filled'}
              disabled={options === null || !tally || tally.included === 0}
              onClick={() => options && void job.save(options)}
            >
              Save PDF
            </Button>
            {state.kind === 'saved' && (
              <Button fullWidth onClick={() => void ask('patientFile:showSaved', {}).catch(tellFailure)}>
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
