// The button in the footer that opens a draft's history, and the dialog with it.
import { Button, Group, Modal } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconHistory } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { HistoryPart } from '#shared/contract/history.ts'
import { shortcutForAria, useShortcut } from '#renderer/ui/shortcuts.ts'
import { tellFailure } from '#renderer/ui/tellFailure.ts'
import classes from './DraftHistory.module.css'
import { HistoryBrowser } from './HistoryBrowser.tsx'
import { partNames } from './historyText.ts'
import { restoreMoment, useRestoreCount } from './restoring.ts'

interface Props {
  sessionId: string
  /** A signed note's history can be read, nothing more. */
  isSigned?: boolean
}

export function DraftHistory({ sessionId, isSigned = false }: Props) {
  const cache = useQueryClient()
  const [isOpen, setIsOpen] = useState(false)
  const open = () => setIsOpen(true)
  const button = useRef<HTMLButtonElement>(null)
  useShortcut('draftHistory', open)
  useFocusAfterRestoring(sessionId, button)

  const undo = async (message: string, undoneBy: string, part: HistoryPart | null) => {
    notifications.hide(message)
    await restoreMoment(cache, sessionId, undoneBy, part)
  }
  const restore = async (at: string, part: HistoryPart | null) => {
    const undoneBy = await restoreMoment(cache, sessionId, at, part)
    const message = `restored-${sessionId}-${undoneBy}`
    notifications.show({
      id: message,
      autoClose: 12_000,
      message: (
        <Group justify="space-between" wrap="nowrap">
          <span>{part === null ? 'The whole draft' : partNames[part]} restored</span>
          <Button
            variant="default"
            size="compact-sm"
            onClick={() => void undo(message, undoneBy, part).catch(tellFailure)}
          >
            Undo
          </Button>
        </Group>
      ),
    })
  }

  return (
    <>
      <Button
        ref={button}
        variant="subtle"
        color="gray"
        size="compact-sm"
        leftSection={<IconHistory size={15} stroke={1.7} aria-hidden />}
        aria-keyshortcuts={shortcutForAria('draftHistory')}
        onClick={open}
        className={classes.open ?? ''}
      >
        Draft history
      </Button>
      <Modal
        opened={isOpen}
        onClose={() => setIsOpen(false)}
        title="Draft history"
        size={980}
        classNames={{ body: classes.body ?? '' }}
      >
        <HistoryBrowser
          sessionId={sessionId}
          onRestore={isSigned ? null : (at, part) => restore(at, part).catch(tellFailure)}
        />
      </Modal>
    </>
  )
}

// The draft that was restored, and whose new screen has not taken the keyboard yet.
const counted = new Map<string, number>()

/** After restoring, the screen is a new one: the keyboard goes on where it was. */
function useFocusAfterRestoring(sessionId: string, button: React.RefObject<HTMLButtonElement | null>): void {
  const count = useRestoreCount(sessionId)
  useEffect(() => {
    if (count > (counted.get(sessionId) ?? 0)) {
      counted.set(sessionId, count)
      button.current?.focus()
    }
  }, [sessionId, count, button])
}
