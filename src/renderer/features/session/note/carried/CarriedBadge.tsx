// Beside a section's title: which visit its unconfirmed text is from, and the button that confirms it.
import { Button } from '@mantine/core'
import { useEditorState, type Editor } from '@tiptap/react'
import { useId } from 'react'
import { carriedRuns } from '#shared/domain/note/carried.ts'
import type { NoteDocument } from '#shared/domain/note/document.ts'
import { andWords } from '#shared/domain/wordLists.ts'
import { today } from '#renderer/bridge/wallClock.ts'
import { shortDateWords, useDateFormat } from '#renderer/ui/dateWords.ts'
import { shortcutForAria, shortcutKeys } from '#renderer/ui/shortcuts.ts'
import classes from './CarriedBadge.module.css'
import { confirmSection } from './carriedEdits.ts'
import { carriedSources } from './carriedNodes.ts'

export function CarriedBadge({ editor }: { editor: Editor }) {
  const sources = useEditorState({ editor, selector: ({ editor: { state } }) => carriedSources(state.doc) })
  const from = useId()
  useDateFormat()
  if (sources.length === 0) return null
  const dates = [...new Set(sources.map(({ date }) => shortDateWords(date, today())))]
  const words = `from ${andWords(dates)}, not confirmed`
  const confirm = () => {
    editor.view.dispatch(confirmSection(editor.state))
    editor.view.focus()
  }
  return (
    <>
      <span id={from} className={classes.badge} title={words}>
        {words}
      </span>
      <Button
        variant="default"
        size="compact-xs"
        className={classes.confirm ?? ''}
        title={`Confirm what was taken over (${shortcutKeys('confirm')})`}
        aria-describedby={from}
        aria-keyshortcuts={shortcutForAria('confirm')}
        onMouseDown={(event) => event.preventDefault()}
        onClick={confirm}
      >
        Confirm
      </Button>
    </>
  )
}

/** Beside a signed section's title: which visit the text is from that was left unconfirmed. Hidden from screen readers: the text names the source after each passage. */
export function CarriedNote({ document }: { document: NoteDocument }) {
  useDateFormat()
  const dates = [...new Set(carriedRuns(document).map(({ date }) => shortDateWords(date, today())))]
  if (dates.length === 0) return null
  return (
    <span className={classes.badge} aria-hidden>
      from {andWords(dates)}, not confirmed
    </span>
  )
}
