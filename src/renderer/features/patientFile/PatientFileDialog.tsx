// The dialog that makes a patient file: what goes in, how it will look, and where it went.
import { Modal } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { PatientFileOptions } from '#shared/contract/patientFile.ts'
import type { PracticeSettings } from '#shared/domain/practice.ts'
import { ask, failureOf } from '#renderer/bridge/bridge.ts'
import { useJob, type Job } from '#renderer/bridge/jobs.ts'
import { today } from '#renderer/bridge/wallClock.ts'
import { shownDateFormat } from '#renderer/ui/dateWords.ts'
import { FailureNotice } from '#renderer/ui/FailureNotice.tsx'
import { useLatest } from '#renderer/ui/useLatest.ts'
import classes from './PatientFileDialog.module.css'
import { firstChoices, optionsOf, tallyOf } from './fileChoices.ts'
import { FileOptions } from './FileOptions.tsx'
import { FilePreview } from './FilePreview.tsx'
import { SaveBar } from './SaveBar.tsx'

interface Props {
  clientId: string
  opened: boolean
  onClose: () => void
}

export function PatientFileDialog({ clientId, opened, onClose }: Props) {
  const job = useJob('patientFile:save')
  const latest = useLatest(job)
  // Also where its screen is left from the menu: a file that goes on unseen could be neither cancelled nor made anew.
  useEffect(
    () => () => {
      // oxlint-disable-next-line react-hooks/exhaustive-deps -- the job as it is when the dialog goes
      if (latest.current.isPending) latest.current.leave()
    },
    [latest],
  )
  const close = () => {
    if (job.isPending) return job.leave()
    job.reset()
    onClose()
  }
  // Never cached: the preview must show what the vault holds now.
  const settings = useQuery({
    queryKey: ['practice:get', {}],
    queryFn: () => ask('practice:get', {}),
    enabled: opened,
  })
  return (
    <Modal
      opened={opened}
      onClose={close}
      title="Patient file"
      size="min(1140px, 96vw)"
      closeOnClickOutside={!job.isPending}
      classNames={{ content: classes.content ?? '', body: classes.body ?? '', title: classes.title ?? '' }}
    >
      {settings.error && <FailureNotice failure={failureOf(settings.error)} onRetry={() => void settings.refetch()} />}
      {settings.data && <Choosing clientId={clientId} settings={settings.data.settings} job={job} />}
    </Modal>
  )
}

interface ChoosingProps {
  clientId: string
  settings: PracticeSettings
  job: Job<'patientFile:save'>
}

function Choosing({ clientId, settings, job }: ChoosingProps) {
  const [choices, setChoices] = useState(() => firstChoices(settings.paperSize))
  const options = optionsOf(choices, today())
  const sessions = useQuery({
    queryKey: ['client:get', { id: clientId }],
    queryFn: () => ask('client:get', { id: clientId }),
    staleTime: 0,
  })
  const file = usePreviewFile(clientId, options)
  const tally = options && sessions.data ? tallyOf(sessions.data.sessions, options) : null
  const failed = sessions.error ?? file.error
  return (
    <div className={classes.panes}>
      <div className={classes.choices}>
        <FileOptions
          choices={choices}
          onChange={(change) => {
            job.reset()
            setChoices({ ...choices, ...change })
          }}
          hasBadPeriod={options === null}
          isDisabled={job.isPending}
        />
        <SaveBar
          isWorking={job.isPending}
          progress={job.progress}
          saved={job.output}
          // Cancelling needs no message.
          failure={job.failure?.code === 'CANCELLED' ? null : job.failure}
          onSave={options && (() => job.start({ clientId, options, dates: shownDateFormat() }))}
          onCancel={job.leave}
          tally={tally}
        />
      </div>
      <div className={classes.preview}>
        {failed ? (
          <FailureNotice
            failure={failureOf(failed)}
            onRetry={() => void Promise.all([sessions.refetch(), file.refetch()])}
          />
        ) : (
          <FilePreview file={options && file.data ? file.data : null} tally={tally} />
        )}
      </div>
    </div>
  )
}

/** The file as it would be printed now; kept only as long as the dialog shows it. */
const usePreviewFile = (clientId: string, options: PatientFileOptions | null) =>
  useQuery({
    queryKey: ['patientFile:compose', { clientId, options }],
    queryFn: () => (options ? ask('patientFile:compose', { clientId, options }) : null),
    enabled: options !== null,
    staleTime: 0,
    gcTime: 0,
    placeholderData: keepPreviousData,
  })
