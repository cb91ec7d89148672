// What the printed file is put together of: named parts of a session, lists of data, and stored texts.
import type { ReactNode } from 'react'
import type { NoteDocument } from '#shared/domain/note/document.ts'
import { RichText } from '#renderer/ui/RichText.tsx'
import classes from './SessionArticle.module.css'
import data from './Data.module.css'

interface PartProps {
  name: string
  kind?: 'text' | 'signature'
  children: ReactNode
}

/** A named part of the session: its name left, the record right. Its name is no heading element, so that the outline keeps one entry a session. */
export function Part({ name, kind = 'text', children }: PartProps) {
  return (
    <div
      role="group"
      className={kind === 'signature' ? `${classes.part} ${classes.signed}` : classes.part}
      aria-label={name}
    >
      <p className={classes.partName}>{name}</p>
      {children}
    </div>
  )
}

interface DataProps {
  name: string
  value: ReactNode
}

/** One name and its value in a list of data; nothing at all where nothing is known. */
export function Data({ name, value }: DataProps) {
  if (value === '' || value === null || value === undefined) return null
  return (
    <div className={data.datum}>
      <dt>{name}</dt>
      <dd dir="auto">{value}</dd>
    </div>
  )
}

interface TextOnPaperProps {
  of: { readonly document: NoteDocument | null; readonly plainText: string }
}

/** A stored text: as it was written, or in plain words where this version cannot read it. */
export function TextOnPaper({ of: { document, plainText } }: TextOnPaperProps) {
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
