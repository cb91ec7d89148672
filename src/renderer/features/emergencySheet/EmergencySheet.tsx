// The emergency sheet in Settings: whom to give the records to, what the sheet will say, and saving it as a PDF.
import { Alert, Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core'
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react'
import { useState, type SubmitEvent } from 'react'
import type { PracticeSettings } from '#shared/domain/practice.ts'
import { personLimit, type EmergencySheet as Sheet } from '#shared/domain/emergencySheet.ts'
import { ask, type Failure } from '#renderer/bridge/bridge.ts'
import { useJob } from '#renderer/bridge/jobs.ts'
import { useKeptForm } from '#renderer/bridge/keptTexts.ts'
import { useAnswer, useMutationOf } from '#renderer/bridge/queries.ts'
import { exportWordsOf } from '#renderer/features/patientFile/index.ts'
import { instantOnScreen, shownDateFormat } from '#renderer/ui/dateWords.ts'
import { FailureNotice } from '#renderer/ui/FailureNotice.tsx'
import { JobProgress } from '#renderer/ui/JobProgress.tsx'
import { notifyFailure } from '#renderer/ui/notifyFailure.ts'
import classes from './EmergencySheet.module.css'
import { useIsWritable } from '#renderer/ui/Writable.tsx'

/** The button and its dialog. */
export function EmergencySheet({ settings }: { settings: PracticeSettings }) {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <>
      <Button variant="default" onClick={() => setIsOpen(true)}>
        Emergency sheet
      </Button>
      <Modal opened={isOpen} onClose={() => setIsOpen(false)} title="Emergency sheet" size={620}>
        <SheetForm settings={settings} onDone={() => setIsOpen(false)} />
      </Modal>
    </>
  )
}

function SheetForm({ settings, onDone }: { settings: PracticeSettings; onDone: () => void }) {
  const sheet = useAnswer('backup:emergencySheet', {})
  const start = { person: settings.emergencyPerson }
  const form = useKeptForm('emergency sheet', start, (value) => ({ value }))
  const save = useMutationOf('practice:saveSettings')
  const print = useJob('backup:saveEmergencySheet')
  const isWritable = useIsWritable()
  const failure = print.failure?.code === 'CANCELLED' ? null : print.failure

  async function make() {
    const { person } = form.values
    if (isWritable && person !== settings.emergencyPerson) {
      await save.mutateAsync({ settings: { ...settings, emergencyPerson: person } })
    }
    form.forget()
    await print.run({ dates: shownDateFormat() })
  }

  function submit(event: SubmitEvent) {
    event.preventDefault()
    if (print.isPending || save.isPending) return
    // What went wrong is shown below.
    void make().catch(() => undefined)
  }

  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <Text>
          One page for the person who takes care of your clients’ records if you can’t: where they are, and what to do,
          in five steps. Print it, write your recovery code into its boxes, and give it to somebody you trust, or to
          your lawyer.
        </Text>
        <Textarea
          label="Whom to give the records to"
          data-autofocus
          disabled={!isWritable}
          description="A name, and how to reach them. It is kept with your practice, and printed on the sheet."
          autosize
          minRows={2}
          maxRows={5}
          maxLength={personLimit}
          dir="auto"
          {...form.getInputProps('person')}
        />
        {sheet.error && <FailureNotice failure={sheet.error} onRetry={() => void sheet.refetch()} />}
        {sheet.data && <Facts sheet={sheet.data} />}
        <Text size="sm" c="dimmed">
          The code is not on it by itself: Palpate keeps it nowhere, and a file with it would open your records. If you
          no longer have your code, make a new one first.
        </Text>
        {print.isPending && <JobProgress kind="patient file" progress={print.progress} label="Emergency sheet" />}
        {save.error && <FailureNotice failure={save.error} />}
        {failure && <NotSaved failure={failure} />}
        {print.output && !print.isPending && (
          <Group gap="xs" role="status" wrap="nowrap" align="start">
            <IconCheck size={18} aria-hidden className={classes.check} />
            <Text>
              Saved as <bdi>{print.output.fileName}</bdi>
            </Text>
          </Group>
        )}
        <Group justify="flex-end" gap="sm">
          {print.isPending ? (
            <Button variant="default" onClick={print.leave}>
              Cancel
            </Button>
          ) : (
            <>
              <Button variant="default" onClick={onDone}>
                Close
              </Button>
              {print.output && (
                <Button variant="default" onClick={() => void ask('patientFile:showSaved', {}).catch(notifyFailure)}>
                  Show in folder
                </Button>
              )}
              <Button type="submit" loading={save.isPending}>
                Save PDF
              </Button>
            </>
          )}
        </Group>
      </Stack>
    </form>
  )
}

function Facts({ sheet: { vaultFolder, places } }: { sheet: Sheet }) {
  return (
    <>
      <dl className={classes.facts}>
        <div>
          <dt>Your records</dt>
          <dd>{vaultFolder}</dd>
        </div>
        {places.map(({ folder, verifiedAt }) => (
          <div key={folder}>
            <dt>Backups</dt>
            <dd>
              {folder}
              <span>{verifiedAt === null ? 'none yet' : `newest ${instantOnScreen(verifiedAt, null)}`}</span>
            </dd>
          </div>
        ))}
      </dl>
      {places.length === 0 && (
        <Alert
          color="ember"
          icon={<IconAlertTriangle aria-hidden />}
          title="There is no backup yet"
          styles={{ root: { background: 'var(--p-warn-soft)' }, title: { color: 'var(--p-warn)' } }}
        >
          Without one, the sheet leads to this computer only. Add a backup place first.
        </Alert>
      )}
    </>
  )
}

const notMade = {
  title: 'The sheet could not be made',
  text: 'Nothing was written, and your records are safe. Try again.',
}

function NotSaved({ failure }: { failure: Failure }) {
  return <FailureNotice failure={failure} words={failure.code === 'INTERNAL' ? notMade : exportWordsOf(failure)} />
}
