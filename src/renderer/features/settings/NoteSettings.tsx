// What every session asks for, when an unsigned draft is overdue, and timed units. Each change is saved at once.
import { Stack, Switch } from '@mantine/core'
import { FailureNotice } from '#renderer/ui/FailureNotice.tsx'
import { MeasureChoice } from '#renderer/ui/MeasureChoice.tsx'
import type { PracticeSettings } from '#shared/domain/practice.ts'
import { SavedNote, useSavedSettings } from './SavedNote.tsx'
import classes from './SavedNote.module.css'
import { SettingNumber } from './SettingNumber.tsx'

export function NoteSettings({ settings }: { settings: PracticeSettings }) {
  const { put, error, savedAt } = useSavedSettings(settings)
  return (
    <Stack gap="lg">
      <MeasureChoice
        label="Every session asks for"
        description="In the order in which you choose them. A template can ask for others."
        value={settings.measures}
        onChange={(measures) => put({ measures })}
      />
      <SettingNumber
        field="draftLimitHours"
        saved={settings.draftLimitHours}
        unit="hours"
        label="Hours before a draft is overdue"
        description="Counted from the end of the session. Overdue notes come first on Today."
        styles={{ wrapper: { width: 120 } }}
        onSave={(draftLimitHours) => put({ draftLimitHours })}
      />
      <Switch
        label="Timed units"
        description="Shows treated minutes also as units by the 8-minute rule: 8 to 22 minutes are 1, 23 to 37 are 2."
        checked={settings.showsTimedUnits}
        onChange={(event) => put({ showsTimedUnits: event.currentTarget.checked })}
      />
      {error && <FailureNotice failure={error} />}
      <div className={classes.corner}>
        <SavedNote at={savedAt} />
      </div>
    </Stack>
  )
}
