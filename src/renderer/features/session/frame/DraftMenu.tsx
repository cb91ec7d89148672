// The menu of a draft's rare actions.
import { ActionIcon, Menu } from '@mantine/core'
import { IconAppWindow, IconDots, IconTrash } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useLocation } from 'wouter'
import type { SessionRecord } from '#shared/contract/sessions.ts'
import { paths } from '#renderer/app/routes.ts'
import { refreshAfterSession } from '#renderer/bridge/queries.ts'
import { ask } from '#renderer/bridge/bridge.ts'
import { openWindow } from '#renderer/bridge/otherWindows.ts'
import { notifyFailure } from '#renderer/ui/notifyFailure.ts'
import { notifyWithUndo } from '#renderer/ui/notifyWithUndo.tsx'
import type { Autosave } from '../draft/autosave.ts'
import paper from '#renderer/ui/paper.module.css'

interface Props {
  record: SessionRecord
  autosave: Autosave
}

export function DraftMenu({ record: { id, client }, autosave }: Props) {
  const cache = useQueryClient()
  const [, navigate] = useLocation()

  const bringBack = async () => {
    await ask('session:restore', { id })
    await refreshAfterSession(cache)
    navigate(paths.session(id))
  }

  const discard = async () => {
    await autosave.flush()
    await ask('session:discard', { id })
    navigate(paths.client(client.id))
    await refreshAfterSession(cache)
    notifyWithUndo(`discarded-${id}`, 'Draft discarded. It is in the bin for 30 days.', bringBack)
  }

  return (
    <Menu position="bottom-end" shadow="md">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size={34} aria-label="More">
          <IconDots size={18} stroke={1.7} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown className={paper.floating ?? ''}>
        <Menu.Item
          leftSection={<IconAppWindow size={16} stroke={1.7} aria-hidden />}
          onClick={() => void openWindow(paths.session(id)).catch(notifyFailure)}
        >
          Open in a new window
        </Menu.Item>
        <Menu.Item
          leftSection={<IconTrash size={16} stroke={1.7} aria-hidden />}
          onClick={() => void discard().catch(notifyFailure)}
        >
          Discard draft
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
