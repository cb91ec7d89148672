// A bar over every screen while the open vault can't keep what is written: its files are gone, or can't be written.
import { Button, Group, Text } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { Link } from 'wouter'
import { paths } from '#renderer/app/routes.ts'
import { useAnswer, useMutationOf } from '#renderer/bridge/queries.ts'
import type { Output } from '#shared/contract/contract.ts'
import { notifyFailure, withdrawFailure } from '#renderer/ui/notifyFailure.ts'
import { useInitialFocus } from '#renderer/ui/firstFocus.tsx'
import { noticeWords } from './noticeWords.ts'
import { timeNowHere } from '#shared/domain/time.ts'
import classes from './VaultTrouble.module.css'

interface Props {
  /** Opens the notices. */
  onReadNotices: () => void
}

export function VaultTrouble({ onReadNotices }: Props) {
  const status = useAnswer('vault:status', {}).data
  if (status?.isMoved) return <MovedVault status={status} />
  if (status && status.onlyRead !== null) return <ReadOnlyVault status={status} />
  const notice = status?.notices[0]
  return notice ? <NewNotice title={noticeWords(notice).title} onRead={onReadNotices} /> : null
}

/** A notice that came up during work. */
function NewNotice({ title, onRead }: { title: string; onRead: () => void }) {
  return (
    <div role="alert" className={classes.bar}>
      <IconAlertTriangle size={20} stroke={1.8} aria-hidden className={classes.icon} />
      <div>
        <Text fw={650} c="var(--p-warn)">
          {title}
        </Text>
        <Text size="sm">Finish what you are writing, then read what to do.</Text>
      </div>
      <Group gap="sm" className={classes.actions}>
        <Button variant="default" size="compact-md" onClick={onRead}>
          Read more
        </Button>
      </Group>
    </div>
  )
}

/** The content of the rescue copy, followed by its folder. */
function copyWords(isScreenIn: boolean, isOverwritten: boolean): string {
  const missing = 'Not everything on screen could be put in the rescue copy, so do not close Palpate.'
  if (isOverwritten) {
    const onScreen = isScreenIn ? 'What is on screen is in the rescue copy.' : missing
    return `${onScreen} What was saved earlier may be older or missing there, so keep your last copy as well. It is encrypted, with the same passphrase: `
  }
  return isScreenIn
    ? 'Everything up to now is in the rescue copy, encrypted, with the same passphrase: '
    : `${missing} All that was saved is in it: `
}

/** What happened to the files, and what to do about it. */
function movedWords({ folder, heldBy, isOverwritten }: Output<'vault:status'>) {
  if (heldBy !== null) {
    return {
      title: heldBy.computer === null ? 'Another computer has taken over.' : `${heldBy.computer} has taken over.`,
      text: 'If something on it is not saved yet, write a rescue copy. Otherwise lock Palpate: you can read these records here, or take over again.',
    }
  }
  return isOverwritten
    ? {
        title: 'Something was copied over your open vault.',
        text: `Write a rescue copy to another disk, then see what was put into ${folder}.`,
      }
    : {
        title: 'Your vault is not where it was.',
        text: `Put ${folder} back, or write a rescue copy to another disk.`,
      }
}

function MovedVault({ status }: { status: Output<'vault:status'> }) {
  const { heldBy } = status
  const isOverwritten = status.isOverwritten && heldBy === null
  const words = movedWords(status)
  const cache = useQueryClient()
  const rescue = useMutationOf('vault:rescueCopy')
  const written = rescue.data
  const [lookedAt, setLookedAt] = useState<string | null>(null)
  // Failures while the vault was gone are hidden once it is back.
  useEffect(
    () => () => {
      withdrawFailure('VAULT_MOVED')
      withdrawFailure('UNSAVED')
    },
    [],
  )

  async function look() {
    await cache.invalidateQueries({ queryKey: ['vault:status'] })
    // Still mounted: the vault is still gone.
    setLookedAt(timeNowHere())
  }

  return (
    <div role="alert" className={classes.bar}>
      <IconAlertTriangle size={20} stroke={1.8} aria-hidden className={classes.icon} />
      <div>
        <Text fw={650} c="var(--p-warn)">
          {words.title} Nothing is being saved{heldBy !== null && ' here'}.
        </Text>
        <Text size="sm">
          {written === undefined ? (
            <>
              Do not close Palpate: what is on screen is kept. <span className={classes.place}>{words.text}</span>
            </>
          ) : (
            <>
              {copyWords(written.isScreenIn, isOverwritten)}
              {written.folder}
            </>
          )}{' '}
          {lookedAt !== null &&
            `Looked at ${lookedAt}: ${heldBy === null ? 'it is still not there.' : 'it is still in use there.'}`}
        </Text>
      </div>
      <Group gap="sm" className={classes.actions}>
        <Button variant="default" size="compact-md" onClick={() => void look()}>
          Look again
        </Button>
        <Button
          variant={written === undefined ? 'filled' : 'default'}
          size="compact-md"
          loading={rescue.isPending}
          onClick={() => rescue.mutate({}, { onError: notifyFailure })}
        >
          Write a rescue copy
        </Button>
        {written !== undefined && <OpenRescueCopy />}
      </Group>
    </div>
  )
}

/** Takes the focus, which the disabled button lost while it wrote the copy. */
function OpenRescueCopy() {
  const open = useMutationOf('vault:openRescue')
  const button = useInitialFocus<HTMLButtonElement>()
  return (
    <Button
      ref={button}
      size="compact-md"
      loading={open.isPending}
      onClick={() => open.mutate({}, { onError: notifyFailure })}
    >
      Open the rescue copy
    </Button>
  )
}

function whyOnlyRead({ onlyRead, folder }: Output<'vault:status'>): string {
  switch (onlyRead) {
    case 'full':
      return `The disk is full that holds ${folder}. Free some space, lock Palpate, and unlock it again.`
    case 'in use':
      return 'Another computer has them open. You see them as they were when you unlocked.'
    case 'moved':
      return 'This practice was moved to another computer.'
    default:
      return `${folder} is read-only.`
  }
}

function ReadOnlyVault({ status }: { status: Output<'vault:status'> }) {
  return (
    <div role="status" className={classes.bar}>
      <IconAlertTriangle size={20} stroke={1.8} aria-hidden className={classes.icon} />
      <div>
        <Text fw={650} c="var(--p-warn)">
          {status.onlyRead === 'damaged'
            ? 'This is what can be read of a damaged vault. You can’t change it.'
            : 'You can read these records, but not change them.'}
        </Text>
        <Text size="sm">
          {status.onlyRead === 'damaged' ? (
            <>
              Some records may be missing:{' '}
              <Link href={paths.salvage} style={{ color: 'inherit' }}>
                What could not be read
              </Link>
              . To go on, lock Palpate, then restore a backup or salvage what can be read.
            </>
          ) : (
            whyOnlyRead(status)
          )}
        </Text>
      </div>
    </div>
  )
}
