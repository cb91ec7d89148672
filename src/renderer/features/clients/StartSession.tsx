// The ways to begin a session: now, with a template or without one, or late for a visit that was never charted.
import { Button, Menu } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconCheck, IconChevronDown, IconHistory, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { paths } from '#renderer/app/routes.ts'
import { useAnswer, useMutationOf } from '#renderer/bridge/queries.ts'
import { wallNow } from '#renderer/bridge/wallClock.ts'
import { PostponeDialog } from '#renderer/features/health/index.ts'
import { safetyOf, type SafetyLine } from '#shared/domain/health/safety.ts'
import { notifyFailure } from '#renderer/ui/notifyFailure.ts'
import type { ClientRecord } from '#shared/contract/clients.ts'
import type { Output } from '#shared/contract/contract.ts'
import type { SessionSummary } from '#shared/contract/sessions.ts'
import { isLateEntryKept, LateEntryDialog } from './LateEntryDialog.tsx'
import classes from './StartSession.module.css'

interface Props {
  client: ClientRecord
  /** The client's latest session, from which a late entry takes length and place. */
  last: SessionSummary | undefined
}

const icon = { size: 16, stroke: 1.7, 'aria-hidden': true } as const

export function StartSession({ client, last }: Props) {
  const [, navigate] = useLocation()
  const start = useMutationOf('session:start')
  const [isLate, setIsLate] = useState(() => isLateEntryKept(client.id))

  const open = ({ id, isTemplateMissing }: Output<'session:start'>) => {
    if (isTemplateMissing) {
      notifications.show({
        title: 'The template is gone',
        message: 'It has been deleted, so the session begins without one. Choose another in the client’s details.',
        autoClose: 12_000,
      })
    }
    navigate(paths.session(id))
  }
  const { postponing, versionId } = usePostponing(client.id)
  /** What begins once it was asked whether it should; null while nothing is asked. */
  const [asked, setAsked] = useState<{ readonly templateId?: string | null } | null>(null)
  const begin = (templateId?: string | null) => {
    const wish = templateId === undefined ? {} : { templateId }
    if (postponing.length > 0) setAsked(wish)
    else startNow(wish)
  }
  const startNow = (wish: { readonly templateId?: string | null }) =>
    start.mutate({ clientId: client.id, serviceStart: wallNow(), ...wish }, { onSuccess: open, onError: notifyFailure })

  return (
    <>
      <Button variant="default" leftSection={<IconHistory {...icon} />} onClick={() => setIsLate(true)}>
        Late entry
      </Button>
      <div className={classes.pair}>
        <Button
          className={classes.now}
          leftSection={<IconPlus {...icon} stroke={2} />}
          loading={start.isPending}
          onClick={() => begin()}
        >
          New session
        </Button>
        <TemplateMenu defaultTemplateId={client.defaultTemplateId} onChoose={begin} />
      </div>
      {asked && versionId !== null && (
        <PostponeDialog
          clientId={client.id}
          versionId={versionId}
          lines={postponing}
          onStart={() => {
            setAsked(null)
            startNow(asked)
          }}
          onClose={() => setAsked(null)}
        />
      )}
      {isLate && <LateEntryDialog client={client} last={last} onStarted={open} onClose={() => setIsLate(false)} />}
    </>
  )
}

/** What of a client's answers speaks for another day, with the version that says so. */
function usePostponing(clientId: string): { postponing: readonly SafetyLine[]; versionId: string | null } {
  const current = useAnswer('health:get', { clientId }).data?.current
  if (!current) return { postponing: [], versionId: null }
  return {
    postponing: safetyOf(current.health).filter(({ meaning }) => meaning === 'postpone'),
    versionId: current.id,
  }
}

interface MenuProps {
  defaultTemplateId: string | null
  onChoose: (templateId: string | null) => void
}

function TemplateMenu({ defaultTemplateId, onChoose }: MenuProps) {
  const templates = useAnswer('template:list', {}).data ?? []
  const known = templates.some(({ id }) => id === defaultTemplateId) ? defaultTemplateId : null
  const mark = (isUsual: boolean) => isUsual && <IconCheck {...icon} aria-label="used by “New session”" />
  return (
    <Menu position="bottom-end" shadow="md" withinPortal={false} withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <Button className={classes.more} px="sm" aria-label="Choose a template">
          <IconChevronDown {...icon} />
        </Button>
      </Menu.Target>
      <Menu.Dropdown className={classes.dropdown ?? ''}>
        <Menu.Label>Begin with</Menu.Label>
        {templates.map(({ id, name, lengthMinutes }) => (
          <Menu.Item key={id} onClick={() => onChoose(id)} rightSection={mark(id === known)}>
            <bdi>{name}</bdi>
            {lengthMinutes !== null && <span className={classes.length}> {lengthMinutes} min</span>}
          </Menu.Item>
        ))}
        {templates.length > 0 && <Menu.Divider />}
        <Menu.Item onClick={() => onChoose(null)} rightSection={mark(known === null)}>
          Without template
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
