// Every client's file in one folder, for whoever keeps the records next.
import { Anchor, Button, Group, List, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'wouter'
import { paths } from '#renderer/app/routes.ts'
import type { ClosingClient } from '#shared/contract/closing.ts'
import type { Output } from '#shared/contract/contract.ts'
import { countWords } from '#shared/domain/wordLists.ts'
import { ask } from '#renderer/bridge/bridge.ts'
import { useJob } from '#renderer/bridge/jobs.ts'
import { shownDateFormat } from '#renderer/ui/dateWords.ts'
import { FailureNotice } from '#renderer/ui/FailureNotice.tsx'
import { JobProgress } from '#renderer/ui/JobProgress.tsx'
import { notifyFailure } from '#renderer/ui/notifyFailure.ts'
import classes from './ClosingScreen.module.css'

export function SaveRecords({ clients }: { clients: readonly ClosingClient[] }) {
  const save = useJob('closing:saveFiles')
  const failure = save.failure?.code === 'CANCELLED' ? null : save.failure
  // Without it the place was not chosen, and there is no folder.
  const [hasBegun, setHasBegun] = useState(false)
  const isRunning = save.isPending || save.progress !== null
  const { done = 0, total = 0 } = save.progress ?? {}
  if (total > 0 && !hasBegun) setHasBegun(true)
  if (clients.length === 0) return <Text>There is no client yet.</Text>
  return (
    <Stack gap="sm">
      <Text>
        A PDF of the whole file of each client, archived ones too, and the list of step 4, in a new folder that you
        choose a place for. Private remarks are left out.
      </Text>
      <Text size="sm" c="dimmed">
        The files are not encrypted: put them on a disk that only the next custodian gets. They are named after client
        codes; names are in them only if you chose that in the settings. The list says which code is whose.
      </Text>
      {failure && <FailureNotice failure={failure} words={failure.code === 'BUSY' ? busyWords : undefined} />}
      {hasBegun && save.failure && !isRunning && (
        <Text role="status">
          {save.failure.code === 'CANCELLED' && 'Stopped. '}
          The files that were written are whole, and lie in a folder named “not complete”. The next time begins anew in
          a new folder, because records may have changed by then; delete the old one.
        </Text>
      )}
      {isRunning && (
        <JobProgress
          kind="practice files"
          progress={save.progress}
          label="Practice records"
          words={
            total === 0
              ? 'Choose where the folder goes.'
              : `${done} of ${countWords(total, 'file')} written. Leave Palpate open.`
          }
        />
      )}
      {save.output && !isRunning && <Saved {...save.output} />}
      <Group>
        {isRunning ? (
          <Button variant="default" onClick={save.cancel}>
            Stop
          </Button>
        ) : (
          <>
            <Button
              variant="default"
              onClick={() => {
                setHasBegun(false)
                save.start({ dates: shownDateFormat() })
              }}
            >
              Save all records
            </Button>
            {save.output && (
              <Button variant="subtle" onClick={() => void ask('closing:showFolder', {}).catch(notifyFailure)}>
                Show in folder
              </Button>
            )}
          </>
        )}
      </Group>
    </Stack>
  )
}

/** What was saved, and whose file is missing. */
export function Saved({ folder, files, missing }: Output<'closing:saveFiles'>) {
  return (
    <>
      <Text role="status" className={classes.path ?? ''}>
        {countWords(files, 'file')} and the list are in <bdi>{folder}</bdi>
      </Text>
      {missing.length > 0 && (
        <div role="alert">
          <Text fw={600} c="var(--p-warn)">
            {missing.length === 1
              ? 'The file of 1 client is missing'
              : `The files of ${missing.length} clients are missing`}
          </Text>
          <List size="sm">
            {missing.map(({ clientId, clientName, because }) => (
              <List.Item key={clientId}>
                <Anchor component={Link} href={paths.client(clientId)} size="sm" dir="auto">
                  {clientName}
                </Anchor>{' '}
                {because === 'not printed' ? 'could not be printed' : 'was added while the files were written'}
              </List.Item>
            ))}
          </List>
          <Text size="sm">
            The folder stays named “not complete”, and “Missing files” in it lists them too.{' '}
            {missing.some(({ because }) => because === 'not printed')
              ? 'Save the patient file from the client’s page to see what is wrong, then save all records again.'
              : 'Save all records again to have everybody in one folder.'}
          </Text>
        </div>
      )}
    </>
  )
}

const busyWords = {
  title: 'Another file is being printed',
  text: 'Nothing was written. Wait until it is done, then try again.',
}
