// Why the vault did not open, where the field itself cannot show it: a wait, or a damaged or missing file.
import { Alert } from '@mantine/core'
import { IconClock } from '@tabler/icons-react'
import type { ErrorCode } from '#shared/contract/errors.ts'
import { FailureNotice } from '#renderer/ui/FailureNotice.tsx'
import type { Unlocking } from './useUnlocking.ts'
import { ShowFolderButton } from './VaultFailureScreen.tsx'

/** Failures of the vault's files: somebody has to look into its folder. */
const isAboutFiles = (code: ErrorCode) => /^(ENVELOPE|DB|KEY_FILE)_|^READ_ONLY$/u.test(code)

/** "45 seconds", "3 min 20 s". */
function waitWords(seconds: number): string {
  if (seconds < 60) return `${seconds} ${seconds === 1 ? 'second' : 'seconds'}`
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`
}

interface Props {
  unlocking: Unlocking
  /** Codes that are shown at a field already. */
  namedAtBox: readonly ErrorCode[]
}

export function UnlockFailure({ unlocking: { failure, waitSeconds }, namedAtBox }: Props) {
  if (waitSeconds > 0) {
    return (
      <Alert color="ember" icon={<IconClock aria-hidden />} title="Too many wrong attempts">
        Nothing is erased. You can try again in{' '}
        <span role="timer" className="tabular">
          {waitWords(waitSeconds)}
        </span>
        .
      </Alert>
    )
  }
  if (!failure || failure.code === 'THROTTLED' || namedAtBox.includes(failure.code)) return null
  return <FailureNotice failure={failure} actions={isAboutFiles(failure.code) ? <ShowFolderButton /> : undefined} />
}
