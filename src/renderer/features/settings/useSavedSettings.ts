// Settings of the practice that are saved one at a time, at once, and say when.
import { useState } from 'react'
import { useMutationOf } from '#renderer/bridge/queries.ts'
import { wallNow } from '#renderer/bridge/wallClock.ts'
import type { PracticeSettings } from '#shared/domain/practice.ts'

export function useSavedSettings(settings: PracticeSettings) {
  const [savedAt, setSavedAt] = useState<string | null>(null)
  const save = useMutationOf('practice:saveSettings')
  const put = (changes: Partial<PracticeSettings>) => {
    setSavedAt(null)
    save.mutate({ settings: { ...settings, ...changes } }, { onSuccess: () => setSavedAt(wallNow()) })
  }
  return { put, error: save.error, savedAt }
}
