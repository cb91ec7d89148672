// A stored text on paper: as it was written, or in plain words where this version cannot read it.
import type { NoteDocument } from '#shared/domain/note/document.ts'
import { RichText } from '#renderer/ui/RichText.tsx'
import classes from './SessionArticle.module.css'

interface Props {
  of: { readonly document: NoteDocument | null; readonly plainText: string }
}

export function TextOnPaper({ of: { document, plainText } }: Props) {
  if (document) return <RichText document={document} />
  return (
    <>
      <p className={classes.plain} dir="auto">
        {plainText}
      </p>
      <p className={classes.unreadable}>The formatting of this text could not be read; every word of it is above.</p>
    </>
  )
}
