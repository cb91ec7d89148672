// The button in the footer that opens a draft's history, and the dialog with it.
import { Button, Modal } from '@mantine/core'
import { IconHistory } from '@tabler/icons-react'
import { useState } from 'react'
import { historyPartNames, type HistoryPart } from '#shared/domain/note/parts.ts'
import { finishTyping } from '#renderer/bridge/unsavedWork.ts'
import { shortcutForAria, useShortcut } from '#renderer/ui/shortcuts.ts'
import { notifyFailure } from '#renderer/ui/notifyFailure.ts'
import { notifyWithUndo } from '#renderer/ui/notifyWithUndo.tsx'
import classes from './DraftHistory.module.css'
import { HistoryBrowser } from './HistoryBrowser.tsx'
import { useRestore } from '../draft/useDraft.tsx'

interface Props {
  sessionId: string
  /** A signed note's history can be read, nothing more. */
  isSigned?: boolean
}

export function DraftHistory({ sessionId, isSigned = false }: Props) {
  const bringBack = useRestore(sessionId)
  const [isOpen, setIsOpen] = useState(false)
  const open = () => {
    finishTyping()
    setIsOpen(true)
  }
  useShortcut('draftHistory', open)

  const restore = async (at: string, part: HistoryPart | null) => {
    const undoneBy = await bringBack(at, part)
    const name = part === null ? 'The whole draft' : historyPartNames[part]
    notifyWithUndo(`restored-${sessionId}-${undoneBy}`, `${name} restored`, () => bringBack(undoneBy, part))
  }

  return (
    <>
      <Button
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
          onRestore={isSigned ? null : (at, part) => restore(at, part).catch(notifyFailure)}
        />
      </Modal>
    </>
  )
}
