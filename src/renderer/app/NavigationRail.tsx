// The rail: the app's places, always in reach, and the lock.
import { Tooltip, UnstyledButton } from '@mantine/core'
import { IconCalendar, IconLock, IconSettings, IconUsers } from '@tabler/icons-react'
import { Link, useLocation, useRoute } from 'wouter'
import { BackupSign } from '#renderer/features/backups/index.ts'
import { lockNow } from '#renderer/features/vault/index.ts'
import { Logo } from '#renderer/ui/Logo.tsx'
import { usePlaces } from '#renderer/ui/places.tsx'
import { shortcutKeys } from '#renderer/ui/shortcuts.ts'
import classes from './NavigationRail.module.css'
import { paths } from './routes.ts'

interface PlaceProps {
  to: string
  /** The routes under which this place counts as the current one. */
  pattern: string
  name: string
  icon: typeof IconUsers
}

function Place({ to, pattern, name, icon: Icon }: PlaceProps) {
  const [isHere] = useRoute(pattern)
  return (
    <Link href={to} className={classes.place} aria-current={isHere ? 'page' : undefined}>
      <Icon size={20} stroke={1.7} aria-hidden />
      <span>{name}</span>
    </Link>
  )
}

export function NavigationRail() {
  const [isInSession] = useRoute('/sessions/:id')
  const [, navigate] = useLocation()
  const places = usePlaces()
  return (
    <nav className={classes.rail} aria-label="Main">
      <div className={classes.mark}>
        <Logo size={32} />
      </div>
      <Place to={paths.today} pattern="/today" name="Today" icon={IconCalendar} />
      <Place to={paths.clients} pattern={isInSession ? '/sessions/*' : '/clients/*?'} name="Clients" icon={IconUsers} />
      <div className={classes.gap} />
      <BackupSign onOpen={() => places.focus('backups') || navigate(paths.backups)} />
      <Place to={paths.settings} pattern="/settings/*?" name="Settings" icon={IconSettings} />
      <Tooltip label={`Lock (${shortcutKeys('lock')})`} position="right">
        <UnstyledButton className={classes.place} onClick={lockNow}>
          <IconLock size={20} stroke={1.7} aria-hidden />
          <span>Lock</span>
        </UnstyledButton>
      </Tooltip>
    </nav>
  )
}
