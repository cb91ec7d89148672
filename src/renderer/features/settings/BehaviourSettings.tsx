// When the app locks itself and how files are made. Each change is saved at once.
import { SegmentedControl, Stack, Switch, Text } from '@mantine/core'
import { useId } from 'react'
import { FailureNotice } from '#renderer/ui/FailureNotice.tsx'
import { paperSizes, type PaperSize, type PracticeSettings } from '#shared/domain/practice.ts'
import { SavedNote, useSavedSettings } from './SavedNote.tsx'
import classes from './SavedNote.module.css'
import { SettingNumber } from './SettingNumber.tsx'

export function BehaviourSettings({ settings }: { settings: PracticeSettings }) {
  const { put, error, savedAt } = useSavedSettings(settings)
  const paperId = useId()

  return (
    <Stack gap="lg">
      <SettingNumber
        field="idleMinutes"
        saved={settings.idleMinutes}
        unit="minutes"
        label="Idle minutes before locking"
        description="Whatever is on screen is saved first."
        w={260}
        onSave={(idleMinutes) => put({ idleMinutes })}
      />
      <div>
        <Text fw={500} id={paperId} mb="xs">
          Paper
        </Text>
        <SegmentedControl
          aria-labelledby={paperId}
          data={[...paperSizes]}
          value={settings.paperSize}
          onChange={(value) => put({ paperSize: value as PaperSize })}
        />
      </div>
      <Switch
        label="Client’s name in suggested file names"
        description="Off is safer: file names are seen in e-mails, recent files, cloud folders and backups."
        checked={settings.clientNameInFileName}
        onChange={(event) => put({ clientNameInFileName: event.currentTarget.checked })}
      />
      {error && <FailureNotice failure={error} />}
      <div className={classes.corner}>
        <SavedNote at={savedAt} />
      </div>
    </Stack>
  )
}
