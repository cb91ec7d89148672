// Settings of the practice that are saved one at a time, at once, and say when.
import { useState } from 'react'
import { useOrder } from '#renderer/bridge/queries.ts'
import { wallNow } from '#renderer/bridge/wallClock.ts'
import type { Channel } from '#shared/contract/contract.ts'
import type { PracticeSettings } from '#shared/domain/practice.ts'

/** @param outdates the questions whose answers the settings change */
export function useSavedSettings(settings: PracticeSettings, outdates: readonly Channel[]) {
  const [savedAt, setSavedAt] = useState<string | null>(null)
  const save = useOrder('practice:saveSettings', outdates)
  const put = (changes: Partial<PracticeSettings>) => {
    setSavedAt(null)
    save.mutate({ settings: { ...settings, ...changes } }, { onSuccess: () => setSavedAt(wallNow()) })
  }
  return { put, error: save.error, savedAt }
}
