// The third step of restoring: what is in the copy, and the one button that puts it in the vault's place.
import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useLocation } from 'wouter'
import type { CopyContent, FoundCopy } from '#shared/contract/backups.ts'
import type { LeaseHolder } from '#shared/domain/lease.ts'
import { countWords, numberWords } from '#shared/domain/wordLists.ts'
import { paths } from '#renderer/app/routes.ts'
import type { Failure } from '#renderer/bridge/bridge.ts'
import { copyInsideWords } from '#renderer/bridge/copyProblemWords.ts'
import { FailureNotice } from '#renderer/ui/FailureNotice.tsx'
import { instantOnScreen } from '#renderer/ui/dateWords.ts'
import { ScreenHeading, useInitialFocus } from '#renderer/ui/firstFocus.tsx'
import { holderName, holderTitle } from '../holderWords.ts'
import classes from './ConfirmRestore.module.css'
import { copyTitle, newestWords } from './restoreWords.ts'
import { WhenWritable } from '#renderer/ui/Writable.tsx'

const warning = { root: { background: 'var(--p-warn-soft)' }, title: { color: 'var(--p-warn)' } }

interface Props {
  copy: FoundCopy
  content: CopyContent
  isVaultHere: boolean
  isVaultOpen: boolean
  holder: LeaseHolder | null
  isRestoring: boolean
  failure: Failure | null
  onRestore: (problemAccepted: boolean) => void
  onBack: () => void
}

export function ConfirmRestore(props: Props) {
  const { copy, content, isVaultHere, isVaultOpen, holder, isRestoring, failure, onRestore, onBack } = props
  const back = useInitialFocus<HTMLButtonElement>()
  const [, navigate] = useLocation()
  const { problem } = content
  const facts: readonly (readonly [string, string])[] = [
    ['Made', copyTitle(copy)],
    ['Clients', numberWords(content.clients)],
    ['Sessions', numberWords(content.sessions)],
    ['Signed records', numberWords(content.signatures)],
    ['Newest session', newestWords(content)],
  ]
  return (
    <Stack gap="md">
      <ScreenHeading>What is in this backup</ScreenHeading>
      <dl className={classes.facts}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {problem === null ? (
        <Text role="status">It was opened and every record in it was read. It is good.</Text>
      ) : (
        <Alert
          color="ember"
          icon={<IconAlertTriangle aria-hidden />}
          title="Something in it is wrong"
          role="alert"
          styles={warning}
        >
          {copyInsideWords(problem)} If there is another backup, look into that one first.
        </Alert>
      )}
      <Text>
        {isVaultHere
          ? 'The records that are on this computer now are set aside in a folder of their own. Nothing is deleted.'
          : 'The records come to this computer. The backup stays as it is.'}
        {copy.isOfThisVault === false && ' They are of another practice than this backup.'}
      </Text>
      <ErasedSince erasedSince={isVaultHere ? content.erasedSince : []} />
      {isVaultHere && holder?.kind === 'other' && (
        <Alert color="ember" icon={<IconAlertTriangle aria-hidden />} title={holderTitle(holder)} styles={warning}>
          Close Palpate on {holderName(holder)} first. What is written there goes into the records that are set aside.
        </Alert>
      )}
      {isVaultOpen && (
        <Text>Palpate saves and locks first. Then it asks for the passphrase or the recovery code of this backup.</Text>
      )}
      {copy.isOfThisVault === true &&
        (isVaultOpen ? (
          <WhenWritable>
            <Group gap="sm">
              <Text size="sm">To take only sessions from it:</Text>
              <Button variant="default" size="compact-md" onClick={() => navigate(paths.bringIn)}>
                Bring in sessions from another copy
              </Button>
            </Group>
          </WhenWritable>
        ) : (
          <Text size="sm" c="dimmed">
            To take only sessions from it, leave this page, open your records, and press “Bring in sessions from another
            copy” in Settings, Backups.
          </Text>
        ))}
      {failure && <FailureNotice failure={failure} />}
      <Group justify="space-between">
        <Button ref={back} variant="subtle" disabled={isRestoring} onClick={onBack}>
          Choose another one
        </Button>
        <Button loading={isRestoring} onClick={() => onRestore(problem !== null)}>
          {restoreWords(isVaultOpen, problem !== null)}
        </Button>
      </Group>
    </Stack>
  )
}

/** Who was erased after the backup was made, and is in it. */
function ErasedSince({ erasedSince }: Pick<CopyContent, 'erasedSince'>) {
  if (erasedSince === null) {
    return (
      <Alert
        color="ember"
        icon={<IconAlertTriangle aria-hidden />}
        title="It may bring erased clients back"
        styles={warning}
      >
        The records that are on this computer now cannot be read with what opened this backup, so Palpate cannot tell
        whether you erased somebody after it was made.
      </Alert>
    )
  }
  if (erasedSince.length === 0) return null
  return (
    <Alert
      color="ember"
      icon={<IconAlertTriangle aria-hidden />}
      title={`It holds ${countWords(erasedSince.length, 'client')} whom you erased later`}
      styles={warning}
    >
      {erasedSince.map(({ sequence, erasedAt, erasedOffset }) => (
        <div key={sequence}>
          Erased {instantOnScreen(erasedAt, erasedOffset)}, signature {sequence}
        </div>
      ))}
      When you open the restored records, Palpate asks first whether to erase{' '}
      {erasedSince.length === 1 ? 'this client' : 'these clients'} again.
    </Alert>
  )
}

function restoreWords(isVaultOpen: boolean, hasProblem: boolean): string {
  if (isVaultOpen) return hasProblem ? 'Lock, and restore it all the same' : 'Lock and restore'
  return hasProblem ? 'Restore it all the same' : 'Restore this backup'
}
