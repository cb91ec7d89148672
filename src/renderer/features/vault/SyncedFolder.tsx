// The warning of a vault in a folder that a service copies between computers: on Today until somebody keeps it there knowingly,
// and in the settings as long as it is so.
import { Alert, Button } from '@mantine/core'
import { IconCloudExclamation } from '@tabler/icons-react'
import { useState } from 'react'
import { Link } from 'wouter'
import { paths } from '#renderer/app/routes.ts'
import { useAnswer } from '#renderer/bridge/queries.ts'
import { keepHere, keptHere } from '#renderer/ui/machineStore.ts'
import { QuestionCard } from '#renderer/ui/QuestionCard.tsx'

const keptKey = 'palpate-synced-folder-kept'

const dangerOf = (service: string) =>
  `${service} copies files while Palpate is writing them, and may put an older state back over a newer one.`

export function SyncedFolderCard() {
  const status = useAnswer('vault:status', {}).data
  const [kept, setKept] = useState(() => keptHere(keptKey))
  if (!status || status.syncedBy === null || status.folder === kept) return null
  const keep = () => {
    keepHere(keptKey, status.folder)
    setKept(status.folder)
  }
  return (
    <QuestionCard
      icon={<IconCloudExclamation size={20} stroke={1.7} />}
      title={`Your records are in a folder of ${status.syncedBy}`}
      text={dangerOf(status.syncedBy)}
    >
      <Button variant="subtle" size="compact-md" onClick={keep}>
        Keep them there
      </Button>
      <Button component={Link} href={paths.settings} variant="default" size="compact-md">
        What to do
      </Button>
    </QuestionCard>
  )
}

export function SyncedFolderWarning() {
  const service = useAnswer('vault:status', {}).data?.syncedBy ?? null
  if (service === null) return null
  return (
    <Alert color="ember" mt="sm" title={`This folder belongs to ${service}`}>
      {dangerOf(service)} Close Palpate, move the vault’s folder to one that only this computer has, and choose it with
      “Open another vault”. Put backups into {service} instead: they are encrypted, and never written twice. If two
      computers take turns in this folder, lock Palpate on one and wait until {service} is done before you unlock on the
      other.
    </Alert>
  )
}
