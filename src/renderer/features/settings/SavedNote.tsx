// Settings that are saved one at a time, at once, and say when; and the line that says it, once it really is so.
import { Text } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { timeWords } from '#renderer/ui/dateWords.ts'
import { useMutationOf } from '#renderer/bridge/queries.ts'
import { wallNow } from '#renderer/bridge/wallClock.ts'
import type { PracticeSettings } from '#shared/domain/practice.ts'
import classes from './SavedNote.module.css'

/** @param at wall time of the last save, `YYYY-MM-DDTHH:mm`, or null before the first */
export function SavedNote({ at }: { at: string | null }) {
  return (
    <Text size="sm" c="dimmed" role="status" className={classes.note}>
      {at !== null && (
        <>
          <IconCheck size={14} stroke={2} aria-hidden />
          <span>Saved {timeWords(at)}</span>
        </>
      )}
    </Text>
  )
}

/** The way to save one setting of the practice, and when that was done. */
export function useSavedSettings(settings: PracticeSettings) {
  const [savedAt, setSavedAt] = useState<string | null>(null)
  const save = useMutationOf('practice:saveSettings')
  const put = (changes: Partial<PracticeSettings>) => {
    setSavedAt(null)
    save.mutate({ settings: { ...settings, ...changes } }, { onSuccess: () => setSavedAt(wallNow()) })
  }
  return { put, error: save.error, savedAt }
}
