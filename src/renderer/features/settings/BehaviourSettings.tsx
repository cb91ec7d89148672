// When the app locks itself and how files are made. Each change is saved at once.
import { NumberInput, SegmentedControl, Stack, Switch, Text } from '@mantine/core'
import { useId, useState } from 'react'
import { useOrder } from '#renderer/bridge/queries.ts'
import { wallNow } from '#renderer/bridge/wallClock.ts'
import { FailureNotice } from '#renderer/ui/FailureNotice.tsx'
import { paperSizes, practiceSettings, type PaperSize, type PracticeSettings } from '#shared/domain/practice.ts'
import { SavedNote } from './SavedNote.tsx'
import classes from './SavedNote.module.css'

const { minValue: fewestMinutes, maxValue: mostMinutes } = practiceSettings.shape.idleMinutes

export function BehaviourSettings({ settings }: { settings: PracticeSettings }) {
  const [minutes, setMinutes] = useState<number | string>(settings.idleMinutes)
  const [savedAt, setSavedAt] = useState<string | null>(null)
  const save = useOrder('practice:saveSettings', ['practice:get'])
  const paperId = useId()

  const isPossible = practiceSettings.shape.idleMinutes.safeParse(minutes).success
  function put(changes: Partial<PracticeSettings>) {
    setSavedAt(null)
    save.mutate({ settings: { ...settings, ...changes } }, { onSuccess: () => setSavedAt(wallNow()) })
  }
  function typeMinutes(value: number | string) {
    setMinutes(value)
    const parsed = practiceSettings.shape.idleMinutes.safeParse(value)
    if (parsed.success && parsed.data !== settings.idleMinutes) put({ idleMinutes: parsed.data })
  }

  return (
    <Stack gap="lg">
      <NumberInput
        label="Lock after so many idle minutes"
        description="Whatever is on screen is saved first."
        w={260}
        min={fewestMinutes ?? 1}
        max={mostMinutes ?? 120}
        clampBehavior="none"
        allowDecimal={false}
        value={minutes}
        onChange={typeMinutes}
        error={isPossible ? undefined : `From ${fewestMinutes} to ${mostMinutes} minutes`}
      />
      <div>
        <Text fw={500} id={paperId} mb={4}>
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
      {save.error && <FailureNotice failure={save.error} />}
      <div className={classes.corner}>
        <SavedNote at={savedAt} />
      </div>
    </Stack>
  )
}
