// Says when something was saved, once it really is.
import { Text } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { timeWords } from '#renderer/ui/dateWords.ts'
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
