// Opens the session in another window, to be read beside what is on screen here.
import { ActionIcon, Tooltip } from '@mantine/core'
import { IconAppWindow } from '@tabler/icons-react'
import { paths } from '#renderer/app/routes.ts'
import { openWindow } from '#renderer/bridge/otherWindows.ts'
import { tellFailure } from '#renderer/ui/tellFailure.ts'

export const OpenInWindow = ({ sessionId }: { sessionId: string }) => (
  <Tooltip label="Open in a new window">
    <ActionIcon
      variant="subtle"
      color="gray"
      size={34}
      aria-label="Open in a new window"
      onClick={() => void openWindow(paths.session(sessionId)).catch(tellFailure)}
    >
      <IconAppWindow size={18} stroke={1.7} aria-hidden />
    </ActionIcon>
  </Tooltip>
)
