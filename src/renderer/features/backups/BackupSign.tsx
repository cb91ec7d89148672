// The backups in the rail: one calm sign, or what is wrong in a few words, and the one button that helps.
import { Progress, UnstyledButton } from '@mantine/core'
import { IconAlertTriangle, IconCircleDashed, IconDatabaseExport, IconShieldCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { shareDone } from '#shared/contract/jobs.ts'
import { today } from '#renderer/bridge/wallClock.ts'
import { backupSign, stepWords, type BackupSign as Sign, type BackupStep } from './backupSign.ts'
import classes from './BackupSign.module.css'
import { useIsClosing } from './ClosingOverlay.tsx'
import { useBackups, useBackupState } from './useBackups.ts'
import { useIsWritable } from '#renderer/ui/Writable.tsx'

const icons = { good: IconShieldCheck, none: IconCircleDashed, alarm: IconAlertTriangle } as const

interface Props {
  /** Opens Settings at the backups. */
  onOpen: () => void
}

export function BackupSign({ onOpen }: Props) {
  const state = useBackupState()
  const backups = useBackups()
  const isClosing = useIsClosing()
  const isWritable = useIsWritable()
  const sign = state && backupSign(state, today)
  /** The sign under which somebody has looked again in vain. */
  const [lookedInVain, setLookedInVain] = useState<string | null>(null)
  const isStill = sign?.step === 'look' && sign.words === lookedInVain

  async function look(words: string) {
    setLookedInVain((await backups.lookAgain()) ? words : null)
  }
  function take(step: BackupStep, { words }: Sign) {
    if (step === 'choose') void backups.addPlace()
    else if (step === 'back up') backups.backUp()
    else if (step === 'look') void look(words)
    else onOpen()
  }

  return (
    <div role="status" aria-label="Backup" className={classes.backup}>
      {backups.running ? (
        <>
          <Words icon={IconDatabaseExport} onOpen={onOpen}>
            Backing up
          </Words>
          {!isClosing && (
            <Progress
              value={backups.running.progress ? shareDone('backup', backups.running.progress) * 100 : 0}
              aria-label="Backup"
              color="var(--p-rail-good)"
              size={4}
              className={classes.bar ?? ''}
            />
          )}
        </>
      ) : (
        sign && (
          <>
            <Words icon={icons[sign.tone]} tone={sign.tone} onOpen={onOpen}>
              {isStill ? sign.words.replace('is not', 'is still not') : sign.words}
            </Words>
            {sign.step && isWritable && (
              <UnstyledButton
                className={classes.step}
                disabled={backups.isAdding}
                onClick={() => sign.step && take(sign.step, sign)}
              >
                {stepWords[sign.step]}
              </UnstyledButton>
            )}
          </>
        )
      )}
    </div>
  )
}

interface WordsProps {
  icon: typeof IconShieldCheck
  tone?: Sign['tone']
  onOpen: () => void
  children: string
}

/** The sign itself, which leads to the settings. */
const Words = ({ icon: Icon, tone, onOpen, children }: WordsProps) => (
  <UnstyledButton className={classes.sign} data-tone={tone} onClick={onOpen}>
    <Icon size={18} stroke={1.7} aria-hidden />
    <span>{children}</span>
  </UnstyledButton>
)
