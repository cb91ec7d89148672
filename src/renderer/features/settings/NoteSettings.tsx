// What every session asks for, when an unsigned draft is overdue, and timed units. Each change is saved at once.
import { NumberInput, Stack, Switch } from '@mantine/core'
import { useState } from 'react'
import { useOrder } from '#renderer/bridge/queries.ts'
import { wallNow } from '#renderer/bridge/wallClock.ts'
import { FailureNotice } from '#renderer/ui/FailureNotice.tsx'
import { MeasureChoice } from '#renderer/ui/MeasureChoice.tsx'
import { practiceSettings, type PracticeSettings } from '#shared/domain/practice.ts'
import { SavedNote } from './SavedNote.tsx'
import classes from './SavedNote.module.css'

const { minValue: fewestHours, maxValue: mostHours } = practiceSettings.shape.draftLimitHours

export function NoteSettings({ settings }: { settings: PracticeSettings }) {
  const [hours, setHours] = useState<number | string>(settings.draftLimitHours)
  const [savedAt, setSavedAt] = useState<string | null>(null)
  const save = useOrder('practice:saveSettings', ['practice:get', 'session:get'])

  function put(changes: Partial<PracticeSettings>) {
    setSavedAt(null)
    save.mutate({ settings: { ...settings, ...changes } }, { onSuccess: () => setSavedAt(wallNow()) })
  }
  function typeHours(value: number | string) {
    setHours(value)
    const parsed = practiceSettings.shape.draftLimitHours.safeParse(value)
    if (parsed.success && parsed.data !== settings.draftLimitHours) put({ draftLimitHours: parsed.data })
  }

  const isPossible = practiceSettings.shape.draftLimitHours.safeParse(hours).success
  return (
    <Stack gap="lg">
      <MeasureChoice
        label="Every session asks for"
        description="In the order in which you choose them. A template can ask for others."
        value={settings.measures}
        onChange={(measures) => put({ measures })}
      />
      <NumberInput
        label="A draft is overdue after so many hours"
        description="Counted from the end of the session. Overdue notes stand first on Today."
        styles={{ wrapper: { width: 120 } }}
        min={fewestHours ?? 1}
        max={mostHours ?? 720}
        clampBehavior="none"
        allowDecimal={false}
        value={hours}
        onChange={typeHours}
        error={isPossible ? undefined : `From ${fewestHours} to ${mostHours} hours`}
      />
      <Switch
        label="Timed units"
        description="Shows treated minutes also as units by the 8-minute rule: 8 to 22 minutes are 1, 23 to 37 are 2."
        checked={settings.showsTimedUnits}
        onChange={(event) => put({ showsTimedUnits: event.currentTarget.checked })}
      />
      {save.error && <FailureNotice failure={save.error} />}
      <div className={classes.corner}>
        <SavedNote at={savedAt} />
      </div>
    </Stack>
  )
}
