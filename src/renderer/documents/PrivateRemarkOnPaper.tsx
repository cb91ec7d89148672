// The therapist's private remark on paper. It is in the record of a file only where somebody chose to print it.
import { Part } from './Part.tsx'
import classes from './SessionArticle.module.css'

export function PrivateRemarkOnPaper({ text }: { text: string }) {
  if (text === '') return null
  return (
    <Part name="Private remark">
      <p className={classes.plain} dir="auto">
        {text}
      </p>
      <p className={classes.unreadable}>The therapist’s own remark. It is not a part of the note and was not signed.</p>
    </Part>
  )
}
